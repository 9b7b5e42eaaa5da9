"""Documents: list, state, review, bytes, removal, trail."""

import json
from typing import Annotated

from fastapi import Query
from fastapi.responses import Response

from assistant.server.api.calling import Caller, Department, Key, TheBench, api_router, file_answer, json_answer
from assistant.server.api.shapes import AuditEntry, AuditTrail, DocumentBody, DocumentList
from assistant.server.current import current_review, reviewable, the_document
from assistant.server.openapi import ReviewContract
from assistant.server.store.audit import note, trail
from assistant.server.store.documents import StoredDocument, listed
from assistant.server.store.jobs import without_document
from assistant.server.store.reviews import find_review

router = api_router("文件")


@router.get("/documents", response_model=DocumentList, summary="文件列表，新的在前")
def documents(
    bench: TheBench,
    who: Caller,
    department: Annotated[Department | None, Query(description="只列这个部门的")] = None,
    limit: Annotated[int, Query(ge=1, le=10_000)] = 10_000,
) -> DocumentList:
    with bench.store.reading() as connection:
        rows = listed(connection, who, department, limit)
    return DocumentList(documents=[body(document, summary) for document, summary in rows])


@router.get("/documents/{key}", response_model=DocumentBody, summary="一份文件的状态")
def document(bench: TheBench, who: Caller, key: Key) -> DocumentBody:
    found = the_document(bench, who, key)
    with bench.store.reading() as connection:
        held = find_review(connection, key)
    return body(found, held.summary if held else None)


@router.delete("/documents/{key}", status_code=204, response_class=Response, summary="删除文件及其审查结果")
def remove(bench: TheBench, who: Caller, key: Key) -> Response:
    """已作的决定和操作记录保留。"""
    found = the_document(bench, who, key)
    with bench.store.writing() as connection:
        without_document(connection, key)
        note(connection, who, "delete", key, name=found.name, sha256=found.sha256)
    return Response(status_code=204)


@router.get("/documents/{key}/review", response_model=ReviewContract, summary="审查结果（review/1）")
def review(bench: TheBench, who: Caller, key: Key) -> Response:
    return json_answer(current_review(bench, who, reviewable(bench, who, key)).contract)


@router.get("/documents/{key}/file", response_class=Response, summary="上传的原文件")
def file(bench: TheBench, who: Caller, key: Key) -> Response:
    found = the_document(bench, who, key)
    return file_answer(bench.blobs.get(found.original), found.name)


@router.get("/documents/{key}/audit", response_model=AuditTrail, summary="操作记录")
def audit(bench: TheBench, who: Caller, key: Key) -> AuditTrail:
    the_document(bench, who, key)
    with bench.store.reading() as connection:
        entries = trail(connection, who, key)
    rows = [{name: getattr(each, name) for name in AuditEntry.model_fields} for each in entries]
    return AuditTrail(entries=[AuditEntry(**row | {"detail": json.loads(row["detail"])}) for row in rows])


def body(found: StoredDocument, summary: str | None) -> DocumentBody:
    shared = {name: getattr(found, name) for name in DocumentBody.model_fields if name != "summary"}
    counts = json.loads(summary) if summary else None
    if counts:
        for inner in ("anchors", "links"):
            counts.pop(inner, None)
    return DocumentBody(**shared, summary=counts)
