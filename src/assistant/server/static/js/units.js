// The server counts characters, JavaScript counts UTF-16 units: a rare character such as 𠮷 is one there and two here.

const RARE = /[\u{10000}-\u{10FFFF}]/u;

/** From the server's offsets in `text` to JavaScript's. */
export function toUnits(text) {
  if (!RARE.test(text)) return (offset) => offset;
  const table = [0];
  for (const character of text) table.push(table.at(-1) + character.length);
  return (offset) => table[Math.min(offset, table.length - 1)];
}

/** From JavaScript's offsets in `text` to the server's. */
export function toPoints(text) {
  return RARE.test(text) ? (offset) => [...text.slice(0, offset)].length : (offset) => offset;
}

const SPANS = new Set(["span", "entry", "quote_span", "basis_span"]);

/** The contract object with every span in JavaScript's units; the object itself where nothing rare is in its text. */
export function inUnits(review) {
  if (!RARE.test(review.text)) return review;
  const unit = toUnits(review.text);
  return JSON.parse(JSON.stringify(review), (key, value) => (SPANS.has(key) && Array.isArray(value) ? value.map(unit) : value));
}
