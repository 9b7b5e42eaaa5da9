"""The panel's own address: stateless, for editors that hold the text themselves."""

import json
from datetime import date
from typing import Annotated

from fastapi.responses import Response
from pydantic import Field, StringConstraints

from assistant.model.decision import anchor_row
from assistant.reading.paragraphs import CellOf, EditorParagraph
from assistant.server.api.calling import Caller, TheBench, api_router, json_answer
from assistant.server.api.shapes import AnchorRow, DecisionRow, Shape, Short
from assistant.server.jobs.request import book
from assistant.server.naming import shown_name
from assistant.server.openapi import ReviewContract
from assistant.server.work.panel import Edited, PanelAnchor, edited_again, review_edited

router = api_router("侧边栏")
Number = Annotated[int, Field(ge=0, le=1_000_000)]


class TableCell(Shape):
    """单元格：第几个表（编号或名称）、第几行、第几列，从 0 数。"""

    table: Number | Short
    row: Number
    column: Number


class Paragraph(Shape):
    """一段文字；level 为标题级别，正文写 null；number 是编辑器自动生成、不在 text 里的编号，如“1.”。"""

    text: Annotated[str, StringConstraints(max_length=200_000)]
    table: TableCell | None = None
    level: Annotated[int, Field(ge=0, le=9)] | None = None
    number: Annotated[str, StringConstraints(max_length=40)] | None = None

    def value(self) -> EditorParagraph:
        cell = CellOf(str(self.table.table), self.table.row, self.table.column) if self.table else None
        return EditorParagraph(self.text, cell, self.level or None, self.number or None)


class PanelBody(Shape):
    name: Short = "正在编辑的文件"
    paragraphs: Annotated[list[Paragraph], Field(max_length=100_000)]
    as_of: date | None = None
    decisions: list[DecisionRow] = Field(default_factory=list, max_length=5000)


class AnchorBody(Shape):
    """finding 在第 paragraph 段（从 0 数）第 offset 个字起的 length 个字，即 quote；context 是前后几个字。"""

    finding: str
    paragraph: int
    offset: int
    length: int
    quote: str
    context: str
    about: AnchorRow


class PanelReview(Shape):
    review: ReviewContract
    anchors: list[AnchorBody]


@router.post("/panel/reviews", response_model=PanelReview, summary="审查编辑器里的段落，不留存")
def review(bench: TheBench, who: Caller, body: PanelBody) -> Response:
    with bench.store.reading() as connection:
        guidebook = book(connection, who, body.as_of or date.today(), bench.settings, bench.blobs)
    paragraphs = tuple(paragraph.value() for paragraph in body.paragraphs)
    edited = Edited(paragraphs, shown_name(body.name), guidebook, tuple(row.value() for row in body.decisions))
    contract, anchors = bench.desk.ask(review_edited, edited, edited_again)
    rows = json.dumps([_row(anchor) for anchor in anchors], ensure_ascii=False)
    return json_answer(f'{{"review": {contract}, "anchors": {rows}}}')


def _row(anchor: PanelAnchor) -> dict[str, object]:
    row = {name: getattr(anchor, name) for name in ("finding", "paragraph", "offset", "quote", "context")}
    return row | {"length": len(anchor.quote), "about": anchor_row(anchor.about)}
