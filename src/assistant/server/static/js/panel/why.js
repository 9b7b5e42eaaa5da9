// Which rules all but held, asked of the server only when somebody opens it.

import { h } from "../dom.js";

/** What rules all but speak of one material or finding. `about`: {material} or {finding}; `explain(about)`: explain/1. */
export function nearly(words, about, explain) {
  const box = h("div", { class: "ground", "aria-live": "polite" });
  const details = h("details", { class: "lazy" }, h("summary", {}, words), box);
  details.addEventListener("toggle", () => details.open && !box.hasChildNodes() && load(box, about, explain));
  return details;
}

async function load(box, about, explain) {
  box.replaceChildren(h("p", { class: "quiet" }, "正在查…"));
  try {
    box.replaceChildren(...told(await explain(about)));
  } catch (fault) {
    box.replaceChildren(h("p", { class: "fault" }, fault.message));
  }
}

function told({ fired, nearly: near, kind }) {
  const rows = near.map((rule) => h("li", {}, h("b", {}, rule.title), h("br"), `不符合：${rule.missing}`));
  return [
    fired.length ? null : h("p", {}, known(kind)),
    rows.length ? h("ul", {}, rows) : h("p", {}, "没有别的规则接近符合。"),
  ].filter(Boolean);
}

/** The program's own numbers of kinds, “（P101）”, mean nothing to a clerk. */
function known(kind) {
  const sure = kind?.startsWith("认定为") || kind?.startsWith("不能确定");
  return sure ? kind.replace(/（P\d+）/, "") : "不是常见的证明或证照，只按这里写明的内容判断。";
}

/** The materials that stay because nothing speaks against them. Null where there are none. */
export function keptMaterials(guides, cards, explain, open) {
  const spoken = new Set(cards.filter((card) => card.target.type === "material").map((card) => card.key));
  const kept = guides.flatMap((guide) => guide.materials.filter((each) => !spoken.has(`${guide.id}/material/${each.id}`)));
  if (!kept.length) return null;
  const rows = kept.map((each) => h("li", {}, h("span", { class: "title" }, each.name), nearly("为什么不取消", { material: each.id }, explain)));
  return h("details", { class: "kept-materials", open }, h("summary", {}, `没有建议的材料（${kept.length} 份）`), h("ul", {}, rows));
}
