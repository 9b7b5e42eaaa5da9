"""Which kind a name is."""

from pathlib import Path

import pytest
import yaml

from assistant import resources
from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.loading import load_mapping
from assistant.lexicon.slots import SLOTS, load_patterns
from assistant.matching.kinds import match_kind, match_kinds
from assistant.model.material import Material
from assistant.model.span import Span

_CASES = yaml.safe_load((Path(__file__).parent / "kinds_cases.yaml").read_text("utf-8"))
_KNOWN = [(written, wanted.split("|")) for part in ("licences", "proofs") for written, wanted in _CASES[part]]
_HARDER = [(written, (wanted or "null").split("|")) for written, wanted in _CASES["harder"]]
_NONE = [(line.split("|")[0], ["null", *line.split("|")[1:]]) for line in _CASES["none"]]


def _id(name: str, written: str = "") -> str:
    return match_kind(name, load_kinds(), written).id or "null"


@pytest.mark.parametrize(("written", "wanted"), [*_KNOWN, *_HARDER, *_NONE])
def test_name_as_guides_write_it_is_its_kind(written: str, wanted: list[str]) -> None:
    assert _id(written) in wanted


@pytest.mark.parametrize(("written", "wanted"), load_kinds().aliases.examples)
def test_example_of_the_alias_file_holds(written: str, wanted: str | None) -> None:
    assert _id(written) == (wanted or "null")


@pytest.mark.parametrize("shape", load_patterns(), ids=lambda shape: f"{shape.kind} {shape.examples[0]}")
def test_examples_of_a_pattern_are_its_kind_and_quiet_ones_are_not(shape) -> None:  # type: ignore[no-untyped-def]
    assert {_id(example) for example in shape.examples} == {shape.kind}
    assert shape.kind not in {_id(example) for example in shape.quiet}


@pytest.mark.parametrize("kind", load_kinds().rows.values(), ids=lambda kind: kind.id)
def test_every_kind_is_found_by_its_own_name_in_any_form(kind) -> None:  # type: ignore[no-untyped-def]
    kinds = load_kinds()
    # A bracket inside the name (思想品德鉴定(教师资格)) is only safe where nothing follows.
    for form in ("{}",) if "(" in kind.name else ("{}", "{}（原件1份）", "《{}》复印件"):
        found = match_kind(form.format(kind.name), kinds).id
        assert found is not None, form
        assert kinds.same_thing(found, kind.id), form


def test_issuer_in_the_line_decides_what_a_birth_proof_is() -> None:
    assert _id("出生证明", "嘎查委员会出具的出生证明") == "P033"
    assert _id("出生证明", "医院出具的出生证明") == "L017"


def test_issuer_of_the_material_is_used() -> None:
    span = Span(0, 4)
    (found,) = match_kinds((Material("m1", "出生证明", "出生证明", span, span, issuer="村委会"),), load_kinds())
    assert found.kind.id == "P033"


def test_last_named_holder_decides_whose_card_it_is() -> None:
    assert _id("法定代表人委托的经办人身份证") == "L001"
    assert _id("经办人及法定代表人身份证") == "P102"


def test_card_for_the_old_is_not_the_veterans_card() -> None:
    assert _id("残疾人优待证") == "null"


def test_a_name_too_short_to_decide_is_unsure() -> None:
    bare, whole = (match_kind(name, load_kinds()) for name in ("立项文件", "政府投资项目立项文件"))
    assert (bare.decision, bare.candidates[0].id, whole.id) == ("unsure", "P122", "P122")


def test_like_name_is_unsure_and_says_what_differs() -> None:
    found = match_kind("解除收养关系证明", load_kinds())
    assert (found.decision, found.id) == ("unsure", None)
    assert found.candidates[0].id == "P043"
    assert "解除" in found.candidates[0].because


def test_application_form_is_new_without_candidates() -> None:
    found = match_kind("食品经营许可证变更申请表", load_kinds())
    assert (found.decision, found.candidates) == ("new", ())


def test_condition_before_the_material_does_not_hide_it() -> None:
    assert _id("委托他人办理的，提供受托人身份证") == "L001"


def test_same_match_says_why() -> None:
    found = match_kind("申请人身份证复印件", load_kinds())
    assert found.candidates[0].because == "“身份证”即居民身份证" or found.candidates[0].because == "名称一致"


def test_short_second_name_of_an_entry_takes_the_firsts_beginning() -> None:
    entry = Span(0, 12)
    names = ("执业医师资格证", "注册证")
    first, second = match_kinds(tuple(Material("", n, n, entry, entry) for n in names), load_kinds())
    assert (first.kind.id, second.kind.id) == ("L044", "L045")


@pytest.mark.parametrize(("written", "wanted"), load_mapping(resources.data(SLOTS), SLOTS)["examples"])
def test_example_of_the_slots_file_holds(written: str, wanted: str | None) -> None:
    assert _id(written) == (wanted or "null")


@pytest.mark.parametrize("name", ["死亡记录", "培训记录", "会议记录", "水产苗种生产许可证", "承运人经营许可证"])
def test_look_up_or_licence_of_something_else_is_no_kind(name: str) -> None:
    assert _id(name) == "null"
