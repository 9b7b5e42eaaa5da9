"""The fields of a form: label cells beside or above blank ones, and blanks in a line (姓名：____)."""

import re
from collections.abc import Iterator, Sequence

from assistant.model.document import Cell, Table
from assistant.model.guide import Field
from assistant.model.span import Span
from assistant.text.numbering import lead
from assistant.text.tables import rows_of

_BLANKS = re.compile(r"[\s　]")
# □新建 □改建, 年 月 日, ____, （请另附页）, 编号：: what stands where the answer goes
_FILLER = re.compile(
    r"□|☐|○|年[\s　]*月[\s　]*日|_{2,}|＿+|^[\s　]*[（(][^（）()]{2,40}[)）][\s　]*$|元|编号[：:]|粘贴|√"
)
_NO_LABEL = re.compile(r"[□☐。；;！？_＿]|^\d+$|^年?月?日?$|[，,].*[，,]|粘贴|^(?:注|说明|备注)[：:]")
# 姓名：____ | 联系电话：      | 法定代表人（签章）：
_BLANK_IN_LINE = re.compile(
    r"(?P<star>[*＊]?)(?P<label>[一-龥A-Za-z][一-龥A-Za-z（）()、/／ 　]{0,24}?)\s*[：:]\s*"
    r"(?=_{2,}|＿+|□|☐|[\s　]{2,}|年[\s　]+月|[（(](?:盖章|签章|签字|公章)|$|\n)"
    r"|(?P<label2>[一-龥]{2,12})\s*(?=_{3,}|＿{2,})"
)
_MAX_LABEL = 24


def fields_in_table(text: str, table: Table) -> tuple[Field, ...]:
    """The fields of a form's table in reading order."""
    rows = rows_of(table)
    found: dict[Span, Field] = {}
    for index, row in enumerate(rows):
        for field in _in_row(text, table, rows, index, row):
            found.setdefault(field.span, field)
    return tuple(found.values())


def _in_row(
    text: str, table: Table, rows: Sequence[Sequence[Cell]], index: int, row: Sequence[Cell]
) -> Iterator[Field]:
    heads = _is_column_header(text, rows, index)
    for at, cell in enumerate(row):
        if cell.row != index:
            continue
        right = row[at + 1] if at + 1 < len(row) else None
        if _is_label(text, cell) and (heads or (right is not None and _is_answer(text, right))):
            yield _field(text, cell.span)
        elif cell.column_span * 2 > table.columns or not _is_label(text, cell):
            yield from blanks_in_line(text, cell.span)


def _is_column_header(text: str, rows: Sequence[Sequence[Cell]], index: int) -> bool:
    """姓名 | 性别 | 身份证号 over rows that are blank."""
    if index + 1 >= len(rows) or len(rows[index]) < 2 or len(rows[index]) != len(rows[index + 1]):
        return False
    return all(_is_label(text, cell) for cell in rows[index]) and not any(
        _words(text, cell) for cell in rows[index + 1]
    )


def _words(text: str, cell: Cell) -> str:
    return _BLANKS.sub("", cell.span.of(text))


def _is_label(text: str, cell: Cell) -> bool:
    words = _words(text, cell)
    return 0 < len(words) <= _MAX_LABEL and not _NO_LABEL.search(words)


def _is_answer(text: str, cell: Cell) -> bool:
    return not _words(text, cell) or bool(_FILLER.search(cell.span.of(text)))


def _field(text: str, span: Span) -> Field:
    words = _BLANKS.sub("", span.of(text))
    return Field(words.strip("*＊：:；;"), "", True if words[:1] in ("*", "＊") else None, span)


def blanks_in_line(text: str, span: Span) -> tuple[Field, ...]:
    """Labels with a blank behind them; the blank is underlined, wide, or the rest of the line."""
    found = []
    start = span.start + lead(span.of(text)).end
    for match in _BLANK_IN_LINE.finditer(text, start, span.end):
        group = "label" if match["label"] else "label2"
        label = _BLANKS.sub("", match[group])
        if 2 <= len(label) <= _MAX_LABEL and not _NO_LABEL.search(label) and _balanced(label):
            starred = match["star"] or text[match.start() - 1 : match.start()] in ("*", "＊")
            found.append(Field(label, "", True if starred else None, Span(*match.span(group))))
    return tuple(found)


def _balanced(label: str) -> bool:
    return len(re.findall(r"[（(]", label)) == len(re.findall(r"[）)]", label))
