// The legal bases of a guide with their verdicts, as cards that jump.

import { h } from "../dom.js";
import { VERDICTS } from "../words.js";
import { citationTitle } from "./cards.js";

export function citationsPane(pane, guides, jump) {
  const all = guides.flatMap((guide) => guide.citations);
  if (!all.length) {
    pane.replaceChildren(h("p", { class: "empty" }, "没有认出引用的法律法规。"));
    return;
  }
  pane.replaceChildren(h("ul", { class: "cards" }, all.map((citation) => row(citation, jump))));
}

function row(citation, jump) {
  const [words, kind] = VERDICTS[citation.verdict] ?? [citation.verdict, ""];
  return h(
    "li",
    { class: "finding" },
    h(
      "button",
      { type: "button", class: "jump", on: { click: () => jump(citation.span) } },
      h("span", { class: `tag ${kind}` }, words),
      h("span", { class: "title" }, citationTitle(citation)),
    ),
    h("p", { class: "says" }, citation.because),
    citation.successor ? h("p", { class: "instead" }, h("b", {}, "现行："), citation.successor) : null,
  );
}
