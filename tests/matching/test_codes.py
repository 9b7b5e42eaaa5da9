"""Codes of items at all levels."""

import pytest

from assistant.matching.codes import basic_code, full_code


@pytest.mark.parametrize(
    "code",
    [
        "000118002000",
        "0001-1800-2000",
        "11152200MB0000000X2000118002000",
        "11152200MB0000000X200011800200003",
        "000118002000-511602000000-000-11511301008778183N-1-00",
    ],
)
def test_codes_of_all_levels_share_the_basic_one(code: str) -> None:
    assert basic_code(code) == "000118002000"


def test_code_of_unknown_shape_stands_for_itself() -> None:
    assert basic_code("SL-0012") == full_code("sl0012") == "SL0012"
