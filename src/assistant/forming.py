"""One form out of many files: the forms of guides, and forms that stand in files of their own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from assistant.errors import NoFormError
from assistant.extraction.forms import find_forms, form_of
from assistant.extraction.head import read_head
from assistant.extraction.materials import find_materials
from assistant.guides import outlines
from assistant.knowledge import Knowledge
from assistant.matching.fields import key_forms
from assistant.model.document import Document, Notice
from assistant.model.guide import Form
from assistant.model.outline import Outline
from assistant.model.plan import FormSource, OneForm
from assistant.planning.one_form import merge_forms

# 《食品经营许可申请表》（空表）
_ASIDE = re.compile(r"[（(](?:样表|空表|空白表|式样|样本|范本)[)）]|[《》〈〉\s]")


@dataclass(frozen=True, slots=True)
class MergedFiles:
    """``forms`` are the old forms with their keys; ``notices`` name files in which nothing asks anything."""

    one_form: OneForm
    forms: tuple[Form, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Guide:
    item: str
    materials: frozenset[str]


def merge_files(documents: Sequence[Document], knowledge: Knowledge, title: str | None = None) -> MergedFiles:
    """The forms of all files as the forms of one application; several items make a package (一件事).

    A file without a guide belongs to the item that names its form among its materials, or to the only item there is.
    Raises NoFormError where no file holds a form.
    """
    found = [(document, outlines(document, knowledge.sections)) for document in documents]
    guides = [guide for document, parts in found for guide in _guides(document, parts, knowledge)]
    placed = [
        (document, item, form)
        for document, parts in found
        for item, form in (_of_guide(document, parts, knowledge) if parts else _alone(document, guides))
    ]
    if not placed:
        raise NoFormError("这些文件里没有找到可填写的表格，请检查是否选对了申请表，或另存为 .docx、.xlsx 后再试")
    numbered = [replace(form, id=f"f{number}") for number, (_, _, form) in enumerate(placed, 1)]
    keyed = key_forms(numbered, knowledge.fields)
    sources = [
        FormSource(form.id, form.name, item, document.name, len(form.fields))
        for (document, item, _), form in zip(placed, keyed, strict=True)
    ]
    items = dict.fromkeys(source.item for source in sources if source.item)
    merged = merge_forms(keyed, knowledge.fields, sources, title or _package(tuple(items)))
    assert merged is not None  # there is a form with fields
    empty = [document for document, _ in found if not any(document is other for other, _, _ in placed)]
    return MergedFiles(merged, keyed, tuple(map(_nothing, empty)))


def _guides(document: Document, parts: Iterable[Outline], knowledge: Knowledge) -> Iterator[_Guide]:
    for outline in parts:
        materials, _ = find_materials(document, outline, knowledge.materials)
        item = read_head(document, outline, knowledge.sections).item_name
        yield _Guide(item, frozenset(_bare(material.name) for material in materials))


def _of_guide(document: Document, parts: Sequence[Outline], knowledge: Knowledge) -> list[tuple[str | None, Form]]:
    """A form belongs to the last guide that begins before it."""
    found: list[tuple[str | None, Form]] = []
    for form in find_forms(document, parts):
        before = [outline for outline in parts if outline.span.start <= form.span.start] or parts[:1]
        found.append((read_head(document, before[-1], knowledge.sections).item_name, form))
    return found


def _alone(document: Document, guides: Sequence[_Guide]) -> list[tuple[str | None, Form]]:
    forms = () if document.controls else find_forms(document, ())
    if not forms:
        whole = form_of(document, _name(document))
        forms = (whole,) if whole else ()
    return [(_item(form, document, guides), form) for form in forms]


def _item(form: Form, document: Document, guides: Sequence[_Guide]) -> str | None:
    names = {_bare(form.name), _bare(_stem(document))}
    asking = [guide.item for guide in guides if names & guide.materials]
    if asking:
        return asking[0]
    return guides[0].item if len(guides) == 1 else None


def _name(document: Document) -> str:
    """Its first line where that is short, else the file's name."""
    first = document.text.strip().split("\n", 1)[0].split("\t")[0].strip()
    return first if 3 < len(first) <= 30 and first.endswith(("表", "书", "单", "证明", "函")) else _stem(document)


def _stem(document: Document) -> str:
    return PurePosixPath(document.name.replace("\\", "/")).stem


def _bare(name: str) -> str:
    return _ASIDE.sub("", name)


def _package(items: Sequence[str]) -> str | None:
    return f"{items[0]}等{len(items)}个事项一表式申请表" if len(items) > 1 else None


def _nothing(document: Document) -> Notice:
    return Notice("extract", "no-form", f"{document.name}：没有找到可填写的栏目，未并入一表式")
