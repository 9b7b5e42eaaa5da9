"""What is only looked at and never kept."""

import pytest

from assistant.extraction.materials.columns import attributes_of
from assistant.extraction.materials.forms import form_of
from assistant.lexicon.materials import load_material_words

WORDS = load_material_words()


@pytest.mark.parametrize(
    "written",
    [
        "原件核验，不收复印件",
        "看原件，不留复印件",
        "当场核对后返还",
        "出示",
        "免提交",
        "原件1份，验后退回",
        "窗口扫描后退还",
    ],
)
def test_what_is_handed_back_is_only_shown(written: str) -> None:
    assert form_of(written, WORDS).shown_only


@pytest.mark.parametrize("written", ["复印件1份，验原件", "原件及复印件，原件核对后退回", "原件1份"])
def test_what_is_kept_is_not_only_shown(written: str) -> None:
    assert not form_of(written, WORDS).shown_only


def test_a_remark_may_say_that_the_original_is_only_shown() -> None:
    form = attributes_of({"copies": "-", "remark": "现场核验原件"}, None, WORDS).form
    assert (form.original, form.shown_only) == (True, True)


def test_a_remark_does_not_overrule_the_column_of_the_form() -> None:
    assert attributes_of({"form": "复印件", "remark": "核验原件"}, None, WORDS).form.original is False
