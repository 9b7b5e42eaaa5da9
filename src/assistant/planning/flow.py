"""The running flow chart (运行流程图) from a guide's steps, and what every chart must show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.lexicon.flow import FlowWords, Outcome, Question
from assistant.model.flow import Edge, Flow, Node, Phase
from assistant.model.guide import Step
from assistant.text.durations import duration_text

_REGISTER = "登记"
_LATE: frozenset[Phase] = frozenset({"decide", "deliver"})
_ORDER: tuple[Phase, ...] = ("apply", "accept", "review", "decide", "deliver")


def flow_of(steps: Sequence[Step], words: FlowWords) -> Flow:
    """The steps in their own order, with the two questions (受理, 决定) and what a "no" leads to.

    A phase that every chart must show and no step does is drawn as a gap, in its place.
    """
    return _joined(tuple(_stations(steps, words)), words)


def faults(flow: Flow) -> tuple[str, ...]:
    """What is wrong with a chart, for people: one start, an end, every question two exits, no loose ends, no gaps."""
    kinds = [node.kind for node in flow.nodes]
    out = {node.id: sum(edge.start == node.id for edge in flow.edges) for node in flow.nodes}
    into = {edge.end for edge in flow.edges}
    found = []
    if kinds.count("start") != 1:
        found.append(f"起点应当只有一个，现有{kinds.count('start')}个")
    if "end" not in kinds:
        found.append("没有终点")
    found += [f"判断“{n.words}”少于两个出口" for n in flow.nodes if n.kind == "decision" and out[n.id] < 2]
    found += [f"“{n.words}”没有下一步" for n in flow.nodes if n.kind in ("start", "step") and not out[n.id]]
    found += [f"没有一步通到“{n.words}”" for n in flow.nodes if n.kind != "start" and n.id not in into]
    found += [f"缺少“{n.words}”环节" for n in flow.nodes if n.gap]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Station:
    """``phases``: what is done there, the main one last."""

    phases: tuple[Phase, ...]
    words: str
    notes: tuple[str, ...] = ()
    gap: bool = False


def _stations(steps: Sequence[Step], words: FlowWords) -> Iterator[_Station]:
    """A step without a known word goes on with the phase before it."""
    told: list[_Station] = []
    phases: tuple[Phase, ...] = ("accept",)
    for step in steps:
        phases = _placed(step.name, words, told) or phases
        told.append(_Station(phases, step.name, _notes(step)))
    must = {each.id: each.gap for each in words.phases if each.must}
    there = {phase for station in told for phase in station.phases}
    for phase in _ORDER:
        if phase in must and phase not in there:
            told.insert(_place(told, phase), _Station((phase,), must[phase], gap=True))
    if not told or "apply" not in told[0].phases:
        yield _Station(("apply",), words.start)
    yield from told


def _placed(name: str, words: FlowWords, told: Sequence[_Station]) -> tuple[Phase, ...]:
    """登记 accepts what is handed in; behind the review it is the decision, and in 颁发登记证书 neither."""
    phases = words.phases_of(name)
    behind = any({"review", "decide"} & set(station.phases) for station in told)
    if "accept" not in phases or not behind or "accept" in words.phases_of(name.replace(_REGISTER, "")):
        return phases
    done = {phase for station in told for phase in station.phases} | set(phases[: phases.index("accept")])
    kept = tuple("decide" if phase == "accept" else phase for phase in phases if phase != "accept" or not done & _LATE)
    return kept or ("decide",)


def _notes(step: Step) -> tuple[str, ...]:
    told = (step.post, duration_text(step.time) if step.time else None)
    return tuple(note for note in told if note and note not in step.name)


def _place(told: Sequence[_Station], phase: Phase) -> int:
    """Behind the last station of an earlier phase."""
    earlier = set(_ORDER[: _ORDER.index(phase)])
    return max((at + 1 for at, station in enumerate(told) if earlier & set(station.phases)), default=0)


def _joined(stations: Sequence[_Station], words: FlowWords) -> Flow:
    nodes: list[Node] = []
    edges: list[Edge] = []
    last, on = "", ""  # the node the way comes from, and what is written at its arrow
    questions = _questions(stations, words)
    for at, station in enumerate(stations):
        node = Node(f"n{at}", "step" if at else "start", station.words, station.notes, station.gap)
        nodes.append(node)
        edges += [Edge(last, node.id, on)] if last else []
        last, on = node.id, ""
        if question := questions.get(at):
            nodes.append(Node(f"q{at}", "decision", question.question))
            edges.append(Edge(last, f"q{at}"))
            last, on = f"q{at}", question.then
            for number, outcome in enumerate(question.outcomes):
                _hang(outcome, f"{last}o{number}", last, nodes, edges)
    nodes.append(Node("end", "end", words.end))
    edges.append(Edge(last, "end", on))
    return Flow(tuple(nodes), tuple(edges))


def _questions(stations: Sequence[_Station], words: FlowWords) -> dict[int, Question]:
    """Station number -> the question behind it: behind the last 受理 and behind the last 决定."""
    last: dict[Phase, int] = {phase: at for at, station in enumerate(stations) for phase in station.phases}
    return {last["accept"]: words.accept, last["decide"]: words.decide}


def _hang(outcome: Outcome, id: str, question: str, nodes: list[Node], edges: list[Edge]) -> None:
    nodes.append(Node(id, "outcome" if outcome.back else "end", outcome.words, outcome.notes))
    edges.append(Edge(question, id, outcome.when))
    if outcome.back:
        edges.append(Edge(id, nodes[0].id))
