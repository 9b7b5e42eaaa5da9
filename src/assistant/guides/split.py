"""Where one guide ends and the next begins in a row of units."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.guides.clues import with_clues
from assistant.guides.draft import NO_LEVEL, Draft
from assistant.guides.headings import Mark
from assistant.guides.proof import is_cover, is_guide
from assistant.guides.titles import Title, is_case, read_title
from assistant.guides.units import Unit
from assistant.lexicon.sections import Sections
from assistant.model.document import Table
from assistant.text.numbering import lead, rank
from assistant.text.numerals import NUMERAL, number

# elements that say nothing about whether a cycle of sections begins anew
_LOOSE = frozenset({"notes", "appendix", "other", "forms", "hours", "addr", "receipt"})
_LIST_ONLY = frozenset({"materials", "notes", "forms", "appendix", "other"})
_NUMERAL = re.compile(NUMERAL)
_WHOLE = frozenset({"materials", "process", "conditions", "time"})
_NEAR = 3
_SHORT = 40
_LOOK_AHEAD = 60


def split(text: str, row: Sequence[Unit], sections: Sections) -> list[Draft]:
    """The guides in ``row``, in order; what stands before the first heading belongs to the first guide."""
    titles = [_title(text, row, index, sections) for index in range(len(row))]
    drafts = [Draft()]
    for index, unit in enumerate(row):
        title = titles[index]
        level = (unit.line.level if unit.line else None) or NO_LEVEL
        if _begins(text, row, title, index, drafts[-1], sections):
            drafts.append(Draft(title, level, count=_counted(unit.span.of(text)) if title else 0))
        elif title and _may_still_name(drafts[-1], level) and _better(title, level, drafts[-1]):
            drafts[-1].title, drafts[-1].level = title, level
        if title and not drafts[-1].seen:
            drafts[-1].nearest = title
        drafts[-1].add(_as_heading(text, row, index, title, drafts[-1]), title)
    return list(_joined(text, [draft for draft in drafts if draft.units], sections))


def _may_still_name(draft: Draft, level: int) -> bool:
    """A title stands before all headings; behind a page's tabs only a heading of the page is one."""
    return not draft.seen or (not draft.body and level < NO_LEVEL)


def _title(text: str, row: Sequence[Unit], at: int, sections: Sections) -> Title | None:
    unit = row[at]
    if not unit.whole or unit.form or unit.line is None:
        return None
    title = read_title(text, unit.span, sections, unit.line.level)
    before = row[at - 1].mark if at else None
    if title and title.coded and before and "名称" in before.words.of(text):  # 事项名称及编码, on the line above
        return None
    return title


def _begins(text: str, row: Sequence[Unit], title: Title | None, index: int, draft: Draft, sections: Sections) -> bool:
    """Does a new guide begin here? Not before the first one has any heading, unless its title stands here."""
    mark = row[index].mark
    if not draft.seen:
        return bool(title and title.strong and draft.title and draft.title.strong)
    if title is None:
        return bool(mark and "item_name" in mark.elements and _restarts(mark, draft))
    if is_case(title.name, sections):
        return False
    return _leads_on(row, index, draft, title) if title.strong else _cycle_from(text, row, index, draft)


def _restarts(mark: Mark, draft: Draft) -> bool:
    return set(mark.elements) <= draft.seen and bool(
        draft.seen & {"materials", "basis", "conditions", "process", "time"}
    )


def _leads_on(row: Sequence[Unit], index: int, draft: Draft, title: Title) -> bool:
    """A strong title begins a guide when sections follow it that were there before, or its own list of materials."""
    if title.marker:
        return True
    if title.materials:
        # X申请材料 inside a full guide is the list of one case; a row of such lists is a row of guides
        return draft.seen <= _LIST_ONLY and _list_follows(row, index + 1)
    following = _next_elements(row, index + 1, 4)
    return bool(following - _LOOSE) and bool(following & draft.seen)


def _list_follows(row: Sequence[Unit], at: int) -> bool:
    """Is the next block a numbered line or a table?"""
    unit = row[at] if at < len(row) else None
    return unit is not None and (
        unit.numbered or isinstance(unit.block, Table) or bool(unit.mark and unit.mark.kind == "implicit")
    )


def _cycle_from(text: str, row: Sequence[Unit], index: int, draft: Draft) -> bool:
    """A plain line begins a guide when the sections below it begin anew; the value of a heading is no title."""
    before = row[index - 1].mark if index else None
    if (before and before.kind in ("line", "opener")) or _is_entry(text, row, index, draft):
        return False
    for unit in row[index + 1 : index + 1 + _NEAR]:
        if unit.mark:
            firm = set(unit.mark.elements) - _LOOSE
            bare = unit.mark.kind == "implicit" and draft.seen <= _LIST_ONLY  # lists of materials without headings
            plain = unit.mark.kind not in ("middle", "opener", "implicit")
            return (plain or bare) and bool(firm) and _repeats(row, index, draft, _is_next(text, row[index], draft))
        if not unit.whole or unit.span.end - unit.span.start > _SHORT:
            return False
    return False


