"""The tables. Every row of people's work has an ``owner`` (whose it is) and an ``actor`` (who did it).

Times are ISO strings in UTC, days ISO dates. ``migrations/`` makes these tables; a test compares both.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, **more: bool) -> Column[str]:
    return Column(name, Text, nullable=more.get("nullable", False))


def _key() -> Column[str]:
    return Column("id", String(32), primary_key=True)


def _whose() -> tuple[Column[str], Column[str], Column[str]]:
    """Whose row it is, who made it, and when."""
    return _text("owner"), _text("actor"), _text("created")


departments = Table(
    "departments", metadata, Column("owner", Text, primary_key=True), Column("name", Text, primary_key=True),
    _text("actor"), _text("created"),
)  # fmt: skip

jobs = Table(
    "jobs", metadata, _key(), *_whose(), _text("kind"), _text("state"), Column("total", Integer, nullable=False),
    _text("department", nullable=True), _text("finished", nullable=True), Index(None, "state"),
)  # fmt: skip

# ``version`` counts changes of the text or of what was decided; ``sha256`` names the blob with the bytes as they are
# now, ``original`` that of the bytes as uploaded, ``edits`` the paragraphs changed since then (JSON: number -> text).
documents = Table(
    "documents", metadata, _key(), *_whose(), _text("name"), _text("department", nullable=True), _text("sha256"),
    _text("original"), Column("size", Integer, nullable=False), _text("format"), _text("as_of"), _text("state"),
    _text("code", nullable=True), _text("message", nullable=True), Column("version", Integer, nullable=False),
    _text("updated"), _text("edits", nullable=True), Index(None, "owner", "department", "name"),
)  # fmt: skip

# ``attempts`` counts starts; ``engine`` is the evaluator to use next ("reference" after a crash).
tasks = Table(
    "tasks", metadata, _key(), *_whose(),
    Column("job", ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False), _text("sha256"), _text("state"), _text("engine"),
    Column("attempts", Integer, nullable=False), _text("message", nullable=True),
    Index(None, "state", "created", "position"), Index(None, "job"), Index(None, "document"),
)  # fmt: skip

# The last review of a document. ``basis`` says what it was made from: bytes, day, lists, decisions, program.
reviews = Table(
    "reviews", metadata,
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    *_whose(), _text("basis"), _text("contract"), _text("summary"), _text("cited"),
)  # fmt: skip

# A decision holds for all guides of the item in the department, without one for those of the same file name. Taken back
# it stays, with ``undone`` set: the trail of who decided what is never rewritten.
decisions = Table(
    "decisions", metadata, _key(), *_whose(), _text("department", nullable=True), _text("name"), _text("document"),
    _text("item"), _text("type"), _text("key"), _text("rule", nullable=True), _text("choice"), _text("reason"),
    _text("person"), _text("day"), _text("undone", nullable=True), Index(None, "owner", "department", "item"),
    Index(None, "document"),
)  # fmt: skip

audit = Table(
    "audit", metadata, Column("id", Integer, primary_key=True, autoincrement=True), *_whose(), _text("action"),
    _text("document", nullable=True), _text("detail"), Index(None, "document"),
)  # fmt: skip

# ``kind``: "access" (the token itself) or "session" (a browser that has shown it); ``expires`` None: never.
tokens = Table(
    "tokens", metadata, Column("hash", String(64), primary_key=True), *_whose(), _text("kind"),
    _text("expires", nullable=True),
)  # fmt: skip

baselines = Table(
    "baselines", metadata, _key(), *_whose(), _text("name"), _text("sha256"),
    Column("items", Integer, nullable=False), Column("active", Boolean, nullable=False),
)  # fmt: skip

settings = Table("settings", metadata, Column("name", String(64), primary_key=True), _text("value"))
