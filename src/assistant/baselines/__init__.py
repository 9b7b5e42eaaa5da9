"""Lists of basic items from files, and those kept in the user's data folder."""

from pathlib import Path

from assistant.baselines.items import items
from assistant.baselines.rows import read_rows
from assistant.baselines.store import find_stored, folder, loaded
from assistant.errors import BaselineError
from assistant.lexicon.baseline import load_baseline_words
from assistant.lexicon.kinds import Kinds, load_kinds
from assistant.matching.baseline import Baseline, index_items
from assistant.model.baseline import ListedItem

__all__ = ["find_list", "load_baseline", "read_items"]


def load_baseline(path: Path, kinds: Kinds | None = None) -> Baseline:
    """The list in a file, ready to be compared with. Raises BaselineError with file:line."""
    return index_items(read_items(path), kinds or load_kinds(), _called(path))


def read_items(path: Path) -> tuple[ListedItem, ...]:
    """A row an item, or a row a material of the item above. Raises BaselineError with file:line."""
    if path.suffix.lower() == ".json" and path.is_file() and (kept := loaded(path.read_bytes(), path.name)):
        return kept
    words = load_baseline_words()
    found = tuple(items(read_rows(path, words), words))
    if not found:
        raise BaselineError(f"{path.name}:1", "清单里没有事项")
    return found


def _called(path: Path) -> str:
    """A stored list has the name it was stored under: …/baselines/赤山市/2025.json is 赤山市@2025."""
    return f"{path.parent.name}@{path.stem}" if path.parent.parent == folder() else path.stem


def find_list(named: str) -> Path:
    """A file, or the stored list of that name (``名称`` or ``名称@版本``). Raises BaselineError."""
    path = Path(named)
    return path if path.is_file() else find_stored(named)
