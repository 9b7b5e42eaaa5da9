"""The tables of the new guide: papers by the case they are for, steps, and what the old guide itself had as a table."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from assistant.export.remaining import Remaining
from assistant.model.citation import Citation
from assistant.model.document import Table
from assistant.model.guide import Step
from assistant.model.material import Necessity, Origin
from assistant.model.new_guide import GAP, Grid
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
_EVERY_CASE = "不分情形"


def material_grids(rows: Sequence[Remaining], citations: Sequence[Citation]) -> tuple[Grid, ...]:
    """One table, or one for each case (新办, 补证) in the order of the guide; each counts from 1."""
    by_id = {citation.id: citation for citation in citations}
    cases = dict.fromkeys(map(_case, rows))
    by_case = [(case, [row for row in rows if _case(row) == case]) for case in cases]
    return tuple(
        Grid(
            MATERIALS_HEAD,
            tuple(_material(number, row, by_id) for number, row in enumerate(own, 1)),
            case or (_EVERY_CASE if len(cases) > 1 else ""),
        )
        for case, own in by_case
    )


def step_grid(steps: Sequence[Step], citations: Sequence[Citation]) -> Grid:
    by_id = {citation.id: cited(citation) for citation in citations}
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


def own_grid(table: Table, text: str) -> Grid | None:
    """A table with a row of heads over at least one row; None for what is no such table (a form, names and values)."""
    rows = [[" ".join(text[c.span.start : c.span.end].split()) if c else "" for c in row] for row in table.grid()]
    rows = [row for row in rows if any(row)]
    if table.columns < 2 or len(rows) < 2 or len(set(rows[0])) < table.columns or not all(rows[0]):
        return None
    filled = sum(bool(cell) for row in rows[1:] for cell in row)
    if 2 * filled < table.columns * (len(rows) - 1):  # mostly blanks to be filled in
        return None
    return Grid(tuple(rows[0]), tuple(map(tuple, rows[1:])))


def row_lines(table: Table, text: str) -> Iterator[str]:
    """A row as a line, where it cannot stay a table."""
    for _, cells in groupby(table.cells, key=lambda cell: cell.row):
        words = [" ".join(text[cell.span.start : cell.span.end].split()) for cell in cells]
        if line := "　".join(filter(None, words)):
            yield line


def cited(citation: Citation) -> str:
    return " ".join(citation.written.split())


def _case(row: Remaining) -> str | None:
    material = row.materials[0] if row.materials else row.instead_of
    return material.scenario if material else None


def _material(number: int, row: Remaining, citations: Mapping[str, Citation]) -> tuple[str, ...]:
    """What takes a material's place (a commitment to sign) is made by the applicant, as one original."""
    if not row.materials:
        return (str(number), row.name, "原件", "1", "纸质或电子", "必要", ORIGIN["applicant"], GAP, _note(row))
    material = row.materials[0]
    basis = "；".join(cited(citations[each]) for each in material.basis) or (material.basis_written or "").strip()
    return (
        str(number),
        row.name,
        {True: "原件", False: "复印件", None: GAP}[material.original],
        str(material.copies or GAP),
        {True: "电子", False: "纸质", None: "纸质或电子"}[material.electronic],
        NECESSITY[material.necessity or "required"],
        ORIGIN[material.origin] if material.origin else GAP,
        basis or GAP,
        _note(row),
    )


def _note(row: Remaining) -> str:
    """When it is needed, without the case, which stands over the table: 新办，委托办理的 -> 委托办理的."""
    return row.when.removeprefix(_case(row) or "").removeprefix("，")
