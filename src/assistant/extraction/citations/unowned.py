"""Whose is an article before which no title stands: the last document's, or somebody's own?"""

from assistant.lexicon.citations import CitationWords

_PLAIN = frozenset("，。、；：,;:“”\"'‘’（(【）)》〉>]—-~～·•|/\t\n！!？?…*●◆■□○.．]】")


def leads(text: str, start: int, words: CitationWords) -> bool:
    """Whether what stands before ``start`` lets an article belong to the document cited before.

    A stop, a line's beginning or a word like 按 does; a noun (合同第三条, 本指南第三条) makes it that thing's own.
    """
    at = start
    while at > 0 and text[at - 1].isspace():
        if text[at - 1] == "\n":
            return True
        at -= 1
    if at == 0 or text[at - 1] in _PLAIN:
        return True
    for length in (3, 2, 1):
        word = text[max(0, at - length) : at]
        if word in words.leading:
            return word not in ("的", "中") or not text[max(0, at - 12) : at - length].endswith(words.own)
    return False


def is_left_out(text: str, start: int, words: CitationWords) -> bool:
    """前款第二项: neither a citation nor a sign of an own article."""
    return text[max(0, start - 4) : start].rstrip().endswith(words.left_out)
