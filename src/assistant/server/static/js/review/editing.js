// Changing the text: all of it in place for plain text, a paragraph at a time for Word.

import { patch, put } from "../api.js";
import { byId, debounced, h, say } from "../dom.js";

const WAIT = 250; // ms without a key before the text is sent

/** `adopt(answer, sameText)` takes over a refreshed review. */
export function editor(path, state, adopt) {
  const button = byId("edit");
  const send = oneByOne(adopt);
  const changed = debounced((text) => send(() => put(`${path}/text`, { text }), true), WAIT);
  addEventListener("pagehide", changed.now);
  const on = () => button.getAttribute("aria-pressed") === "true";
  button.addEventListener("click", () => {
    changed.now();
    button.setAttribute("aria-pressed", String(!on()));
    button.textContent = on() ? "改完了" : "改文字";
    if (state.view.editable) {
      state.view.edit(on(), changed);
      state.view.refresh(state.review);
      adopt({ review: state.review, version: state.version }, true);
    } else if (on()) say("点文件里的一段，就可以改它。");
    else close();
  });
  return {
    /** Formats that can be changed here show the button. */
    offer() {
      button.hidden = !(state.view.editable || state.view.redraw);
    },
    clicked(offset) {
      if (on() && state.view.redraw) paragraph(path, state, offset, send);
    },
    paragraph: (offset) => paragraph(path, state, offset, send),
  };
}

/**
 * One request at a time, so that an older text never overtakes a newer one; of those that wait the last counts, and
 * an answer is shown only where nothing newer waits.
 */
function oneByOne(adopt) {
  let waiting = null;
  let running = false;
  return async (ask, sameText) => {
    waiting = [ask, sameText];
    if (running) return;
    running = true;
    byId("refreshing").hidden = false;
    while (waiting) {
      const [next, same] = waiting;
      waiting = null;
      try {
        const answer = await next();
        if (!waiting) await adopt(answer, same);
      } catch (fault) {
        if (!waiting) say(fault.message, true);
      }
    }
    running = false;
    byId("refreshing").hidden = true;
  };
}

function close() {
  document.querySelector(".paragraph-editor")?.remove();
}

/** The paragraph at `offset`, as text to change: sent while one writes. */
function paragraph(path, state, offset, send) {
  const segments = state.view.places.filter((each) => each.length);
  const here = segments.find((each) => each.start <= offset && offset <= each.start + each.length);
  if (!here) return;
  close();
  const own = segments.filter((each) => each.paragraph === here.paragraph && !each.generated);
  const text = own.map((each) => state.review.text.slice(each.start, each.start + each.length)).join("");
  const words = h("textarea", { "aria-label": "这一段的文字" });
  words.value = text;
  const changes = () => ({ changes: [{ paragraph: here.paragraph, text: words.value }] });
  const changed = debounced(() => send(() => patch(`${path}/paragraphs`, changes()), false), WAIT);
  words.addEventListener("input", changed);
  words.addEventListener("blur", changed.now);
  const done = h("button", { type: "button", on: { click: close } }, "改完了");
  byId("panel").append(h("div", { class: "paragraph-editor" }, h("label", {}, "改这一段（会在文件里留下修订）", words), done));
  words.focus();
}
