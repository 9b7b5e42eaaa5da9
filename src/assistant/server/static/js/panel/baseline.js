// What the guide asks for against the list of basic items.

import { h } from "../dom.js";

const DECISIONS = { same: ["一致", "good"], renamed: ["名称不同", "warn"], extra: ["本级多出", "bad"], unsure: ["请核对", ""] };

export const compared = (guides) => guides.some((guide) => guide.baseline);

export function baselinePane(pane, guides, jump) {
  pane.replaceChildren(...guides.filter((guide) => guide.baseline).flatMap((guide) => section(guide, jump)));
}

function section(guide, jump) {
  const item = guide.baseline;
  const listed = item.name ? `清单里的事项：${item.name}${item.code ? `（${item.code}）` : ""}` : "清单里没有找到这个事项。";
  return [
    h("h2", { class: "group" }, guide.item_name || "未命名的事项"),
    h("p", { class: "small quiet" }, listed),
    h("ul", { class: "cards" }, guide.materials.map((material) => row(material, jump)), (item.missing ?? []).map(missing)),
  ];
}

function row(material, jump) {
  const [words, kind] = DECISIONS[material.baseline?.decision] ?? ["没有比较", ""];
  const name = material.baseline?.name;
  return h(
    "li",
    { class: "finding" },
    h(
      "button",
      { type: "button", class: "jump", on: { click: () => jump(material.span) } },
      h("span", { class: `tag ${kind}` }, words),
      h("span", { class: "title" }, material.name),
    ),
    name && name !== material.name ? h("p", { class: "says" }, `清单里叫：${name}`) : null,
  );
}

function missing(name) {
  const words = typeof name === "string" ? name : name.name;
  return h("li", { class: "finding" }, h("p", { class: "says" }, h("span", { class: "tag warn" }, "本级缺少"), ` ${words}`));
}
