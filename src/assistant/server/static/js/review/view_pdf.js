// PDF pages as pictures, with a box over every place.

import { h, svg } from "../dom.js";

/** `boxes`: {pages: [{page, width, height}], segments: [{start, end, page, box: [x0, top, x1, bottom]}]}, in points. */
export function createPdfView(box, path, boxes) {
  const layers = new Map();
  const sheets = boxes.pages.map(({ page, width, height }) => {
    const layer = svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
    layers.set(page, layer);
    const picture = h("img", { src: `${path}/pages/${page}.png`, alt: `第${page}页`, loading: "lazy", width, height });
    return h("div", { class: "sheet-page" }, picture, layer);
  });
  box.replaceChildren(...sheets);
  return {
    editable: false,
    paint(marks) {
      for (const layer of layers.values()) layer.replaceChildren();
      for (const mark of marks) for (const part of partsOf(boxes.segments, mark.span)) put(layers.get(part.page), part, mark);
    },
    show(span) {
      let first = null;
      for (const layer of layers.values()) {
        for (const rect of layer.querySelectorAll("rect")) {
          const on = rect.dataset.start === String(span[0]);
          rect.classList.toggle("now", on);
          if (on) first ??= rect;
        }
      }
      (first ?? pageOf(boxes.segments, span, layers))?.scrollIntoView({ block: "center" });
      return first !== null;
    },
    offsetAt(event) {
      const start = event.target.dataset?.start;
      return start === undefined ? null : Number(start);
    },
  };
}

function put(layer, { box: [x0, top, x1, bottom] }, mark) {
  if (!layer) return;
  const name = mark.name === "gone" ? "cut" : mark.name;
  const at = { x: x0 - 1, y: top - 1, width: x1 - x0 + 2, height: bottom - top + 2, rx: 2 };
  layer.append(svg("rect", { ...at, class: `is-${name}`, data: { start: mark.span[0] } }));
  const middle = (top + bottom) / 2;
  if (mark.name === "gone") layer.append(svg("line", { class: "gone", x1: x0, x2: x1, y1: middle, y2: middle }));
}

/** The boxes of a span; a segment that it covers in part is cut by characters. */
function partsOf(segments, [start, end]) {
  return segments
    .filter((segment) => segment.start < end && segment.end > start)
    .map((segment) => {
      const [x0, top, x1, bottom] = segment.box;
      const wide = (x1 - x0) / Math.max(1, segment.end - segment.start);
      const [from, to] = [Math.max(start, segment.start), Math.min(end, segment.end)];
      return { page: segment.page, box: [x0 + (from - segment.start) * wide, top, x0 + (to - segment.start) * wide, bottom] };
    });
}

function pageOf(segments, [start]) {
  const segment = segments.find((each) => each.end > start);
  return segment ? document.querySelectorAll(".sheet-page")[segment.page - 1] : null;
}
