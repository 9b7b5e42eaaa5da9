"""The list of basic items that every review is compared with."""

from typing import Annotated

from fastapi import File, UploadFile

from assistant.server.api.calling import Caller, TheBench, api_router
from assistant.server.api.shapes import Shape
from assistant.server.bench import Bench
from assistant.server.naming import shown_name
from assistant.server.problems import Problem
from assistant.server.settings import MB
from assistant.server.store.audit import note
from assistant.server.store.baselines import StoredBaseline, active_baseline, add_baseline, drop_baseline
from assistant.server.store.documents import Who, listed
from assistant.server.store.jobs import add_job
from assistant.server.work.departments import count_items

router = api_router("基础清单")


class BaselineBody(Shape):
    id: str | None
    name: str
    items: int
    created: str | None


class BaselineAnswer(Shape):
    """job：各文件按新清单重新审查的任务。"""

    baseline: BaselineBody | None
    job: str | None = None


@router.get("/baseline", response_model=BaselineAnswer, summary="正在用的基础事项清单")
def current(bench: TheBench, who: Caller) -> BaselineAnswer:
    with bench.store.reading() as connection:
        found = active_baseline(connection, who)
    if found is not None:
        return BaselineAnswer(baseline=_body(found))
    path = bench.settings.baseline
    if path is None:
        return BaselineAnswer(baseline=None)
    items = bench.desk.ask(count_items, path)
    return BaselineAnswer(baseline=BaselineBody(id=None, name=path.name, items=items, created=None))


@router.post("/baseline", response_model=BaselineAnswer, summary="上传基础事项清单，各文件重新比对")
def upload(bench: TheBench, who: Caller, file: Annotated[UploadFile, File()]) -> BaselineAnswer:
    most = bench.settings.upload_bytes
    data, name = file.file.read(most + 1), shown_name(file.filename, "清单")
    if len(data) > most:
        raise Problem(413, "too_large", f"{name}：超过{most // MB}MB的上限")
    sha256 = bench.blobs.put(data)
    items = bench.desk.ask(count_items, bench.blobs.named(sha256, name))
    with bench.store.writing() as connection:
        found = add_baseline(connection, who, name, sha256, items)
        note(connection, who, "baseline", name=name, sha256=sha256, items=items)
    return BaselineAnswer(baseline=_body(found), job=_again(bench, who))


@router.delete("/baseline", response_model=BaselineAnswer, summary="不再用上传的清单")
def remove(bench: TheBench, who: Caller) -> BaselineAnswer:
    with bench.store.writing() as connection:
        drop_baseline(connection, who)
        note(connection, who, "baseline", name=None)
    return BaselineAnswer(baseline=None, job=_again(bench, who))


def _again(bench: Bench, who: Who) -> str:
    """Every reviewed document goes through the queue once more."""
    with bench.store.writing() as connection:
        documents = [document for document, _ in listed(connection, who) if document.state == "done"]
        job = add_job(connection, who, documents, None)
    bench.runner.wake()
    return job.id


def _body(found: StoredBaseline) -> BaselineBody:
    return BaselineBody(id=found.id, name=found.name, items=found.items, created=found.created)
