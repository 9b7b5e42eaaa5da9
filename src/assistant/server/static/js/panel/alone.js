// /panel: the panel by itself, in a frame of an editor's page that speaks its side of the adapter.

import { post, useToken } from "../api.js";
import { byId, debounced, h, say } from "../dom.js";
import { inUnits, toUnits } from "../units.js";
import { createMessageHost, windowPort } from "./host_message.js";
import { createPanel } from "./panel.js";
import { takeUp } from "./take_up.js";

const root = byId("panel");
const given = new URLSearchParams(location.hash.slice(1));
if (given.get("token")) useToken(given.get("token"));

/** Runs the panel over any adapter; `asOf` is an ISO day or null. */
export function run(adapter, asOf = null, name = "正在编辑的文件") {
  const state = { paragraphs: [], review: null, anchors: new Map(), kept: [], asked: 0 };
  let panel = null;

  const refresh = async () => {
    const mine = ++state.asked;
    try {
      const paragraphs = await adapter.paragraphs();
      const answer = await post("/panel/reviews", { name, paragraphs, as_of: asOf, decisions: state.kept });
      if (mine !== state.asked) return;
      const anchors = answer.anchors.map((anchor) => [anchor.finding, unitsOf(anchor, paragraphs)]);
      Object.assign(state, { paragraphs, review: inUnits(answer.review), anchors: new Map(anchors) });
      panel ??= createPanel(root, host);
      panel.show(state.review);
      root.dataset.ready = "yes";
    } catch (fault) {
      if (mine !== state.asked) return;
      if (panel) say(fault.message, true);
      else root.replaceChildren(h("p", { class: "empty", role: "alert" }, fault.message));
    }
  };
  const anchorOf = (card) => card?.findings.map((finding) => state.anchors.get(finding.id)).find(Boolean);
  const host = {
    jump: (span, card) => act(() => adapter.select(plain(anchorOf(card)) ?? spanAnchor(span, state))),
    accept: (card) => act(() => takeUp(adapter, card, plain(anchorOf(card)), state.review, state.paragraphs), `已采纳：${card.title}`),
    keep(card, reason) {
      state.kept.push({ anchor: anchorOf(card).about, choice: "keep", reason, person: "", day: today() });
      return refresh();
    },
    undo(card) {
      state.kept = state.kept.filter((each) => JSON.stringify(each.anchor) !== JSON.stringify(card.decision.anchor));
      return refresh();
    },
    canEdit: () => false,
  };
  adapter.onChange(debounced(refresh, 300));
  return refresh();
}

async function act(ask, done) {
  try {
    await ask();
    if (done) say(done);
  } catch (fault) {
    say(fault.message, true);
  }
}

function unitsOf(anchor, paragraphs) {
  const unit = toUnits(paragraphs[anchor.paragraph]?.text ?? "");
  return { ...anchor, offset: unit(anchor.offset) };
}

/** What an editor is told: the anchor alone. */
function plain(anchor) {
  return anchor && { paragraph: anchor.paragraph, offset: anchor.offset, quote: anchor.quote, context: anchor.context };
}

/** For a citation or notice without a finding: the first paragraph that holds its words. */
function spanAnchor(span, { review, paragraphs }) {
  const quote = review.text.slice(...span);
  const paragraph = paragraphs.findIndex(({ text }) => text.includes(quote));
  return { paragraph, offset: paragraphs[paragraph]?.text.indexOf(quote) ?? 0, quote, context: quote };
}

/** The clerk's own day, not that of Greenwich. */
const today = () => new Date().toLocaleDateString("sv-SE");

if (window.parent !== window) run(createMessageHost(windowPort(window.parent, given.get("origin") ?? "*")), given.get("as_of"));
else {
  const words = "这个面板要放在编辑器旁边用。";
  root.replaceChildren(h("div", { class: "empty" }, h("p", {}, words), h("a", { class: "button", href: "/panel/demo" }, "看一个例子")));
}
