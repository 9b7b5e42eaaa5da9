from pathlib import Path
from typing import Any

from assistant.evaluation.predict import Question, answer
from assistant.evaluation.sets import Line, Subject

GUIDE = "高龄津贴办事指南\n申请材料\n1.居民身份证复印件1份\n2.高龄津贴申请表"


def asked(subject: Subject, files: Path = Path(), **inputs: Any) -> Any:
    return answer(Question(subject, Line("1", inputs), files, None, "reference"))


def test_a_citation_has_its_span_in_both_ways() -> None:
    text = "依据《中华人民共和国行政许可法》第三十一条"
    (citation,) = asked("citations", text=text, as_of="2026-11-24")["citations"]
    assert (citation["start"], citation["end"]) == tuple(citation["span"]) == (2, len(text))


def test_the_day_of_the_line_decides_the_verdict() -> None:
    text = "《个体工商户条例》第十二条"
    verdicts = [
        asked("citations", text=text, as_of=day)["citations"][0]["verdict"] for day in ("2020-01-01", "2024-01-01")
    ]
    assert verdicts[0] != "repealed"
    assert verdicts[1] == "repealed"


def test_one_material_has_one_kind() -> None:
    assert asked("kinds", written="居民身份证复印件1份") == {"kind": "L001"}


def test_a_row_of_several_materials_is_split() -> None:
    assert asked("kinds", written="居民户口簿、居民身份证") == {
        "names": ["居民户口簿", "居民身份证"],
        "kinds": ["L003", "L001"],
    }


def test_what_is_no_known_kind_is_null() -> None:
    assert asked("kinds", written="更新造林方案") == {"kind": None}


def test_a_guide_is_reviewed_as_of_its_own_day() -> None:
    review = asked("guides", text=GUIDE, as_of="2019-05-01")["review"]
    assert (review["as_of"], len(review["guides"][0]["materials"])) == ("2019-05-01", 2)


def test_a_real_file_is_found_below_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GUIDE, "utf-8")
    assert asked("real", tmp_path, file="a.txt")["review"]["source"]["name"] == "a.txt"


def test_fields_that_ask_the_same_are_one_cluster() -> None:
    forms = [{"name": "甲表", "fields": ["姓名", "性别"]}, {"name": "乙表", "fields": ["年龄", "姓名"]}]
    assert asked("forms", forms=forms) == {"clusters": [[{"form": 0, "field": 0}, {"form": 1, "field": 1}]]}


def test_two_names_of_one_paper_are_the_same() -> None:
    assert asked("pairs", a="户口本", b="居民户口簿") == {"relation": "same"}
