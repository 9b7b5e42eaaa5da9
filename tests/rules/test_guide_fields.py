"""What is read of a guide as a whole: codes, platform fields, delivery, empty sections, offices."""

from datetime import date

import pytest

from assistant.knowledge import load_knowledge
from assistant.lexicon.rule_words import load_rule_words
from assistant.reading import read_text
from assistant.review import review_document
from assistant.rules.codes import code_shape

DAY = date(2026, 11, 23)
FEE = "取水许可办事指南\n一、申请材料\n1.申请书（原件1份）\n二、收费标准\n{}\n三、咨询方式\n0476-0000000\n"


@pytest.mark.parametrize(
    ("code", "shape"),
    [
        (None, ""),
        ("00016421300Y", "basic"),
        ("000164213003", "basic"),
        ("00016421300301", "listed"),
        ("XK00101001", "local"),
        ("91350100M000100Y434440105001000", "implementing"),
        ("91350100M000100Y43444010500100001", "business"),
        ("91350100M000100Y444440105001000", "check"),
        ("62052400MZ-XK-0001", "unknown"),
    ],
)
def test_the_forms_of_codes(code: str | None, shape: str) -> None:
    assert code_shape(code) == shape


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ("| 到办事现场次数 | 1次 |\n| 必须现场办理原因说明 | |", "visit-without-reason"),
        ("| 是否网办 | 否 |\n| 网上办理深度 | 全程网办 |", "full-online-not-online"),
        ("【结果类型】出文办结\n【结果名称】食品经营许可证", "result-type"),
        ("1、是否收费：是\n2、收费依据：无", "fee-without-basis"),
    ],
)
def test_fields_are_read_in_lines_brackets_and_tables(fields: str, rule: str) -> None:
    assert f"consistency/{rule}" in rules_in(f"食品经营许可办事指南\n{fields}\n申请材料\n1.申请表（原件1份）\n")


def test_a_row_of_labels_holds_no_values() -> None:
    table = "| 到现场次数 | 到现场原因 | 是否收费 | 收费依据 |\n|---|---|---|---|\n| 1 | 面签 | 是 | 国家文件 |"
    found = rules_in(f"食品经营许可办事指南\n{table}\n申请材料\n1.申请表（原件1份）\n")
    assert not [rule for rule in found if rule.startswith("consistency/")]


@pytest.mark.parametrize(
    ("written", "late"),
    [
        ("自作出决定之日起10个工作日内送达", False),
        ("自作出决定之日起12个工作日内送达", True),
        ("作出准予决定后二十日内颁发", True),
        ("作出决定后14日内领取", False),
        ("自受理之日起20个工作日内送达", False),
    ],
)
def test_delivery_is_late_when_it_is_longer_than_ten_working_days(written: str, late: bool) -> None:
    text = f"取水许可审批办事指南\n事项类型：行政许可\n申请材料\n1.取水许可申请书（原件1份）\n结果送达\n{written}。\n"
    assert ("time-limit/delivery-over-ten-days" in rules_in(text)) is late


@pytest.mark.parametrize("body", ["", "略", "待定", "/", "——"])
def test_a_heading_with_nothing_below_is_an_empty_section(body: str) -> None:
    assert "section-missing/empty-section" in rules_in(FEE.format(body))


def test_no_limit_of_numbers_is_content() -> None:
    assert "section-missing/empty-section" not in rules_in(FEE.format("无"))


@pytest.mark.parametrize("condition", ["其他条件", "符合法律法规规定的其他条件"])
def test_open_conditions_are_pointed_at_where_they_stand(condition: str) -> None:
    text = f"取水许可办事指南\n一、申请条件\n（一）符合规划；\n（二）{condition}。\n二、申请材料\n1.申请书\n"
    review = review_document(read_text(text), DAY, load_knowledge())
    (found,) = [each for each in review.findings if each.rule.startswith("catch-all/")]
    assert found.span.of(text) == condition


def test_the_words_of_offices_papers_and_outcomes_find_their_examples() -> None:
    words = load_rule_words()
    classes = [*words.guide.offices, *words.guide.outcomes, *words.named.values(), *words.steps.values()]
    assert [each.name for each in classes if not all(map(each.in_, each.examples))] == []


def rules_in(text: str) -> set[str]:
    return {finding.rule for finding in review_document(read_text(text), DAY, load_knowledge()).findings}
