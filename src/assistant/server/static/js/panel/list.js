// The cards as a list one can walk with the arrow keys: up and down between cards, the focus stays on the same part.

import { h } from "../dom.js";
import { ACTION_ORDER, ACTIONS } from "../words.js";
import { passes } from "./cards.js";
import { cardElement } from "./card.js";
import { keptMaterials } from "./why.js";

export function createList(pane, acts) {
  const filter = { action: null, onlyOpen: false };
  let shown = { cards: [], guides: [], nothing: "" };
  let current = null;

  const draw = () => {
    const at = focusWithin(pane);
    const open = new Set([...pane.querySelectorAll("li.finding:has(details.why[open])")].map((each) => each.dataset.key));
    const rest = acts.explain && !filter.action && keptMaterials(shown.guides, shown.cards, acts.explain, keptOpen(pane));
    pane.replaceChildren(tools(shown.cards, filter, draw), ...groups(shown, filter, acts, open), ...(rest ? [rest] : []));
    mark();
    at();
  };
  const mark = () => {
    for (const each of pane.querySelectorAll("li.finding")) {
      if (each.dataset.key === current) each.setAttribute("aria-current", "true");
      else each.removeAttribute("aria-current");
    }
  };
  pane.addEventListener("keydown", walk);
  return {
    /** `nothing` is said where there is no card at all. */
    show(cards, guides, nothing) {
      shown = { cards, guides, nothing };
      draw();
    },
    /** Marks a card and brings it into sight; `focus` moves the keyboard there too. */
    select(key, focus = false) {
      current = key;
      mark();
      const card = cardOf(pane, key);
      if (!card) return;
      card.scrollIntoView({ block: "nearest" });
      if (focus) card.querySelector(".jump").focus({ preventScroll: true });
    },
  };
}

const cardOf = (pane, key) => [...pane.querySelectorAll("li.finding")].find((each) => each.dataset.key === key);

const keptOpen = (pane) => Boolean(pane.querySelector(".kept-materials[open]"));

function tools(cards, filter, draw) {
  const counts = new Map(ACTION_ORDER.map((action) => [action, cards.filter((card) => card.action === action).length]));
  const chip = (action, words, count) =>
    h(
      "button",
      {
        type: "button",
        "aria-pressed": String(filter.action === action),
        data: { filter: action ?? "all" },
        on: { click: () => ((filter.action = action), draw()) },
      },
      words,
      h("span", { class: "count" }, String(count)),
    );
  const wanted = ACTION_ORDER.filter((action) => counts.get(action));
  const box = h("input", { type: "checkbox", on: { change: (event) => ((filter.onlyOpen = event.target.checked), draw()) } });
  box.checked = filter.onlyOpen;
  return h(
    "div",
    { class: "tools" },
    h(
      "div",
      { class: "chips", role: "group", "aria-label": "只看一类" },
      chip(null, "全部", cards.length),
      wanted.map((action) => chip(action, ACTIONS[action], counts.get(action))),
    ),
    h("label", { class: "check small" }, box, "只看没有定的"),
  );
}

function groups({ cards, guides, nothing }, filter, acts, open) {
  const passed = cards.filter((card) => passes(card, filter));
  if (!passed.length) {
    return [h("p", { class: "empty" }, cards.length ? "这一类没有了。" : nothing)];
  }
  return guides.flatMap((guide) => {
    const own = passed.filter((card) => card.guide === guide.id);
    if (!own.length) return [];
    const heading = guides.length > 1 ? [h("h2", { class: "group" }, guide.item_name || "未命名的事项")] : [];
    return [...heading, h("ul", { class: "cards" }, own.map((card) => cardElement(card, acts, open.has(card.key))))];
  });
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const here = event.target.closest("li.finding");
  if (!step || !here || event.target.closest("form")) return;
  const all = [...event.currentTarget.querySelectorAll("li.finding")];
  const next = all[all.indexOf(here) + step];
  if (!next) return;
  event.preventDefault();
  const act = event.target.dataset.act;
  (next.querySelector(act ? `[data-act="${act}"]` : ".jump") ?? next.querySelector(".jump")).focus();
}

/** Remembers where the keyboard is; the returned function puts it back after the list was drawn anew. */
function focusWithin(pane) {
  const active = document.activeElement;
  if (!pane.contains(active)) return () => {};
  const key = active.closest("li.finding")?.dataset.key;
  const { act, filter } = active.dataset;
  return () => {
    const chip = filter && pane.querySelector(`[data-filter="${filter}"]`);
    const card = key && cardOf(pane, key);
    const target = chip || (card && ((act && card.querySelector(`[data-act="${act}"], [data-act]`)) || card.querySelector(".jump")));
    (target || pane.querySelector("button, input"))?.focus({ preventScroll: true });
  };
}
