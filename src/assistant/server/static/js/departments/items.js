// The table of a department's items.

import { h } from "../dom.js";
import { percent, STATES, unnamed } from "../words.js";

const HEADS = [["事项"], ["必要材料", "n"], ["减少", "n"], ["环节", "n"], ["承诺时限", "n"], ["没有定", "n"], ["目标"]];

export function itemsTable(items, all) {
  if (!all) return h("p", { class: "empty" }, "这个部门还没有指南。点“加入指南”，或者把文件拖进来。");
  if (!items.length) return h("p", { class: "empty" }, "没有这样的事项。");
  const heads = HEADS.map(([words, kind]) => h("th", { scope: "col", class: kind }, words));
  return h("table", { class: "rows" }, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, items.map(row)));
}

function row(item) {
  const { before, after } = item;
  if (!before) return unread(item);
  return h(
    "tr",
    {},
    h("td", {}, h("a", { href: `/documents/${item.document}` }, item.item_name || "未命名的事项"), about(item)),
    h("td", { class: "n" }, pair(before.materials, after.materials)),
    h("td", { class: "n" }, percent(item.reached ?? 0)),
    h("td", { class: "n" }, before.steps ? pair(before.steps, after.steps) : "未写"),
    h("td", { class: "n" }, days(before.promised_days)),
    h("td", { class: "n" }, item.open ? String(item.open) : "无"),
    h("td", {}, h("span", { class: `tag ${item.met ? "good" : "warn"}` }, item.met ? "达到三分之一" : "还没达到")),
  );
}

const days = (promised) => (promised === null ? "未写" : promised ? `${promised}天` : "当场");

const about = (item) => h("span", { class: "about" }, [item.name, item.item_code].filter(Boolean).join("，"));

const pair = (old, now) => (old === now ? String(old) : [String(old), h("span", { class: "quiet", "aria-label": "减到" }, " → "), h("b", {}, String(now))]);

/** A file without a review stands in the table too: nothing is left out in silence. */
function unread(item) {
  const [words, kind] = STATES[item.state] ?? [item.state, ""];
  const name = item.name ?? item.item_name;
  const done = item.state === "done";
  const told = done ? "不是办事指南，或没有认出事项" : unnamed(item.message, item.name);
  return h(
    "tr",
    {},
    h("td", {}, done ? h("a", { href: `/documents/${item.document}` }, name) : name, told ? h("span", { class: "about" }, told) : null),
    h("td", { colspan: HEADS.length - 2 }),
    h("td", {}, h("span", { class: `tag ${kind}` }, words)),
  );
}
