"""The application: gate, API, pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

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


def create_app(settings: Settings) -> FastAPI:
    """The store is opened and the workers are started with the application's lifespan; raises StoreError then."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with opened(settings) as bench:
            app.state.bench = bench
            yield

    app = FastAPI(
        title="减证工作台",
        version=__version__,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,  # both pages load their scripts from a CDN
        redoc_url=None,
        lifespan=lifespan,
    )

    def bench() -> Bench:
        found = app.state.bench
        assert isinstance(found, Bench)
        return found

    install_problems(app)
    for router in routers():
        app.include_router(router)
    install(app)
    describe(app, TextBody, CiteBody)
    app.add_middleware(Gate, settings=settings, bench=bench)
    return app
