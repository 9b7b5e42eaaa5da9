"""Departments: their items, how far they are, what is still to be decided."""

from dataclasses import asdict
from datetime import date
from pathlib import Path as FilePath
from typing import Annotated, Any

from fastapi import Path
from fastapi.responses import Response

from assistant.export import KINDS, Format
from assistant.planning.targets import targets
from assistant.server.api.calling import Caller, Department, TheBench, api_router, file_answer
from assistant.server.api.shapes import Accepted, CountsBody, GoalBody, Shape
from assistant.server.intake import Item, from_folder, take_in
from assistant.server.overview import Row, circles, compared, counted, overview, rows_of, stored_of
from assistant.server.problems import Problem
from assistant.server.store.departments import names
from assistant.server.work.departments import Folder, archive, attachments

router = api_router("部门")
Named = Annotated[Department, Path(description="部门名称")]
THIRD = "materials_third"


class DepartmentRow(Shape):
    """材料只计必要的；reached：减少的比例；met：是否达到三分之一；open：还没有决定的处数。"""

    name: str
    documents: int
    guides: int
    materials_before: int
    materials_after: int
    reached: float
    met: bool
    open: int


class DepartmentRows(Shape):
    departments: list[DepartmentRow]


class DepartmentItem(Shape):
    """一个事项，材料只计必要的；还没有审查结果的文件也占一行，只有 state 和 message。"""

    document: str
    name: str
    state: str
    message: str | None
    guide: str | None
    item_name: str | None
    item_code: str | None
    before: CountsBody | None
    after: CountsBody | None
    reached: float | None
    met: bool | None
    cuts: int
    open: int


class ComparisonBody(Shape):
    rows: list[dict[str, Any]]


class CircleBody(Shape):
    """互为前置：item 要 material，这是 giver 的结果，而 giver 又要用到 item 的结果。"""

    document: str
    item: str
    material: str
    giver_document: str
    giver: str


class DepartmentBody(Shape):
    name: str
    documents: int
    guides: int
    before: CountsBody
    after: CountsBody
    targets: dict[str, GoalBody]
    open: int
    items: list[DepartmentItem]
    baseline: ComparisonBody | None
    circles: list[CircleBody]


@router.get("/departments", response_model=DepartmentRows, summary="各部门的进度")
def departments(bench: TheBench, who: Caller) -> DepartmentRows:
    with bench.store.reading() as connection:
        known = names(connection, who)
    by_name: dict[str, list[Row]] = {name: [] for name in known}
    for row in rows_of(bench, who, None):
        if row[0].department:
            by_name.setdefault(row[0].department, []).append(row)
    return DepartmentRows(departments=[_row(name, rows) for name, rows in by_name.items()])


def _row(name: str, rows: list[Row]) -> DepartmentRow:
    found = overview(rows)
    goal = dict(found.targets).get(THIRD)
    return DepartmentRow(
        name=name,
        documents=found.documents,
        guides=found.guides,
        materials_before=found.before.materials,
        materials_after=found.after.materials,
        reached=goal.reached if goal else 0.0,
        met=goal.met if goal else False,
        open=found.open,
    )


@router.get("/departments/{name}", response_model=DepartmentBody, summary="一个部门的全部事项")
def department(bench: TheBench, who: Caller, name: Named) -> DepartmentBody:
    rows = _rows(bench, who, name)
    found = overview(rows)
    listed = compared(bench, name, rows)
    return DepartmentBody(
        name=name,
        documents=found.documents,
        guides=found.guides,
        before=CountsBody(**asdict(found.before)),
        after=CountsBody(**asdict(found.after)),
        targets={name: GoalBody(**asdict(goal)) for name, goal in found.targets},
        open=found.open,
        items=[item for row in rows for item in _items(*row)],
        baseline=None if listed is None else ComparisonBody(rows=listed),
        circles=[CircleBody(**each) for each in circles(bench, rows)],
    )


def _rows(bench: TheBench, who: Caller, name: str) -> list[Row]:
    rows = rows_of(bench, who, name)
    with bench.store.reading() as connection:
        if not rows and name not in names(connection, who):
            raise Problem(404, "not_found", f"没有“{name}”这个部门，上传指南时写上部门名称即可建立")
    return rows


def _items(document: Any, summary: dict[str, Any] | None) -> list[DepartmentItem]:
    own = {"document": document.id, "name": document.name, "state": document.state, "message": document.message}
    if not summary or not summary["items"]:
        empty = dict.fromkeys(("guide", "item_name", "item_code", "before", "after", "reached", "met"))
        return [DepartmentItem.model_validate(own | empty | {"cuts": 0, "open": 0})]
    return [DepartmentItem.model_validate(own | _figures(item)) for item in summary["items"]]


def _figures(item: dict[str, Any]) -> dict[str, Any]:
    before, after = counted(item)
    goal = dict(targets(before, after)).get(THIRD)
    kept = ("guide", "item_name", "item_code", "cuts", "open")
    told = {"reached": goal.reached if goal else None, "met": goal.met if goal else None}
    return {name: item[name] for name in kept} | {"before": asdict(before), "after": asdict(after)} | told


@router.get(
    "/departments/{name}/export/{format}", response_class=Response, summary="整个部门的附件，或每份文件一份的压缩包"
)
def download(bench: TheBench, who: Caller, name: Named, format: Format) -> Response:
    folder = Folder(stored_of(bench, _rows(bench, who, name)), format)
    if format == "attachments":
        return file_answer(bench.desk.ask(attachments, folder), f"{name}{KINDS[format].suffix}")
    return file_answer(bench.desk.ask(archive, folder), f"{name}.{format}.zip", "application/zip")


@router.post("/folders", response_model=Accepted, status_code=202, summary="读取启动时允许的文件夹，子文件夹名作部门名")
def folders(bench: TheBench, who: Caller) -> Accepted:
    found = [pair for folder in bench.settings.folders for pair in from_folder(FilePath(folder))]
    if not found:
        raise Problem(422, "empty", "没有可以读取的文件夹：请在启动时用 --folder 指定，并在其中放入指南")
    documents: list[str] = []
    for department in sorted({department for department, _ in found}, key=lambda each: each or ""):
        items: list[Item] = [item for own, item in found if own == department]
        job, made = take_in(bench, who, items, department, date.today())
        documents += [document.id for document in made]
    return Accepted(job=job.id, documents=documents)
