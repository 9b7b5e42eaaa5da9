// A document that is still in the queue is waited for.

import { Fault, get } from "../api.js";
import { h } from "../dom.js";
import { unnamed } from "../words.js";

export async function ready(path, view) {
  for (let turn = 0; ; turn += 1) {
    const file = await get(path);
    if (file.state === "done") return file;
    if (file.state === "failed") throw new Fault(unnamed(file.message, file.name) ?? "这份文件没有读成。", file.code ?? "failed", 0);
    if (file.state === "cancelled") throw new Fault("这份文件的审查已停止，请重新上传。", "cancelled", 0);
    view.replaceChildren(h("p", { class: "quiet waiting" }, file.state === "queued" ? "正在排队…" : "正在审查…"));
    await new Promise((done) => setTimeout(done, Math.min(250 * (turn + 1), 2000)));
  }
}
