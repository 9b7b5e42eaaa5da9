"""Whatever the text: no exception, and every citation is a place in it."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.extraction.citations import cite
from assistant.laws.facts import load_facts

PIECES = (
    "《护照法》", "《旅行社条例", "》", "〈", "〉", "（", "）", "(", ")", "“", "”", "【", "】", "第三条",
    "第5", "、", "和", "至", "条", "第一款", "（二）", "项", "之一", "同法", "该条例", "本办法",
    "以下简称《条例》", "条例", "国办发〔2018〕47号", "国务院令第412号", "号令", "附件第", "5项",
    "2020年修正", "：", "。", "；", "，", "\n", "\n\n", " ", "\u3000", "应当依法登记", "依据", "行政许可法",
    "的规定", "本指南", "合同", "十七条：", "l", "２", "关于印发", "的通知", "实施", "办法", "中华人民共和国",
    "公告2019年第3号", "〔", "〕", "[2", "…", "\x00", "𠮷",
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_citations_are_places_in_the_text_in_order_and_apart(text: str) -> None:
    found = cite(text, load_facts(), date(2026, 11, 23))
    assert all(citation.written == citation.span.of(text) and citation.written.strip() for citation in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_are_read_without_exception(text: str) -> None:
    cite(text, load_facts(), date(2026, 11, 23))


def test_a_long_line_of_open_marks_is_read_in_time() -> None:
    for piece in ("《", "（", "第三条、", "“", "第", "一", "《甲", "号令", "依据法", "“a《b", "《护照法》（2020年"):
        cite(piece * 5_000, load_facts(), date(2026, 11, 23))
