import io
from importlib.util import find_spec

import numpy
import pytest

from assistant.errors import NoTextError
from assistant.reading import ocr, read_bytes


def picture(words: str) -> bytes:
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("RGB", (700, 120), "white")
    ImageDraw.Draw(image).text((40, 30), words, fill="black", font=ImageFont.load_default(44))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def test_without_text_recognition_a_photo_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "can_recognise", lambda: False)
    with pytest.raises(NoTextError, match=r"图片.*jianzheng-assistant\[ocr\]"):
        read_bytes(picture("x"), "a.png")


def test_words_run_together_over_a_line_are_parted_at_it() -> None:
    from assistant.reading.ocr_rules import cut_at_cells
    from assistant.reading.pdf_page import Fragment
    from assistant.reading.pdf_rules import Grid, GridCell

    cells = (GridCell((0, 0, 100, 20), 0, 0, 1, 1), GridCell((100, 0, 200, 20), 0, 1, 1, 1))
    parts = cut_at_cells(Fragment("营业执照复印件原件", 10, 5, 127, 15), Grid((0, 0, 200, 20), (0, 100, 200), 1, cells))
    assert [part.text for part in parts] == ["营业执照复印件", "原件"]


@pytest.mark.skipif(find_spec("cv2") is None, reason="the extra [ocr] is not installed")
def test_lines_of_a_table_in_a_picture_are_found() -> None:
    from PIL import Image, ImageDraw

    from assistant.reading.ocr_rules import drawn_lines

    image = Image.new("RGB", (600, 400), "white")
    ImageDraw.Draw(image).rectangle((50, 50, 550, 350), outline="black", width=2)
    assert len(drawn_lines(numpy.asarray(image))) == 4


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # the libraries behind text recognition warn at their own pace
@pytest.mark.skipif(not ocr.can_recognise(), reason="the extra [ocr] is not installed")
def test_a_photo_is_read_and_marked_as_unreliable() -> None:
    document = read_bytes(picture("ID CARD 12345"), "a.png")
    assert document.format == "pdf-scan"
    assert "12345" in document.text
    assert document.notices[0].code == "recognised"


@pytest.mark.skipif(find_spec("cv2") is None, reason="the extra [ocr] is not installed")
def test_a_picture_of_a_few_pixels_has_no_lines() -> None:
    from assistant.reading.ocr_rules import drawn_lines

    assert drawn_lines(numpy.full((1, 1), 255, dtype="uint8")) == []
