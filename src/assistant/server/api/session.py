"""Browsers show the access token once and get a cookie for it."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from assistant.server.api.calling import TheBench
from assistant.server.gate import COOKIE, session_cookie
from assistant.server.store.tokens import SESSION, forget, make_token, whose

router = APIRouter(include_in_schema=False)


@router.post("/login")
def login(
    request: Request,
    bench: TheBench,
    token: Annotated[str, Form()] = "",
    next_page: Annotated[str, Form(alias="next")] = "/",
) -> RedirectResponse:
    target = next_page if _ours(next_page) else "/"
    with bench.store.writing() as connection:
        who = whose(connection, token.strip(), "access")
        session = make_token(connection, who, "session") if who else None
    if session is None:
        return RedirectResponse(f"/login?wrong=1&next={quote(target)}", 303)
    answer = RedirectResponse(target, 303)
    secure = request.url.scheme == "https"
    seconds = int(SESSION.total_seconds())
    answer.set_cookie(COOKIE, session, max_age=seconds, httponly=True, samesite="strict", secure=secure)
    return answer


@router.get("/logout")
def logout(request: Request, bench: TheBench) -> RedirectResponse:
    session = session_cookie(request.headers)
    if session:
        with bench.store.writing() as connection:
            forget(connection, session)
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _ours(page: str) -> bool:
    """/documents/1, not //elsewhere or /\\elsewhere"""
    return page.startswith("/") and not page.startswith(("//", "/\\")) and page.isprintable()
