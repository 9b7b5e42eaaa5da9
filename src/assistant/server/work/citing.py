"""The citation desk, in a worker process."""

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from assistant.batch.outcome import failure
from assistant.citing import Desk, cite_document, load_desk
from assistant.errors import ReadError
from assistant.export.cite import CiteFormat, render_cite
from assistant.export.cite_json import cite_object
from assistant.export.watch import watch_object
from assistant.laws.library import default_library
from assistant.model.cited import CitedDocument, CiteReport, UnreadFile
from assistant.model.watched import WatchList
from assistant.reading import read_bytes, read_text
from assistant.server.work.reviewing import document_of
from assistant.watching import Comparison, find_law, law_change, watched


@dataclass(frozen=True, slots=True)
class Asked:
    """A file's bytes or a text; ``format`` None: as cite/1."""

    content: bytes | str
    name: str
    as_of: date
    library: Path | None
    format: CiteFormat | None = None
    lexicons: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Watched:
    """The stored documents (id, blob, name) that cite ``law``."""

    law: str
    day: date
    library: Path | None
    documents: tuple[tuple[str, Path, str], ...]
    total: int
    lexicons: tuple[Path, ...] = ()


def citations(asked: Asked) -> bytes:
    """Raises ReadError, KnowledgeError."""
    content = asked.content
    document = read_bytes(content, asked.name) if isinstance(content, bytes) else read_text(content, asked.name)
    cited = cite_document(document, asked.as_of, desk(asked.library, asked.lexicons))
    if asked.format is None:
        return json.dumps(cite_object(cited), ensure_ascii=False).encode()
    with_texts = (asked.library or default_library()).is_file()
    return render_cite(CiteReport(asked.as_of, (cited,), (), with_texts), asked.format)


@cache
def desk(library: Path | None, lexicons: tuple[Path, ...] = ()) -> Desk:
    return load_desk(library, lexicons)


def title_of(law: tuple[str, Path | None]) -> str:
    """The full title of a law as people name it. Raises KnowledgeError: unknown, or more than one."""
    written, library = law
    return find_law(written, desk(library).facts).title


def watch(wanted: Watched) -> bytes:
    """watch/1, each provision with the id of its ``document``. Raises KnowledgeError."""
    own = desk(wanted.library, wanted.lexicons)
    law = find_law(wanted.law, own.facts)
    change = law_change(law, wanted.day, own.facts, own.texts)
    now, unread = _cited(wanted, wanted.day)
    then = _later(wanted, change)
    provisions = tuple(watched(change, law, now, then or now))
    changes = (change.change,) if change else ()
    names = {key: name for key, _, name in wanted.documents}
    order = WatchList(wanted.day, (law.title,), changes, provisions, wanted.total, tuple(unread))
    return json.dumps(_named(watch_object(order), names), ensure_ascii=False).encode()


def _later(wanted: Watched, change: Comparison | None) -> list[CitedDocument]:
    """The same documents on the day of a change to come; none where there is none."""
    if change is None:
        return []
    day = date.fromisoformat(change.change.on)
    return _cited(wanted, day)[0] if day > wanted.day else []


def _cited(wanted: Watched, day: date) -> tuple[list[CitedDocument], list[UnreadFile]]:
    """Under their ids as names: two documents may have the same name."""
    found: list[CitedDocument] = []
    unread: list[UnreadFile] = []
    for key, path, name in wanted.documents:
        try:
            document = replace(document_of(path, name), name=key)
        except ReadError as error:
            unread.append(UnreadFile(name, failure(error).code, str(error)))
            continue
        found.append(cite_document(document, day, desk(wanted.library, wanted.lexicons)))
    return found, unread


def _named(order: dict[str, object], names: dict[str, str]) -> dict[str, object]:
    provisions = order["provisions"]
    assert isinstance(provisions, list)
    rows = [row | {"document": row["file"], "file": names[row["file"]]} for row in provisions]
    return order | {"provisions": rows}
