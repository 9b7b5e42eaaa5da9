"""What an adapter of LibreOffice Writer must do, and adapters with planted faults. Runs on the office's own Python.

    python3 writer_contract.py PORT ADAPTER_FOLDER -> JSON on standard output: {adapter: {rule: fault or null}}

The rules are those of docs/panel-adapter.md, as the browser's contract tests have them.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

import uno  # noqa: F401  # makes com.sun.star importable
from com.sun.star.beans import PropertyValue
from writer_bridge import connected

PORT, FOLDER = sys.argv[1], sys.argv[2]
sys.path.insert(0, FOLDER)
from jianzheng_writer.adapter import Anchor, AnchorError, WriterAdapter  # noqa: E402
from jianzheng_writer.passages import passages  # noqa: E402

LINES = ("高龄津贴", "1. 居民身份证原件和复印件", "2. 居住证明", "2. 居住证明")
CELLS = (("材料名称", "份数"), ("银行卡", "1份"), ("近期照片", "2张"))
TEXTS = [*LINES, *(cell for row in CELLS for cell in row)]


def opened(desktop: Any) -> Any:
    """A document with the contract's lines and table; a table stands between the two last paragraphs."""
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (hidden,))
    text = document.Text
    cursor = text.createTextCursor()
    text.insertString(cursor, "\n".join(LINES).replace("\n", "\r"), False)
    table = document.createInstance("com.sun.star.text.TextTable")
    table.initialize(len(CELLS), 2)
    text.insertTextContent(text.End, table, False)
    for row, cells in enumerate(CELLS):
        for column, words in enumerate(cells):
            table.getCellByPosition(column, row).setString(words)
    return document


def anchor(paragraph: int, quote: str, offset: int | None = None) -> Anchor:
    return Anchor(paragraph, TEXTS[paragraph].index(quote) if offset is None else offset, quote)


def texts(adapter: Any) -> list[str]:
    """Without the empty paragraphs that Writer keeps around tables and in deleted rows."""
    return [row["text"] for row in adapter.paragraphs() if row["text"]]


def same(found: Any, wanted: Any, what: str) -> None:
    if found != wanted:
        raise AssertionError(f"{what}: {found!r}, not {wanted!r}")


def refuses(adapter: Any, act: Callable[[], None], what: str) -> None:
    before = texts(adapter)
    try:
        act()
    except AnchorError:
        same(texts(adapter), before, f"{what}, refused, changed the text")
    else:
        raise AssertionError(f"{what} was not refused")


def without(*gone: str) -> list[str]:
    return [text for text in TEXTS if text not in gone]


def changed(at: int, text: str) -> list[str]:
    return [text if index == at else old for index, old in enumerate(TEXTS)]


def typed(document: Any, at: int, words: str) -> None:
    passage = [each for each in passages(document) if each.text][at]
    passage.owner.insertString(passage.pieces[0].range.Start, words, False)


def selected(document: Any) -> str:
    return str(document.CurrentController.getSelection().getByIndex(0).getString())


def notes(document: Any) -> list[tuple[str, str]]:
    fields, found = document.TextFields.createEnumeration(), []
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            found.append((field.Author, field.Content))
    return found


def redlines(document: Any) -> list[str]:
    marks, found = document.getRedlines().createEnumeration(), []
    while marks.hasMoreElements():
        found.append(marks.nextElement().RedlineType)
    return found


def paragraphs_are_all_texts(document: Any, adapter: Any) -> None:
    same(texts(adapter), TEXTS, "paragraphs")
    cell = next(row["table"] for row in adapter.paragraphs() if row["text"] == "2张")
    same((cell["row"], cell["column"]), (2, 1), "the cell's place")


def select_finds_the_second_of_two_equal_lines(document: Any, adapter: Any) -> None:
    adapter.select(anchor(3, "居住证明"))
    same(selected(document), "居住证明", "selected")
    selection = document.CurrentController.getSelection().getByIndex(0)
    before = document.Text.createTextCursorByRange(selection.Start)
    before.gotoStart(True)
    same(before.getString().count("居住证明"), 1, "equal lines before the selection")


def select_finds_a_passage_in_a_cell(document: Any, adapter: Any) -> None:
    adapter.select(anchor(8, "照片"))
    same(selected(document), "照片", "selected")


