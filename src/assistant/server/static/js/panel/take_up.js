// What accepting a card does to the editor's text.

const CUTS = new Set(["cut", "replace", "verify", "commit", "internal", "merge"]);

/** Materials go: their line, their row, or their words in a line that holds others. All else gets a remark. */
export async function takeUp(adapter, card, anchor, review, paragraphs) {
  if (card.target.type !== "material" || !CUTS.has(card.action)) {
    const instead = card.instead ? `改为：${card.instead}` : "";
    return adapter.comment(anchor, [card.findings[0]?.message, instead].filter(Boolean).join(" "));
  }
  const here = paragraphs[anchor.paragraph];
  if (alone(card, review)) {
    const line = entryIn(card, anchor, review, here.text);
    if (here.table && !onlyCell(here, paragraphs)) return adapter.removeRow(anchor);
    if (line) return adapter.remove(line);
  }
  return adapter.remove(withSeparator(anchor, here.text));
}

/** No other material stands in the same entry. */
function alone(card, review) {
  const all = review.guides.find((guide) => guide.id === card.guide).materials;
  const together = all.filter(({ entry }) => entry[0] < card.entry[1] && card.entry[0] < entry[1]);
  return together.length === 1;
}

/** A list in one cell is no row of its own: the row goes only where its other cells speak of the same material. */
function onlyCell({ table, text }, paragraphs) {
  const sameCell = paragraphs.filter(({ table: other }) => other && ["table", "row", "column"].every((part) => other[part] === table[part]));
  return sameCell.length > 1 || text.length > 120;
}

/** The whole entry as an anchor; a list number that the editor makes itself is in no paragraph's text. */
function entryIn(card, anchor, review, text) {
  const entry = review.text.slice(...card.entry);
  const before = anchor.offset - (card.span[0] - card.entry[0]);
  const [offset, quote] = before < 0 ? [0, entry.slice(-before)] : [before, entry];
  return quote && text.slice(offset, offset + quote.length) === quote ? { ...anchor, offset, quote } : null;
}

/** “甲、乙、丙” without 乙 is “甲、丙”, without 丙 “甲、乙”. */
function withSeparator(anchor, text) {
  const end = anchor.offset + anchor.quote.length;
  if ("、，,；;".includes(text[end] ?? "无")) return { ...anchor, quote: text.slice(anchor.offset, end + 1) };
  if ("、，,；;".includes(text[anchor.offset - 1] ?? "无")) {
    return { ...anchor, offset: anchor.offset - 1, quote: text.slice(anchor.offset - 1, end) };
  }
  return anchor;
}
