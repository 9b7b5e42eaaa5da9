"""Titles without marks and without article: after a word like 依据, in a list, as a line of their own."""

import re

from assistant.extraction.citations import titles
from assistant.extraction.citations.documents import Found, Source, document
from assistant.extraction.citations.mention import Mention

# 1、 (二) 3. before a title in a list
ENUMERATED = r"[（(]?(?:[一二三四五六七八九十]|\d{1,2})[)）、.．]\s{0,2}"
ENUMERATOR = rf"(?:{ENUMERATED})?"
# 设定依据：, a cell 设定依据, 依据 at the end of a line
_BASIS = re.compile(r"依据\s{0,2}(?:[：:|]|[\n\t])")
_BLANK = re.compile(r"\s*")
# What follows a title that is a line of a list on its own
_LINE_END = re.compile(r"(?:\.(?:docx?|pdf|wps|html?))?\s{0,3}(?:[（(；;。、]|\n|$)")
# Between the titles of a list: 、 和 or the next line with its number
_LIST = re.compile(
    r"\s{0,2}(?:(?:、|，|,|和|及|以及|与|或者?|；)\s{0,2}|[ \u3000]{1,3}|[；;，,。]?[^\S\n]{0,2}\n\s{0,3})"
    rf"{ENUMERATOR}"
)


def after_trigger(source: Source, trigger: str, end: int) -> Found | None:
    """The title after 依据 or the like, which ends at ``end``; a label (设定依据：) leads to unknown titles too."""
    bare = titles.bare_here(source.text, end, source.facts)
    if bare is None and _BASIS.match(trigger):
        blank = _BLANK.match(source.text, end)
        bare = titles.line_here(source.text, blank.end() if blank else end)
    return bare_document(source, bare) if bare else None


def line_of_list(source: Source, end: int) -> Found | None:
    """2.民办非企业单位登记暂行办法: a title as a line of a list needs no word before it."""
    bare = titles.bare_here(source.text, end, source.facts)
    if bare is None or not bare.name.endswith(source.words.documents) or not _LINE_END.match(source.text, bare.end):
        return None
    return bare_document(source, bare)


def bare_document(source: Source, first: titles.Bare) -> Found:
    """A title without marks, and those listed with it: 依据行政许可法、行政处罚法第三条."""
    mentions: list[Mention] = []
    end, bare = first.end, first
    while True:
        kind = titles.kind_of(bare.name, source.facts, source.words)
        more, end = document(source, bare.start, bare.end, bare.name, kind, None, False)
        mentions += more
        following = _listed(source, end)
        if following is None:
            return mentions, end
        bare = following


def _listed(source: Source, end: int) -> titles.Bare | None:
    separator = _LIST.match(source.text, end)
    if separator is None:
        return None
    known = titles.bare_here(source.text, separator.end(), source.facts)
    return known or (titles.line_here(source.text, separator.end()) if "\n" in separator[0] else None)