def remove_is_tracked_and_takes_out_the_quote_alone(document: Any, adapter: Any) -> None:
    adapter.remove(anchor(1, "和复印件"))
    same(texts(adapter), changed(1, "1. 居民身份证原件"), "texts")
    same(redlines(document), ["Delete"], "tracked changes")


def remove_takes_out_of_the_second_of_two_equal_lines(document: Any, adapter: Any) -> None:
    typed(document, 2, "甲")
    adapter.remove(anchor(3, "居住"))
    wanted = changed(3, "2. 证明")
    wanted[2] = "甲2. 居住证明"
    same(texts(adapter), wanted, "texts")


def remove_of_a_whole_line_leaves_the_next(document: Any, adapter: Any) -> None:
    adapter.remove(anchor(2, TEXTS[2]))
    same(texts(adapter), TEXTS[:2] + TEXTS[3:], "texts")


def rejecting_gives_the_old_text(document: Any, adapter: Any) -> None:
    adapter.remove(anchor(2, TEXTS[2]))
    adapter.remove_row(anchor(6, "银行卡"))
    DISPATCH.executeDispatch(document.CurrentController.Frame, ".uno:RejectAllTrackedChanges", "", 0, ())
    same(texts(adapter), TEXTS, "texts")


def remove_row_takes_out_the_row_and_no_other(document: Any, adapter: Any) -> None:
    adapter.remove_row(anchor(6, "银行卡"))
    same(texts(adapter), without("银行卡", "1份"), "texts")


def remove_row_outside_of_a_table_is_refused(document: Any, adapter: Any) -> None:
    refuses(adapter, lambda: adapter.remove_row(anchor(2, "居住证明")), "remove_row outside of a table")


def replace_puts_the_words_in_place_of_the_quote(document: Any, adapter: Any) -> None:
    adapter.replace(anchor(1, "原件和复印件"), "（出示）")
    same(texts(adapter), changed(1, "1. 居民身份证（出示）"), "texts")
    same(sorted(redlines(document)), ["Delete", "Insert"], "tracked changes")


def comment_leaves_the_text(document: Any, adapter: Any) -> None:
    adapter.comment(anchor(2, "居住证明"), "可自行核验")
    same(texts(adapter), TEXTS, "texts")
    same(notes(document), [("减证", "可自行核验")], "comments")


def tracking_stays_as_the_user_had_it(document: Any, adapter: Any) -> None:
    adapter.remove(anchor(1, "原件"))
    same(document.RecordChanges, False, "change tracking")


def what_is_deleted_is_no_text(document: Any, adapter: Any) -> None:
    adapter.remove(anchor(2, TEXTS[2]))
    at = next(at for at, row in enumerate(adapter.paragraphs()) if row["text"] == TEXTS[3])
    adapter.comment(Anchor(at, 3, "居住证明"), "x")
    same(len(notes(document)), 1, "comments")
    same(sum(row["text"] == TEXTS[3] for row in adapter.paragraphs()), 1, "lines like the deleted one")


def change_is_told_until_it_is_ended(document: Any, adapter: Any) -> None:
    told: list[int] = []
    end = adapter.on_change(lambda: told.append(1))
    typed(document, 2, "乙")
    if not told:
        raise AssertionError("a user's change was not told")
    end()
    count = len(told)
    typed(document, 2, "丙")
    same(len(told), count, "calls after the end")


def _acts(adapter: Any) -> dict[str, Callable[[Anchor], None]]:
    return {
        "select": adapter.select,
        "remove": adapter.remove,
        "remove_row": adapter.remove_row,
        "replace": lambda at: adapter.replace(at, "x"),
        "comment": lambda at: adapter.comment(at, "x"),
    }


def everything_is_refused_when_the_words_have_moved(document: Any, adapter: Any) -> None:
    typed(document, 6, "新")
    for name, act in _acts(adapter).items():
        refuses(adapter, lambda act=act: act(anchor(6, "银行卡")), f"{name} of moved words")  # type: ignore[misc]


def everything_is_refused_for_other_words(document: Any, adapter: Any) -> None:
    for name, act in _acts(adapter).items():
        refuses(adapter, lambda act=act: act(anchor(6, "存折", 0)), f"{name} of other words")  # type: ignore[misc]


