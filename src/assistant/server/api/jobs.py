"""Jobs: what became of an upload, as an answer or as a stream of events."""

import asyncio
import json
from collections.abc import AsyncIterator

from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from assistant.server.api.calling import Caller, Key, TheBench, api_router
from assistant.server.api.shapes import JobBody, JobDocument
from assistant.server.bench import Bench
from assistant.server.problems import Problem
from assistant.server.store.documents import Who
from assistant.server.store.jobs import Job, find_job, tasks_of

router = api_router("任务")
_LOOK = 0.3  # seconds between looks at a job that somebody watches
_STILL = 15.0  # seconds without news after which a comment shows that the line is alive
_ENDED = ("done", "failed", "cancelled")


@router.get("/jobs/{key}", response_model=JobBody, summary="任务进度")
def job(bench: TheBench, who: Caller, key: Key) -> JobBody:
    return _body(bench, who, key)


@router.delete("/jobs/{key}", response_model=JobBody, summary="取消任务")
def cancel(bench: TheBench, who: Caller, key: Key) -> JobBody:
    bench.runner.cancel(_job(bench, who, key))
    return _body(bench, who, key)


@router.get(
    "/jobs/{key}/events",
    summary="任务进度（server-sent events）",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}, "description": "event: progress … event: end"}},
)
async def events(bench: TheBench, who: Caller, key: Key) -> StreamingResponse:
    await run_in_threadpool(_job, bench, who, key)
    return StreamingResponse(_events(bench, who, key), media_type="text/event-stream")


async def _events(bench: Bench, who: Who, key: str) -> AsyncIterator[str]:
    """Ends with the job, with the server, or when the caller has gone (the generator is closed then)."""
    shown, still = "", 0.0
    while not bench.closing.is_set():
        try:
            body = await run_in_threadpool(_body, bench, who, key)
        except Problem:  # deleted meanwhile
            break
        data = json.dumps(body.model_dump(mode="json"), ensure_ascii=False)
        if data != shown:
            shown, still = data, 0.0
            yield f"event: progress\ndata: {data}\n\n"
        if body.state in _ENDED:
            break
        await asyncio.sleep(_LOOK)
        still += _LOOK
        if still >= _STILL:
            still = 0.0
            yield ": …\n\n"
    yield "event: end\ndata: {}\n\n"


def _job(bench: Bench, who: Who, key: str) -> Job:
    with bench.store.reading() as connection:
        found = find_job(connection, who, key)
    if found is None:
        raise Problem(404, "not_found", "没有这个任务")
    return found


def _body(bench: Bench, who: Who, key: str) -> JobBody:
    found = _job(bench, who, key)
    with bench.store.reading() as connection:
        tasks = tasks_of(connection, key)
    documents = [JobDocument(id=t.document, name=name, state=t.state, message=t.message) for t, name in tasks]
    done = sum(each.state in _ENDED for each in documents)
    return JobBody(id=found.id, state=found.state, total=found.total, done=done, documents=documents)
