"""Where one guide ends and the next begins in a row of units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.guides.headings import Mark
from assistant.guides.titles import Title, is_case, read_title
from assistant.guides.units import Unit
from assistant.lexicon.sections import Sections
from assistant.model.document import Paragraph, Table
from assistant.model.span import Span

# elements that say nothing about whether a cycle of sections begins anew
_LOOSE = frozenset({"notes", "appendix", "other", "forms", "hours", "addr", "receipt"})
_NEAR = 3


@dataclass(slots=True)
class Draft:
    """A guide in the making: its title and the units from there on."""

    title: Title | None = None
    units: list[Unit] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    body: int = 0  # blocks below the first heading that are no titles themselves

    @property
    def span(self) -> Span:
        return Span(self.units[0].span.start, max(unit.span.end for unit in self.units))


def split(text: str, row: Sequence[Unit], sections: Sections) -> list[Draft]:
    """The guides in ``row``, in order; what stands before the first heading belongs to the first guide."""
    titles = [_title(text, unit, sections) for unit in row]
    drafts = [Draft()]
    for index, unit in enumerate(row):
        title = titles[index]
        draft = drafts[-1]
        if _begins(row, titles, index, draft, sections):
            drafts.append(Draft(title))
        elif title and not draft.seen and _better(title, draft.title, unit, row, index):
            draft.title = title
        drafts[-1].units.append(_as_heading(unit, titles[index], drafts[-1]))
        mark = drafts[-1].units[-1].mark
        if mark:
            drafts[-1].seen.update(mark.elements)
        elif drafts[-1].seen and not (title and title.strong):
            drafts[-1].body += 1
    return list(_joined([draft for draft in drafts if draft.units], sections))


def _title(text: str, unit: Unit, sections: Sections) -> Title | None:
    if unit.mark or unit.form or not isinstance(unit.whole, Paragraph):
        return None
    return read_title(text, unit.span, sections)


def _begins(row: Sequence[Unit], titles: Sequence[Title | None], index: int, draft: Draft, sections: Sections) -> bool:
    """Does a new guide begin here? Not before the first one has any heading, unless its title stands here."""
    unit, title = row[index], titles[index]
    if not draft.seen:
        return bool(title and title.strong and draft.title and draft.title.strong)
    if title and title.strong and not is_case(title.name, sections):
        return _leads_on(row, index, draft, title)
    if title and not is_case(title.name, sections):
        return _cycle_from(row, index + 1, draft)
    return bool(unit.mark and "item_name" in unit.mark.elements and _restarts(unit.mark, draft))


def _restarts(mark: Mark, draft: Draft) -> bool:
    return set(mark.elements) <= draft.seen and bool(
        draft.seen & {"materials", "basis", "conditions", "process", "time"}
    )


def _leads_on(row: Sequence[Unit], index: int, draft: Draft, title: Title) -> bool:
    """A strong title begins a guide when sections follow it, or its own list of materials."""
    if title.marker:
        return True
    if title.materials:
        return _list_follows(row, index + 1)
    following = _next_elements(row, index + 1, 4)
    return bool(following - _LOOSE) and bool(following & draft.seen)


def _list_follows(row: Sequence[Unit], start: int) -> bool:
    """Is the next block a numbered line or a table?"""
    for unit in row[start : start + 1]:
        return isinstance(unit.block, Table) or (unit.whole is not None and unit.numbered)
    return False


def _cycle_from(row: Sequence[Unit], start: int, draft: Draft) -> bool:
    """Right after a plain line the sections begin anew: the first heading below it has been there before."""
    for unit in row[start : start + _NEAR]:
        if unit.mark:
            again = set(unit.mark.elements) - _LOOSE & draft.seen
            return (
                unit.mark.kind != "middle"
                and bool(set(unit.mark.elements) - _LOOSE)
                and set(unit.mark.elements) <= draft.seen
                and bool(again)
            )
        if unit.whole is None or unit.span.end - unit.span.start > 40:
            return False
    return False


def _next_elements(row: Sequence[Unit], start: int, count: int) -> set[str]:
    found: set[str] = set()
    marks = 0
    for unit in row[start : start + 60]:
        if unit.mark:
            found.update(unit.mark.elements)
            marks += 1
            if marks == count:
                break
    return found


def _better(title: Title, old: Title | None, unit: Unit, row: Sequence[Unit], index: int) -> bool:
    """Of the lines before the first heading: a strong title, else the highest heading, else the last line."""
    if old is None or (title.strong and not old.strong):
        return True
    if old.strong:
        return False
    level = unit.whole.level if unit.whole else None
    before = next((each.whole.level for each in row[:index] if each.span.contains(old.span) and each.whole), None)
    return (level or 99) < (before or 99) if level or before else True


def _as_heading(unit: Unit, title: Title | None, draft: Draft) -> Unit:
    """The title 个体工商户注销登记提交材料规范 is the heading of the list of materials as well."""
    if title is None or title is not draft.title or not title.materials:
        return unit
    return replace(unit, block=None, mark=Mark(("materials",), unit.span, unit.span, "none", "line"))


def _joined(drafts: list[Draft], sections: Sections) -> Iterator[Draft]:
    """Drafts that are guides; a draft that is none goes to the guide before it."""
    last: Draft | None = None
    for draft in drafts:
        if is_guide(draft, sections):
            if last:
                yield last
            last = draft
        elif last and draft.seen:
            last.units += draft.units
            last.body += draft.body
    if last:
        yield last


def is_guide(draft: Draft, sections: Sections) -> bool:
    """A core element and a second one, or a core element under a title that says it is a guide."""
    if not draft.body:
        return False
    core = draft.seen & sections.core
    firm = draft.seen - {"notes", "appendix", "other", "forms"}
    return bool(core) and (len(firm) >= 2 or bool(draft.title and draft.title.strong))
