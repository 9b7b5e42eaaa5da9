"""A review without a trace: nothing is stored."""

from datetime import date

from fastapi import Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from assistant.server.api.bodies import json_or_form, two_ways
from assistant.server.api.calling import Caller, TheBench, api_router, json_answer
from assistant.server.api.shapes import TextBody
from assistant.server.bench import Bench
from assistant.server.jobs.request import book
from assistant.server.naming import shown_name
from assistant.server.openapi import ReviewContract
from assistant.server.store.documents import Who
from assistant.server.work.reviewing import Sent, review_sent, sent_again

router = api_router("审查")


@router.post(
    "/reviews",
    response_model=ReviewContract,
    summary="审查一份文件或文本，不留存（review/1）",
    openapi_extra=two_ways("TextBody"),
)
async def review(request: Request, bench: TheBench, who: Caller) -> Response:
    body, data = await json_or_form(request, TextBody, bench.settings.upload_bytes)
    return json_answer(await run_in_threadpool(_reviewed, bench, who, body, data))


def _reviewed(bench: Bench, who: Who, body: TextBody, data: bytes | None) -> str:
    with bench.store.reading() as connection:
        guidebook = book(connection, who, body.as_of or date.today(), bench.settings, bench.blobs)
    decisions = tuple(row.value() for row in body.decisions)
    sent = Sent(body.text if data is None else data, shown_name(body.name), guidebook, decisions)
    return bench.desk.ask(review_sent, sent, sent_again).contract
