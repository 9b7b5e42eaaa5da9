// Colours on a text without touching it: the CSS Custom Highlight API.

const NAMES = ["cut", "verify", "commit", "internal", "replace", "merge", "rewrite", "shorten", "review", "gone"];

/** Browsers before 2022 cannot: there the jump still scrolls and outlines the paragraph. */
export const canPaint = "highlights" in CSS;

/** `marks`: [{name, span}], "gone" for what was taken out. */
export function paint(map, marks) {
  if (!canPaint) return;
  for (const name of NAMES) {
    const ranges = marks.filter((mark) => mark.name === name).flatMap((mark) => map.ranges(mark.span));
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
  }
}

/** Shows one place: painted over all else, brought into the middle. */
export function show(map, span) {
  for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
  const ranges = map.ranges(span);
  if (canPaint) {
    const now = new Highlight(...ranges);
    now.priority = 1;
    CSS.highlights.set("now", now);
  }
  const element = ranges[0]?.startContainer.parentElement;
  if (!element) return false;
  if (!canPaint) element.closest("p, td, .line")?.classList.add("here");
  element.scrollIntoView({ block: "center", inline: "nearest" });
  return true;
}

export function clearNow() {
  if (canPaint) CSS.highlights.delete("now");
}
