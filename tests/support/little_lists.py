"""A text as the whole body of one section 申请材料, and the materials read from it."""

from assistant.extraction.materials import find_materials
from assistant.lexicon.materials import load_material_words
from assistant.model.document import Document, Notice
from assistant.model.material import Material
from assistant.model.outline import Outline, Section
from assistant.model.span import Span
from assistant.reading import read_text


def section_of(document: Document, scenario: str | None = None) -> Outline:
    span = Span(0, len(document.text))
    section = Section("materials", "申请材料", span, span, document.blocks, scenario)
    return Outline("g1", span, None, "测试事项", None, (section,))


def read(text: str, scenario: str | None = None) -> tuple[tuple[Material, ...], tuple[Notice, ...]]:
    document = read_text(text)
    return find_materials(document, section_of(document, scenario), load_material_words())


def materials(text: str) -> tuple[Material, ...]:
    return read(text)[0]


def names(text: str) -> list[str]:
    return [material.name for material in materials(text)]
