"""The three attachments of the notice and the list of proofs that stay, for one file or for a whole department."""

from collections.abc import Sequence
from pathlib import Path

from assistant.export import Extras
from assistant.export.attachments.filing import Filing, filing_of
from assistant.export.attachments.letter import letters
from assistant.export.sheets import Row, Sheet, workbook
from assistant.lexicon.layouts import load_layouts
from assistant.model.new_guide import GAP
from assistant.model.review import Review

__all__ = ["Filing", "attachments", "filing_of", "write", "write_all"]

_NAMED = 3


def write(review: Review, extras: Extras) -> bytes:
    return write_all([filing_of(review)], extras.lexicons)


def attachments(reviews: Sequence[Review], lexicons: Path | None = None) -> bytes:
    return write_all([filing_of(review) for review in reviews], lexicons)


def write_all(filings: Sequence[Filing], lexicons: Path | None = None) -> bytes:
    """One workbook: a letter a department, the other sheets over all, in the order of the filings."""
    layouts = load_layouts("attachments", lexicons)
    units = _units(filings)
    words = {"unit": _named(units)}
    tables: dict[str, list[Row]] = {
        "adjustments": [row for filing in filings for row in filing.adjustments],
        "items": [row for filing in filings for row in filing.items],
        "proofs": [row for filing in filings for row in filing.proofs],
    }
    sheets = [Sheet(layouts[id], rows, words, empty=_empty(id, filings)) for id, rows in tables.items()]
    return workbook("政务服务事项清理附件", [*letters(filings, layouts["letter"]), *sheets])


def _empty(id: str, filings: Sequence[Filing]) -> str:
    if id == "adjustments" and any(filing.compared is None for filing in filings):
        return f"{GAP}没有给出基础事项清单，尚未比对。"
    return "无"


def _named(units: Sequence[str]) -> str:
    if len(units) > _NAMED:
        return f"{'、'.join(units[:_NAMED])}等{len(units)}个单位"
    return "、".join(units) or GAP


def _units(filings: Sequence[Filing]) -> list[str]:
    return list(dict.fromkeys(str(row["unit"]) for filing in filings for row in filing.items))
