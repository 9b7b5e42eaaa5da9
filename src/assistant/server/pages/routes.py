"""One route a page."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from assistant.lexicon.chains import load_chains
from assistant.server.api.calling import Caller, TheBench
from assistant.server.overview import Row, overview, rows_of
from assistant.server.pages.downloads import groups
from assistant.server.pages.goals import Promise, chain_charts, charts
from assistant.server.pages.templates import page

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def upload(request: Request) -> HTMLResponse:
    return page(request, "upload.html")


@router.get("/new")
def new(request: Request) -> HTMLResponse:
    return page(request, "new.html")


@router.get("/documents/{document}")
def review(request: Request, document: str) -> HTMLResponse:
    return page(request, "review.html", document=document, groups=groups())


@router.get("/panel")
def panel(request: Request) -> HTMLResponse:
    return page(request, "panel.html")


@router.get("/panel/demo")
def panel_demo(request: Request) -> HTMLResponse:
    """An editor of its own kind that embeds the panel: to try the adapter, and for its tests."""
    return page(request, "panel_demo.html")


@router.get("/citations")
def citations(request: Request) -> HTMLResponse:
    return page(request, "citations.html")


@router.get("/departments")
def departments(request: Request) -> HTMLResponse:
    return page(request, "departments.html")


@router.get("/departments/{name}")
def department(request: Request, name: str) -> HTMLResponse:
    return page(request, "department.html", department=name, groups=groups())


@router.get("/departments/{name}/goals")
def goals(request: Request, bench: TheBench, who: Caller, name: str) -> HTMLResponse:
    """A part of the department's page: its charts, drawn here."""
    rows = rows_of(bench, who, name)
    found = overview(rows)
    drawn = charts(found.before, found.after, dict(found.targets))
    halves = chain_charts(_promises(rows), load_chains())
    return page(request, "goals.html", charts=drawn + halves, guides=found.guides)


def _promises(rows: Iterable[Row]) -> Iterator[Promise]:
    for _, summary in rows:
        for item in summary["items"] if summary else ():
            days = [item[when]["promised_days"] if item[when] else None for when in ("before", "after")]
            yield item["item_name"] or "", days[0], days[1]


@router.get("/login")
def login(
    request: Request,
    next_page: Annotated[str, Query(alias="next")] = "/",
    wrong: bool = False,
) -> HTMLResponse:
    return page(request, "login.html", next_page=_ours(next_page), wrong=wrong)


def _ours(address: str) -> str:
    """Only a path of this server: "//evil.example" and "https:…" lead elsewhere."""
    inside = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if inside else "/"
