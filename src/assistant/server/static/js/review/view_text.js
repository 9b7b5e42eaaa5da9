// A document as its reading text: lines, tables where cells are parted by tabs, and an editor for plain text.

import { h } from "../dom.js";
import { clearNow, paint, show } from "./painting.js";
import { caretAt, TextMap, textNodes } from "./textmap.js";

const SOURCE_FORMATS = ["txt", "md"];

export function createTextView(box, review) {
  let map = new TextMap();
  let text = review.text;
  const plain = SOURCE_FORMATS.includes(review.source.format);
  const body = h("div", { class: "plain" });
  box.replaceChildren(body);
  draw(body, review, plain, map);
  return {
    editable: plain,
    paint: (marks) => paint(map, marks),
    show: (span) => show(map, span),
    offsetAt: (event) => {
      const caret = caretAt(event);
      return caret && map.offset(...caret);
    },
    /** A review of the text on the screen: nothing is drawn anew, so the caret stays. */
    refresh(next) {
      if (next.text !== text || !body.isContentEditable) {
        text = next.text;
        map = new TextMap();
        draw(body, next, plain, map);
      } else map = mapped(body);
    },
    edit(on, changed) {
      body.toggleAttribute("contenteditable", on);
      if (!on) return;
      body.setAttribute("contenteditable", "plaintext-only");
      body.setAttribute("role", "textbox");
      body.setAttribute("aria-multiline", "true");
      body.setAttribute("aria-label", "指南文字");
      body.replaceChildren(document.createTextNode(text));
      map = mapped(body);
      clearNow();
      body.oninput = () => {
        text = body.textContent;
        changed(text);
      };
      body.focus();
    },
  };
}

function mapped(body) {
  const map = new TextMap();
  let start = 0;
  for (const node of textNodes(body)) {
    map.add(start, node);
    start += node.data.length;
  }
  return map;
}

function draw(body, review, plain, map) {
  const titles = new Set(review.guides.flatMap((guide) => guide.sections.map((section) => section.span[0])));
  const made = [];
  let table = null;
  let start = 0;
  for (const line of review.text.split("\n")) {
    if (!plain && line.includes("\t")) {
      if (!table) made.push((table = h("table")));
      table.append(row(line, start, map));
    } else {
      table = null;
      made.push(paragraph(line, start, map, headingOf(line, start, review, titles)));
    }
    start += line.length + 1;
  }
  for (const each of made) if (each.tagName === "TABLE") evened(each);
  body.replaceChildren(...made);
}

/** Rows whose last cells are empty end early in the text; the last cell takes their place. */
function evened(table) {
  const widest = Math.max(...[...table.rows].map((each) => each.cells.length));
  for (const { cells } of table.rows) if (cells.length < widest) cells[cells.length - 1].colSpan = widest - cells.length + 1;
}

function headingOf(line, start, review, titles) {
  if (start === 0 && line.trim() && line.length < 40) return "line title";
  return titles.has(start) && line.length < 30 ? "line heading" : "line";
}

function row(line, start, map) {
  let at = start;
  const cells = line.split("\t").map((cell) => {
    const node = document.createTextNode(cell);
    map.add(at, node);
    at += cell.length + 1;
    return h("td", {}, node);
  });
  return h("tr", {}, cells);
}

function paragraph(line, start, map, kind) {
  const node = document.createTextNode(line);
  map.add(start, node);
  return h("div", { class: kind }, node);
}
