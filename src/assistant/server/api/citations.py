"""The citation desk: every citation of a file or text with its verdict and the law's words."""

from datetime import date

from fastapi import Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from assistant.export.cite import CiteFormat
from assistant.server.api.bodies import json_or_form, two_ways
from assistant.server.api.calling import TheBench, api_router, file_answer
from assistant.server.api.shapes import Shape, Short, Words
from assistant.server.bench import Bench
from assistant.server.naming import shown_name
from assistant.server.openapi import CiteContract
from assistant.server.work.citing import Asked, citations

router = api_router("依据核查")


class CiteBody(Shape):
    text: Words
    name: Short = "文本"
    as_of: date | None = None


@router.post(
    "/citations",
    response_model=CiteContract,
    summary="核查引用的法律条文（cite/1）",
    openapi_extra=two_ways("CiteBody"),
)
async def cite(request: Request, bench: TheBench) -> Response:
    return Response(await _cited(request, bench, None), media_type="application/json")


@router.post(
    "/citations/export/{format}",
    response_class=Response,
    summary="核查引用的法律条文，结果为文件",
    openapi_extra=two_ways("CiteBody"),
)
async def export(request: Request, bench: TheBench, format: CiteFormat) -> Response:
    ending = "txt" if format == "text" else format
    return file_answer(await _cited(request, bench, format), f"引用核查.{ending}")


async def _cited(request: Request, bench: Bench, format: CiteFormat | None) -> bytes:
    body, data = await json_or_form(request, CiteBody, bench.settings.upload_bytes)
    day = body.as_of or date.today()
    content, settings = body.text if data is None else data, bench.settings
    asked = Asked(content, shown_name(body.name), day, settings.library, format, settings.lexicons)
    return await run_in_threadpool(bench.desk.ask, citations, asked)
