// The desk's result as a file: made by the server from the same text again, so that it is the same program's work.

import { h } from "../dom.js";
import { save } from "../saving.js";
import { bodyOf } from "./check.js";

const FORMATS = { xlsx: "表格（xlsx）", docx: "Word（docx）", json: "数据（json）" };

export function exportsOf({ what, asOf }) {
  const buttons = Object.entries(FORMATS).map(([format, words]) => {
    const click = () => save("POST", `/citations/export/${format}`, bodyOf(what, asOf));
    return h("button", { type: "button", data: { format }, on: { click } }, words);
  });
  return h("div", { class: "row wrap", role: "group", "aria-label": "导出" }, h("span", { class: "small quiet" }, "导出"), buttons);
}
