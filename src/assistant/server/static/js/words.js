// What the program's own words are called in front of people.

export const ACTIONS = {
  cut: "取消",
  replace: "替换",
  verify: "自行核验",
  commit: "告知承诺",
  internal: "内部共享",
  merge: "合并",
  rewrite: "改写",
  shorten: "缩短",
  review: "请核对",
};

export const ACTION_ORDER = ["cut", "verify", "commit", "internal", "replace", "merge", "rewrite", "shorten", "review"];

export const CONFIDENCE = { high: "把握大", medium: "把握中等", low: "请人工核对" };

export const TARGETS = {
  material: "材料",
  citation: "依据",
  step: "环节",
  form: "表格",
  section: "栏目",
  guide: "整份指南",
};

/** What a card about the whole guide is headed with. */
export const TITLES = {
  section_missing: "还没写的内容",
  baseline_missing: "清单上有，指南里没有",
  baseline_extra: "清单上没有这个事项",
  baseline_renamed: "事项名称和清单不同",
  merge_form: "几张表可以合成一张",
  time_limit: "办理时限",
  instant: "当场就能办的",
  sign_off: "签字环节",
  step_no_basis: "没有依据的环节",
  consistency: "前后不一致",
};

export const VERDICTS = {
  ok: ["条款存在", "good"],
  no_such_article: ["没有这一条", "bad"],
  no_such_paragraph: ["没有这一款", "bad"],
  no_such_item: ["没有这一项", "bad"],
  repealed: ["已废止", "bad"],
  not_yet_effective: ["还没施行", "warn"],
  amended_since: ["已修改", "warn"],
  title_wrong: ["名称写错", "bad"],
  quote_differs: ["引文不一致", "bad"],
  ambiguous_name: ["名称不唯一", "warn"],
  unknown_law: ["查不到这部法", "unknown"],
  unverified: ["没有核到", "unknown"],
};

export const EFFECTS = {
  breaks: ["依据失效", "bad"],
  changes: ["文字有变", "warn"],
  unknown: ["不能确定", "unknown"],
  stands: ["不受影响", "good"],
};

export const STATES = {
  queued: ["排队中", ""],
  running: ["审查中", "warn"],
  done: ["已完成", "good"],
  failed: ["没有读成", "bad"],
  cancelled: ["已停止", ""],
};

/** 《优化营商环境条例》（国务院令第722号）第四十四条第二款 */
export function ground(basis) {
  const title = basis.doc.startsWith("《") ? basis.doc : `《${basis.doc}》`;
  return title + (basis.number ? `（${basis.number}）` : "") + (basis.article ?? "");
}

/** What stands behind “坏文件.docx：…” where the name is beside it already. */
export const unnamed = (message, name) => (message?.startsWith(`${name}：`) ? message.slice(name.length + 1) : message);

export const percent = (share) => `${Math.round(share * 100)}%`;

/** 2026-11-25T03:04:05Z in the reader's own time: 11月25日 11:04 */
export function moment(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso ?? "";
  return at.toLocaleString("zh-CN", { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" });
}
