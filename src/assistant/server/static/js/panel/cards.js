// From a review to what the panel shows: one card for everything a clerk decides about.

import { TITLES } from "../words.js";

/**
 * `key` stays the same while the review is refreshed; `findings` are all grounds for it, the weightiest first;
 * `decision` is what people said, null while nobody did.
 */
export function cardsOf(review) {
  const cuts = new Map(review.plan.cuts.map((cut) => [`${cut.guide}/${cut.material}`, cut]));
  const cards = new Map();
  for (const finding of review.findings) {
    const key = keyOf(finding);
    if (!cards.has(key)) cards.set(key, { key, findings: [], cut: cuts.get(`${finding.guide}/${finding.target.id}`) });
    cards.get(key).findings.push(finding);
  }
  for (const cut of review.plan.cuts) decidedByPeople(review, cut, cards);
  return [...cards.values()].map((card) => finished(card, review)).sort((a, b) => whole(a) - whole(b) || a.span[0] - b.span[0]);
}

/** What is said of the whole guide comes behind what has a place in it. */
const whole = (card) => Number(card.target.type === "guide");

/** Findings about one material or citation are one card; what is said of a whole guide stays apart. */
function keyOf(finding) {
  const { type, id } = finding.target;
  const apart = type === "guide" || type === "section" ? `/${finding.id}` : "";
  return `${finding.guide}/${type}/${id}${apart}`;
}

/** A material that people cut though no rule found anything. */
function decidedByPeople(review, cut, cards) {
  const key = `${cut.guide}/material/${cut.material}`;
  if (!cards.has(key) && cut.decision) cards.set(key, { key, findings: [], cut });
}

const WEIGHT = { high: 0, medium: 1, low: 2 };

function finished(card, review) {
  const findings = [...card.findings].sort((a, b) => WEIGHT[a.confidence] - WEIGHT[b.confidence]);
  const first = findings[0];
  const [guide, type, id] = card.key.split("/");
  const target = { type, id };
  const thing = thingOf(review, guide, target, first?.category);
  const action = card.cut?.action ?? first?.action ?? "cut";
  return {
    ...card,
    findings,
    guide,
    target,
    action,
    title: thing.title,
    span: thing.span ?? first.span,
    entry: thing.entry ?? null,
    instead: findings.find((finding) => finding.action === action && finding.replacement)?.replacement ?? null,
    confidence: first?.confidence ?? "high",
    decision: card.cut?.decision ?? findings.find((finding) => finding.decided)?.decided ?? null,
    proposed: card.cut ? card.cut.chosen : false,
  };
}

function thingOf(review, guide, target, category) {
  const of = review.guides.find((each) => each.id === guide) ?? {};
  const among = { material: of.materials, citation: of.citations, step: of.steps, form: of.forms }[target.type] ?? [];
  const found = among.find((each) => each.id === target.id);
  if (found) return { title: target.type === "citation" ? citationTitle(found) : found.name, span: found.span, entry: found.entry };
  const section = (of.sections ?? []).find((each) => each.element === target.id);
  if (target.type === "section") return { title: section?.heading || TITLES[category] || "栏目", span: section?.span };
  return { title: TITLES[category] ?? "整份指南" };
}

/** A bare “第二十九条” is given the law it is of. */
export function citationTitle({ title, written }) {
  return !title || written.includes("《") ? written : `《${title}》${written}`;
}

/** What has been settled so far, for the live counter. */
export function progressOf(cards, plan) {
  const cuttable = cards.filter((card) => card.target.type === "material" && card.cut);
  const taken = cuttable.filter((card) => card.decision?.choice === "cut").length;
  return {
    open: cards.filter((card) => !card.decision).length,
    taken: cards.filter((card) => card.decision?.choice === "cut").length,
    kept: cards.filter((card) => card.decision?.choice === "keep").length,
    materialsTaken: taken,
    share: plan.before.materials ? taken / plan.before.materials : 0,
  };
}

/** Passes the filter? `action` null: all. */
export function passes(card, { action, onlyOpen }) {
  return (!action || card.action === action) && (!onlyOpen || !card.decision);
}
