// Before and after, and how far it is to the goal of a third.

import { h, svg } from "../dom.js";
import { percent } from "../words.js";

export function counter(plan, progress) {
  const { before, after } = plan;
  const pairs = [
    ["申请材料", before.materials, after.materials, "main"],
    ["环节", before.steps, after.steps],
    ["表格", before.forms, after.forms],
    ["承诺时限", days(before.promised_days), days(after.promised_days)],
  ];
  return h(
    "section",
    { class: "counter", "aria-label": "精简前后" },
    h("dl", {}, pairs.map(([name, old, now, kind]) => h("div", { class: kind }, h("dt", {}, name), h("dd", {}, figure(old, now))))),
    goal(plan, progress),
  );
}

const days = (value) => (value === null ? null : `${value}天`);

function figure(old, now) {
  if (old === null) return h("span", { class: "quiet" }, "未写");
  if (old === now) return h("b", {}, String(old));
  return [String(old), h("span", { class: "arrow", "aria-label": "减到" }, "→"), h("b", {}, String(now))];
}

function goal(plan, progress) {
  const target = plan.targets.materials_third;
  if (!target) return null;
  const missing = Math.max(0, Math.ceil(plan.before.materials / 3) - (plan.before.materials - plan.after.materials));
  const words = target.met ? "达到三分之一目标" : `离三分之一目标还差 ${missing} 份`;
  const done = progress.taken + progress.kept;
  const open = progress.open ? `还有 ${progress.open} 处没有定` : "都已经定了";
  return h(
    "div",
    { class: target.met ? "goal met" : "goal" },
    h("span", {}, "材料可减 ", h("b", {}, percent(target.reached)), `，${words}`),
    bar(target, progress),
    h("span", { class: "small", role: "status" }, `已定 ${done} 处，${open}`),
  );
}

/** Pale: what is proposed; full: what people have taken up; the mark: a third. */
function bar(target, progress) {
  const length = (share) => String(Math.round(Math.min(1, Math.max(0, share)) * 300));
  return svg(
    "svg",
    { viewBox: "0 0 300 14", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "track", y: 3, width: 300, height: 8, rx: 4 }),
    svg("rect", { class: "fill", y: 3, width: length(target.reached), height: 8, rx: 4, "fill-opacity": ".35" }),
    svg("rect", { class: "fill", y: 3, width: length(progress.share), height: 8, rx: 4 }),
    svg("line", { class: "mark", x1: 100, x2: 100, y1: 0, y2: 14 }),
  );
}
