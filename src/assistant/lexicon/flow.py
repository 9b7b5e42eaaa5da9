"""How the running flow chart is drawn from steps (lexicons/flow.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, Final, get_args

from assistant.errors import LexiconError
from assistant.lexicon.loading import MappingFile, load_mapping
from assistant.model.flow import Phase
from assistant.resources import data

FLOW: Final = "lexicons/flow.yaml"


@dataclass(frozen=True, slots=True)
class PhaseWords:
    id: Phase
    must: bool
    gap: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    unlike: tuple[str, ...]

    def stands_in(self, name: str) -> bool:
        return any(word in name for word in self.words)


@dataclass(frozen=True, slots=True)
class Outcome:
    """``when`` is written at the arrow; ``back``: the way goes back to that phase."""

    words: str
    notes: tuple[str, ...]
    when: str
    back: Phase | None


@dataclass(frozen=True, slots=True)
class Question:
    question: str
    then: str
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class FlowWords:
    phases: tuple[PhaseWords, ...]
    accept: Question
    decide: Question
    start: str
    end: str

    def phases_of(self, name: str) -> tuple[Phase, ...]:
        """The phases whose words stand in ``name``, the last word's last: 受理、核对材料 -> accept, review."""
        hits = {p.id: max(name.rfind(word) + len(word) for word in p.words) for p in self.phases if p.stands_in(name)}
        return tuple(sorted(hits, key=lambda phase: hits[phase]))


@cache
def load_flow_words() -> FlowWords:
    """The words that ship with the program. Raises LexiconError with path:line."""
    return flow_words_from(data(FLOW), FLOW)


def flow_words_from(source: Traversable, where: str) -> FlowWords:
    """Raises LexiconError with ``where:line``."""
    file = MappingFile(source, where, load_mapping(source, where, LexiconError))
    rows = file.content.get("phases")
    if not isinstance(rows, list) or not rows:
        raise file.wrong("“phases”应为一列阶段", "phases")
    phases = tuple(_phase(file, at, row) for at, row in enumerate(rows))
    return FlowWords(
        phases, _question(file, "accept"), _question(file, "decide"), _text(file, "start"), _text(file, "end")
    )


def _phase(file: MappingFile, at: int, row: Any) -> PhaseWords:
    if not isinstance(row, dict) or row.get("id") not in get_args(Phase):
        raise file.wrong(f"阶段的 id 应为其中之一：{'、'.join(get_args(Phase))}", "phases", at)
    if not row.get("words") or not isinstance(row["words"], list):
        raise file.wrong("阶段缺少 words", "phases", at)
    lists = {name: tuple(map(str, row.get(name) or ())) for name in ("words", "examples", "unlike")}
    return PhaseWords(row["id"], bool(row.get("must")), str(row.get("gap") or row["words"][0]), **lists)


def _question(file: MappingFile, key: str) -> Question:
    row = file.content.get(key)
    if not isinstance(row, dict) or not row.get("question") or not row.get("outcomes"):
        raise file.wrong("应有 question 和 outcomes", key)
    return Question(str(row["question"]), str(row.get("then", "是")), tuple(map(_outcome, row["outcomes"])))


def _outcome(row: Mapping[str, Any]) -> Outcome:
    return Outcome(str(row["words"]), tuple(map(str, row.get("notes") or ())), str(row["when"]), row.get("back"))


def _text(file: MappingFile, key: str) -> str:
    value = file.content.get(key)
    if not isinstance(value, str) or not value:
        raise file.wrong("应为一句话", key)
    return value