def _is_entry(text: str, row: Sequence[Unit], index: int, draft: Draft) -> bool:
    """4、应提交的文件 right behind 3、技术资料 is the next of a list, unless the guides are numbered so themselves."""
    pair = row[index - 1 : index + 1] if index else ()
    if len(pair) < 2 or not all(unit.whole and unit.numbered for unit in pair):
        return False
    before, own = (unit.span.of(text) for unit in pair)
    style = lead(own).style
    if style != lead(before).style or (draft.title and draft.title.style == style):
        return False
    return _counted(own) == _counted(before) + 1


def _counted(line: str) -> int:
    """The number a line begins with, 0 if it has none."""
    found = _NUMERAL.search(line, 0, lead(line).end)
    return (number(found.group()) or 0) if found else 0


def _is_next(text: str, unit: Unit, draft: Draft) -> bool:
    """（三）补领 behind the guide （二）换领: the next of a row of guides, however short it is."""
    line = unit.span.of(text)
    style = draft.title.style if draft.title and draft.count else None
    return style == lead(line).style and _counted(line) == draft.count + 1


def _repeats(row: Sequence[Unit], index: int, draft: Draft, is_next: bool) -> bool:
    """Do the next headings name elements that the guide already has: the very next one, and two if it has as many?"""
    following = [mark for unit in row[index : index + _LOOK_AHEAD] if (mark := unit.mark)][:4]
    known = [mark for mark in following if set(mark.elements) - _LOOSE <= draft.seen]
    again = {element for mark in known for element in mark.elements} & (draft.seen - _LOOSE)
    enough = 1 if is_next else 2
    return bool(following) and following[0] in known and len(again) >= min(enough, len(draft.seen - _LOOSE))


def _next_elements(row: Sequence[Unit], start: int, count: int) -> set[str]:
    marks = [unit.mark for unit in row[start : start + _LOOK_AHEAD] if unit.mark]
    return {element for mark in marks[:count] for element in mark.elements}


def _better(title: Title, level: int, draft: Draft) -> bool:
    """Of the lines before the first heading: a strong title, else the highest heading, else the last line."""
    if draft.title is None or title.strong != draft.title.strong:
        return draft.title is None or title.strong
    below = "none" not in (title.style, draft.title.style) and rank(title.style) > rank(draft.title.style)
    return not draft.title.strong and level <= draft.level and not below


def _as_heading(text: str, row: Sequence[Unit], index: int, title: Title | None, draft: Draft) -> Unit:
    """A title such as 个体工商户注销登记提交材料规范 is the heading of its list as well, in a guide that of a case."""
    unit = row[index]
    if title is None or not title.materials or not (title is draft.title or _heads_a_list(text, row, index, title)):
        return unit
    scenario = None if title is draft.title else title.name
    mark = Mark(("materials",), unit.span, unit.span, title.style, "line", scenario)
    return replace(unit, block=None, mark=mark)


def _heads_a_list(text: str, row: Sequence[Unit], index: int, title: Title) -> bool:
    """3.项目申报材料 between 2. and 4. is an entry, not a heading."""
    if not _list_follows(row, index + 1):
        return False
    return not row[index].numbered or lead(row[index + 1].span.of(text)).style != title.style


def _joined(text: str, drafts: Sequence[Draft], sections: Sections) -> Iterator[Draft]:
    """Drafts that are guides; a draft that is none goes to the guide before it."""
    last: Draft | None = None
    for draft in drafts:
        full = _with_clues(text, draft, sections)
        if len(drafts) > 1 and is_cover(full):
            continue
        if is_guide(text, full, sections):
            if last and full.title and full.title.coded and last.seen.isdisjoint(_WHOLE):
                full.units[:0] = last.units  # the head of a specification, before that of its parts
            elif last:
                yield _own_title(last, full)
            last = full
        elif last and draft.seen:
            last.units += draft.units
            last.body += draft.body
    if last:
        yield last


def _own_title(draft: Draft, following: Draft) -> Draft:
    """Under the title of a whole collection each guide has one of its own, in the style of the next guide's title."""
    nearest, other = draft.nearest, following.title
    if nearest and other and nearest.style == other.style and not other.marker and nearest is not draft.title:
        draft.title = nearest
    return draft


def _with_clues(text: str, draft: Draft, sections: Sections) -> Draft:
    """Running text counts in a guide that has a heading of its own, or whose title says it is a guide."""
    if not draft.seen & sections.core and not (draft.title and draft.title.strong):
        return draft
    full = Draft(draft.title, draft.level, draft.nearest)
    for unit in with_clues(text, draft.units, draft.seen, sections):
        full.add(unit, None)
    full.body = max(draft.body, full.body if full.seen != draft.seen else 0)
    return full
