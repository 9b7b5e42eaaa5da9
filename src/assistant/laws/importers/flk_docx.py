"""The .docx that flk.npc.gov.cn offers for a law: centred title, history in brackets, 目　录, 第X章, 第X条　text.

Read with nothing but the zip and its XML: the layout needs no more, and a damaged file stays one row of the report.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from assistant.errors import KnowledgeError
from assistant.laws.articles import cut
from assistant.laws.history import is_history
from assistant.laws.importers.files import assemble, clean_title, digest, file_day
from assistant.laws.law_text import LawText, SourceItem

NAME = "flk"
_LARGEST_XML = 60_000_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# 法律, 行政法规 …: the level is not in the file; these endings of a title decide it where they can
_LAW = re.compile(r"^中华人民共和国.*法(?:典)?$")
_HISTORY_OPENS = re.compile(r"^[（(]")
_HISTORY_CLOSES = re.compile(r"[）)]$")


def recognises(path: Path) -> bool:
    """A .docx file, or a folder that holds some and no other collection's marks."""
    if path.is_dir():
        return any(_files(path))
    return path.suffix.lower() == ".docx" and path.is_file()


def items(path: Path) -> Iterator[SourceItem]:
    for file in _files(path) if path.is_dir() else [path]:
        data = file.read_bytes()
        inside = file.relative_to(path).as_posix() if path.is_dir() else file.name
        yield SourceItem(inside, digest(data), _reader(file, inside))


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*.docx") if not file.name.startswith(("~$", ".")))


def _reader(file: Path, inside: str) -> Callable[[], LawText]:
    return lambda: read_lines(_paragraphs(file), file.stem, inside)


def read_lines(lines: list[str], stem: str, inside: str) -> LawText:
    """The law in these paragraphs: those before the bracket are the title, those within it the history."""
    lines = [line for line in lines if line]
    opens = next((at for at, line in enumerate(lines) if _HISTORY_OPENS.match(line) and is_history(line)), None)
    if opens is None:
        title, history, body = clean_title(stem), [], lines
    else:
        title = clean_title("".join(lines[:opens]))
        closes = next((at for at, line in enumerate(lines) if at >= opens and _HISTORY_CLOSES.search(line)), opens)
        history, body = lines[opens : closes + 1], lines[closes + 1 :]
    level = "法律" if _LAW.match(title) else None
    known = LawText(title, NAME, inside, "", (), level=level)  # type: ignore[arg-type]
    law = assemble(known, cut(_without_title(body, title)), history)
    return law if law.version else assemble(LawText(title, NAME, inside, file_day(stem) or "", ()), cut(body), history)


def _without_title(body: list[str], title: str) -> list[str]:
    return [line for line in body if clean_title(line) != title]


def _paragraphs(file: Path) -> list[str]:
    from lxml import etree  # heavy, and only .docx needs it

    try:
        with zipfile.ZipFile(file) as archive:
            if archive.getinfo("word/document.xml").file_size > _LARGEST_XML:
                raise KnowledgeError(file.name, "文件过大，未收录")
            xml = archive.read("word/document.xml")
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (zipfile.BadZipFile, KeyError, OSError, etree.XMLSyntaxError) as cause:
        raise KnowledgeError(file.name, "不是完好的 .docx 文件，请重新下载") from cause
    return [_text(paragraph) for paragraph in root.iter(f"{_WORD}p")]


def _text(paragraph: object) -> str:
    marks = {f"{_WORD}tab": "　", f"{_WORD}br": "\n"}
    nodes = paragraph.iter()  # type: ignore[attr-defined]
    return "".join((node.text or "") if node.tag == f"{_WORD}t" else marks.get(node.tag, "") for node in nodes).strip()
