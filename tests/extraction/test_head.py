"""What a guide says of itself."""

import pytest
from cut_guides import head

from assistant.model.guide import Head


def limits(head: Head) -> tuple[tuple[int, str] | None, ...]:
    return tuple((each.value, each.unit) if each else None for each in (head.statutory_time, head.promised_time))


@pytest.mark.parametrize(
    ("lines", "statutory", "promised"),
    [
        ("办理时限：法定期限：20个工作日；承诺期限：10个工作日。", 20, 10),
        ("法定办结时限：20个工作日\n承诺办结时限：8个工作日", 20, 8),
        ("办理时限\n20个工作日（法定），7个工作日（承诺）", 20, 7),
        ("办理时限：承诺时限5日，法定时限30日", 30, 5),
        ("办结时限：15个工作日", None, 15),
        ("法定时限（工作日）：20\n承诺时限（工作日）：7", 20, 7),
        ("办理时限\n（一）受理期限：当场受理。\n（二）办理期限：20个工作日。", None, 20),
        ("办理期限：20日，经批准可以延长10日", None, 20),
    ],
)
def test_limits_are_told_apart(lines: str, statutory: int | None, promised: int | None) -> None:
    found = tuple(each and each[0] for each in limits(head(lines)))
    assert found == (statutory, promised)


def test_an_instant_limit_is_promised() -> None:
    assert limits(head("办理时限：承诺时限：当场办结。")) == (None, (0, "instant"))


def test_a_limit_in_the_flow_counts_where_no_section_names_one() -> None:
    assert limits(head("办理流程：农牧局审核，10个工作日内办结。")) == (None, (10, "working_day"))


def test_a_limit_of_a_part_of_the_flow_is_not_the_items() -> None:
    assert limits(head("办理流程：3个工作日内预审，7个工作日内上报，3个工作日内决定。")) == (None, None)


def test_the_implementing_body_is_the_department() -> None:
    assert head("受理机构：政务大厅\n实施主体：某县农牧局").department == "某县农牧局"


def test_a_named_body_is_read_from_its_label() -> None:
    assert head("办理机构\n1.主体名称：某市交通委员会。\n2.审批权限：\n全市。").department == "某市交通委员会"


@pytest.mark.parametrize("code", ["11150421MB1234567X4000131026001", "00016421300Y", "0915-1", "62052400MZ-XK-0001"])
def test_national_and_local_codes_are_accepted(code: str) -> None:
    assert head(f"事项编码：{code}").item_code == code


def test_type_and_handling_are_read() -> None:
    found = head("事项类型：行政许可　办件类型：即办件")
    assert (found.item_type, found.handling) == ("行政许可", "即办件")


def test_both_kinds_of_handling_named_is_neither() -> None:
    assert head("注意事项：即办件与承诺件分开受理。").handling is None


@pytest.mark.parametrize(
    ("written", "charged"),
    [
        ("不收费", False),
        ("本事项不收取任何费用。", False),
        ("免费", False),
        ("否", False),
        ("10元/本", True),
        ("按文件执行", True),
        ("见附件", None),
    ],
)
def test_fees_are_charged_free_or_unclear(written: str, charged: bool | None) -> None:
    fee = head(f"收费标准：{written}").fee
    assert fee is not None
    assert (fee.charged, fee.written) == (charged, written)


def test_the_number_of_visits_is_read() -> None:
    assert head("到办事现场次数：1次").visits == 1


def test_what_is_not_said_is_none() -> None:
    found = head("受理条件\n有船")
    assert (found.item_code, found.department, found.item_type, found.fee, found.visits) == (None,) * 5


def test_legal_conditions_make_no_legal_limit() -> None:
    assert limits(head("办理时限：符合法定条件的当场办结。")) == (None, (0, "instant"))


def test_a_limit_of_acceptance_is_not_the_items() -> None:
    flow = "办理流程：能当场办理的，应当当场出具受理通知；5个工作日内作出受理或者不予受理的决定。"
    assert limits(head(flow)) == (None, None)


def test_one_heading_for_place_and_limit_has_one_body() -> None:
    assert limits(head("受理地点及办结时限\n渔业站，材料齐全当场办结。")) == (None, (0, "instant"))
