"""The decisions that a run takes into account: of the file named, or of the file beside each guide."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.batch import Source, Summary
from assistant.decisions.files import FILE_NAME, load_decisions
from assistant.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Decided:
    """``named`` is the file the user named, None for the files beside the guides; ``files``: path -> decisions."""

    named: Path | None
    files: Mapping[Path, tuple[Decision, ...]]

    def of(self, source: Source) -> tuple[Decision, ...]:
        path = self.named or beside(source)
        return self.files.get(path, ()) if path else ()

    def unused(self, summaries: Iterable[Summary]) -> Iterator[str]:
        """A sentence for each file with decisions about items that no reviewed file has."""
        used = {decision for summary in summaries for decision in summary.decided}
        for path, decisions in self.files.items():
            items = dict.fromkeys(each.anchor.item for each in decisions if each not in used)
            if items:
                count = sum(each not in used for each in decisions)
                yield f"{path}：有{count}条决定的事项不在所审查的文件里，没有用到：{'、'.join(items)}"


def decided_for(sources: Sequence[Source], named: Path | None) -> Decided:
    """Raises DecisionError with path:line before anything is reviewed."""
    paths = [named] if named else sorted({path for path in map(beside, sources) if path and path.is_file()})
    return Decided(named, {path: load_decisions(path) for path in paths})


def beside(source: Source) -> Path | None:
    return source.path.parent / FILE_NAME if source.path else None
