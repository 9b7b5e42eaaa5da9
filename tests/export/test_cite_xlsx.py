import io
from typing import Any

import openpyxl
import pytest

from assistant.export.cite_xlsx import plain_workbook


def cell(words: str) -> Any:
    data = plain_workbook("清单", {"清单": ({"引用": 20}, [(words,)])})
    return openpyxl.load_workbook(io.BytesIO(data))["清单"]["A2"]


@pytest.mark.parametrize("words", ["=1+1", "@法", "+甲", "-乙"])
def test_words_like_a_formula_stay_words_when_they_are_edited(words: str) -> None:
    assert (cell(words).value, cell(words).data_type, cell(words).quotePrefix) == (words, "s", True)


def test_a_law_is_plain_text() -> None:
    assert not cell("《行政许可法》第三十二条").quotePrefix
