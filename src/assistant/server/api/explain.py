"""Why it was judged so: what ``jianzheng explain`` says, for a stored document."""

from typing import Annotated, Any

from fastapi import Query
from fastapi.responses import Response
from pydantic import Field

from assistant.server.api.calling import Caller, Key, TheBench, api_router, json_answer
from assistant.server.api.shapes import Shape
from assistant.server.current import reviewable, stored
from assistant.server.problems import Problem
from assistant.server.work.explaining import Question, explained, question_again

router = api_router("审查结果")
Number = Annotated[str | None, Query(max_length=40)]


class KnownBody(Shape):
    label: str
    words: str


class NearlyBody(Shape):
    """held：符合的条件；missing：差在哪里。"""

    rule: str
    title: str
    held: list[str]
    missing: str


class ExplanationBody(Shape):
    """explain/1；kind 说明认作哪一种材料，fired 是提示了的规则，nearly 是差一点就提示的规则。"""

    written_as: str = Field(alias="schema")
    file: str
    item_name: str | None
    target: dict[str, str]
    name: str | None
    written: str
    slots: list[KnownBody]
    facts: list[KnownBody]
    kind: str | None
    candidates: list[dict[str, Any]]
    policy: dict[str, Any] | None
    baseline: str | None
    fired: list[dict[str, Any]]
    nearly: list[NearlyBody]
    decision: dict[str, Any] | None


@router.get("/documents/{key}/explain", response_model=ExplanationBody, summary="为什么这样判断，哪些规则差一点")
def explain(bench: TheBench, who: Caller, key: Key, material: Number = None, finding: Number = None) -> Response:
    """finding 与 material 写一个：审查结果里的编号。"""
    if bool(finding) == bool(material):
        raise Problem(422, "invalid", "finding 与 material 请写一个：要解释哪一条提示或哪一份材料")
    wanted = stored(bench, reviewable(bench, who, key))
    return json_answer(bench.desk.ask(explained, Question(wanted, finding, material), question_again))
