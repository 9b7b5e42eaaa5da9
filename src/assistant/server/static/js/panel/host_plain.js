// An editable part of a page as the panel's host: the smallest whole example of an adapter.

import { AnchorError, verify } from "./adapter.js";

const BLOCKS = "p, div, td, th, li";

/** `root` is contenteditable; its innermost blocks are the paragraphs. `comments()` gives [{quote, text}]. */
export function createPlainHost(root) {
  const told = new Set();
  const comments = [];
  const tell = () => told.forEach((callback) => callback());
  root.addEventListener("input", tell);
  const blocks = () => [...root.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
  const paragraphs = () => blocks().map((block) => ({ text: block.textContent, level: null, table: cellOf(root, block) }));
  /** The block and the range of the anchor, or an AnchorError. */
  const find = (anchor) => {
    verify(paragraphs(), anchor);
    const block = blocks()[anchor.paragraph];
    return [block, rangeIn(block, anchor.offset, anchor.offset + anchor.quote.length)];
  };
  return {
    paragraphs: async () => paragraphs(),
    async select(anchor) {
      const [block, range] = find(anchor);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      block.scrollIntoView({ block: "center" });
    },
    async remove(anchor) {
      const [block, range] = find(anchor);
      range.deleteContents();
      if (!block.textContent.trim() && !cellOf(root, block)) block.remove();
      tell();
    },
    async removeRow(anchor) {
      const row = find(anchor)[0].closest("tr");
      if (!row || !root.contains(row)) throw new AnchorError("这一处不在表格里，不能删除整行。");
      row.remove();
      tell();
    },
    async replace(anchor, text) {
      const range = find(anchor)[1];
      range.deleteContents();
      range.insertNode(document.createTextNode(text));
      tell();
    },
    async comment(anchor, text) {
      find(anchor);
      comments.push({ quote: anchor.quote, text });
    },
    onChange(callback) {
      told.add(callback);
      return () => told.delete(callback);
    },
    comments: () => comments,
  };
}

function cellOf(root, block) {
  const cell = block.closest("td, th");
  const row = cell?.closest("tr");
  const table = row?.closest("table");
  if (!table || !root.contains(table)) return null;
  return { table: [...root.querySelectorAll("table")].indexOf(table), row: row.rowIndex, column: cell.cellIndex };
}

function rangeIn(block, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let begun = false;
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const next = passed + node.data.length;
    if (!begun && start < next) {
      range.setStart(node, start - passed);
      begun = true;
    }
    if (begun && end <= next) {
      range.setEnd(node, end - passed);
      break;
    }
    passed = next;
  }
  return range;
}
