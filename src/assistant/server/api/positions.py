"""Where the reading text stands in the document, for pages that show both."""

from typing import Annotated

from fastapi import Path, Query
from fastapi.responses import Response

from assistant.server.api.calling import Caller, Key, TheBench, api_router
from assistant.server.api.shapes import Shape
from assistant.server.current import reviewable, stored
from assistant.server.work.placing import Picture, page_boxes, picture, text_places

router = api_router("位置")


class TextPlace(Shape):
    """阅读文本从 start 起的 length 个字，是第 paragraph 个 w:p 的文字（w:t）中从 at 起的那些字。"""

    paragraph: int
    start: int
    length: int
    at: int


class TextPlaceList(Shape):
    paragraphs: list[TextPlace]


class PageSizeBody(Shape):
    page: int
    width: float
    height: float


class BoxSegment(Shape):
    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]


class BoxList(Shape):
    """单位为磅，原点在页面左上角。"""

    pages: list[PageSizeBody]
    segments: list[BoxSegment]


@router.get("/documents/{key}/places", response_model=TextPlaceList, summary="Word 文档：阅读文本在哪一段的哪里")
def places(bench: TheBench, who: Caller, key: Key) -> TextPlaceList:
    found = bench.desk.ask(text_places, stored(bench, reviewable(bench, who, key)))
    names = ("paragraph", "start", "length", "at")
    return TextPlaceList(paragraphs=[TextPlace(**dict(zip(names, row, strict=True))) for row in found.rows])


@router.get("/documents/{key}/boxes", response_model=BoxList, summary="PDF：阅读文本在哪一页的哪里")
def boxes(bench: TheBench, who: Caller, key: Key) -> BoxList:
    found = bench.desk.ask(page_boxes, stored(bench, reviewable(bench, who, key)))
    pages = [PageSizeBody(page=page, width=width, height=height) for page, width, height in found.pages]
    segments = [BoxSegment(start=start, end=end, page=page, box=box) for start, end, page, box in found.segments]
    return BoxList(pages=pages, segments=segments)


@router.get("/documents/{key}/pages/{page}.png", response_class=Response, summary="PDF：一页的图片")
def page(
    bench: TheBench,
    who: Caller,
    key: Key,
    page: Annotated[int, Path(ge=1, le=10_000)],
    scale: Annotated[float, Query(ge=0.2, le=4, description="每磅几个像素")] = 2.0,
) -> Response:
    wanted = Picture(stored(bench, reviewable(bench, who, key)), page, scale)
    return Response(bench.desk.ask(picture, wanted), media_type="image/png")
