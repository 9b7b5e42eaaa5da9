// The panel's way into an editor. Whoever embeds the panel writes one object with these seven functions:
//
//   paragraphs()             -> [{text, level: 1..9 | null, table: {table, row, column} | null}], deleted text left out
//   select(anchor)           shows the passage and selects it
//   remove(anchor)           takes the passage out (as a tracked deletion where the editor has one)
//   removeRow(anchor)        takes out the table row that the passage is in
//   replace(anchor, text)    puts other words in its place
//   comment(anchor, text)    leaves the text and adds a remark
//   onChange(callback)       calls back after every change of the text; returns a function that ends this
//
// All but onChange return promises. An anchor is {paragraph, offset, quote, context}: the index in paragraphs(), the
// offset in its text (UTF-16 units), the words that stand there, and those words with what is around them.
// An adapter must refuse with an AnchorError, and change nothing, when the text at the anchor is no longer the quote.

export const METHODS = ["paragraphs", "select", "remove", "removeRow", "replace", "comment"];

export class AnchorError extends Error {
  constructor(message = "这一处的文字已经变了，请等结果更新后再试。") {
    super(message);
    this.name = "AnchorError";
    this.code = "moved";
  }
}

/** Throws where the quote is not, or no longer, at the anchor. */
export function verify(paragraphs, anchor) {
  const text = paragraphs[anchor.paragraph]?.text;
  if (!anchor.quote || text?.slice(anchor.offset, anchor.offset + anchor.quote.length) !== anchor.quote) {
    throw new AnchorError();
  }
}
