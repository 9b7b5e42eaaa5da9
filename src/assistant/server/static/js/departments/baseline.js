// The list of basic items: uploaded once, every department is compared with it.

import { get, post } from "../api.js";
import { byId, h, say } from "../dom.js";
import { watch } from "../upload/send.js";

const RESULTS = { 一致: "good", 名称不同: "warn", 类型不同: "warn", 本级多出: "bad", 本级缺少: "bad", 需拆分合并: "warn" };

/** `changed` is called when every item was compared anew. */
export function startBaseline(path, changed) {
  byId("pick-baseline").addEventListener("click", () => byId("baseline-file").click());
  byId("baseline-file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (!file) return;
    const form = new FormData();
    form.append("file", file, file.name);
    try {
      const { job } = await post("/baseline", form);
      say("清单已换上，各事项重新比对。");
      if (job) await watch(job);
      await show(path);
      await changed();
    } catch (fault) {
      say(fault.message, true);
    }
  });
  show(path);
}

async function show(path) {
  try {
    const { baseline } = await get("/baseline");
    if (!baseline) return;
    byId("baseline-words").textContent = `正在用的清单：${baseline.name}，共 ${baseline.items} 项。`;
    byId("pick-baseline").textContent = "换一份清单";
    const { departments } = await get("/departments");
    if (!departments.some((each) => path.endsWith(encodeURIComponent(each.name)))) return;
    const found = await get(path);
    byId("baseline-rows").replaceChildren(...tableOf(found.baseline?.rows ?? []));
  } catch (fault) {
    if (fault.status !== 404) say(fault.message, true);
  }
}

function tableOf(rows) {
  if (!rows.length) return [];
  const heads = ["结果", "本级事项", "清单事项", "说明"].map((words) => h("th", { scope: "col" }, words));
  return [h("table", { class: "rows" }, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows.map(row)))];
}

function row(each) {
  return h(
    "tr",
    {},
    h("td", {}, h("span", { class: `tag ${RESULTS[each.result] ?? ""}` }, each.result)),
    h("td", {}, each.own ?? "无"),
    h("td", {}, each.listed ?? "无", each.code ? h("div", { class: "small quiet" }, each.code) : null),
    h("td", {}, each.words ?? ""),
  );
}
