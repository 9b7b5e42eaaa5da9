// Adapters over a little editor in the page, right ones and ones with planted faults, for test_adapters.py.

import { AnchorError } from "/static/js/panel/adapter.js";
import { contract, DOCUMENT } from "/static/js/panel/contract.js";
import { createMessageHost, serveHost, windowPort } from "/static/js/panel/host_message.js";
import { createPlainHost } from "/static/js/panel/host_plain.js";

const make = (tag, ...children) => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

function editor() {
  const root = make("div");
  root.contentEditable = "true";
  let table = null;
  for (const { text, table: cell } of DOCUMENT) {
    if (!cell) root.append(make("p", text));
    else {
      if (!table) root.append((table = make("table")));
      const row = table.rows[cell.row] ?? table.insertRow();
      row.append(make("td", text));
    }
  }
  document.body.append(root);
  return root;
}

const blocksOf = (root) => [...root.querySelectorAll("p, td")];

/** What every bench gives the contract, whatever adapter is on top. */
function tools(root, plain, adapter, close = () => {}) {
  return {
    adapter,
    async type(paragraph, offset, text) {
      const node = blocksOf(root)[paragraph].firstChild;
      node.insertData(offset, text);
      root.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    async selected() {
      const selection = getSelection();
      const at = blocksOf(root).findIndex((block) => block.contains(selection.anchorNode));
      return [at, selection.toString()];
    },
    comments: async () => plain.comments(),
    close() {
      close();
      root.remove();
    },
  };
}

async function plain() {
  const root = editor();
  const host = createPlainHost(root);
  return tools(root, host, host);
}

/** The panel's end is in a frame's window, as it is in an editor. */
async function message() {
  const root = editor();
  const host = createPlainHost(root);
  const frame = make("iframe");
  document.body.append(frame);
  const end = serveHost(host, windowPort(frame.contentWindow, "*"));
  const panelSide = {
    post: (words) => relay(frame, words),
    listen(heard) {
      const take = (event) => event.data?.jianzheng === 1 && heard(event.data);
      frame.contentWindow.addEventListener("message", take);
      return () => frame.contentWindow.removeEventListener("message", take);
    },
  };
  return tools(root, host, createMessageHost(panelSide), () => (end(), frame.remove()));
}

/** A message whose source is the frame: the editor's end hears no other. */
function relay(frame, words) {
  const data = structuredClone(words);
  dispatchEvent(new MessageEvent("message", { data, source: frame.contentWindow, origin: location.origin }));
}

const shifted = (by) => (anchor) => ({ ...anchor, offset: anchor.offset + by });
const methods = ["select", "remove", "removeRow", "replace", "comment"];
const all = (host, change) => Object.fromEntries(methods.map((name) => [name, (anchor, ...rest) => change(name, anchor, ...rest)]));

/** The quote made to fit whatever stands at the anchor. */
const fitted = async (host, anchor) => {
  const text = (await host.paragraphs())[anchor.paragraph]?.text ?? "";
  return { ...anchor, quote: text.slice(anchor.offset, anchor.offset + anchor.quote.length) };
};

const FAULTS = {
  "quote-unread": (host) => all(host, async (name, anchor, ...rest) => host[name](await fitted(host, anchor), ...rest)),
  "one-off": (host) => all(host, async (name, anchor, ...rest) => host[name](await fitted(host, shifted(1)(anchor)), ...rest)),
  "paragraph-before": (host) => all(host, async (name, anchor, ...rest) => host[name](await fitted(host, { ...anchor, paragraph: anchor.paragraph - 1 }), ...rest)),
  "first-equal-line": (host) => all(host, async (name, anchor, ...rest) => {
    const texts = (await host.paragraphs()).map((each) => each.text);
    const paragraph = texts[anchor.paragraph] === undefined ? anchor.paragraph : texts.indexOf(texts[anchor.paragraph]);
    return host[name]({ ...anchor, paragraph }, ...rest);
  }),
  "looked-for-elsewhere": (host) => all(host, async (name, anchor, ...rest) => {
    const texts = (await host.paragraphs()).map((each) => each.text);
    const paragraph = texts.findIndex((text) => text.includes(anchor.quote));
    return host[name]({ ...anchor, paragraph, offset: texts[paragraph]?.indexOf(anchor.quote) ?? 0 }, ...rest);
  }),
  "whole-paragraph": (host) => ({
    remove: async (anchor) => {
      const { text } = (await host.paragraphs())[anchor.paragraph];
      return host.remove({ ...anchor, offset: 0, quote: text });
    },
  }),
  "cell-for-row": (host) => ({ removeRow: (anchor) => host.replace(anchor, "") }),
  "row-or-paragraph": (host) => ({ removeRow: (anchor) => host.removeRow(anchor).catch(() => host.remove(anchor)) }),
  "added-not-replaced": (host) => ({ replace: (anchor, text) => host.replace(anchor, anchor.quote + text) }),
  "comment-in-text": (host) => ({ comment: (anchor, text) => host.replace(anchor, `${anchor.quote}（${text}）`) }),
  "comment-lost": (host) => ({ comment: (anchor) => host.select(anchor) }),
  "silent-refusal": (host) => all(host, (name, ...given) => host[name](...given).catch(() => null)),
  "plain-error": (host) => all(host, (name, ...given) => host[name](...given).catch((fault) => Promise.reject(fault instanceof AnchorError ? new Error("x") : fault))),
  "cells-as-paragraphs": (host) => ({ paragraphs: async () => (await host.paragraphs()).map((each) => ({ ...each, table: null })) }),
  "changes-untold": () => ({ onChange: () => () => {} }),
  "never-ends": (host) => ({ onChange: (callback) => (host.onChange(callback), () => {}) }),
};

async function faulty(name) {
  const root = editor();
  const host = createPlainHost(root);
  return tools(root, host, { ...host, ...FAULTS[name](host) });
}

/** A message from a window that is not the editor's must answer nothing and tell of no change. */
async function strangerHeard() {
  const frame = make("iframe");
  document.body.append(frame);
  const host = createMessageHost(windowPort(frame.contentWindow, "*"));
  let heard = false;
  host.onChange(() => (heard = true));
  dispatchEvent(new MessageEvent("message", { data: { jianzheng: 1, changed: true }, source: window }));
  frame.remove();
  return heard;
}

window.bench = {
  check: (name) => contract({ plain, message }[name]),
  checkFaulty: (name) => contract(() => faulty(name)),
  strangerHeard,
};
