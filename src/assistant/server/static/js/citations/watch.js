// The watch list: which of the guides kept here break when a law changes.

import { post } from "../api.js";
import { byId, h } from "../dom.js";
import { EFFECTS } from "../words.js";

export function startWatch() {
  byId("watch").addEventListener("submit", async (event) => {
    event.preventDefault();
    const box = byId("affected");
    box.replaceChildren(h("p", { class: "waiting quiet" }, "正在逐份核对…"));
    try {
      const found = await post("/watch", { law: byId("law").value.trim(), day: byId("day").value || null });
      box.replaceChildren(summary(found), table(found.provisions));
    } catch (fault) {
      box.replaceChildren(h("p", { class: "fault", role: "alert" }, fault.message));
    }
  });
}

function summary({ changes, files }) {
  if (!changes.length) return h("p", {}, `看了 ${files} 份指南。没有查到这部法有变动。`);
  const words = changes.map((change) => {
    const what = change.new ? `${change.on} 起施行新文本` : `${change.on} 废止`;
    return `《${change.title}》${what}${change.successor ? `，由《${change.successor}》取代` : ""}`;
  });
  return h("p", {}, `看了 ${files} 份指南。${words.join("；")}。`);
}

function table(provisions) {
  if (!provisions.length) return h("p", { class: "empty card" }, "没有指南引用这部法。");
  const head = ["影响", "事项", "引用", "说明"].map((words) => h("th", { scope: "col" }, words));
  return h("div", { class: "scroll" }, h("table", { class: "rows" }, h("thead", {}, h("tr", {}, head)), h("tbody", {}, provisions.map(row))));
}

function row(each) {
  const [words, kind] = EFFECTS[each.effect] ?? [each.effect, ""];
  const item = each.document ? h("a", { href: `/documents/${each.document}` }, each.item_name || each.file) : each.item_name || each.file;
  return h(
    "tr",
    {},
    h("td", {}, h("span", { class: `tag ${kind}` }, words)),
    h("td", {}, item, h("div", { class: "small quiet" }, [each.department, each.place].filter(Boolean).join("，"))),
    h("td", {}, each.citation.written),
    h("td", {}, each.because, each.now_at ? `（现在是${each.now_at}）` : ""),
  );
}
