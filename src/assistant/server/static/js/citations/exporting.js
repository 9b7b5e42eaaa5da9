// The desk's result as a file: made by the server from the same text again, so that it is the same program's work.

import { Fault } from "../api.js";
import { h, say } from "../dom.js";
import { bodyOf } from "./check.js";

const FORMATS = { xlsx: "表格（xlsx）", docx: "Word（docx）", json: "数据（json）" };

export function exportsOf(last) {
  const buttons = Object.entries(FORMATS).map(([format, words]) =>
    h("button", { type: "button", data: { format }, on: { click: () => save(last, format) } }, words),
  );
  return h("div", { class: "row wrap", role: "group", "aria-label": "导出" }, h("span", { class: "small quiet" }, "导出"), buttons);
}

async function save(last, format) {
  try {
    const body = bodyOf(last.what, last.asOf);
    const form = body instanceof FormData;
    const answer = await fetch(`/api/v1/citations/export/${format}`, {
      method: "POST",
      headers: form ? {} : { "Content-Type": "application/json" },
      body: form ? body : JSON.stringify(body),
    });
    if (!answer.ok) throw new Fault((await answer.json().catch(() => null))?.error?.message ?? "没有导出成功，请再试一次。");
    hand(await answer.blob(), `依据核查.${format}`);
  } catch (fault) {
    say(fault.message, true);
  }
}

function hand(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
