"""Downloads of a document's review."""

from typing import Annotated

from fastapi import Query
from fastapi.responses import Response

from assistant.export import KINDS, Format
from assistant.server.api.calling import Caller, Key, TheBench, api_router, file_answer
from assistant.server.current import reviewable, stored
from assistant.server.work.exporting import Export, export, export_again, view
from assistant.server.work.reviewing import stored_again

router = api_router("下载")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TYPES = {
    ".docx": WORD,
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


@router.get("/documents/{key}/export/{format}", response_class=Response, summary="下载一种格式的结果")
def download(
    bench: TheBench,
    who: Caller,
    key: Key,
    format: Format,
    all: Annotated[bool, Query(description="改好的文件：标出全部建议，而不只是已采纳的")] = False,
) -> Response:
    document = reviewable(bench, who, key)
    data = bench.desk.ask(export, Export(stored(bench, document), format, all), export_again)
    suffix = KINDS[format].suffix
    return file_answer(
        data, f"{document.name}{suffix}", _TYPES.get(f".{suffix.rpartition('.')[2]}", "application/octet-stream")
    )


@router.get("/documents/{key}/view.docx", response_class=Response, summary="供网页显示的 .docx，已采纳的删除标为修订")
def shown(bench: TheBench, who: Caller, key: Key) -> Response:
    document = reviewable(bench, who, key)
    return file_answer(bench.desk.ask(view, stored(bench, document), stored_again), "view.docx", WORD, inline=True)
