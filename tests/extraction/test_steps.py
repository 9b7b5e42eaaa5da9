"""The steps of the handling."""

from cut_guides import steps

from assistant.model.guide import Step


def names(steps: tuple[Step, ...]) -> list[str]:
    return [step.name for step in steps]


def test_arrows_part_steps() -> None:
    assert names(steps("申请→受理→审查→决定→送达。")) == ["申请", "受理", "审查", "决定", "送达"]


def test_dashes_part_steps() -> None:
    assert names(steps("申请—受理—村（居）委会审核—发证")) == ["申请", "受理", "村（居）委会审核", "发证"]


def test_semicolons_part_steps() -> None:
    assert names(steps("网上或窗口申请；受理；审核；办结；取件。")) == [
        "网上或窗口申请",
        "受理",
        "审核",
        "办结",
        "取件",
    ]


def test_short_clauses_are_steps() -> None:
    assert names(steps("申请人提交材料，窗口登记受理，股室核对，作出决定。")) == [
        "申请人提交材料",
        "窗口登记受理",
        "股室核对",
        "作出决定",
    ]


def test_numbered_lines_are_steps() -> None:
    assert names(steps("1.申请。到窗口提交。\n2.受理。当场受理。\n3.发证。")) == ["申请", "受理", "发证"]


def test_numbers_inside_a_line_part_steps() -> None:
    assert names(steps("1.本人申报2.派出所审核3.县局审批")) == ["本人申报", "派出所审核", "县局审批"]


def test_steps_of_words_are_numbered_too() -> None:
    assert names(steps("第一步：申请人提交材料。\n第二步：乡镇审核。")) == ["申请人提交材料", "乡镇审核"]


def test_details_in_brackets_are_post_time_and_basis() -> None:
    first, second = steps("1.受理（窗口，5个工作日，依据《渔业法》第三条）；2.局长签批（局长，3个工作日）。")
    assert (first.name, first.post, first.time and first.time.value) == ("受理", "窗口", 5)
    assert (first.basis_written, second.basis_written) == ("《渔业法》第三条", "")


TABLE = (
    "| 环节 | 办理人 | 时限 | 依据 |\n|---|---|---|---|\n| 受理 | 窗口 | 1个工作日 | 《渔业法》第"
    "三条 |\n| 会签 | 股长 | 2日 | |\n"
)


def test_a_table_of_steps_gives_post_time_and_basis() -> None:
    first, second = steps(TABLE)
    assert (first.name, first.post, first.time and first.time.value, first.basis_written) == (
        "受理",
        "窗口",
        1,
        "《渔业法》第三条",
    )
    assert (second.name, second.basis_written, second.basis_span) == ("会签", "", None)


def test_a_table_without_basis_column_says_nothing_of_bases() -> None:
    found = steps("| 环节 | 时限 |\n|---|---|\n| 受理 | 1日 |\n| 决定 | 2日 |\n")
    assert [step.basis_written for step in found] == [None, None]


def test_a_table_of_steps_may_lie_on_its_side() -> None:
    assert names(steps("| 环节 | 受理 | 决定 |\n|---|---|---|\n| 时限 | 1日 | 2日 |\n")) == ["受理", "决定"]


def test_long_prose_has_no_steps() -> None:
    flow = (
        "申请人通过互联网提交申请材料后由派出所于规定时间内进行预审，预审通过的申请人再到派出所提交材"
        "料原件，派出所收到后办理。"
    )
    assert steps(flow) == ()


def test_the_word_basis_in_a_step_is_no_basis_of_it() -> None:
    found = steps("1.受理。窗口收件。\n2.初审。依据有关政策审核。\n3.发证。")
    assert [step.basis_written for step in found] == [None, None, None]
