"""What concerns all documents of a department at once, in a worker process."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.baselines import load_baseline, read_items
from assistant.errors import ReadError
from assistant.export import KINDS, Format
from assistant.export.attachments import write_all
from assistant.export.attachments.filing import filing_of
from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.layouts import own_layouts
from assistant.matching.baseline_items import compare_items
from assistant.model.baseline import ItemRow
from assistant.model.review import Review
from assistant.server.work.exporting import Export, export
from assistant.server.work.reviewing import Stored, review_of

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same documents give the same archive


@dataclass(frozen=True, slots=True)
class Folder:
    """The documents of a department; ``format`` as in the table of writers."""

    documents: tuple[Stored, ...]
    format: Format = "attachments"


def count_items(path: Path) -> int:
    """How many items a list has. Raises BaselineError with file:line."""
    return len(read_items(path))


def attachments(folder: Folder) -> bytes:
    """One workbook over all documents; one that cannot be read is left out, as it is in the department's table."""
    lexicons = own_layouts(folder.documents[0].book.lexicons) if folder.documents else None
    return write_all([filing_of(review) for review in _reviews(folder)], lexicons)


def archive(folder: Folder) -> bytes:
    """A zip with one file a document."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for stored in folder.documents:
            try:
                data = export(Export(stored, folder.format))
            except ReadError:
                continue
            package.writestr(zipfile.ZipInfo(f"{stored.name}{KINDS[folder.format].suffix}", _EPOCH), data)
    return made.getvalue()


def comparison(folder: Folder) -> str:
    """JSON rows: how the department's items compare with the list of basic items. [] without a list."""
    reviews = list(_reviews(folder))
    baseline = folder.documents[0].book.baseline if folder.documents else None
    if baseline is None:
        return "[]"
    kinds = load_kinds()
    guides = [guide for review in reviews for guide in review.guides]
    found = compare_items(guides, load_baseline(baseline, kinds), kinds, whole=True)
    return json.dumps([_row(row) for row in found.rows], ensure_ascii=False)


def _row(row: ItemRow) -> dict[str, object]:
    differing = [each for each in row.materials if each.result != "一致"]
    words = [row.note, *(f"{each.result}：{'、'.join(each.local or each.listed)}" for each in differing)]
    return {
        "result": row.result,
        "own": "、".join(item.name or "（没有名称）" for item in row.local) or None,
        "listed": "、".join(item.name for item in row.listed) or None,
        "code": "、".join(item.code for item in row.listed if item.code) or None,
        "words": "；".join(word for word in words if word),
    }


def _reviews(folder: Folder) -> Iterator[Review]:
    for stored in folder.documents:
        try:
            yield review_of(stored)
        except ReadError:
            continue
