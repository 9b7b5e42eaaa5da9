"""The fields of a form: label cells beside or above blank ones, and blanks in a line (姓名：____)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.extraction.form_options import CHOSEN, options_in
from assistant.model.document import Cell, Table
from assistant.model.guide import Field
from assistant.model.span import Span
from assistant.text.numbering import lead
from assistant.text.tables import rows_of

_BLANKS = re.compile(r"[\s　]")
# □新建 □改建, 年 月 日, ____, （请另附页）, 编号：: what stands where the answer goes
_FILLER = re.compile(
    rf"{CHOSEN}|年[\s　]*月[\s　]*日|_{{2,}}|＿+|^[\s　]*[（(][^（）()]{{2,40}}[)）][\s　]*$|元|编号[：:]|粘贴|√"
    r"|^[\s　]*请(?:填写|选择|点击)"
)
_NO_LABEL = re.compile(
    rf"{CHOSEN}|[。；;！？_＿]|^\d+$|^年?月?日?$|[，,].*[，,]|粘贴|^(?:注|说明|备注)[：:]|^[（(][^（）()]*[)）]$"
)
# 建设用地批准书（复印件）; 现将有关信息反馈如下, 兹有; 序号
_NO_QUESTION = re.compile(r"[（(](?:复印件|原件)[)）]$|如下$|^(?:兹|现将|序号$|第\d+页)")
# 姓名：____ | 联系电话：      | 法定代表人（签章）：
_BLANK_IN_LINE = re.compile(
    r"(?P<star>[*＊]?)(?P<label>[一-龥A-Za-z][一-龥A-Za-z（）()、/／ 　]{0,24}?)\s*[：:]\s*"
    r"(?=_{2,}|＿+|[□☐○〇]|[\s　]{2,}|年[\s　]+月|[（(](?:盖章|签章|签字|公章)|$|\n)"
    r"|(?P<label2>[一-龥]{2,12})\s*(?=_{3,}|＿{2,})"
)
# The heads of two columns over the rows of a form on changes: 变更前内容, 原登记事项 | 申请变更登记内容
_BEFORE = re.compile(r"^(?:变更前|原(?:登记|核准|许可|备案|批准))")
_AFTER = re.compile(r"^(?:变更后|(?:现|拟|申请)(?:申请)?变更)")
_MAX_LABEL = 24
_UNSEEN = 2
_TITLES = ("表", "书", "单")


def fields_in_table(text: str, table: Table, section: str | None = None) -> tuple[Field, ...]:
    """The fields of a form's table in reading order; ``section``: what the table stands under."""
    grid = _Grid(text, table, tuple(rows_of(table)))
    found: dict[Span, Field] = {}
    changed: dict[int, str] = {}
    for index, row in enumerate(grid.rows):
        section = grid.heading(row) or section
        changed = grid.states(row) or (changed if len(row) > 1 else {})
        for field in grid.changes(index, row, changed) or grid.in_row(index, row):
            found.setdefault(field.span, replace(field, section=field.section or section))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Grid:
    text: str
    table: Table
    rows: tuple[Sequence[Cell], ...]

    def heading(self, row: Sequence[Cell]) -> str | None:
        """A row of one cell that says what the rows below are about: 一、申请人基本信息."""
        if len(row) != 1 or row[0].column_span < self.table.columns:
            return None
        written = row[0].span.of(self.text)
        words = _BLANKS.sub("", written[lead(written).end :]).rstrip("：:")
        if words.endswith(_TITLES):
            return None
        asks = blanks_in_line(self.text, row[0].span)
        return words if words and len(words) <= _MAX_LABEL and not asks and not _NO_LABEL.search(words) else None

    def states(self, row: Sequence[Cell]) -> dict[int, str]:
        """The columns in which a form on changes wants what was and what is to be."""
        found = {}
        for cell in row:
            words = self._words(cell)
            state = "变更前" if _BEFORE.search(words) else "变更后" if _AFTER.search(words) else ""
            if state and cell.column:
                found[cell.column] = state
        return found if {*found.values()} == {"变更前", "变更后"} else {}

    def changes(self, index: int, row: Sequence[Cell], states: dict[int, str]) -> list[Field]:
        """住所 | ____ | ____ below 变更前 | 变更后 asks two things; the second stands where its answer goes."""
        first = row[0] if states and row else None
        answers = {cell.column: cell for cell in row if cell.column in states}
        if first is None or first.row != index or len(answers) < len(states) or not self._is_label(first):
            return []
        if not all(map(self._is_answer, answers.values())) or _NO_QUESTION.search(self._label(first)):
            return []
        return [
            Field(f"{states[at]}{self._label(first)}", "", None, cell.span if number else first.span)
            for number, (at, cell) in enumerate(sorted(answers.items()))
        ]

    def in_row(self, index: int, row: Sequence[Cell]) -> Iterator[Field]:
        heads = self._heads(index)
        section: str | None = None
        for at, cell in enumerate(row):
            right = row[at + 1] if at + 1 < len(row) else None
            label = self._is_label(cell)
            answered = self._hole_behind(cell, right) or (right is not None and self._is_answer(right))
            if label and right is not None and self._is_label(right) and not answered and cell not in heads:
                section = self._label(cell)  # 法定代表人 | 姓名 | ____ | 电话 | ____
            if cell.row != index:
                continue
            if label and (cell in heads or answered):
                yield from self._field(cell, right if answered else None, section, heads.get(cell, 0) > 1)
            elif cell.column_span * 2 > self.table.columns or not label:
                yield from blanks_in_line(self.text, cell.span)

    def _hole_behind(self, cell: Cell, right: Cell | None) -> bool:
        """Workbooks leave out what is blank at the end of a row."""
        end = cell.column + cell.column_span
        return end < (right.column if right else self.table.columns)

    def _heads(self, index: int) -> dict[Cell, int]:
        """姓名 | 性别 | 身份证号 over blank rows, and how many rows those are; beside them may stand 家庭成员."""
        row = [cell for cell in self.rows[index] if cell.row == index and cell.row_span == 1]
        below = 0
        while index + below + 1 < len(self.rows):
            at = index + below + 1
            cells = [cell for cell in self.rows[at] if cell.row == at]
            if (
                len(cells) != len(row)
                or not all(map(self._is_free, cells))
                or all(self._words(cell).isdigit() for cell in cells)
            ):
                break
            below += 1
        if index + 1 == len(self.rows) and len(row) > 2 and self._has_holes():
            below = _UNSEEN
        return dict.fromkeys(row, below) if below and len(row) > 1 and all(map(self._is_label, row)) else {}

    def _has_holes(self) -> bool:
        """A sheet: the blank rows below its last head of columns are left out as well."""
        return any(cell is None for row in self.table.grid() for cell in row)

    def _is_free(self, cell: Cell) -> bool:
        """Blank but for a printed number (序号 1, 2, 3) or a request to write."""
        words = self._words(cell)
        return not words or words.isdigit() or words.startswith(("请填写", "请选择"))

    def _label(self, cell: Cell) -> str:
        written = cell.span.of(self.text)
        return _BLANKS.sub("", written[lead(written).end :]).strip("*＊：:；;")

    def _words(self, cell: Cell) -> str:
        return _BLANKS.sub("", cell.span.of(self.text))

    def _is_label(self, cell: Cell) -> bool:
        words = self._words(cell)
        return 0 < len(words) <= _MAX_LABEL and not _NO_LABEL.search(words)

    def _is_answer(self, cell: Cell) -> bool:
        return not self._words(cell) or bool(_FILLER.search(cell.span.of(self.text)))

    def _field(self, cell: Cell, answer: Cell | None, section: str | None, repeated: bool) -> Iterator[Field]:
        words = self._words(cell)
        label = words.strip("*＊：:；;")
        if label and not _NO_QUESTION.search(label):
            starred = True if words[:1] in ("*", "＊") or words[-1:] in ("*", "＊") else None
            options = options_in(answer.span.of(self.text)) if answer else ()
            yield Field(label, "", starred, cell.span, options, section, repeated)


def blanks_in_line(text: str, span: Span) -> tuple[Field, ...]:
    """Labels with a blank behind them; the blank is underlined, wide, or the rest of the line."""
    start = span.start + lead(span.of(text)).end
    matches = list(_BLANK_IN_LINE.finditer(text, start, span.end))
    found = []
    for at, match in enumerate(matches):
        group = "label" if match["label"] else "label2"
        label = _BLANKS.sub("", match[group])
        if 2 <= len(label) <= _MAX_LABEL and not _unfit(label):
            starred = match["star"] or text[match.start() - 1 : match.start()] in ("*", "＊")
            end = matches[at + 1].start() if at + 1 < len(matches) else span.end
            options = options_in(text[match.end() : end])
            found.append(Field(label, "", True if starred else None, Span(*match.span(group)), options))
    return tuple(found)


def _unfit(label: str) -> bool:
    return bool(_NO_LABEL.search(label) or _NO_QUESTION.search(label)) or not _balanced(label)


def _balanced(label: str) -> bool:
    return len(re.findall(r"[（(]", label)) == len(re.findall(r"[）)]", label))
