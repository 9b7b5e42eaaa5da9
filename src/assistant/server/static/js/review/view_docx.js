// A Word document as it looks, tracked changes and all, by docx-preview; the bytes are the server's, only shown here.

import { bytes } from "../api.js";
import { h } from "../dom.js";
import { paint, show } from "./painting.js";
import { caretAt, TextMap, textNodes } from "./textmap.js";

const OPTIONS = {
  ignoreFonts: true,
  ignoreHeight: true,
  ignoreLastRenderedPageBreak: true,
  renderChanges: true,
  renderComments: false,
  renderAltChunks: false,
  useBase64URL: true,
  h: element,
};

/** `places`: which stretch of the reading text is in which paragraph (the n-th w:p of the document). */
export async function createDocxView(box, review, path, places) {
  const host = h("div", { class: "docx-host" });
  const map = new TextMap();
  const nodes = await render(await bytes(path));
  style(nodes.filter((node) => node.nodeName === "STYLE"));
  host.append(...nodes.filter((node) => node.nodeName !== "STYLE"));
  for (const link of host.querySelectorAll("a[href]")) if (!link.getAttribute("href").startsWith("#")) link.removeAttribute("href");
  const { scrollTop } = box;
  box.replaceChildren(host);
  roomy(host);
  box.scrollTop = scrollTop;
  const paragraphs = [...host.querySelectorAll("article p")];
  align(review.text, places, paragraphs, map);
  return {
    editable: false,
    paint: (marks) => paint(map, marks),
    show: (span) => show(map, span),
    offsetAt(event) {
      const caret = caretAt(event);
      return caret && map.offset(...caret);
    },
  };
}

async function render(blob) {
  const parsed = await window.docx.parseAsync(blob, OPTIONS);
  return [...(await window.docx.renderDocument(parsed, OPTIONS))];
}

/** Style elements would need an unsafe policy; the same rules in constructed sheets do not. */
function style(elements) {
  const kept = document.adoptedStyleSheets.filter((sheet) => !sheet.ofDocx);
  const made = elements.map((each) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(each.textContent);
    sheet.ofDocx = true;
    return sheet;
  });
  document.adoptedStyleSheets = [...kept, ...made];
}

/** Single spacing is one em here, but 1.3 in Word for Chinese type: lines would cut into each other. */
function roomy(host) {
  const tight = [...host.querySelectorAll("article p")].filter((paragraph) => {
    const { lineHeight, fontSize } = getComputedStyle(paragraph);
    return parseFloat(lineHeight) < 1.3 * parseFloat(fontSize);
  });
  for (const paragraph of tight) paragraph.style.lineHeight = "1.35";
}

/** docx-preview's way to elements, with styles set by the object model: style attributes are forbidden. */
function element(what) {
  if (typeof what === "string") return document.createTextNode(what);
  if (what instanceof Node) return what;
  const { ns, tagName, className, style: styles, children = [], ...props } = what;
  if (tagName === "#fragment") return append(document.createDocumentFragment(), children);
  if (tagName === "#comment") return document.createComment(children[0] ?? "");
  const made = ns ? document.createElementNS(ns, tagName) : document.createElement(tagName);
  if (className) made.setAttribute("class", className);
  if (typeof styles === "string") made.style.cssText = styles;
  else if (styles) Object.assign(made.style, styles);
  for (const [name, value] of Object.entries(props)) if (value !== undefined) made[name] = value;
  return append(made, children ?? []);
}

function append(made, children) {
  for (const child of children) made.appendChild(element(child));
  return made;
}

/**
 * Every stretch is looked for in its own paragraph, behind the one before it; if a text box has moved the count,
 * in the paragraphs beside it.
 */
function align(text, places, paragraphs, map) {
  const cursors = new Map();
  for (const place of places) {
    const quote = text.slice(place.start, place.start + place.length);
    if (!quote.trim()) continue;
    for (const step of [0, 1, -1, 2, -2, 3, -3]) {
      const paragraph = paragraphs[place.paragraph + step];
      if (paragraph && placed(paragraph, quote, place.start, cursors, map)) break;
    }
  }
  map.sort();
}

function placed(paragraph, quote, start, cursors, map) {
  const nodes = textNodes(paragraph);
  const whole = nodes.map((node) => node.data).join("");
  const at = whole.indexOf(quote, cursors.get(paragraph) ?? 0);
  if (at < 0) return false;
  cursors.set(paragraph, at + quote.length);
  let passed = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(at, passed), Math.min(at + quote.length, passed + node.data.length)];
    if (from < to) map.add(start + from - at, node, from - passed, to - from);
    passed += node.data.length;
  }
  return true;
}
