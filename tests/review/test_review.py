from datetime import date
from pathlib import Path

import pytest

import assistant
from assistant.knowledge import load_knowledge
from assistant.reading import read_text
from assistant.review import review_document

DAY = date(2026, 11, 24)
TWO = """【1】甲登记
办理依据：《中华人民共和国户口登记条例》第七条
申请材料：
1.居民身份证
【2】乙登记
办理依据：第八条
申请材料：
1.居民户口簿
"""


def test_the_public_functions_review_a_file_and_bytes_alike(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TWO, "utf-8")
    by_path = assistant.review_file(tmp_path / "a.txt", DAY)
    assert by_path == assistant.review_bytes(TWO.encode(), "a.txt", DAY)
    assert isinstance(by_path, assistant.Review)


def test_the_package_has_no_other_names() -> None:
    with pytest.raises(AttributeError):
        assistant.nothing  # noqa: B018


def test_a_bare_article_never_belongs_to_the_law_of_another_guide() -> None:
    review = review_document(read_text(TWO), DAY, load_knowledge())
    assert [len(guide.citations) for guide in review.guides] == [1, 0]


def test_citations_stand_where_their_spans_say_in_every_guide() -> None:
    review = review_document(
        read_text(TWO.replace("依据：第八条", "依据：《户口登记条例》第八条")), DAY, load_knowledge()
    )
    citations = [citation for guide in review.guides for citation in guide.citations]
    assert [c.span.of(review.document.text) for c in citations] == [c.written for c in citations]


def test_a_text_that_is_no_guide_says_so() -> None:
    review = review_document(read_text("今天天气很好。"), DAY, load_knowledge(engine="reference"))
    assert (review.guides, [notice.code for notice in review.notices]) == ((), ["no-guide"])


def test_the_baseline_tells_what_the_guide_lacks(tmp_path: Path) -> None:
    path = tmp_path / "清单.csv"
    path.write_text("事项名称,事项类型,申请材料\n高龄津贴发放,行政给付,居民身份证\n,,银行卡\n", "utf-8")
    guide = "高龄津贴发放办事指南\n申请材料\n1.居民身份证\n2.高龄津贴申请表"
    review = review_document(read_text(guide), DAY, load_knowledge(path))
    assert review.guides[0].baseline is not None
    assert review.guides[0].baseline.missing == ("银行卡",)
