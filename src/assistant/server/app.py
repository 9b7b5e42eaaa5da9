"""The application: gate, API, pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.types import ASGIApp

from assistant import __version__
from assistant.server.api import routers
from assistant.server.api.citations import CiteBody
from assistant.server.api.shapes import TextBody
from assistant.server.bench import Bench, opened
from assistant.server.gate import Gate
from assistant.server.openapi import describe
from assistant.server.pages import install
from assistant.server.problems import install_problems
from assistant.server.settings import Settings

API = "/api/v1"


class Workbench(FastAPI):
    """The gate stands outside of everything, so that answers to faults of the program have its headers too."""

    settings: Settings

    def bench(self) -> Bench:
        found = self.state.bench
        assert isinstance(found, Bench)
        return found

    def build_middleware_stack(self) -> ASGIApp:
        return Gate(super().build_middleware_stack(), self.settings, self.bench)


def create_app(settings: Settings) -> FastAPI:
    """The store is opened and the workers are started with the application's lifespan; raises StoreError then."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with opened(settings) as bench:
            app.state.bench = bench
            yield

    app = Workbench(
        title="减证工作台",
        version=__version__,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,  # both pages load their scripts from a CDN
        redoc_url=None,
        lifespan=lifespan,
    )

    app.settings = settings
    install_problems(app)
    for router in routers():
        app.include_router(router)
    install(app)
    describe(app, TextBody, CiteBody)
    return app
