"""Scans and photos: text recognition where the extra is installed."""

from typing import Any

from assistant.errors import NoTextError
from assistant.model.document import Document
from assistant.reading.limits import Limits

_REMEDY = "文字识别需另行安装：pip install jianzheng-assistant[ocr]，或请提供 Word 或文字版 PDF"


def read_scan(pdf: Any, name: str, limits: Limits) -> Document:
    raise NoTextError(name, f"是扫描件，PDF 中没有文字；{_REMEDY}")


def read_image(data: bytes, name: str, limits: Limits, format: str = "image") -> Document:
    raise NoTextError(name, f"是图片，没有文字；{_REMEDY}")
