// Paste or upload; every citation with its verdict and the article beside it.

import { post } from "../api.js";
import { byId, h } from "../dom.js";
import { VERDICTS } from "../words.js";
import { exportsOf } from "./exporting.js";

let last = null;
let filter = null;

export function startCheck() {
  byId("check").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("text").value;
    if (text.trim()) check({ text, name: "粘贴的文字" });
    else fault("请先粘贴要核对的文字，或者选择文件。");
  });
  byId("pick").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) check({ file });
  });
}

function fault(words) {
  byId("fault").textContent = words;
  byId("fault").hidden = false;
}

async function check(what) {
  byId("fault").hidden = true;
  const box = byId("result");
  box.replaceChildren(h("p", { class: "waiting quiet" }, "正在核对…"));
  const asOf = byId("as-of").value;
  try {
    last = { what, asOf, found: await post("/citations", bodyOf(what, asOf)) };
    filter = null;
    draw();
  } catch (error) {
    box.replaceChildren();
    fault(error.message);
  }
}

/** A file goes as a form, text as JSON. */
export function bodyOf(what, asOf) {
  if (!what.file) return { text: what.text, name: what.name, as_of: asOf || null };
  const form = new FormData();
  form.append("file", what.file, what.file.name);
  if (asOf) form.append("as_of", asOf);
  return form;
}

function draw() {
  const { found } = last;
  const shown = found.citations.filter((each) => !filter || each.verdict === filter);
  const items = shown.map((each) => row(each, found));
  byId("result").replaceChildren(
    bar(found),
    ...found.notices.map((notice) => h("p", { class: "quiet small" }, notice.message)),
    items.length ? h("ul", { class: "cited" }, items) : h("p", { class: "empty card" }, "没有认出引用的法律法规。"),
  );
}

function bar(found) {
  const counts = new Map();
  for (const { verdict } of found.citations) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const chip = (verdict, words, count) =>
    h(
      "button",
      { type: "button", "aria-pressed": String(filter === verdict), on: { click: () => ((filter = verdict), draw()) } },
      words,
      h("span", { class: "count" }, String(count)),
    );
  const chips = [...counts].map(([verdict, count]) => chip(verdict, VERDICTS[verdict]?.[0] ?? verdict, count));
  return h(
    "div",
    { class: "verdicts" },
    h("div", { class: "chips", role: "group", "aria-label": "只看一种结论" }, chip(null, "全部", found.citations.length), chips),
    exportsOf(last),
  );
}

function row(citation, found) {
  const [words, kind] = VERDICTS[citation.verdict] ?? [citation.verdict, ""];
  const guide = found.guides.find((each) => each.id === citation.guide);
  const where = [guide?.item_name, citation.place].filter(Boolean).join("，");
  return h(
    "li",
    { class: kind, data: { verdict: citation.verdict } },
    h(
      "div",
      {},
      h("span", { class: `tag ${kind === "unknown" ? "" : kind}` }, words),
      h("h3", {}, citation.written),
      h("p", {}, citation.because),
      citation.successor ? h("p", {}, `现行的是《${citation.successor}》。`) : null,
      citation.quoted_from ? h("p", {}, `抄的其实是${citation.quoted_from}的文字。`) : null,
      citation.quoted_version ? h("p", {}, `抄的是${citation.quoted_version}旧文本的文字。`) : null,
      h("p", { class: "small quiet" }, where),
    ),
    article(citation),
  );
}

function article(citation) {
  const law = citation.law_text;
  if (!law) return h("div", { class: "article quiet" }, missing(citation));
  return h("div", { class: "article", tabindex: 0, "aria-label": "条文" }, h("h4", {}, `条文（${law.version}文本）`), ...marked(law));
}

const missing = (citation) =>
  citation.resolved ? "法规库里没有装这部法的文本，看不到条文。请管理员用 jianzheng laws import 导入。" : "没有认出是哪一部法，看不到条文。";

/** The 款 or 项 that is cited stands out in its article. */
function marked({ article, cited }) {
  const at = cited && cited !== article ? article.indexOf(cited) : -1;
  if (at < 0) return [article];
  return [article.slice(0, at), h("mark", {}, cited), article.slice(at + cited.length)];
}
