from pathlib import Path

import pytest

from assistant.errors import BrokenFileError, ReadError
from assistant.reading.pdf_picture import page_picture, page_sizes


@pytest.fixture
def pdf(root: Path) -> bytes:
    return next((root / "corpus/guides").glob("*/*.pdf")).read_bytes()


def test_a_page_becomes_a_picture_of_its_size(pdf: bytes) -> None:
    (size, *_) = page_sizes(pdf, "a.pdf")
    picture = page_picture(pdf, "a.pdf", 1, 2.0)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width = int.from_bytes(picture[16:20], "big")
    assert abs(width - 2 * size.width) <= 2


def test_a_page_that_is_not_there_is_named(pdf: bytes) -> None:
    with pytest.raises(ReadError, match="没有第99页"):
        page_picture(pdf, "a.pdf", 99, 1.0)


def test_a_broken_file_has_no_pictures() -> None:
    with pytest.raises(BrokenFileError, match="已损坏"):
        page_picture(b"%PDF-1.7 nothing", "a.pdf", 1, 1.0)
