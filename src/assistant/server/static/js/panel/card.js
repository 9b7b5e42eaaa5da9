// One card: what, why, on what ground, what instead; and the clerk's word on it.

import { h } from "../dom.js";
import { ACTIONS, CONFIDENCE, ground, TARGETS } from "../words.js";
import { nearly } from "./why.js";

/** `acts`: jump(card), accept(card), keep(card, reason), undo(card), canEdit(), edit(card); explain(about) where there is a server. */
export function cardElement(card, acts, open) {
  const done = card.decision?.choice === "cut";
  const kinds = [`is-${card.action}`, card.decision ? "settled" : "", done ? "done" : ""];
  return h(
    "li",
    { class: `finding ${kinds.join(" ")}`, data: { key: card.key } },
    head(card, acts),
    card.findings[0] ? h("p", { class: "says" }, card.findings[0].message) : null,
    card.instead ? h("p", { class: "instead" }, h("b", {}, "改为："), card.instead) : null,
    why(card, acts, open),
    card.decision ? settled(card, acts) : buttons(card, acts),
  );
}

/** What needs no word of what it is. */
const PLAIN = new Set(["material", "guide"]);

function head(card, acts) {
  const state = { cut: "已采纳", keep: "已保留" }[card.decision?.choice];
  return h(
    "button",
    { type: "button", class: "jump", on: { click: () => acts.jump(card) }, title: "到文件里看这一处" },
    h("span", { class: "tag act" }, ACTIONS[card.action]),
    PLAIN.has(card.target.type) ? null : h("span", { class: "small quiet" }, TARGETS[card.target.type]),
    h("span", { class: "title" }, card.title),
    state ? h("span", { class: card.decision.choice === "cut" ? "tag good" : "tag" }, state) : null,
  );
}

function why(card, acts, open) {
  if (!card.findings.length) return null;
  const count = card.findings.length > 1 ? `为什么（${card.findings.length} 条理由）` : "为什么";
  const { type, id } = card.target;
  return h(
    "details",
    { class: "why", open },
    h("summary", {}, count),
    ...card.findings.map((finding, at) => reason(finding, at > 0)),
    acts.explain && type === "material" ? nearly("还有哪些规则差一点", { material: id }, acts.explain) : null,
  );
}

function reason(finding, withMessage) {
  return h(
    "div",
    { class: "ground" },
    withMessage ? h("p", {}, finding.message) : null,
    h("p", {}, finding.reason),
    finding.basis.length ? h("ul", {}, finding.basis.map((basis) => h("li", {}, ground(basis)))) : null,
    h("p", { class: "sure" }, CONFIDENCE[finding.confidence]),
  );
}

function buttons(card, acts) {
  const accept = card.target.type === "material" ? "采纳" : "记为要改";
  return h(
    "div",
    { class: "acts" },
    h("button", { type: "button", class: "primary", data: { act: "accept" }, on: { click: () => acts.accept(card) } }, accept),
    h("button", { type: "button", data: { act: "keep" }, on: { click: (event) => ask(event, card, acts) } }, "保留"),
    acts.canEdit() ? h("button", { type: "button", class: "plain-button", on: { click: () => acts.edit(card) } }, "改这一段") : null,
  );
}

function settled(card, acts) {
  const { choice, reason, person, day } = card.decision;
  const who = [person && person !== "local" ? person : null, day].filter(Boolean).join("，");
  return [
    choice === "keep" || reason ? h("p", { class: "kept" }, `理由：${reason}`, who ? h("span", { class: "sure" }, `（${who}）`) : null) : null,
    h("div", { class: "acts" }, h("button", { type: "button", data: { act: "undo" }, on: { click: () => acts.undo(card) } }, "撤销")),
  ];
}

/** Keeping asks for a reason: the law wants one, and the next reader too. */
function ask(event, card, acts) {
  const row = event.target.closest(".acts");
  const words = h("textarea", { required: true, maxlength: 500, "aria-label": `保留“${card.title}”的理由` });
  const cancel = () => {
    form.replaceWith(row);
    row.querySelector('[data-act="keep"]').focus();
  };
  const form = h(
    "form",
    {
      on: {
        submit: (sent) => {
          sent.preventDefault();
          if (words.value.trim()) acts.keep(card, words.value.trim());
        },
        keydown: (key) => key.key === "Escape" && cancel(),
      },
    },
    h("label", {}, "为什么要保留？（必填）", words),
    h("div", { class: "row" }, h("button", { class: "primary" }, "保留"), h("button", { type: "button", on: { click: cancel } }, "不保留了")),
  );
  row.replaceWith(form);
  words.focus();
}
