"""The papers of the one form from the review of a guide with its forms annexed."""

from datetime import date

import pytest

from assistant.errors import NoFormError
from assistant.export import KINDS, Format, render
from assistant.knowledge import load_knowledge
from assistant.model.review import Review
from assistant.reading import read_text
from assistant.review import review_document

_GUIDE = "渔船登记办事指南\n受理条件\n有船。\n申请材料\n1.渔船登记申请表\n2.安全承诺书\n收费标准\n无\n"
_FORMS = (
    "附件1\n渔船登记申请表\n申请人姓名：____\n身份证号：____\n船名：____\n"
    "附件2\n安全承诺书\n承诺人：____\n身份证号码：____\n联系电话：____\n"
)
FORMS: tuple[Format, ...] = ("form", "form-html", "form-sample", "form-schema", "form-map")


def _review(text: str) -> Review:
    return review_document(read_text(text), date(2026, 11, 25), load_knowledge())


@pytest.mark.parametrize("format", FORMS)
def test_guide_with_its_forms_gives_every_paper(format: Format) -> None:
    assert render(_review(_GUIDE + _FORMS), format)


@pytest.mark.parametrize("format", FORMS)
def test_guide_without_forms_is_refused_with_what_to_do(format: Format) -> None:
    with pytest.raises(NoFormError, match="jianzheng form"):
        render(_review(_GUIDE), format)


def test_papers_lie_beside_each_other_under_names_of_their_own() -> None:
    suffixes = [KINDS[format].suffix for format in FORMS]
    assert len(set(suffixes)) == len(suffixes)
