"""Any folder of laws as Markdown or text files: level from folder names, title from the heading or the file name."""

from collections.abc import Callable, Iterator
from pathlib import Path

from assistant.laws.importers.files import clean_title, decode, digest, file_day, law_text, level_in, title_of
from assistant.laws.law_text import LawText, SourceItem

NAME = "folder"


def recognises(path: Path) -> bool:
    return path.is_dir() and any(_files(path))


def items(path: Path) -> Iterator[SourceItem]:
    for file in _files(path):
        data = file.read_bytes()
        inside = file.relative_to(path).as_posix()
        yield SourceItem(inside, digest(data), _reader(inside, data))


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix in (".md", ".txt") and file.stem != "README")


def _reader(inside: str, data: bytes) -> Callable[[], LawText]:
    def read() -> LawText:
        text = decode(data)
        path = Path(inside)
        title = title_of(text) or clean_title(path.stem)
        # 02.行政法规, 03.部门规章: folders of such collections are numbered
        level = level_in(part.lstrip("0123456789.、") for part in path.parts)
        return law_text(LawText(title, NAME, inside, file_day(path.stem) or "", (), level=level), [text])

    return read
