// What every adapter must do, as tests that run in a browser: for our own adapters and for whoever writes one.

import { AnchorError } from "./adapter.js";

/** The document that `open` shows: a heading, a list with a line that comes twice, a table. */
export const DOCUMENT = [
  { text: "高龄津贴" },
  { text: "1. 居民身份证原件和复印件" },
  { text: "2. 居住证明" },
  { text: "2. 居住证明" },
  { text: "材料名称", table: { table: 0, row: 0, column: 0 } },
  { text: "份数", table: { table: 0, row: 0, column: 1 } },
  { text: "银行卡", table: { table: 0, row: 1, column: 0 } },
  { text: "1份", table: { table: 0, row: 1, column: 1 } },
  { text: "近期照片", table: { table: 0, row: 2, column: 0 } },
  { text: "2张", table: { table: 0, row: 2, column: 1 } },
];

const anchor = (paragraph, quote, offset = DOCUMENT[paragraph].text.indexOf(quote)) => ({
  paragraph,
  offset,
  quote,
  context: DOCUMENT[paragraph].text,
});

/**
 * `open()` opens DOCUMENT and resolves with {adapter, type(paragraph, offset, text), selected(), comments(), close()}:
 * `type` is a user who types, `selected` the selected words with their paragraph [paragraph, words], `comments`
 * [{quote, text}]. Resolves with [{name, fault: null | words}], one for each rule of the contract.
 */
export async function contract(open) {
  const found = [];
  for (const [name, rule] of Object.entries(RULES)) {
    const host = await open();
    found.push({ name, fault: await rule(host, host.adapter).then(() => null, (fault) => fault.message || String(fault)) });
    await host.close?.();
  }
  return found;
}

const texts = async (adapter) => (await adapter.paragraphs()).map((paragraph) => paragraph.text);

function same(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  }
}

async function refuses(adapter, act, what) {
  const before = await texts(adapter);
  const fault = await act().then(() => null, (each) => each);
  if (!(fault instanceof AnchorError)) throw new Error(`${what} was not refused`);
  same(await texts(adapter), before, `${what}, refused, changed the text`);
}

/** DOCUMENT's lines with one changed; null leaves it out. */
const changed = (paragraph, text) =>
  DOCUMENT.map((each, at) => (at === paragraph ? text : each.text)).filter((each) => each !== null);

const RULES = {
  "paragraphs are all texts in order, cells with their table, row and column": async (_, adapter) => {
    const found = await adapter.paragraphs();
    same(found.map(({ text, table }) => ({ text, table: table ?? null })), DOCUMENT.map(({ text, table }) => ({ text, table: table ?? null })), "paragraphs");
  },
  "select selects the quote and nothing else": async (host, adapter) => {
    await adapter.select(anchor(1, "居民身份证"));
    same(await host.selected(), [1, "居民身份证"], "selected");
  },
  "select finds the second of two equal lines": async (host, adapter) => {
    await adapter.select(anchor(3, "居住证明"));
    same(await host.selected(), [3, "居住证明"], "selected");
  },
  "select finds a passage in a table's cell": async (host, adapter) => {
    await adapter.select(anchor(8, "照片"));
    same(await host.selected(), [8, "照片"], "selected");
  },
  "remove takes out the quote and nothing else": async (_, adapter) => {
    await adapter.remove(anchor(1, "和复印件"));
    same(await texts(adapter), changed(1, "1. 居民身份证原件"), "texts");
  },
  "remove takes out of the second of two equal lines": async (host, adapter) => {
    await host.type(2, 0, "甲");
    await adapter.remove(anchor(3, "居住"));
    const wanted = changed(3, "2. 证明");
    wanted[2] = "甲2. 居住证明";
    same(await texts(adapter), wanted, "texts");
  },
  "removeRow takes out the whole row and no other": async (_, adapter) => {
    await adapter.removeRow(anchor(6, "银行卡"));
    same(await texts(adapter), DOCUMENT.map((each) => each.text).filter((text) => !["银行卡", "1份"].includes(text)), "texts");
  },
  "removeRow outside of a table is refused": async (_, adapter) => {
    await refuses(adapter, () => adapter.removeRow(anchor(2, "居住证明")), "removeRow outside of a table");
  },
  "replace puts the words in the place of the quote": async (_, adapter) => {
    await adapter.replace(anchor(1, "原件和复印件"), "（出示）");
    same(await texts(adapter), changed(1, "1. 居民身份证（出示）"), "texts");
  },
  "comment leaves the text and keeps quote and words": async (host, adapter) => {
    await adapter.comment(anchor(2, "居住证明"), "可自行核验");
    same(await texts(adapter), changed(-1), "texts");
    same(await host.comments(), [{ quote: "居住证明", text: "可自行核验" }], "comments");
  },
  ...Object.fromEntries(
    ["select", "remove", "removeRow", "replace", "comment"].flatMap((method) => [
      [`${method} is refused when the words have moved`, moved(method)],
      [`${method} is refused when the words are others now`, others(method)],
      [`${method} is refused one character beside the quote`, beside(method)],
      [`${method} is refused behind the last paragraph`, behind(method)],
    ]),
  ),
  "onChange tells of what a user types, until it is ended": async (host, adapter) => {
    let count = 0;
    const end = adapter.onChange(() => (count += 1));
    await host.type(2, 0, "乙");
    await settled();
    if (count === 0) throw new Error("a user's change was not told");
    end();
    const before = count;
    await host.type(2, 0, "丙");
    await settled();
    same(count, before, "calls after the end");
  },
};

const settled = () => new Promise((done) => setTimeout(done, 60));

function moved(method) {
  return async (host, adapter) => {
    await host.type(6, 0, "新");
    await refuses(adapter, () => adapter[method](anchor(6, "银行卡"), "x"), `${method} of moved words`);
  };
}

function others(method) {
  return (_, adapter) => refuses(adapter, () => adapter[method](anchor(6, "存折", 0), "x"), `${method} of words that are not there`);
}

function beside(method) {
  return (_, adapter) => refuses(adapter, () => adapter[method](anchor(8, "照片", 1), "x"), `${method} beside the quote`);
}

function behind(method) {
  const lost = { paragraph: DOCUMENT.length, offset: 0, quote: "银行卡", context: "银行卡" };
  return (_, adapter) => refuses(adapter, () => adapter[method](lost, "x"), `${method} behind the end`);
}
