"""What most of the API's functions need: the bench, the caller, how answers are made."""

import re
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response
from pydantic import StringConstraints

from assistant.server.api.shapes import ErrorBody
from assistant.server.bench import Bench
from assistant.server.store.documents import LOCAL, Who

PREFIX = "/api/v1"
_REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorBody} for status in (400, 401, 403, 404, 405, 409, 413, 421, 422, 503)
}


def api_router(tag: str) -> APIRouter:
    return APIRouter(prefix=PREFIX, tags=[tag], responses=_REFUSALS)


def _bench(request: Request) -> Bench:
    found = request.app.state.bench
    assert isinstance(found, Bench)
    return found


def _who(request: Request) -> Who:
    found = getattr(request.state, "who", LOCAL)
    assert isinstance(found, Who)
    return found


TheBench = Annotated[Bench, Depends(_bench)]
Caller = Annotated[Who, Depends(_who)]
Key = Annotated[str, Path(pattern="^[0-9a-f]{16}$", description="编号")]
Department = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f/\\]+$")
]


def json_answer(written: str) -> Response:
    """JSON that is written already."""
    return Response(written, media_type="application/json")


def file_answer(data: bytes, name: str, media_type: str = "application/octet-stream", inline: bool = False) -> Response:
    base = name.rpartition("/")[2]
    kind = "inline" if inline else "attachment"
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", base)
    headers = {"Content-Disposition": f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(base, safe='')}"}
    return Response(data, media_type=media_type, headers=headers)
