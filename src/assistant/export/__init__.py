"""A review in the formats people and programs read; a format is one file and one row of the table here."""

from collections.abc import Callable
from typing import Literal, get_args

from assistant.model.review import Review

Format = Literal["text", "json", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
# Added to the name of the reviewed file: guide.docx -> guide.docx.xlsx, so that guide.pdf beside it keeps its own.
SUFFIXES: dict[Format, str] = {"text": ".txt", "json": ".json", "xlsx": ".xlsx"}


def render(review: Review, format: Format, width: int = 80, color: bool = False) -> bytes:
    """``width`` (in columns) and ``color`` concern text alone."""
    writer: dict[Format, Callable[[], bytes]] = {
        "text": lambda: _text(review, width, color),
        "json": lambda: _json(review),
        "xlsx": lambda: _xlsx(review),
    }
    return writer[format]()


def _text(review: Review, width: int, color: bool) -> bytes:
    from assistant.export.text import report  # each pulls in a library the others do not need

    return report(review, width, color).encode()


def _json(review: Review) -> bytes:
    from assistant.export.json import review_text

    return (review_text(review) + "\n").encode()


def _xlsx(review: Review) -> bytes:
    from assistant.export.xlsx import workbook

    return workbook(review)
