// All departments as tiles: what came in, how far it is.

import { get } from "../api.js";
import { byId, h } from "../dom.js";
import { percent } from "../words.js";

byId("open").addEventListener("submit", (event) => {
  event.preventDefault();
  const name = byId("name").value.trim();
  if (name) location.assign(`/departments/${encodeURIComponent(name)}`);
});

async function show() {
  const box = byId("departments");
  try {
    const { departments } = await get("/departments");
    box.replaceChildren(...departments.map(tile));
    if (!departments.length) box.replaceChildren(h("p", { class: "empty" }, "还没有部门。在上面写一个部门名称就能开始。"));
  } catch (fault) {
    box.replaceChildren(h("p", { class: "fault", role: "alert" }, fault.message));
  }
  box.setAttribute("aria-busy", "false");
}

function tile(each) {
  const [old, now] = [each.materials_before ?? 0, each.materials_after ?? 0];
  const share = old ? (old - now) / old : 0;
  return h(
    "a",
    { href: `/departments/${encodeURIComponent(each.name)}` },
    h("div", { class: "row spread" }, h("h2", {}, each.name), old ? h("span", { class: `tag ${each.met ? "good" : "warn"}` }, each.met ? "达到目标" : "还没达到") : null),
    h("div", { class: "big-figure" }, String(old), h("span", { "aria-label": "减到" }, "→"), String(now)),
    h("p", {}, `材料减少 ${percent(share)}，${each.documents} 份文件，${each.open ? `还有 ${each.open} 处没有定` : "都已经定了"}`),
  );
}

show();
