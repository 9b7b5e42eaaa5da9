"""Revisions and comments written into one .docx."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.export.marked.anchors import Point, after, before
from assistant.export.marked.blocks import write_blocks
from assistant.export.marked.body import Atom, Body
from assistant.export.marked.edits import AFTER_RUN, BEFORE_RUN, Edits
from assistant.export.marked.parts import Word, first_comment, with_comments
from assistant.export.marked.pen import Pen, pen_for
from assistant.export.marked.runs import RunMarks, properties, write_runs
from assistant.export.marked.strikes import Strikes
from assistant.export.marked.wanted import Swap, Wanted
from assistant.export.marked.words import comment_lines
from assistant.model.decision import Decision
from assistant.model.document import Document
from assistant.model.finding import Finding
from assistant.model.span import Span
from assistant.office.markup import decode
from assistant.office.package import with_parts


@dataclass(frozen=True, slots=True)
class Remark:
    finding: Finding
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Task:
    wanted: Wanted
    remarks: Sequence[Remark]
    author: str
    day: date


def write_marks(source: bytes, word: Word, document: Document, task: Task) -> tuple[bytes, tuple[str, ...]]:
    """The marked package, and what could not be revised in its place. Raises MarkupError before anything is done."""
    xml, encoding = decode(word.parts[word.main])
    body = Body(xml, document, word.main)
    writer = _Writer(body, RunMarks(), pen_for(xml, body.root, task.author, task.day, body.highest_id), Edits())
    hindered = writer.revise(task.wanted)
    comments = writer.remark(task.remarks, hindered, first_comment(word))
    writer.finish()
    changed = {word.main: writer.edits.applied(xml).encode(encoding)}
    if comments:
        changed |= with_comments(word, comments, task.author, task.day)
    return with_parts(source, changed), _unmarked(document, task.wanted, hindered)


@dataclass(slots=True)
class _Writer:
    body: Body
    marks: RunMarks
    pen: Pen
    edits: Edits

    def revise(self, wanted: Wanted) -> dict[str, str]:
        """Why, for each material or citation that could not be revised, or not all of it."""
        strikes = Strikes(self.body, self.marks)
        hindered: dict[str, str] = {}
        for swap in wanted.swaps:
            reason = self._swap(swap, strikes)
            if reason and swap.subject:
                hindered[swap.subject] = reason
        for strike in wanted.strikes:
            reason = strikes.row(strike.span) if strike.row else strikes.passage(strike.span)[1]
            if reason:
                hindered |= dict.fromkeys(strike.subjects, reason)
        staying = strikes.finish()
        for strike in wanted.strikes:
            atom = next(iter(self.body.located(strike.span)), None) if strike.row else None
            row = atom.run.within("w:tr") if atom is not None else None
            if row in staying:
                hindered |= dict.fromkeys(strike.subjects, staying[row])
        write_blocks(self.body, strikes.paragraphs, strikes.rows, self.pen, self.edits)
        return hindered

    def _swap(self, swap: Swap, strikes: Strikes) -> str | None:
        empty = swap.span.start == swap.span.end
        span = Span(swap.span.start - 1, swap.span.end) if empty else swap.span
        if empty:
            atom = self.body.locate(span.start)
            struck, reason = ([atom], None) if atom is not None else ([], "这里不是可以直接修订的文字")
        else:
            struck, reason = strikes.passage(span, insertion=True)
        if reason or not struck:
            return reason
        last = struck[-1]
        words = self.pen.inserted(swap.words, properties(self.body.xml, struck[0].run))
        self.marks.put(last.run, last.index + 1, words)
        return None

    def remark(self, remarks: Sequence[Remark], hindered: dict[str, str], first: int) -> dict[int, tuple[str, ...]]:
        """The lines of the comments by id; their ranges begin after and end before other marks of the same place."""
        comments: dict[int, tuple[str, ...]] = {}
        ranges: list[tuple[int, Atom, Atom]] = []
        for number, remark in enumerate(remarks, first):
            place = self._range(remark.finding.span)
            if place is None:
                continue
            reason = hindered.get(remark.finding.target.id)
            away = "" if self.body.located(remark.finding.span) else remark.finding.span.of(self.body.document.text)
            comments[number] = comment_lines(remark.finding, remark.decision, reason, away)
            ranges.append((number, *place))
        for number, _, last in ranges:
            self._end(number, last)
        for number, head, _ in ranges:
            self._put(before(self.body, head), self.pen.range("commentRangeStart", number), BEFORE_RUN)
        return comments

    def _end(self, number: int, last: Atom) -> None:
        """A comment on what goes, goes with it: LibreOffice takes no row for empty that has a comment left in it."""
        point, mark = after(self.body, last), self.pen.reference(number)
        end = self.pen.range("commentRangeEnd", number)
        if not self.marks.is_gone(last):
            self._put(point, end + mark, AFTER_RUN)
        elif point.index is not None and self.marks.is_gone(self.body.atoms(point.run)[point.index - 1]):
            self.marks.put_struck(point.run, point.index, mark)
            self._put(point, end, AFTER_RUN)
        else:
            self._put(point, f"{end}{self.pen.open('del')}{mark}{self.pen.close('del')}", AFTER_RUN)

    def _range(self, span: Span) -> tuple[Atom, Atom] | None:
        atoms = self.body.located(span)
        if atoms:
            return atoms[0], atoms[-1]
        nearest = self.body.nearest(span.start)
        return (nearest, nearest) if nearest is not None else None

    def _put(self, point: Point, words: str, order: int) -> None:
        if point.index is not None:
            self.marks.put(point.run, point.index, words)
        else:
            self.edits.put(point.at, order, words)

    def finish(self) -> None:
        write_runs(self.body, self.marks, self.pen, self.edits)


def _unmarked(document: Document, wanted: Wanted, hindered: dict[str, str]) -> tuple[str, ...]:
    """“居民身份证”：…"""
    spans: dict[str, Span] = {swap.subject: swap.span for swap in wanted.swaps}
    for strike in wanted.strikes:
        spans |= dict.fromkeys(strike.subjects, strike.span)
    return tuple(f"“{spans[id].of(document.text)}”：{reason}" for id, reason in hindered.items())
