// Files to the server and the job they become: shared by the first page and by a department's.

import { Fault, follow, post, remove } from "../api.js";
import { byId, h, say } from "../dom.js";
import { STATES, unnamed } from "../words.js";

/** All files below what was dropped, folders opened. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  return (await Promise.all(entries.map(below))).flat();
}

async function below(entry) {
  if (entry.isFile) {
    const file = await new Promise((done, fail) => entry.file(done, fail));
    file.within = entry.fullPath?.slice(1); // files of one name in two folders are two guides
    return [file];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const each of some) found.push(...(await below(each)));
  }
}

/** What systems leave lying in folders is nothing to review. */
const ours = (file) => !file.name.startsWith(".") && !file.name.startsWith("~$") && file.name !== "Thumbs.db";

export function send(files, department, asOf) {
  const wanted = files.filter(ours);
  if (!wanted.length) throw new Fault("没有可以审查的文件。", "nothing", 0);
  const form = new FormData();
  for (const file of wanted) form.append("files", file, file.webkitRelativePath || file.within || file.name);
  if (department) form.append("department", department);
  if (asOf) form.append("as_of", asOf);
  return post("/documents", form);
}

/** Shows the job until it is over; its id stays in the address, so a reload finds it again. */
export async function watch(id) {
  const address = new URL(location.href);
  address.searchParams.set("job", id);
  history.replaceState(null, "", address);
  byId("job").hidden = false;
  byId("cancel").hidden = false;
  byId("cancel").onclick = () => remove(`/jobs/${id}`).catch((fault) => say(fault.message, true));
  try {
    const job = await follow(id, show);
    byId("cancel").hidden = true;
    return job;
  } catch (fault) {
    byId("job").hidden = true;
    say(fault.message, true);
    return null;
  } finally {
    address.searchParams.delete("job");
    history.replaceState(null, "", address);
  }
}

function show(job) {
  const total = Math.max(job.total, 1);
  byId("job-title").textContent = { done: "审查完成", cancelled: "已停止", failed: "没有完成" }[job.state] ?? "正在审查";
  byId("job-words").textContent = told(job);
  byId("job-bar").max = total;
  byId("job-bar").value = job.done;
  byId("job-files").replaceChildren(...job.documents.map(row));
}

function told({ total, done, documents }) {
  const failed = documents.filter((file) => file.state === "failed").length;
  return `${total} 个文件，看完 ${done} 个` + (failed ? `，其中 ${failed} 个没有读成` : "");
}

function row(file) {
  const [words, kind] = STATES[file.state] ?? [file.state, ""];
  const name = file.state === "done" ? h("a", { href: `/documents/${file.id}` }, file.name) : file.name;
  return h(
    "li",
    {},
    h("span", { class: "name" }, name),
    h("span", { class: `tag ${kind}` }, words),
    file.state === "failed" && file.message ? h("span", { class: "words" }, unnamed(file.message, file.name)) : null,
  );
}
