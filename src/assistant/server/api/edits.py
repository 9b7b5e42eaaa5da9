"""Edits: a text document's text as a whole, or some paragraphs of a document."""

import json
from dataclasses import replace
from datetime import date

from fastapi.responses import Response

from assistant.server.api.calling import Caller, Key, TheBench, api_router
from assistant.server.api.refreshing import refreshed
from assistant.server.api.shapes import NewText, ParagraphChanges, Refreshed
from assistant.server.bench import Bench
from assistant.server.current import reviewable, stored
from assistant.server.problems import Problem
from assistant.server.store.audit import note
from assistant.server.store.documents import StoredDocument, Who, set_bytes
from assistant.server.work.editing import Edit, edited

router = api_router("修改")
_TEXTS = ("txt", "md")


@router.put("/documents/{key}/text", response_model=Refreshed, summary="改写文本文件的全文，返回更新后的审查结果")
def replace_text(bench: TheBench, who: Caller, key: Key, body: NewText) -> Response:
    document = reviewable(bench, who, key)
    if document.format not in _TEXTS:
        raise Problem(409, "not_text", "只有文本文件可以整篇改写；Word 文件请改其中的段落")
    if not body.text.strip():
        raise Problem(422, "empty", "文本不能是空的；不需要这份文件时请删除它")
    return _kept(bench, who, document, body.text.encode())


@router.patch("/documents/{key}/paragraphs", response_model=Refreshed, summary="改几段文字，返回更新后的审查结果")
def change_paragraphs(bench: TheBench, who: Caller, key: Key, body: ParagraphChanges) -> Response:
    """文本文件的段落是行，Word 文件的段落是 w:p，都从 0 数。Word 文件的改动记为修订。"""
    document = reviewable(bench, who, key)
    wanted = stored(bench, document)
    texts = {change.paragraph: change.text for change in body.changes}
    if document.format == "docx":
        before = {int(number): text for number, text in json.loads(document.edits or "{}").items()}
        texts = before | texts
        original = bench.blobs.path(document.original)
        wanted = replace(wanted, path=original, sha256=document.original)
    data = bench.desk.ask(edited, Edit(wanted, texts, who.actor, date.today()))
    kept = json.dumps(texts, ensure_ascii=False) if document.format == "docx" else None
    return _kept(bench, who, document, data, kept)


def _kept(bench: Bench, who: Who, document: StoredDocument, data: bytes, edits: str | None = None) -> Response:
    sha256 = bench.blobs.put(data)
    with bench.store.writing() as connection:
        set_bytes(connection, document.id, sha256, len(data), edits)
        note(connection, who, "edit", document.id, before=document.sha256, after=sha256)
    return refreshed(bench, who, document.id)
