// What could not be read or decided: shown, never only logged.

import { h } from "../dom.js";

export function noticesPane(pane, notices, jump) {
  if (!notices.length) {
    pane.replaceChildren(h("p", { class: "empty" }, "没有读不懂的地方。"));
    return;
  }
  pane.replaceChildren(h("ul", { class: "notices" }, notices.map((notice) => row(notice, jump))));
}

function row(notice, jump) {
  const go = notice.span
    ? h("div", {}, h("button", { type: "button", class: "plain-button", on: { click: () => jump(notice.span) } }, "到文件里看"))
    : null;
  return h("li", {}, notice.message, go);
}
