"""Error pages in Chinese; the API's errors stay JSON."""

from collections.abc import Awaitable, Callable
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from assistant.server.pages.templates import page

Handler = Callable[[Request, Exception], Awaitable[Response]]

_SENTENCES = {
    403: ("不能打开这一页", "当前的访问口令不允许打开这一页，请重新登录后再试。"),
    404: ("没有这一页", "地址可能写错了，或者这份文件已被删除。请回到首页重新打开。"),
    413: ("文件太大", "上传的文件超过了服务器允许的大小，请拆分后再传。"),
    500: ("服务器出错", "服务器处理时出了问题，文件没有丢失。请稍后再试；仍不行时请联系管理员。"),
}
_OTHER = ("这一步没有完成", "请回到上一页再试一次；仍不行时请联系管理员。")


def answer_in_chinese(app: FastAPI) -> None:
    """Wraps the handlers that are there; those keep answering for /api."""
    for kind in (HTTPException, RequestValidationError, Exception):
        before = app.exception_handlers.get(kind)
        if before is not None:
            app.add_exception_handler(kind, _for_people(cast(Handler, before)))


def _for_people(before: Handler) -> Handler:
    async def handler(request: Request, fault: Exception) -> Response:
        if request.url.path.startswith(("/api/", "/static/")):
            return await before(request, fault)
        status = fault.status_code if isinstance(fault, HTTPException) else 500
        if isinstance(fault, RequestValidationError):
            status = 404
        title, sentence = _SENTENCES.get(status, _OTHER)
        return page(request, "error.html", status, title=title, sentence=sentence, code=status)

    return handler
