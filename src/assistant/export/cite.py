"""The citation report in the formats people and programs read; a format is one file and one row of the table here."""

from collections.abc import Callable
from typing import Literal, get_args

from assistant.model.cited import CiteReport

CiteFormat = Literal["text", "json", "xlsx", "docx", "html"]
CITE_FORMATS: tuple[CiteFormat, ...] = get_args(CiteFormat)
# Formats that a terminal cannot show, and the name of the file they are written to where none is given.
CITE_FILES: dict[CiteFormat, str] = {"xlsx": "引用核查.xlsx", "docx": "引用核查.docx", "html": "引用核查.html"}


def render_cite(report: CiteReport, format: CiteFormat, width: int = 80, color: bool = False) -> bytes:
    """One file for all that was read; ``width`` (in columns) and ``color`` concern text alone."""
    writer: dict[CiteFormat, Callable[[], bytes]] = {
        "text": lambda: _text(report, width, color),
        "json": lambda: _json(report),
        "xlsx": lambda: _xlsx(report),
        "docx": lambda: _docx(report),
        "html": lambda: _html(report),
    }
    return writer[format]()


def _text(report: CiteReport, width: int, color: bool) -> bytes:
    from assistant.export.cite_text import cite_text  # each pulls in a library the others do not need

    return cite_text(report, width, color).encode()


def _json(report: CiteReport) -> bytes:
    from assistant.export.cite_json import cite_lines

    return cite_lines(report).encode()


def _xlsx(report: CiteReport) -> bytes:
    from assistant.export.cite_xlsx import cite_workbook

    return cite_workbook(report)


def _docx(report: CiteReport) -> bytes:
    from assistant.export.cite_docx import cite_docx

    return cite_docx(report)


def _html(report: CiteReport) -> bytes:
    from assistant.export.cite_html import cite_html

    return cite_html(report).encode()
