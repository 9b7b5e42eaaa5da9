"""What the API's functions work with: the store, the blobs, the workers. Opened at the start, closed at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event

from assistant.server.jobs.desk import Desk
from assistant.server.jobs.runner import Runner
from assistant.server.settings import Settings
from assistant.server.store.baselines import baseline_blobs
from assistant.server.store.blobs import Blobs
from assistant.server.store.connect import Store, connect
from assistant.server.store.documents import blobs_wanted
from assistant.server.store.migrate import migrate
from assistant.server.work.warming import warm


@dataclass(frozen=True, slots=True)
class Bench:
    """``closing`` is set when the server is to end, so that streams of events end too."""

    settings: Settings
    store: Store
    blobs: Blobs
    desk: Desk
    runner: Runner
    closing: Event = field(default_factory=Event)


@contextmanager
def opened(settings: Settings) -> Iterator[Bench]:
    """Raises StoreError."""
    store = open_store(settings)
    blobs = Blobs(settings.data / "blobs")
    desk = Desk(settings.desks, settings.task_bytes, warm, settings.task_seconds)
    runner = Runner(store, blobs, settings, warm)
    try:
        with store.reading() as connection:
            wanted = blobs_wanted(connection) | baseline_blobs(connection)
        blobs.sweep(wanted)
        desk.start()
        runner.start()
        yield Bench(settings, store, blobs, desk, runner)
    finally:
        runner.stop()
        desk.stop()
        store.close()


def open_store(settings: Settings) -> Store:
    """The database in the form this program works with. Raises StoreError."""
    settings.data.mkdir(parents=True, exist_ok=True)
    store = connect(settings.database_url)
    migrate(store)
    return store
