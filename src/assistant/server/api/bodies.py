"""Requests that are JSON or a form with a file: one address takes both."""

from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import UploadFile

from assistant.server.naming import shown_name
from assistant.server.problems import Problem
from assistant.server.settings import MB

B = TypeVar("B", bound=BaseModel)


async def json_or_form(request: Request, shape: type[B], most: int) -> tuple[B, bytes | None]:
    """The fields and, of a form with ``file``, its bytes (at most ``most``). Raises Problem."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        return _checked(shape, await request.body()), None
    async with request.form(max_files=1, max_fields=20) as form:
        fields: dict[str, Any] = {name: value for name, value in form.items() if isinstance(value, str)}
        file = form.get("file")
        if not isinstance(file, UploadFile):
            return _checked(shape, fields), None
        data = await file.read(most + 1)
        name = shown_name(file.filename, "未命名")
    if len(data) > most:
        raise Problem(413, "too_large", f"{name}：超过{most // MB}MB的上限，请拆分后再传")
    return _checked(shape, {"text": ""} | fields | {"name": name}), data


def _checked(shape: type[B], value: bytes | dict[str, Any]) -> B:
    try:
        return shape.model_validate_json(value) if isinstance(value, bytes) else shape.model_validate(value)
    except ValidationError as cause:
        names = sorted({".".join(str(part) for part in error["loc"]) for error in cause.errors()} - {""})
        raise Problem(422, "invalid", f"请求内容不符合要求：{'、'.join(names) or '应为 JSON'}") from cause


def two_ways(shape: str) -> dict[str, Any]:
    """For the OpenAPI document: JSON of a component, or a form with a file."""
    file = {"type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}}
    reference = {"$ref": f"#/components/schemas/{shape}"}
    content = {"application/json": {"schema": reference}, "multipart/form-data": {"schema": file}}
    return {"requestBody": {"required": True, "content": content}}
