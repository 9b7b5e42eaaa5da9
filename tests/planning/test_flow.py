import pytest
from little_guides import step

from assistant.lexicon.flow import FlowWords, load_flow_words
from assistant.model.flow import Edge, Flow, Node
from assistant.planning.flow import faults, flow_of


@pytest.fixture
def words() -> FlowWords:
    return load_flow_words()


def names(flow: Flow) -> list[str]:
    return [node.words for node in flow.nodes if node.kind in ("start", "step")]


def test_every_phase_word_finds_its_examples_and_not_the_others(words: FlowWords) -> None:
    for phase in words.phases:
        assert [name for name in phase.examples if words.phases_of(name)[-1] != phase.id] == []
        assert [name for name in phase.unlike if phase.id in words.phases_of(name)] == []


def test_a_whole_way_has_no_faults(words: FlowWords) -> None:
    flow = flow_of([step("受理", 1), step("审查"), step("决定"), step("送达")], words)
    assert names(flow) == ["申请人提出申请", "受理", "审查", "决定", "送达"]
    assert faults(flow) == ()


def test_what_no_step_does_is_drawn_as_a_gap_in_its_place(words: FlowWords) -> None:
    flow = flow_of([step("窗口受理"), step("局长签发")], words)
    assert names(flow) == ["申请人提出申请", "窗口受理", "审查", "局长签发", "送达"]
    assert faults(flow) == ("缺少“审查”环节", "缺少“送达”环节")


def test_one_step_may_do_two_things(words: FlowWords) -> None:
    flow = flow_of([step("受理并核对材料"), step("审批"), step("发证")], words)
    assert faults(flow) == ()


def test_the_registration_behind_the_review_is_the_decision(words: FlowWords) -> None:
    flow = flow_of([step("受理"), step("审查"), step("登记"), step("发证")], words)
    assert faults(flow) == ()


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["受理", "审查", "决定", "颁发登记证书"], ["受理", "审查", "决定", "颁发登记证书"]),
        (
            ["提出申请", "社区初审", "公示后登记为轮候对象", "发放"],
            ["受理", "社区初审", "公示后登记为轮候对象", "发放"],
        ),
        (["社区初审", "乡镇受理", "审批", "发证"], ["社区初审", "乡镇受理", "审批", "发证"]),
        (["受理", "审查", "登记发证"], ["受理", "审查", "登记发证"]),
    ],
)
def test_papers_are_asked_for_where_they_are_accepted(words: FlowWords, steps: list[str], expected: list[str]) -> None:
    flow = flow_of([step(name) for name in steps], words)
    assert names(flow)[1:] == expected
    asked = next(edge.start for edge in flow.edges if edge.end.startswith("q"))
    assert "受理" in next(node.words for node in flow.nodes if node.id == asked)


def test_a_time_that_the_step_itself_names_is_not_told_twice(words: FlowWords) -> None:
    flow = flow_of([step("公示5个工作日", 5)], words)
    assert [node.notes for node in flow.nodes if node.words.startswith("公示")] == [()]


def test_a_no_has_its_way_out_and_missing_papers_lead_back(words: FlowWords) -> None:
    flow = flow_of([step("受理"), step("审查"), step("决定"), step("送达")], words)
    back = next(node.id for node in flow.nodes if "补正" in node.words)
    assert Edge(back, flow.nodes[0].id) in flow.edges
    assert sum(node.kind == "end" for node in flow.nodes) == 3


def test_the_time_and_the_post_stand_in_the_step(words: FlowWords) -> None:
    (node,) = [node for node in flow_of([step("受理", 1)], words).nodes if node.words == "受理"]
    assert node.notes == ("1个工作日",)


def test_a_question_with_one_exit_and_a_loose_end_are_faults() -> None:
    nodes = (
        Node("a", "start", "申请"),
        Node("q", "decision", "齐全？"),
        Node("b", "step", "审查"),
        Node("z", "end", "办结"),
    )
    found = faults(Flow(nodes, (Edge("a", "q"), Edge("q", "b"))))
    assert found == ("判断“齐全？”少于两个出口", "“审查”没有下一步", "没有一步通到“办结”")


def test_two_starts_and_no_end_are_faults() -> None:
    nodes = (Node("a", "start", "申请"), Node("b", "start", "申报"))
    found = faults(Flow(nodes, (Edge("a", "b"), Edge("b", "a"))))
    assert found == ("起点应当只有一个，现有2个", "没有终点")
