"""The table of contents: sections with the element "materials" to materials; running text where a guide has no list."""

import re
from collections.abc import Iterator
from itertools import count

from assistant.extraction.materials.asked import asked_first
from assistant.extraction.materials.building import Source
from assistant.extraction.materials.entries import Entry, Item
from assistant.extraction.materials.gridded import with_gridded_tables
from assistant.extraction.materials.headings import materials_of
from assistant.extraction.materials.heads import plain
from assistant.extraction.materials.lines import Line, lines_of
from assistant.extraction.materials.listing import is_skipped_heading, items_in, scenario_of
from assistant.extraction.materials.prose import materials_in_prose
from assistant.extraction.materials.tabbed import with_tabbed_tables
from assistant.extraction.materials.tables import head_of, items_of_table
from assistant.lexicon.materials import MaterialWords
from assistant.model.document import Block, Document, Notice, Table
from assistant.model.material import Material
from assistant.model.outline import Outline, Section
from assistant.model.span import Span


def find_materials(
    document: Document, outline: Outline, words: MaterialWords
) -> tuple[tuple[Material, ...], tuple[Notice, ...]]:
    """The materials of a guide in reading order; their ids are empty. Notices say what could not be read as a list."""
    source = Source(document.text, words, count(1))
    found: list[Material] = []
    for section in _lists(outline):
        for item in items_of_section(document.text, section, words):
            found += materials_of(source, item)
    if found:
        return tuple(found), ()
    prose = materials_in_prose(source, outline)
    return prose, _notices(outline, prose)


# 申请人提交申请表及相关材料: a step of the flow; 申请人应提交下列材料 heads a list
_STEP = re.compile(
    r"(?:申请人|当事人|申请单位|办事人|申办人)[^应需须下以]{0,8}(?:提交|递交|提供)[^应需须下以]{0,16}(?:材料|资料|申请)"
)


def _lists(outline: Outline) -> tuple[Section, ...]:
    """The sections that list materials; a step of the flow that sounds like a heading is none beside a real one."""
    sections = outline.of("materials")
    real = tuple(section for section in sections if not _STEP.fullmatch(section.heading))
    return real or sections


def _notices(outline: Outline, prose: tuple[Material, ...]) -> tuple[Notice, ...]:
    sections = outline.of("materials")
    if prose:
        return (
            Notice(
                "extract", "materials-in-prose", "没有成列的申请材料，以下材料从叙述文字中读出，请核对", prose[0].span
            ),
        )
    if sections:
        return (Notice("extract", "no-materials-read", "有“申请材料”一节，但没有读出材料，请核对", sections[0].span),)
    return ()


def items_of_section(text: str, section: Section, words: MaterialWords) -> tuple[Item, ...]:
    """The items of a section: of the words that announce its list, of its tables of materials or else its lines."""
    first = asked_first(text, Span(section.span.start, section.body.start), words)
    announced = (Item(Entry(first, first, scenario=section.scenario, strict=True)),) if first else ()
    return announced + _listed(text, section, words)


def _listed(text: str, section: Section, words: MaterialWords) -> tuple[Item, ...]:
    blocks = tuple(with_gridded_tables(text, with_tabbed_tables(text, section.blocks), words))
    tables = [block for block in blocks if isinstance(block, Table)]
    heads = {id(table): head_of(text, table, words) for table in tables}
    if not any(heads.values()):
        return items_in(text, list(_all_lines(text, section.blocks)), words, section.scenario)
    items: list[Item] = []
    scenario, skipped = section.scenario, False
    for block in blocks:
        if isinstance(block, Table):
            head = heads[id(block)]
            if head is not None and not skipped:
                items += items_of_table(text, block, head, words, scenario)
            continue
        for line in lines_of(text, (block,)):
            bare = plain(line.body.of(text))
            skipped = is_skipped_heading(bare, words)
            if len(bare) <= 30 and not skipped:
                scenario = scenario_of(bare, words) or section.scenario
    return tuple(items)


def _all_lines(text: str, blocks: tuple[Block, ...]) -> Iterator[Line]:
    """The lines of paragraphs and, where a table is no table of materials, of its cells."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from _all_lines(text, cell.blocks)
        else:
            yield from lines_of(text, (block,))
