"""Uploads: files, archives and pasted text become documents and one job."""

from datetime import date
from typing import Annotated

from fastapi import File, Form, UploadFile

from assistant.server.api.calling import Caller, Department, TheBench, api_router
from assistant.server.api.shapes import Accepted, Short, Words
from assistant.server.intake import Item, from_upload, take_in
from assistant.server.naming import shown_name
from assistant.server.problems import Problem

router = api_router("文件")


@router.post("/documents", response_model=Accepted, status_code=202, summary="上传文件、压缩包或文本，开始审查")
def upload(
    bench: TheBench,
    who: Caller,
    files: Annotated[list[UploadFile] | None, File(description="办事指南，或装有指南的 .zip")] = None,
    text: Annotated[Words | None, Form(description="直接粘贴的指南文本")] = None,
    name: Annotated[Short | None, Form(description="粘贴文本的名称")] = None,
    department: Annotated[Department | None, Form()] = None,
    as_of: Annotated[date | None, Form(description="按哪一天的法律判断，默认今天")] = None,
) -> Accepted:
    items = [
        item for file in files or () for item in from_upload(bench, file.file, shown_name(file.filename, "未命名"))
    ]
    if text and text.strip():
        items.append(Item(f"{shown_name(name, '粘贴的文本').removesuffix('.txt')}.txt", data=text.encode()))
    if not items:
        raise Problem(422, "empty", "没有收到文件，请选择办事指南后再上传")
    job, documents = take_in(bench, who, items, department, as_of or date.today())
    return Accepted(job=job.id, documents=[document.id for document in documents])
