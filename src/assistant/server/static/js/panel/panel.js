// The side panel: counter, tabs, cards. It knows nothing of where the document is: that is its host's.

import { h, tabs } from "../dom.js";
import { baselinePane, compared } from "./baseline.js";
import { cardsOf, progressOf } from "./cards.js";
import { citationsPane } from "./citations.js";
import { counter } from "./counter.js";
import { createList } from "./list.js";
import { noticesPane } from "./notices.js";
import { openForPrinting } from "./printing.js";

/**
 * `host`: jump(span, card or null), accept(card), keep(card, reason), undo(card), canEdit(), edit(card), explain(about) if it can.
 * Returns {show(review), select(key, focus), cards()}.
 */
export function createPanel(root, host) {
  const top = h("div");
  const bar = h("div", { class: "tabs", role: "tablist", "aria-label": "审查结果的各部分" });
  const panes = {};
  const names = { findings: "建议", citations: "依据", baseline: "清单比对", notices: "提示" };
  for (const [name, words] of Object.entries(names)) {
    bar.append(tab(name, words));
    panes[name] = h("div", { class: "pane", role: "tabpanel", id: `pane-${name}`, "aria-labelledby": `tab-${name}`, hidden: name !== "findings" });
  }
  root.replaceChildren(top, bar, ...Object.values(panes));
  const pick = tabs(bar);
  openForPrinting(root);
  let cards = [];
  const list = createList(panes.findings, {
    ...host,
    jump(card) {
      list.select(card.key);
      host.jump(card.span, card);
    },
  });
  const show = (review) => {
    cards = cardsOf(review);
    const cited = review.guides.flatMap((guide) => guide.citations).length;
    top.replaceChildren(counter(review.plan, progressOf(cards, review.plan)));
    label(bar, { findings: cards.length, citations: cited, notices: review.notices.length });
    bar.querySelector("#tab-baseline").hidden = !compared(review.guides);
    const unread = review.notices.find((notice) => notice.code === "no-guide");
    list.show(cards, review.guides, unread?.message ?? "没有发现可以精简或要改的地方。");
    citationsPane(panes.citations, review.guides, (span) => host.jump(span, null));
    baselinePane(panes.baseline, review.guides, (span) => host.jump(span, null));
    noticesPane(panes.notices, review.notices, (span) => host.jump(span, null));
  };
  const select = (key, focus = false) => {
    pick(bar.querySelector("#tab-findings"), false);
    list.select(key, focus);
  };
  return { show, select, cards: () => cards };
}

function tab(name, words) {
  const first = name === "findings";
  const props = { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `pane-${name}`, "aria-selected": String(first), tabindex: first ? 0 : -1 };
  return h("button", props, words, h("span", { class: "count" }));
}

function label(bar, counts) {
  for (const [name, count] of Object.entries(counts)) {
    bar.querySelector(`#tab-${name} .count`).textContent = String(count);
  }
}
