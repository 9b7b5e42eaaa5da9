"""The guide after the chosen cuts, in the order of GB/T 36114; what is missing stays visible."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.export.labels import ground_text
from assistant.export.remaining import Remaining, chosen_cuts, relieved, remaining
from assistant.lexicon.flow import FlowWords
from assistant.lexicon.new_guide import ChapterWords
from assistant.model.citation import Citation
from assistant.model.document import Block, Paragraph, Table
from assistant.model.finding import Finding
from assistant.model.guide import Guide, Head, Step
from assistant.model.material import Material, Necessity, Origin
from assistant.model.new_guide import GAP, Chapter, Grid, NewGuide, Relief
from assistant.model.outline import Section
from assistant.model.review import Review
from assistant.planning.cuts import counted_findings, steps_to_go
from assistant.planning.flow import faults, flow_of
from assistant.text.durations import duration_text

MATERIALS_HEAD = ("序号", "材料名称", "材料类型", "份数", "材料形式", "必要性", "来源渠道", "设定依据", "备注")
STEPS_HEAD = ("序号", "环节", "办理岗位", "时限", "依据")
NECESSITY: dict[Necessity, str] = {
    "required": "必要",
    "conditional": "非必要（按情形）",
    "optional": "非必要",
    "deferrable": "容缺后补",
}
ORIGIN: dict[Origin, str] = {"applicant": "申请人自备", "government": "政府部门核发", "intermediary": "中介机构"}
_SOUND = ("ok", "unverified", "unknown_law")


def new_guide(guide: Guide, review: Review, chapters: Sequence[ChapterWords], flow: FlowWords) -> NewGuide:
    """The guide after the chosen cuts; ``chapters`` is the profile of the standard."""
    gone = steps_to_go(counted_findings(review.findings, dict(review.decided)))
    steps = [step for step in guide.steps if (guide.id, step.id) not in gone]
    materials = _materials(remaining(guide, review), guide.citations)
    chart = flow_of(steps, flow)
    text = review.document.text
    written = tuple(
        _chapter(words, guide, text, materials, steps) for words in chapters if words.must or _told(words, guide)
    )
    gaps = (*_asked(written), *faults(chart), *_unsound(guide.citations))
    return NewGuide(guide.id, guide.head, written, _reliefs(guide, review), chart, gaps)


def _told(words: ChapterWords, guide: Guide) -> bool:
    return any(section.element in words.elements and section.blocks for section in guide.sections)


def _chapter(words: ChapterWords, guide: Guide, text: str, materials: Grid, steps: Sequence[Step]) -> Chapter:
    element = words.elements[0]
    grids: tuple[Grid, ...] = ()
    if element == "materials":
        grids = (materials,) if materials.rows else ()
        lines: tuple[str, ...] = ()
    elif element == "process" and steps:
        grids, lines = (_steps(steps, guide.citations),), ()
    else:
        sections = [section for section in guide.sections if section.element in words.elements]
        lines = tuple(dict.fromkeys(line for each in sections for line in _lines(each, words, text)))
        lines = lines or _from_head(element, guide.head)
    missing = words.must and not lines and not grids
    return Chapter(element, words.title, lines, grids, words.ask if missing else None)


def _lines(section: Section, words: ChapterWords, text: str) -> Iterator[str]:
    """Paragraphs as they are; a table row as one line; a heading that says more than the chapter's goes before."""
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
    elif isinstance(block, Table):
        for row in range(block.rows):
            cells = [" ".join(text[c.span.start : c.span.end].split()) for c in block.cells if c.row == row]
            if line := "　".join(cell for cell in cells if cell):
                yield line


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


def _materials(rows: Sequence[Remaining], citations: Sequence[Citation]) -> Grid:
    by_id = {citation.id: citation for citation in citations}
    return Grid(MATERIALS_HEAD, tuple(_material(at, row, by_id) for at, row in enumerate(rows, 1)))


def _material(number: int, row: Remaining, citations: Mapping[str, Citation]) -> tuple[str, ...]:
    """What takes a material's place (a commitment to sign) is made by the applicant, as one original."""
    if not row.materials:
        return (str(number), row.name, "原件", "1", "纸质或电子", "必要", ORIGIN["applicant"], GAP, row.when)
    material = row.materials[0]
    basis = "；".join(_cited(citations[each]) for each in material.basis) or (material.basis_written or "").strip()
    return (
        str(number),
        row.name,
        {True: "原件", False: "复印件", None: GAP}[material.original],
        str(material.copies or GAP),
        {True: "电子", False: "纸质", None: "纸质或电子"}[material.electronic],
        NECESSITY[material.necessity or "required"],
        ORIGIN[material.origin] if material.origin else GAP,
        basis or GAP,
        row.when,
    )


def _cited(citation: Citation) -> str:
    return " ".join(citation.written.split())


def _steps(steps: Sequence[Step], citations: Sequence[Citation]) -> Grid:
    by_id = {citation.id: _cited(citation) for citation in citations}
    rows = [
        (
            str(number),
            step.name,
            step.post or GAP,
            duration_text(step.time) if step.time else GAP,
            "；".join(by_id[each] for each in step.basis) or (step.basis_written or "").strip() or GAP,
        )
        for number, step in enumerate(steps, 1)
    ]
    return Grid(STEPS_HEAD, tuple(rows))


def _reliefs(guide: Guide, review: Review) -> tuple[Relief, ...]:
    found = {finding.id: finding for finding in review.findings}
    cuts = chosen_cuts(guide, review)
    return tuple(_relief(m, [found[id] for id in cuts[m.id].findings]) for m in relieved(guide, review))


def _relief(material: Material, findings: Sequence[Finding]) -> Relief:
    grounds = dict.fromkeys(ground_text(ground) for finding in findings for ground in finding.basis)
    how = next((finding.replacement for finding in findings if finding.replacement), "不再提交")
    return Relief(material.name, how, tuple(grounds))


def _asked(chapters: Sequence[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        if chapter.asked:
            yield f"{chapter.title}：{chapter.asked}"
        blanks = sum(row.count(GAP) for grid in chapter.grids for row in grid.rows)
        if blanks:
            yield f"{chapter.title}：表中还有{blanks}处待补充"


def _unsound(citations: Sequence[Citation]) -> Iterator[str]:
    """Citations that cannot stay as they are."""
    told = {_cited(c): c.because for c in citations if c.verdict not in _SOUND}
    for written, because in told.items():
        yield f"办理依据：{written}，{because}"
