"""The guide after the chosen cuts, in the order of GB/T 36114; what is missing stays visible."""

from collections.abc import Iterator, Sequence

from assistant.drafting.tables import cited, material_grids, own_grid, row_lines, step_grid
from assistant.export.labels import ground_text
from assistant.export.remaining import chosen_cuts, relieved, remaining
from assistant.lexicon.flow import FlowWords
from assistant.lexicon.new_guide import ChapterWords
from assistant.model.citation import Citation
from assistant.model.document import Block, Paragraph
from assistant.model.finding import Finding
from assistant.model.guide import Guide, Head, Step
from assistant.model.material import Material
from assistant.model.new_guide import GAP, Chapter, Grid, NewGuide, Relief
from assistant.model.outline import Section
from assistant.model.review import Review
from assistant.planning.cuts import counted_findings, steps_to_go
from assistant.planning.flow import faults, flow_of
from assistant.text.durations import duration_text

_CUT, _GONE = "取消", "不再提交"
_NO_PAPERS = "申请人不需要提交材料。"
_NO_STEPS = "运行流程图：没有认出办理环节，请填写各环节的办理人和时限"
_SOUND = ("ok", "unverified", "unknown_law")


def new_guide(guide: Guide, review: Review, chapters: Sequence[ChapterWords], flow: FlowWords) -> NewGuide:
    """The guide after the chosen cuts; ``chapters`` is the profile of the standard."""
    gone = steps_to_go(counted_findings(review.findings, dict(review.decided)))
    steps = [step for step in guide.steps if (guide.id, step.id) not in gone]
    materials = material_grids(remaining(guide, review), guide.citations)
    chart = flow_of(steps, flow)
    text = review.document.text
    written = tuple(
        _chapter(words, guide, text, materials, steps) for words in chapters if words.must or _told(words, guide)
    )
    undrawn = faults(chart) if steps else (_NO_STEPS,)
    gaps = (*_asked(written), *undrawn, *_unsound(guide.citations))
    return NewGuide(guide.id, guide.head, written, _reliefs(guide, review), chart, gaps)


def _told(words: ChapterWords, guide: Guide) -> bool:
    return any(section.element in words.elements and section.blocks for section in guide.sections)


def _chapter(
    words: ChapterWords, guide: Guide, text: str, materials: tuple[Grid, ...], steps: Sequence[Step]
) -> Chapter:
    element = words.elements[0]
    lines: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    if element == "materials":
        grids = materials
        lines = (_NO_PAPERS,) if guide.materials and not materials else ()
    elif element == "process" and steps:
        grids = (step_grid(steps, guide.citations),)
    else:
        sections = [section for section in guide.sections if section.element in words.elements]
        lines = tuple(dict.fromkeys(line for each in sections for line in _lines(each, words, text)))
        grids = tuple(grid for each in sections for block in each.blocks if (grid := _grid(block, text)))
        lines = lines if lines or grids else _from_head(element, guide.head)
    missing = words.must and not lines and not grids
    return Chapter(element, words.title, lines, grids, words.ask if missing else None)


def _lines(section: Section, words: ChapterWords, text: str) -> Iterator[str]:
    """Paragraphs as they are; a heading that says more than the chapter's goes before."""
    lines = [line for block in section.blocks for line in _block(block, text)]
    before = f"（{section.scenario}）" if section.scenario else ""
    if section.heading not in words.title and words.title not in section.heading and len(lines) == 1:
        before += f"{section.heading}："
    for at, line in enumerate(lines):
        yield before + line if at == 0 else line


def _block(block: Block, text: str) -> Iterator[str]:
    if isinstance(block, Paragraph):
        line = " ".join(text[block.span.start : block.span.end].split())
        if line:
            yield line
    elif not own_grid(block, text):
        yield from row_lines(block, text)


def _grid(block: Block, text: str) -> Grid | None:
    return None if isinstance(block, Paragraph) else own_grid(block, text)


def _from_head(element: str, head: Head) -> tuple[str, ...]:
    """What the guide says outside of its own chapter, such as a title that is the item's name."""
    times = (("法定时限", head.statutory_time), ("承诺时限", head.promised_time))
    told: dict[str, tuple[str | None, ...]] = {
        "item_name": (head.item_name or None,),
        "item_code": (head.item_code,),
        "item_type": (
            f"事项类型：{head.item_type}" if head.item_type else None,
            f"办件类型：{head.handling}" if head.handling else None,
        ),
        "acc": (head.department,),
        "time": tuple(f"{name}：{duration_text(time)}" for name, time in times if time),
        "fee": (head.fee.written,) if head.fee else (),
        "visits": (f"{head.visits}次",) if head.visits is not None else (),
    }
    return tuple(line for line in told.get(element, ()) if line)


def _reliefs(guide: Guide, review: Review) -> tuple[Relief, ...]:
    found = {finding.id: finding for finding in review.findings}
    cuts = chosen_cuts(guide, review)
    told = (_relief(m, [found[id] for id in cuts[m.id].findings]) for m in relieved(guide, review))
    return tuple(dict.fromkeys(told))  # the same paper of several cases, or of several people, is told once


def _relief(material: Material, findings: Sequence[Finding]) -> Relief:
    grounds = dict.fromkeys(ground_text(ground) for finding in findings for ground in finding.basis)
    how = next((finding.replacement for finding in findings if finding.replacement), _CUT)
    return Relief(material.name, _GONE if how == _CUT else how, tuple(grounds))


def _asked(chapters: Sequence[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        if chapter.asked:
            yield f"{chapter.title}：{chapter.asked}"
        blanks = sum(row.count(GAP) for grid in chapter.grids for row in grid.rows)
        if blanks:
            yield f"{chapter.title}：表中还有{blanks}处待补充"


def _unsound(citations: Sequence[Citation]) -> Iterator[str]:
    """Citations that cannot stay as they are."""
    told = {cited(c): c.because for c in citations if c.verdict not in _SOUND}
    for written, because in told.items():
        yield f"办理依据：{written}，{because}"
