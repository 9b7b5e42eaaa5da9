// Changing the text: all of it in place for plain text, a paragraph at a time for Word.

import { patch, put } from "../api.js";
import { byId, debounced, h, say } from "../dom.js";

const WAIT = 250; // ms without a key before the text is sent

/** `adopt(answer, sameText)` takes over a refreshed review. */
export function editor(path, state, adopt) {
  const button = byId("edit");
  let asked = 0;
  const send = async (ask, sameText) => {
    const mine = ++asked;
    byId("refreshing").hidden = false;
    try {
      const answer = await ask();
      if (mine === asked) await adopt(answer, sameText); // an older answer than the text on the screen is void
    } catch (fault) {
      if (mine === asked) say(fault.message, true);
    } finally {
      if (mine === asked) byId("refreshing").hidden = true;
    }
  };
  const changed = debounced((text) => send(() => put(`${path}/text`, { text }), true), WAIT);
  const on = () => button.getAttribute("aria-pressed") === "true";
  button.addEventListener("click", () => {
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
  words.addEventListener("input", debounced(() => send(() => patch(`${path}/paragraphs`, changes()), false), WAIT));
  const done = h("button", { type: "button", on: { click: close } }, "改完了");
  byId("panel").append(h("div", { class: "paragraph-editor" }, h("label", {}, "改这一段（会在文件里留下修订）", words), done));
  words.focus();
}
