"""The bodies of requests and answers that are no published contract."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant.model.decision import Anchor, Choice, Decision
from assistant.model.finding import TargetType
from assistant.server.openapi import ReviewContract
from assistant.server.store.documents import State

Words = Annotated[str, StringConstraints(max_length=2_000_000)]
Short = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$")]
Reason = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True, pattern=r"^[^\x00]*$")]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Fault(Shape):
    code: str
    message: str


class ErrorBody(Shape):
    error: Fault


class CountsBody(Shape):
    materials: int
    steps: int
    forms: int
    promised_days: int | None


class GoalBody(Shape):
    goal: float
    reached: float
    met: bool


class ItemSummary(Shape):
    """open：还没有人决定的有几处；necessary：必要材料，精简前和精简后的份数。"""

    guide: str
    item_name: str
    item_code: str | None
    department: str | None
    before: CountsBody | None
    after: CountsBody | None
    targets: dict[str, GoalBody]
    necessary: tuple[int, int]
    cuts: int
    open: int


class Summary(Shape):
    before: CountsBody
    after: CountsBody
    citations: int
    findings: int
    cuts: int
    open: int
    items: list[ItemSummary]


class DocumentBody(Shape):
    id: str
    name: str
    sha256: str
    format: str
    size: int
    state: State
    message: str | None
    department: str | None
    as_of: date
    version: int
    created: str
    updated: str
    summary: Summary | None


class DocumentList(Shape):
    documents: list[DocumentBody]


class Accepted(Shape):
    job: str
    documents: list[str]


class JobDocument(Shape):
    id: str
    name: str
    state: State
    message: str | None


class JobBody(Shape):
    id: str
    state: State
    total: int
    done: int
    documents: list[JobDocument]


class AnchorRow(Shape):
    item: Short
    type: TargetType
    key: Short
    rule: Short | None = None


class DecisionRow(Shape):
    """一条已有的决定，写法与审查结果中的 decision 相同；保留（keep）须有理由，day 默认今天。"""

    anchor: AnchorRow
    choice: Choice
    reason: Reason = ""
    person: Short = ""
    day: date | None = None

    def value(self) -> Decision:
        anchor = Anchor(self.anchor.item, self.anchor.type, self.anchor.key, self.anchor.rule)
        return Decision(anchor, self.choice, self.reason, self.person, self.day or date.today())


class TextBody(Shape):
    text: Words
    name: Short = "文本"
    as_of: date | None = None
    decisions: list[DecisionRow] = Field(default_factory=list, max_length=5000)


class DecisionBody(Shape):
    """finding 与 material 写一个：审查结果里的编号。"""

    finding: Short | None = None
    material: Short | None = None
    guide: Short | None = None
    choice: Choice
    reason: Reason = ""
    person: Short = ""


class StandingDecision(Shape):
    id: str
    anchor: AnchorRow
    findings: list[str]
    material: str | None
    choice: Choice
    reason: str
    person: str
    day: date


class DecisionList(Shape):
    decisions: list[StandingDecision]


class Refreshed(Shape):
    """改动之后的审查结果。"""

    review: ReviewContract
    decisions: list[StandingDecision]
    version: int


class AuditEntry(Shape):
    id: int
    created: str
    actor: str
    action: str
    document: str | None
    detail: dict[str, Any]


class AuditTrail(Shape):
    entries: list[AuditEntry]


class NewText(Shape):
    text: Words


class ParagraphChange(Shape):
    paragraph: Annotated[int, Field(ge=0, le=1_000_000)]
    text: Annotated[str, StringConstraints(max_length=100_000)]


class ParagraphChanges(Shape):
    changes: Annotated[list[ParagraphChange], Field(min_length=1, max_length=2000)]
