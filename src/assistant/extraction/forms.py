"""Forms to fill in (申请表) that stand in a document, with their fields."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.extraction.form_controls import fields_of_controls
from assistant.extraction.form_fields import blanks_in_line, fields_in_table
from assistant.lexicon.steps import load_step_words
from assistant.model.document import Block, Document, Paragraph, Table
from assistant.model.guide import Field, Form
from assistant.model.outline import Outline
from assistant.model.span import Span
from assistant.text.numbering import lead
from assistant.text.tables import is_form, is_list, laid_open

# 附表二, 附件3：, 附录2
_ANNEX = re.compile(r"^附\s*(?:件|录|表|图)?\s*[一二三四五六七八九十\d]{0,3}\s*[：:、.．]?\s*")
_ASIDE = re.compile(r"[（(][^（）()]*[)）]\s*$")
_SENTENCE = re.compile(r"[，。；;！？]")
_MAX_TITLE = 50
_MAX_HEADING = 20
# the elements below which a form may stand: annexes, and what ends a guide
_MAY_HOLD = frozenset({"forms", "appendix", "notes", "other", "query", "complaint", "consult", "addr"})
# so many lines between a form's title and its first blank
_FAR = 8
_FEWEST = 3


@dataclass(slots=True)
class _Draft:
    """A form in the making."""

    title: Span
    name: str
    far: int = 0
    section: str | None = None
    end: int = 0
    fields: list[Field] = field(default_factory=list)


def find_forms(document: Document, outlines: Sequence[Outline], folders: tuple[Path, ...] = ()) -> tuple[Form, ...]:
    """The forms of ``document``, most often annexed to a guide; ids, materials and the fields' keys are left empty."""
    text = document.text
    endings = load_step_words(*folders).form_names
    lists = {part.body for outline in outlines for part in outline.sections if part.element not in _MAY_HOLD}
    drafts: list[_Draft] = []
    for block in laid_open(document.blocks):
        title = _title(text, block, endings)
        if title and not _inside(block.span, lists):
            drafts.append(title)
        elif drafts:
            _read(text, block, drafts[-1], lists)
    return tuple(_form(draft) for draft in drafts if len(draft.fields) >= _FEWEST)


def form_of(document: Document, name: str) -> Form | None:
    """The whole file as one form called ``name``; None where it asks nothing. For files that hold a form without a
    title that says so."""
    draft = _Draft(Span(0, 0), name)
    if document.controls:
        draft.fields, draft.end = list(fields_of_controls(document)), len(document.text)
        return _form(draft) if draft.fields else None
    for block in laid_open(document.blocks):
        draft.far = 0
        _read(document.text, block, draft, ())
    return _form(draft) if draft.fields else None


def _inside(span: Span, lists: Iterable[Span]) -> bool:
    return any(part.contains(span) for part in lists)


def _title(text: str, block: Block, endings: tuple[str, ...]) -> _Draft | None:
    """The line names a form: short, no sentence, ends in 表, 书, 单 …; a table may bear its name in its first row."""
    if isinstance(block, Table):
        first = block.cells[0] if block.cells else None
        if first is None or first.column_span < block.columns or not _to_fill(text, block):
            return None
        draft = _title(text, Paragraph(first.span), endings)
        if draft:
            _read(text, block, draft, ())
        return draft
    line = block.span.of(text)
    begin = lead(line)
    if begin.style in ("ar", "arp", "circ", "cnp"):
        return None
    name = _ANNEX.sub("", line[begin.end :]).strip(" 　：:《》*#")
    bare = re.sub(r"[\s　]", "", _ASIDE.sub("", name)).strip("《》")
    if not 3 <= len(bare) <= _MAX_TITLE or _SENTENCE.search(bare) or not bare.endswith(endings):
        return None
    return _Draft(block.span, bare)


def _read(text: str, block: Block, draft: _Draft, lists: Iterable[Span]) -> None:
    """Adds what ``block`` asks for to the form; a long stretch without any blank ends it."""
    if draft.far > _FAR or _inside(block.span, lists):
        draft.far = _FAR + 1
        return
    if isinstance(block, Table):
        found = fields_in_table(text, block, draft.section) if _to_fill(text, block) else ()
    else:
        found = tuple(replace(each, section=draft.section) for each in blanks_in_line(text, block.span))
        draft.section = (None if found else _heading(text, block)) or draft.section
    draft.far = 0 if found else draft.far + 1
    if found:
        draft.fields += found
        draft.end = block.span.end


def _to_fill(text: str, table: Table) -> bool:
    """As is_form, with what a workbook leaves out counted as blank."""
    if is_form(text, table):
        return True
    places = [cell for row in table.grid() for cell in row]
    holes = sum(cell is None for cell in places)
    blank = holes + sum(not cell.span.of(text).strip() for cell in table.cells)
    return holes > 1 and not is_list(text, table) and 4 * blank >= len(places)


def _heading(text: str, block: Paragraph) -> str | None:
    """一、单位信息: what the fields below are about."""
    line = block.span.of(text)
    begin = lead(line)
    words = re.sub(r"[\s　]", "", line[begin.end :]).rstrip("：:")
    numbered = begin.end > 0 or block.bold or block.level is not None
    return words if numbered and 2 <= len(words) <= _MAX_HEADING and not _SENTENCE.search(words) else None


def _form(draft: _Draft) -> Form:
    return Form("", draft.name, None, tuple(draft.fields), Span(draft.title.start, draft.end))
