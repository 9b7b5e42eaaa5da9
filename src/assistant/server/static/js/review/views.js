// Which view a format gets.

import { get } from "../api.js";
import { h } from "../dom.js";
import { createDocxView } from "./view_docx.js";
import { createPdfView } from "./view_pdf.js";
import { createTextView } from "./view_text.js";

/** `redraw`: the view shows the server's copy, so every decision makes it new. */
export async function openView(box, path, state) {
  try {
    return await made(box, path, state);
  } finally {
    box.setAttribute("aria-busy", "false");
  }
}

async function made(box, path, { review, version }) {
  const { format } = review.source;
  if (format === "docx" && window.docx) return word(box, path, review, version);
  if (format.startsWith("pdf")) {
    const boxes = await get(`${path}/boxes`);
    return createPdfView(box, `/api/v1${path}`, boxes);
  }
  return createTextView(box, review);
}

async function word(box, path, review, version) {
  try {
    const { paragraphs } = await get(`${path}/places`);
    const view = await createDocxView(box, review, `${path}/view.docx?v=${version}`, paragraphs);
    return { ...view, redraw: true, places: paragraphs };
  } catch (fault) {
    const view = createTextView(box, review);
    box.prepend(h("p", { class: "hint-line" }, `这份文件不能按原样显示，下面是读出的文字。${fault.code ? fault.message : ""}`));
    return view;
  }
}
