"""The only place that knows the template engine."""

from functools import cache
from pathlib import Path

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from assistant import __version__

FOLDER = Path(__file__).parent.parent / "templates"


def page(request: Request, name: str, status: int = 200, **values: object) -> HTMLResponse:
    """``values`` are what the template shows; everything is escaped."""
    guarded = request.app.state.bench.settings.guarded
    shown = {"version": __version__, "path": request.url.path, "guarded": guarded, **values}
    answer: HTMLResponse = _engine().TemplateResponse(request, name, shown, status_code=status)
    return answer


@cache
def _engine() -> Jinja2Templates:
    return Jinja2Templates(directory=FOLDER)
