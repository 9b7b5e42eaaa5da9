import io

from rich.cells import cell_len
from rich.console import Console, Group

from assistant.export.wrapped import Chinese, breaks, folded


def lines(words: str, width: int) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width).print(Group(Chinese(words)))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_line_does_not_begin_with_a_stop() -> None:
    assert lines("建议不再收取。请核验", 12) == ["建议不再收", "取。请核验"]


def test_a_line_does_not_end_with_an_opening_bracket() -> None:
    assert lines("健在证明属（第一批）", 12) == ["健在证明属", "（第一批）"]


def test_marks_of_grounds_stay_with_the_sentence() -> None:
    assert lines("由人脸认证。①③", 12) == ["由人脸认", "证。①③"]


def test_numbers_and_codes_stay_whole() -> None:
    assert lines("按 GB/T 36114-2018，还没有写", 14) == ["按 GB/T", "36114-2018，还", "没有写"]


def test_a_line_of_chinese_after_a_blank_is_filled() -> None:
    assert lines("请按 标准把还没有写的写上", 12) == ["请按 标准把", "还没有写的写", "上"]


def test_an_address_longer_than_a_line_is_cut() -> None:
    assert lines("见http://example.org/abcdef", 10) == ["见http://e", "xample.org", "/abcdef"]


def test_no_line_is_wider_than_the_column_and_nothing_is_lost() -> None:
    words = "“（《〈，，，。。。①②③④⑤⑥⑦⑧⑨⑩ab，cd" * 9
    found = lines(words, 9)
    assert "".join(found) == words
    assert max(map(cell_len, found)) <= 9


def test_a_line_that_fits_is_not_broken() -> None:
    assert breaks("居民身份证", 10) == []


def test_a_line_of_plain_text_goes_on_further_in() -> None:
    assert folded("  材料压减三分之一。", 14) == ["  材料压减三", "    分之一。"]


def test_an_empty_line_stays_one() -> None:
    assert folded("", 20) == [""]