def everything_is_refused_one_character_beside(document: Any, adapter: Any) -> None:
    for name, act in _acts(adapter).items():
        refuses(adapter, lambda act=act: act(anchor(8, "照片", 1)), f"{name} beside the quote")  # type: ignore[misc]


def everything_is_refused_behind_the_end(document: Any, adapter: Any) -> None:
    for name, act in _acts(adapter).items():
        refuses(adapter, lambda act=act: act(Anchor(99, 0, "银行卡")), f"{name} behind the end")  # type: ignore[misc]


RULES = (
    paragraphs_are_all_texts,
    select_finds_the_second_of_two_equal_lines,
    select_finds_a_passage_in_a_cell,
    remove_is_tracked_and_takes_out_the_quote_alone,
    remove_takes_out_of_the_second_of_two_equal_lines,
    remove_of_a_whole_line_leaves_the_next,
    rejecting_gives_the_old_text,
    remove_row_takes_out_the_row_and_no_other,
    remove_row_outside_of_a_table_is_refused,
    replace_puts_the_words_in_place_of_the_quote,
    comment_leaves_the_text,
    tracking_stays_as_the_user_had_it,
    what_is_deleted_is_no_text,
    change_is_told_until_it_is_ended,
    everything_is_refused_when_the_words_have_moved,
    everything_is_refused_for_other_words,
    everything_is_refused_one_character_beside,
    everything_is_refused_behind_the_end,
)


class IgnoresTheQuote(WriterAdapter):
    """Takes as many characters as the quote has, whatever they are."""

    def _cursor(self, anchor: Anchor) -> Any:
        all_passages = passages(self.document)
        passage = all_passages[min(anchor.paragraph, len(all_passages) - 1)]
        return super()._cursor(
            Anchor(anchor.paragraph, anchor.offset, passage.text[anchor.offset :][: len(anchor.quote)])
        )


class SearchesForTheQuote(WriterAdapter):
    """Takes the first place that has the words."""

    def _cursor(self, anchor: Anchor) -> Any:
        for at, passage in enumerate(passages(self.document)):
            if anchor.quote in passage.text:
                return super()._cursor(Anchor(at, passage.text.index(anchor.quote), anchor.quote))
        raise AnchorError("not found")


class DeletesUntracked(WriterAdapter):
    def remove(self, anchor: Anchor) -> None:
        self._cursor(anchor)[0].setString("")


class RemovesTheNextRow(WriterAdapter):
    def remove_row(self, anchor: Anchor) -> None:
        _, passage = self._cursor(anchor)
        if passage.cell is None:
            raise AnchorError("no row")
        passage.table.Rows.removeByIndex(passage.cell[1] + 1, 1)


class LeavesTrackingOn(WriterAdapter):
    def remove(self, anchor: Anchor) -> None:
        super().remove(anchor)
        self.document.RecordChanges = True


# A planted fault and the rule that must notice it.
FAULTY = {
    IgnoresTheQuote: everything_is_refused_for_other_words,
    SearchesForTheQuote: remove_takes_out_of_the_second_of_two_equal_lines,
    DeletesUntracked: rejecting_gives_the_old_text,
    RemovesTheNextRow: remove_row_takes_out_the_row_and_no_other,
    LeavesTrackingOn: tracking_stays_as_the_user_had_it,
}


def verdicts(desktop: Any, adapter: Any, *rules: Callable[[Any, Any], None]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for rule in rules:
        document = opened(desktop)
        try:
            rule(document, adapter(document))
        except Exception as fault:
            found[rule.__name__] = f"{type(fault).__name__}: {fault}"
        else:
            found[rule.__name__] = None
        document.close(True)
    return found


if __name__ == "__main__":
    CONTEXT = connected(f"socket,host=127.0.0.1,port={PORT}")
    create = CONTEXT.ServiceManager.createInstanceWithContext
    DISPATCH = create("com.sun.star.frame.DispatchHelper", CONTEXT)
    DESKTOP = create("com.sun.star.frame.Desktop", CONTEXT)
    RESULT = {"WriterAdapter": verdicts(DESKTOP, WriterAdapter, *RULES)}
    RESULT |= {adapter.__name__: verdicts(DESKTOP, adapter, rule) for adapter, rule in FAULTY.items()}
    print(json.dumps(RESULT, ensure_ascii=False))
    sys.stdout.flush()
    os._exit(0)  # the bridge would otherwise hang at the interpreter's end
