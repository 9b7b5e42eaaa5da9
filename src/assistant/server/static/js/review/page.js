// The review page: the document at left, the panel at right, and the clerk's decisions between them.

import { get, post, remove } from "../api.js";
import { byId, h, menu, say } from "../dom.js";
import { createPanel } from "../panel/panel.js";
import { ready } from "./opening.js";
import { saveLinks } from "../saving.js";
import { inUnits } from "../units.js";
import { editor } from "./editing.js";
import { openView } from "./views.js";

const workbench = byId("workbench");
const path = `/documents/${workbench.dataset.document}`;
const state = { file: null, review: null, decisions: [], view: null, version: 0, at: null };

const host = {
  jump(span) {
    state.at = span;
    if (matchMedia("(max-width: 860px)").matches) side("paper");
    state.view?.show(span);
  },
  accept: (card) => decide(card, "cut", ""),
  keep: (card, reason) => decide(card, "keep", reason),
  undo,
  canEdit: () => Boolean(state.view?.redraw),
  edit: (card) => editing.paragraph(card.span[0]),
  explain: (about) => get(`${path}/explain?${new URLSearchParams(about)}`),
};
const panel = createPanel(byId("panel"), host);
const editing = editor(path, state, adopt);

menu(byId("downloads"));
saveLinks(byId("downloads"));
for (const button of document.querySelectorAll(".switch button")) {
  button.addEventListener("click", () => side(button.dataset.show));
}
byId("view").addEventListener("click", (event) => {
  const offset = state.view?.offsetAt(event);
  if (offset === null || offset === undefined) return;
  const card = at(offset);
  if (card) {
    state.at = card.span;
    panel.select(card.key);
    state.view.show(card.span);
  }
  editing.clicked(offset);
});

function side(name) {
  workbench.dataset.show = name;
  for (const button of document.querySelectorAll(".switch button")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === name));
  }
}

/** The card whose place holds the offset: the narrowest, so that a table's row does not hide its cell. */
function at(offset) {
  const width = (card) => card.span[1] - card.span[0];
  const within = panel.cards().filter(({ span, target }) => target.type !== "guide" && span[0] <= offset && offset <= span[1]);
  return within.sort((a, b) => width(a) - width(b))[0];
}

async function decide(card, choice, reason) {
  state.at = card.span; // unless another place is looked at meanwhile
  const words = choice === "cut" ? `已采纳：${card.title}` : `已保留：${card.title}`;
  const about = card.target.type === "material" ? { material: card.target.id } : { finding: card.findings[0].id };
  await change(() => post(`${path}/decisions`, { ...about, choice, reason }), words);
  state.view?.show(state.at);
}

/** The decision is the one about the card's material, or about one of its findings. */
async function undo(card) {
  const own = new Set(card.findings.map((finding) => finding.id));
  const about = (each) => (each.material ? each.material === card.target.id && card.target.type === "material" : each.findings.some((id) => own.has(id)));
  const held = state.decisions.findLast(about);
  if (!held) return;
  await change(() => remove(`${path}/decisions/${held.id}`), `已撤销：${card.title}`);
}

async function change(ask, words) {
  byId("refreshing").hidden = false;
  try {
    await adopt(await ask());
    say(words);
  } catch (fault) {
    say(fault.message, true);
  } finally {
    byId("refreshing").hidden = true;
  }
}

/** Takes over what the server answered; the view follows. */
async function adopt(answer, sameText = false) {
  state.review = inUnits(answer.review);
  state.decisions = answer.decisions ?? state.decisions;
  state.version = answer.version ?? state.version + 1;
  panel.show(state.review);
  if (!sameText && state.view?.redraw) state.view = await openView(byId("view"), path, state);
  else state.view?.refresh?.(state.review);
  repaint();
  workbench.dataset.version = state.version;
}

function repaint() {
  const marks = panel.cards().filter((card) => card.target.type !== "guide").map((card) => ({ name: nameOf(card), span: card.span }));
  state.view?.paint(marks.filter((mark) => mark.name));
}

function nameOf(card) {
  if (card.decision?.choice === "keep") return null;
  return card.decision && card.target.type === "material" ? "gone" : card.action;
}

async function open() {
  try {
    state.file = await ready(path, byId("view"));
    const [answer, { decisions }] = await Promise.all([get(`${path}/review`), get(`${path}/decisions`)]);
    const review = inUnits(answer);
    Object.assign(state, { review, decisions, version: state.file.version ?? 1 });
    byId("name").textContent = state.file.name;
    document.title = `${state.file.name} - 减证`;
    panel.show(review);
    state.view = await openView(byId("view"), path, state);
    editing.offer();
    panel.show(review);
    repaint();
    workbench.dataset.ready = "yes";
  } catch (fault) {
    byId("name").textContent = "没有打开";
    byId("downloads").hidden = true;
    side("paper");
    byId("view").replaceChildren(h("div", { class: "empty" }, h("p", {}, fault.message), h("a", { class: "button", href: "/" }, "回到首页")));
    byId("panel").replaceChildren();
  }
}

open();
