import io

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


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # the libraries behind text recognition warn at their own pace
@pytest.mark.skipif(not ocr.can_recognise(), reason="the extra [ocr] is not installed")
def test_a_photo_is_read_and_marked_as_unreliable() -> None:
    document = read_bytes(picture("ID CARD 12345"), "a.png")
    assert document.format == "pdf-scan"
    assert "12345" in document.text
    assert document.notices[0].code == "recognised"
