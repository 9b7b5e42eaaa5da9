"""Cuts a text into guides as the pipeline does."""

from collections.abc import Callable

import pytest

from assistant.guides import outlines
from assistant.lexicon.sections import load_sections
from assistant.model.document import Document
from assistant.model.outline import Outline
from assistant.reading import read_bytes, read_text

Cut = Callable[[str], tuple[Outline, ...]]


@pytest.fixture
def cut() -> Cut:
    return lambda text: outlines(read_text(text), load_sections())


@pytest.fixture
def cut_page() -> Callable[[str], tuple[Document, tuple[Outline, ...]]]:
    """The same for the body of a web page."""

    def read(body: str) -> tuple[Document, tuple[Outline, ...]]:
        page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
        document = read_bytes(page.encode(), "page.html")
        return document, outlines(document, load_sections())

    return read
