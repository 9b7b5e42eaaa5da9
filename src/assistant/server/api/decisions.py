"""Decisions on a document: cut or keep, undo, and the review that follows."""

from dataclasses import replace
from datetime import date

from fastapi.responses import Response

from assistant.server.api.calling import Caller, Key, TheBench, api_router
from assistant.server.api.refreshing import refreshed, rows
from assistant.server.api.shapes import DecisionBody, DecisionList, Refreshed
from assistant.server.current import keep, reviewable, stored
from assistant.server.problems import Problem
from assistant.server.store.audit import note
from assistant.server.store.decisions import add_decision, find_decision, scope_of, undo
from assistant.server.store.documents import touch
from assistant.server.work.deciding import Wish, decide, wish_again

router = api_router("决定")


@router.get("/documents/{key}/decisions", response_model=DecisionList, summary="现有的决定")
def decisions(bench: TheBench, who: Caller, key: Key) -> DecisionList:
    return DecisionList(decisions=rows(bench, who, reviewable(bench, who, key)))


@router.post("/documents/{key}/decisions", response_model=Refreshed, summary="作出决定，返回更新后的审查结果")
def add(bench: TheBench, who: Caller, key: Key, body: DecisionBody) -> Response:
    """finding 与 material 写一个。保留（keep）须写明理由。换了版本的指南重新上传后，决定仍然有效。"""
    if bool(body.finding) == bool(body.material):
        raise Problem(422, "invalid", "finding 与 material 请写一个：要对哪一条提示或哪一份材料作决定")
    if body.choice == "keep" and not body.reason:
        raise Problem(422, "no_reason", "保留材料须写明理由")
    document = reviewable(bench, who, key)
    wanted = stored(bench, document)
    person = body.person or who.actor
    wish = Wish(wanted, body.finding, body.material, body.choice, body.reason, person, date.today())
    decision, result = bench.desk.ask(decide, wish, wish_again)
    with bench.store.writing() as connection:
        added = add_decision(connection, who, document, decision)
        touch(connection, key)
        about = {"finding": body.finding, "material": body.material, "choice": body.choice, "reason": body.reason}
        note(connection, who, "decide", key, decision=added.id, person=person, key=decision.anchor.key, **about)
    others = tuple(each for each in wanted.decisions if each.anchor != decision.anchor)
    keep(bench, who, document, replace(wanted, decisions=(*others, decision)), result)
    return refreshed(bench, who, key)


@router.delete("/documents/{key}/decisions/{decision}", response_model=Refreshed, summary="撤销决定")
def take_back(bench: TheBench, who: Caller, key: Key, decision: Key) -> Response:
    document = reviewable(bench, who, key)
    with bench.store.writing() as connection:
        found = find_decision(connection, who, decision)
        if found is None or found.scope != scope_of(document):
            raise Problem(404, "not_found", "没有这条决定，可能已被撤销")
        undo(connection, decision)
        touch(connection, key)
        note(connection, who, "undo", key, decision=decision, key=found.decision.anchor.key)
    return refreshed(bench, who, key)
