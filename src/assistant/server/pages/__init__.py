"""The workbench in the browser: templates, style sheets and plain ES modules, all served from here.

The pages are shells: what they show they fetch from /api/v1, so that everything a clerk can do a program can do too.
"""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from assistant.server.pages.errors import answer_in_chinese
from assistant.server.pages.routes import router

STATIC = Path(__file__).parent.parent / "static"

__all__ = ["STATIC", "install", "router"]


def install(app: FastAPI) -> None:
    """The pages, their assets and error pages in Chinese for everything outside of /api."""
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    answer_in_chinese(app)
