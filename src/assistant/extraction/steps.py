"""The steps (环节) of the handling: tables, arrows, numbered lines, lists in a sentence, short clauses."""

from collections.abc import Iterator, Sequence

from assistant.extraction.step_lines import steps_in_lines
from assistant.extraction.step_tables import step_columns, steps_in_table
from assistant.lexicon.steps import StepWords
from assistant.model.document import Block, Document, Paragraph, Table
from assistant.model.guide import Step
from assistant.model.outline import Outline
from assistant.model.span import Span


def find_steps(document: Document, outline: Outline, words: StepWords) -> tuple[Step, ...]:
    """The steps of ``outline``: those of its tables of steps, else those written out below 办理流程. Ids are empty."""
    text = document.text
    blocks = [block for part in outline.sections for block in part.blocks if part.element != "materials"]
    tables = [block for block in _tables(blocks) if step_columns(text, block, words)]
    steps = tuple(step for table in tables for step in steps_in_table(text, table, words))
    if steps:
        return steps
    for part in outline.of("process"):
        found = tuple(steps_in_lines(text, _lines(part.blocks), words))
        if len(found) >= 2:
            return found
    return ()


def _tables(blocks: Sequence[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            yield from _tables([inner for cell in block.cells for inner in cell.blocks])


def _lines(blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The lines of running text; a table that is none of steps has no lines."""
    return tuple(block.span for block in blocks if isinstance(block, Paragraph))
