"""The queue: a job is an upload, a task one file of it. What is in here survives a killed server."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from assistant.server.store.connect import now
from assistant.server.store.documents import State, StoredDocument, Who, new_id, remove_document, set_state
from assistant.server.store.tables import documents, jobs, tasks

OPEN: tuple[State, ...] = ("queued", "running")


@dataclass(frozen=True, slots=True)
class Job:
    id: str
    owner: str
    actor: str
    created: str
    kind: str
    state: State
    total: int
    department: str | None
    finished: str | None


@dataclass(frozen=True, slots=True)
class Task:
    """``sha256`` are the bytes to review; the document may have newer ones by then. ``engine`` as in model.review."""

    id: str
    owner: str
    actor: str
    created: str
    job: str
    document: str
    position: int
    sha256: str
    state: State
    engine: str
    attempts: int
    message: str | None


def add_job(connection: Connection, who: Who, files: Sequence[StoredDocument], department: str | None) -> Job:
    """One task a file; a file that failed while it was taken in is a failed task."""
    at, key = now(), new_id()
    own = {"owner": who.owner, "actor": who.actor, "created": at}
    job = {"id": key, "kind": "review", "state": "queued", "total": len(files), "department": department}
    connection.execute(jobs.insert().values(own | job))
    rows = [
        own
        | {"id": new_id(), "job": key, "document": file.id, "position": position, "sha256": file.sha256}
        | {"state": "failed" if file.state == "failed" else "queued", "message": file.message}
        | {"engine": "auto", "attempts": 0}
        for position, file in enumerate(files)
    ]
    if rows:
        connection.execute(tasks.insert(), rows)
    _close(connection, key)
    return the_job(connection, key)


def the_job(connection: Connection, key: str) -> Job:
    return Job(*connection.execute(select(jobs).where(jobs.c.id == key)).one())


def find_job(connection: Connection, who: Who, key: str) -> Job | None:
    row = connection.execute(select(jobs).where(jobs.c.id == key, jobs.c.owner == who.owner)).first()
    return Job(*row) if row else None


def tasks_of(connection: Connection, job: str) -> list[tuple[Task, str]]:
    """Each with the name of its document."""
    query = select(tasks, documents.c.name).join(documents).where(tasks.c.job == job).order_by(tasks.c.position)
    return [(Task(*row[:-1]), row[-1]) for row in connection.execute(query)]


def claim(connection: Connection) -> Task | None:
    """The next task, now running. First files of all jobs come first, so that a folder does not hold up one file."""
    query = select(tasks).where(tasks.c.state == "queued").order_by(tasks.c.position, tasks.c.created, tasks.c.id)
    row = connection.execute(query.limit(1).with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    task = Task(*row)
    started = {"state": "running", "attempts": task.attempts + 1}
    connection.execute(update(tasks).where(tasks.c.id == task.id).values(started))
    connection.execute(update(jobs).where(jobs.c.id == task.job, jobs.c.state == "queued").values(state="running"))
    set_state(connection, task.document, "running")
    return Task(*connection.execute(select(tasks).where(tasks.c.id == task.id)).one())


def is_running(connection: Connection, task: str) -> bool:
    return connection.execute(select(tasks.c.state).where(tasks.c.id == task)).scalar() == "running"


def again(connection: Connection, task: Task, engine: str) -> None:
    """Back into the queue, to be tried with ``engine``."""
    connection.execute(update(tasks).where(tasks.c.id == task.id).values(state="queued", engine=engine))
    set_state(connection, task.document, "queued")


def finish(connection: Connection, task: Task, state: State, message: str | None = None) -> None:
    connection.execute(update(tasks).where(tasks.c.id == task.id).values(state=state, message=message))
    _close(connection, task.job)


def cancel(connection: Connection, job: Job) -> list[Task]:
    """What has not ended is cancelled; gives the tasks that were running, whose processes are to be stopped."""
    query = select(tasks).where(tasks.c.job == job.id, tasks.c.state.in_(OPEN))
    stopped = [Task(*row) for row in connection.execute(query)]
    for task in stopped:
        connection.execute(update(tasks).where(tasks.c.id == task.id).values(state="cancelled"))
        set_state(connection, task.document, "cancelled", "cancelled", "已取消，没有审查")
    _close(connection, job.id)
    return [task for task in stopped if task.state == "running"]


def without_document(connection: Connection, document: str) -> None:
    """The document and its tasks go; a job that waited for nothing else has ended."""
    own = list(connection.execute(select(tasks.c.job).where(tasks.c.document == document)).scalars())
    remove_document(connection, document)
    for job in own:
        _close(connection, job)


def recover(connection: Connection) -> int:
    """At the start: what a killed server left running goes back into the queue. Returns how many."""
    left = [Task(*row) for row in connection.execute(select(tasks).where(tasks.c.state == "running"))]
    for task in left:
        again(connection, task, task.engine)
    return len(left)


def waiting(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).where(tasks.c.state.in_(OPEN))).scalar_one())


def _close(connection: Connection, job: str) -> None:
    """A job ends with its last task: cancelled if any was, failed if all were, else done."""
    states = list(connection.execute(select(tasks.c.state).where(tasks.c.job == job)).scalars())
    if any(state in OPEN for state in states):
        return
    state: State = "done"
    if "cancelled" in states:
        state = "cancelled"
    elif states and all(each == "failed" for each in states):
        state = "failed"
    connection.execute(update(jobs).where(jobs.c.id == job).values(state=state, finished=now()))
