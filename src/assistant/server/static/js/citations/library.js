// The law library: find a law by name or words, read its articles as of a day.

import { get } from "../api.js";
import { byId, h } from "../dom.js";

export function startLibrary() {
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    find(byId("words").value.trim());
  });
  return (title) => {
    byId("words").value = title;
    return find(title);
  };
}

async function find(words) {
  if (!words) return;
  const box = byId("laws");
  box.replaceChildren(h("p", { class: "waiting quiet" }, "正在查找…"));
  try {
    const found = await get(`/laws?q=${encodeURIComponent(words)}`);
    const rows = [...found.laws.map(law), ...(found.articles ?? []).map(hit)];
    box.replaceChildren(note(found), ...(rows.length ? rows : [h("p", { class: "empty" }, "没有找到。换个说法再试，或只写名称里的几个字。")]));
  } catch (fault) {
    box.replaceChildren(h("p", { class: "fault", role: "alert" }, fault.message));
  }
}

function note(found) {
  const words = "没有装法规库，只能查到名称、施行日期和条数。要看条文，请管理员用 jianzheng laws import 导入。";
  return found.with_texts === false ? h("p", { class: "quiet small" }, words) : "";
}

function law(each) {
  const box = h("div", { class: "articles", hidden: true, tabindex: 0 });
  const about = [each.level, each.status, each.version && `${each.version}文本`, each.articles && `共${each.articles}条`];
  const open = h("button", { type: "button", "aria-expanded": "false", on: { click: () => toggle(open, box, each.title) } }, "看条文");
  return h(
    "article",
    { class: "law" },
    h("div", { class: "row spread wrap" }, h("div", {}, h("h3", {}, each.title), h("p", { class: "small quiet" }, about.filter(Boolean).join("，"))), open),
    box,
  );
}

async function toggle(open, box, title) {
  const show = box.hidden;
  box.hidden = !show;
  open.setAttribute("aria-expanded", String(show));
  if (!show || box.childElementCount) return;
  try {
    const day = byId("as-of").value;
    const { articles } = await get(`/laws/${encodeURIComponent(title)}/articles${day ? `?as_of=${day}` : ""}`);
    box.replaceChildren(...articles.map(({ label, text }) => h("p", {}, h("b", {}, label), ` ${text}`)));
  } catch (fault) {
    box.replaceChildren(h("p", { class: "quiet" }, fault.message));
  }
}

function hit({ title, label, text }) {
  return h("article", { class: "law" }, h("h3", {}, `${title} ${label ?? ""}`), h("p", {}, text));
}
