"""Who is meant: every provision gets its document, 同法 and 《条例》 theirs, a quotation its citation."""

import re
from functools import cached_property
from typing import NamedTuple

from assistant.extraction.citations.mention import Definition, Document, Mention, Own, Pointer, Provision, Quote
from assistant.laws.facts import LawFacts
from assistant.laws.names import title_key

_TAIL = re.compile(r"\([^()]*\)$")
# 二、办理条件: a new part of the guide; articles there without a title are not the last law's
_HEADING = re.compile(r"\n\s*(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}(?:部分|章))")
_GENERAL = ("规定", "文件", "文", "法律")
_NEAR = 200


class Cited(NamedTuple):
    """A document as cited. ``ambiguous``: a bare 《条例》 that could be several or none of the documents cited."""

    title: str
    number: str | None
    version: str | None
    ambiguous: bool = False

    @property
    def key(self) -> str:
        return title_key(self.title)


class Reference(NamedTuple):
    """A document with one provision of it, or none. ``number`` and ``version`` are those written beside it."""

    start: int
    end: int
    cited: Cited
    number: str | None
    version: str | None
    provision: Provision | None
    quote: Quote | None


class _State:
    """What was cited so far. ``current`` None: articles without a title belong to nobody we cite."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.cited: list[Cited] = []
        self.quoted: list[Cited] = []
        self.current: Cited | None = None
        self.article: tuple[int | None, int | None] = (None, None)
        self.paragraph: int | None = None
        self.arabic = False
        self.end = 0
        self.defined: dict[str, Cited] = {}
        self.pending: Document | Pointer | None = None
        self.pointed = ""

    @cached_property
    def everything(self) -> list[Cited]:
        """The documents cited with their title anywhere in the text."""
        return [_cited(m) for m in self.mentions if isinstance(m, Document) and m.kind == "document" and m.title]


def resolve_references(text: str, mentions: list[Mention], facts: LawFacts) -> list[Reference]:
    """The citations in order of the text."""
    state = _State(mentions)
    found: list[Reference] = []
    for position, mention in enumerate(mentions):
        following = mentions[position + 1] if position + 1 < len(mentions) else None
        if isinstance(following, Definition) and position + 2 < len(mentions):
            following = mentions[position + 2]
        _step(text, mention, following, state, found, facts)
    return found


def _step(
    text: str, mention: Mention, following: Mention | None, state: _State, found: list[Reference], facts: LawFacts
) -> None:
    if isinstance(mention, Provision):
        _provision(text, mention, state, found)
    elif isinstance(mention, Document):
        _document(text, mention, following, state, found, facts)
    elif isinstance(mention, Pointer):
        _point(mention, state, facts)
    elif isinstance(mention, Definition):
        _define(mention, state)
    elif isinstance(mention, Own):
        state.current = None
    elif found and isinstance(mention, Quote):
        found[-1] = found[-1]._replace(quote=mention)
        state.end = mention.end


def _cited(document: Document) -> Cited:
    return Cited(document.title, document.number, document.version)


def _document(
    text: str,
    document: Document,
    following: Mention | None,
    state: _State,
    found: list[Reference],
    facts: LawFacts,
) -> None:
    attached = isinstance(following, Provision) and following.attached
    if document.kind == "paper":
        return
    if document.kind == "short":
        cited = _its_companion(text, document, state, facts) or _meant(document, state, attached)
    else:
        cited = _meant(document, state, attached) if state.defined else _cited(document)
    if cited is None:
        state.current = None
        return
    state.current, state.article, state.paragraph = cited, (None, None), None
    if not cited.ambiguous:
        state.cited.append(cited)
    state.pending = document
    state.end = document.end
    if not attached:
        found.append(Reference(document.start, document.end, cited, document.number, document.version, None, None))


def _its_companion(text: str, document: Document, state: _State, facts: LawFacts) -> Cited | None:
    """《民办教育促进法》及其《实施条例》: that of the law before it."""
    if not document.title.startswith("实施") or not state.cited:
        return None
    return _companion(state.cited[-1], document.title, facts) if text[document.start - 1] == "其" else None


def _meant(document: Document, state: _State, attached: bool) -> Cited | None:
    key = title_key(document.title)
    if key and key in state.defined:
        return state.defined[key]._replace(version=document.version or state.defined[key].version)
    if document.kind != "short":
        return _cited(document)
    if document.number:
        return _cited(document)
    known = _ending(state.cited, key) or _ending(state.everything, key)
    if len(known) == 1:
        return known[0]
    if not document.marked:
        return _last(state.cited, key)
    return Cited(document.title, None, None, True) if attached or key in ("条例", "办法", "规定") else None


def _ending(cited: list[Cited], word: str) -> list[Cited]:
    found: dict[str, Cited] = {}
    for document in cited:
        if _TAIL.sub("", document.key).endswith(word):
            found.setdefault(document.key, document)
    return list(found.values())


def _last(cited: list[Cited], word: str) -> Cited | None:
    return next((document for document in reversed(cited) if _TAIL.sub("", document.key).endswith(word)), None)


def _point(pointer: Pointer, state: _State, facts: LawFacts) -> None:
    """同法 means the last law cited, 该条例 the last 条例, 同条 the last article."""
    state.pending = pointer
    if pointer.word in ("条", "款"):
        state.pointed = pointer.word
        return
    word = "法" if pointer.word == "法律" else pointer.word
    cited = (
        (_last(state.quoted, word) if pointer.own else None)
        or _last(state.cited, word)
        or (state.current if pointer.word in _GENERAL else None)
    )
    if cited and pointer.companion:
        cited = _companion(cited, pointer.companion, facts)
    state.current, state.article, state.paragraph = cited, (None, None), None
    if cited:
        state.cited.append(cited)


def _companion(law: Cited, suffix: str, facts: LawFacts) -> Cited:
    """其实施条例: the 实施条例 of the law named before, if there is one; else as written."""
    for named in (law.key + suffix, law.key.replace("中华人民共和国", "") + suffix):
        if facts.knows(named):
            return Cited(named, None, None)
    return Cited(suffix, None, None, True)


def _define(definition: Definition, state: _State) -> None:
    if (state.cited and 0 <= definition.start - state.end <= _NEAR) or (state.cited and state.end == 0):
        state.defined[title_key(definition.name)] = state.cited[-1]


def _provision(text: str, provision: Provision, state: _State, found: list[Reference]) -> None:
    if state.current is None:
        return
    if not provision.attached and not _belongs(text, provision, state):
        return
    provision = _completed(provision, state)
    start, number, version = provision.start, None, None
    pending = state.pending
    if provision.attached and pending is not None:
        start = pending.start
        if isinstance(pending, Document):
            state.quoted.append(state.current)
            number, version = pending.number, pending.version
    found.append(Reference(start, provision.end, state.current, number, version, provision, None))
    state.pending = None
    if provision.article is not None:
        state.article = (provision.article, provision.article_sub)
        state.arabic = provision.arabic
    state.paragraph = provision.paragraph
    state.end = provision.end


def _belongs(text: str, provision: Provision, state: _State) -> bool:
    """Whether an article without a title can be of the document cited last."""
    between = text[state.end : provision.start]
    if "\n" in between and _HEADING.search(between):
        return False
    same_line = "\n" not in between
    if provision.article is not None:
        return same_line or not provision.arabic or state.arabic
    if provision.annex:
        return True
    if state.article[0] is None:
        return same_line and provision.item is not None and len(between) < 20
    if provision.paragraph is not None:
        return True
    return same_line and len(between) <= 60


def _completed(provision: Provision, state: _State) -> Provision:
    """A 款 or 项 alone is of the article cited last; an item of a decision has none."""
    if provision.article is not None or provision.annex:
        return provision
    article, sub = state.article
    if provision.paragraph is None:
        paragraph = state.paragraph if not provision.attached or state.pointed == "款" else None
        return provision._replace(article=article, article_sub=sub, paragraph=paragraph)
    return provision._replace(article=article, article_sub=sub)
