"""Is it alive, and how much is waiting."""

from assistant import __version__
from assistant.server.api.calling import TheBench, api_router
from assistant.server.api.shapes import Shape
from assistant.server.store.documents import count_documents
from assistant.server.store.jobs import waiting

router = api_router("服务")


class Health(Shape):
    status: str
    version: str
    database: str
    documents: int
    waiting: int


@router.get("/health", response_model=Health, summary="服务状态")
def health(bench: TheBench) -> Health:
    with bench.store.reading() as connection:
        return Health(
            status="ok",
            version=__version__,
            database=bench.store.engine.dialect.name,
            documents=count_documents(connection),
            waiting=waiting(connection),
        )
