// Between offsets of the reading text and nodes of the page, both ways.

/** Pieces are text nodes (or parts of one) in the order of the reading text. */
export class TextMap {
  constructor() {
    this.pieces = [];
  }

  /** `length` characters of `node` from `at` are the reading text from `start` on. */
  add(start, node, at = 0, length = node.data.length) {
    if (length > 0) this.pieces.push({ start, end: start + length, node, at });
  }

  sort() {
    this.pieces.sort((a, b) => a.start - b.start);
  }

  ranges([start, end]) {
    const found = [];
    for (let index = this.first(start); index < this.pieces.length && this.pieces[index].start < end; index += 1) {
      const piece = this.pieces[index];
      const range = document.createRange();
      range.setStart(piece.node, piece.at + Math.max(0, start - piece.start));
      range.setEnd(piece.node, piece.at + Math.min(piece.end, end) - piece.start);
      found.push(range);
    }
    return found;
  }

  /** The first piece that ends behind `offset`. */
  first(offset) {
    let [low, high] = [0, this.pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieces[middle].end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The reading text's offset of a place in a text node; null where the node holds none of it. */
  offset(node, at) {
    const piece = this.pieces.find((each) => each.node === node && each.at <= at && at <= each.at + each.end - each.start);
    return piece ? piece.start + at - piece.at : null;
  }
}

/** Where a click fell, as [text node, offset]; null beside all text. */
export function caretAt(event) {
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(event.clientX, event.clientY);
    return place?.offsetNode.nodeType === Node.TEXT_NODE ? [place.offsetNode, place.offset] : null;
  }
  const range = document.caretRangeFromPoint?.(event.clientX, event.clientY);
  return range?.startContainer.nodeType === Node.TEXT_NODE ? [range.startContainer, range.startOffset] : null;
}

export function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}
