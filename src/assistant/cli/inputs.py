"""What commands over documents share: the files named, standard input, and how wide the terminal is."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.batch import Source, expand
from assistant.errors import EmptyFileError

STDIN = Path("-")


def sources_of(paths: Sequence[Path]) -> tuple[Source, ...]:
    """The documents below ``paths``; - is standard input."""
    from assistant.reading import READABLE

    endings = frozenset(f".{ending.removeprefix('.')}" for ending in READABLE)
    sources = expand([path for path in paths if path != STDIN], endings)
    return (*sources, _standard_input()) if STDIN in paths else sources


def _standard_input() -> Source:
    data = sys.stdin.buffer.read()
    problem = None if data.strip() else EmptyFileError("标准输入", "没有内容，请检查管道前面的命令")
    return Source("标准输入", data=data, problem=problem)


def width() -> int:
    """Piped text is 80 columns wide; wider than 120 is hard to read."""
    return max(60, min(120, shutil.get_terminal_size((80, 24)).columns)) if sys.stdout.isatty() else 80
