// The first page: files in, progress, what was reviewed lately.

import { get, remove } from "../api.js";
import { byId, h, say, today } from "../dom.js";
import { moment, percent, STATES, unnamed } from "../words.js";
import { dropped, send, watch } from "./send.js";

today(byId("as-of"));

const drop = byId("drop");

byId("pick-files").addEventListener("click", () => byId("files").click());
byId("pick-folder").addEventListener("click", () => byId("folder").click());
for (const id of ["files", "folder"]) {
  byId(id).addEventListener("change", (event) => {
    const files = [...event.target.files];
    event.target.value = "";
    begin(files);
  });
}
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("over");
});
document.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  begin(await dropped(event.dataTransfer));
});

async function begin(files) {
  if (!files.length) return;
  try {
    const answer = await send(files, byId("department").value.trim(), byId("as-of").value);
    await finish(answer.job, answer.documents.length === 1);
  } catch (fault) {
    say(fault.message, true);
  }
}

/** One file: straight to its review. Several: the list says which is ready. */
async function finish(id, single) {
  const job = await watch(id);
  const ready = job?.documents.filter((file) => file.state === "done") ?? [];
  if (single && ready.length === 1) location.assign(`/documents/${ready[0].id}`);
  else await recent();
}

async function recent() {
  const box = byId("recent");
  try {
    const { documents } = await get("/documents?limit=30");
    box.replaceChildren(...documents.slice(0, 30).map(row));
    if (!documents.length) box.append(h("div", { class: "empty" }, "还没有文件。把第一份办事指南放上来吧。"));
  } catch (fault) {
    box.replaceChildren(h("div", { class: "empty" }, fault.message));
  }
  box.setAttribute("aria-busy", "false");
}

function row(file) {
  const [words, kind] = STATES[file.state] ?? [file.state, ""];
  const about = [file.department, file.updated ? moment(file.updated) : null].filter(Boolean).join("，");
  const cells = [
    h("span", { class: "name" }, file.name, h("span", { class: "about" }, unnamed(file.message, file.name) ?? about)),
    figures(file.summary),
    h("span", { class: `tag ${kind}` }, words),
  ];
  const link = file.state === "failed" ? h("div", {}, ...cells) : h("a", { href: `/documents/${file.id}` }, ...cells);
  return h("div", { class: "entry" }, link, deleteButton(file));
}

/** Asks once more on the same button: no dialog to miss, nothing gone by a slip. */
function deleteButton(file) {
  let sure = false;
  const button = h("button", { type: "button", class: "plain-button", "aria-label": `删除 ${file.name}` }, "删除");
  const calm = () => {
    sure = false;
    button.textContent = "删除";
  };
  button.addEventListener("blur", calm);
  button.addEventListener("click", async () => {
    if (!sure) {
      sure = true;
      button.textContent = "确定删除？";
      return;
    }
    try {
      await remove(`/documents/${file.id}`);
      say(`已删除：${file.name}`);
    } catch (fault) {
      say(fault.message, true);
    }
    await recent();
  });
  return button;
}

function figures(summary) {
  if (!summary) return h("span", { class: "figures" });
  if (!summary.items.length) return h("span", { class: "figures quiet" }, "不是办事指南，或没有认出事项");
  const [old, now] = [summary.before.materials, summary.after.materials];
  const share = old ? `，减 ${percent((old - now) / old)}` : "";
  return h("span", { class: "figures" }, "材料 ", h("b", {}, String(old)), " → ", h("b", {}, String(now)), share);
}

async function known() {
  const { departments } = await get("/departments");
  byId("known-departments").append(...departments.map((each) => h("option", { value: each.name })));
}

known().catch(() => {});
const job = new URLSearchParams(location.search).get("job");
recent();
if (job) finish(job, false);
