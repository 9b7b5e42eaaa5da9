// Papers of the department that can only be had with each other: what no single guide shows.

import { byId, h } from "../dom.js";

export function showCircles(circles) {
  byId("circles").hidden = !circles.length;
  byId("circle-rows").replaceChildren(...circles.map(row));
}

function row(each) {
  return h(
    "li",
    {},
    h("a", { href: `/documents/${each.document}` }, each.item),
    `要“${each.material}”，这是`,
    h("a", { href: `/documents/${each.giver_document}` }, each.giver),
    `的结果，而它又要用到“${each.item}”的结果，请由部门之间核对，取消一头。`,
  );
}
