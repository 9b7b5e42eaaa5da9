"""What goes wrong, as callers get it: {"error": {"code", "message"}}, the message one Chinese sentence."""

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.batch.outcome import failure
from assistant.errors import JianzhengError, KnowledgeError, ReadError
from assistant.server.jobs.desk import BusyError, WorkError
from assistant.server.work.deciding import NoSuchTargetError

_STATUS: dict[type[JianzhengError], tuple[int, str]] = {
    BusyError: (503, "busy"),
    WorkError: (422, "not_finished"),
    NoSuchTargetError: (404, "no_such_target"),
    KnowledgeError: (422, "knowledge"),
}
_HTTP = {
    400: ("bad_request", "请求写得不对，无法理解"),
    401: ("no_token", "需要访问口令"),
    403: ("forbidden", "不允许这样做"),
    404: ("not_found", "没有这个地址或这份内容，可能已被删除"),
    405: ("method", "这个地址不支持这种请求方法"),
    408: ("too_slow", "内容没有传完，请检查网络后重传"),
    413: ("too_large", "内容超过允许的大小，请拆分后再传"),
}


class Problem(Exception):  # noqa: N818 - an answer, not a fault of the program
    """Raised by the API's functions."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def body(code: str, message: str) -> dict[str, object]:
    return {"error": {"code": code, "message": message}}


def answer(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse(body(code, message), status, dict(headers or {}))


def install_problems(app: FastAPI) -> None:
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(JianzhengError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


async def _problem(_request: Request, fault: Exception) -> JSONResponse:
    assert isinstance(fault, Problem)
    return answer(fault.status, fault.code, fault.message)


async def _ours(_request: Request, fault: Exception) -> JSONResponse:
    assert isinstance(fault, JianzhengError)
    if isinstance(fault, ReadError):
        return answer(422, failure(fault).code, str(fault))
    found = [known for kind, known in _STATUS.items() if isinstance(fault, kind)]
    status, code = found[0] if found else (422, "refused")
    return answer(status, code, str(fault))


async def _invalid(_request: Request, fault: Exception) -> JSONResponse:
    """Names the parts that are wrong; the framework's own English words are for programmers, not for clerks."""
    assert isinstance(fault, RequestValidationError)
    where = {".".join(str(part) for part in error["loc"] if part not in ("body", "query")) for error in fault.errors()}
    named = "、".join(sorted(name for name in where if name)) or "请求内容"
    return answer(422, "invalid", f"请求内容不符合要求：{named}")


async def _http(_request: Request, fault: Exception) -> JSONResponse:
    assert isinstance(fault, HTTPException)
    code, message = _HTTP.get(fault.status_code, ("error", "请求没有完成"))
    return answer(fault.status_code, code, message, fault.headers)


async def _fault(_request: Request, fault: Exception) -> JSONResponse:
    return answer(500, "fault", f"程序内部错误（{type(fault).__name__}），请反馈给维护人员")
