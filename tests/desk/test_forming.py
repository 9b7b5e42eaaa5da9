"""One form out of several files."""

import pytest

from assistant.errors import NoFormError
from assistant.forming import MergedFiles, merge_files
from assistant.knowledge import load_knowledge
from assistant.model.document import Document
from assistant.reading import read_text

_GUIDE = "渔船登记办事指南\n受理条件\n有船。\n申请材料\n1.渔船登记申请表\n2.照片\n办理流程\n1.申请\n收费标准\n无\n"
_APPLICATION = "渔船登记申请表\n申请人姓名：____\n身份证号：____\n船名：____\n"
_PLEDGE = "安全承诺书\n承诺人：____\n身份证号码：____\n联系电话：____\n"


def _read(text: str, name: str) -> Document:
    return read_text(text, name)


def _merged(*documents: Document) -> MergedFiles:
    return merge_files(documents, load_knowledge())


def test_forms_of_two_files_are_one_application() -> None:
    merged = _merged(_read(_APPLICATION, "申请表.txt"), _read(_PLEDGE, "承诺书.txt")).one_form
    assert (merged.asked_before, merged.asked_after) == (6, 4)


def test_form_in_a_file_of_its_own_belongs_to_the_item_that_asks_for_it() -> None:
    other = _GUIDE.replace("渔船登记", "渔港停泊")
    merged = _merged(_read(_GUIDE, "甲.txt"), _read(other, "乙.txt"), _read(_APPLICATION, "申请表.txt"))
    assert [source.item for source in merged.one_form.sources] == ["渔船登记"]


def test_only_item_owns_every_form() -> None:
    merged = _merged(_read(_GUIDE, "甲.txt"), _read(_PLEDGE, "承诺书.txt"))
    assert merged.one_form.sources[0].item == "渔船登记"


def test_single_form_becomes_a_typed_one() -> None:
    assert _merged(_read(_APPLICATION, "申请表.txt")).one_form.asked_after == 3


def test_file_with_nothing_to_fill_in_is_named() -> None:
    merged = _merged(_read(_APPLICATION, "申请表.txt"), _read("请保持船体清洁。", "须知.txt"))
    assert [notice.code for notice in merged.notices] == ["no-form"]
    assert "须知.txt" in merged.notices[0].message


def test_files_without_any_form_are_refused() -> None:
    with pytest.raises(NoFormError, match="没有找到可填写的表格"):
        _merged(_read("请保持船体清洁。", "须知.txt"))
