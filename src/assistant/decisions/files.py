"""Decisions in a file: one JSON object a line, fit to be read, compared and mailed."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn, cast, get_args

from assistant.decisions.anchors import same_thing
from assistant.errors import DecisionError
from assistant.model.decision import Anchor, Choice, Decision, decision_row
from assistant.model.finding import TargetType

FILE_NAME = "减证决定.jsonl"
_KEYS = {"anchor", "choice", "reason", "person", "day"}


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """In the order of the file, the later of two about the same thing alone.

    Raises DecisionError with path:line: what is no decision, or a ``keep`` without a reason.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as cause:
        raise DecisionError(str(path), "找不到这个决定文件，请检查路径") from cause
    except (OSError, UnicodeDecodeError) as cause:
        raise DecisionError(f"{path}:1", "决定文件读不了：应为 UTF-8 编码、每行一条的 JSON") from cause
    lines = ((f"{path}:{number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
    return latest(read_decision(_json(line, where), where) for where, line in lines)


def save_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Writes the whole file or nothing. Raises DecisionError for a ``keep`` without a reason, before writing."""
    kept = latest(decisions)
    for number, decision in enumerate(kept, 1):
        _check(decision, f"{path}:{number}")
    lines = "".join(json.dumps(decision_row(each), ensure_ascii=False) + "\n" for each in kept)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".jianzheng-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(lines.encode())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)  # colleagues read it too
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def read_decision(value: object, where: str) -> Decision:
    """One decision from JSON; ``where`` stands in the message. Raises DecisionError."""
    row = _mapping(value, where, _KEYS)
    raw = _mapping(row["anchor"], where, {"item", "type", "key"})
    if raw["type"] not in get_args(TargetType):
        _fail(where, f"anchor.type 应为 {'、'.join(get_args(TargetType))} 之一")
    if row["choice"] not in get_args(Choice):
        _fail(where, "choice 应为 cut（取消）或 keep（保留）")
    rule = raw.get("rule")
    anchor = Anchor(
        item=_text(raw["item"], "anchor.item", where),
        type=cast(TargetType, raw["type"]),
        key=_text(raw["key"], "anchor.key", where),
        rule=None if rule is None else _text(rule, "anchor.rule", where),
    )
    reason, person = _text(row["reason"], "reason", where), _text(row["person"], "person", where)
    decision = Decision(anchor, cast(Choice, row["choice"]), reason.strip(), person.strip(), _day(row["day"], where))
    _check(decision, where)
    return decision


def with_decision(decisions: Iterable[Decision], new: Decision) -> tuple[Decision, ...]:
    """``new`` at the end, in the place of earlier ones about the same thing; unchanged where they say the same."""
    kept = tuple(decisions)
    before = [each for each in kept if same_thing(each.anchor, new.anchor)]
    if before and (before[-1].choice, before[-1].reason) == (new.choice, new.reason):
        return kept
    return (*(each for each in kept if each not in before), new)


def without_decision(decisions: Iterable[Decision], anchor: Anchor) -> tuple[Decision, ...]:
    """Undo: nothing is left that is about this."""
    return tuple(each for each in decisions if not same_thing(each.anchor, anchor))


def latest(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """One for each anchor: the last, at its own place in the order."""
    kept: dict[Anchor, Decision] = {}
    for decision in decisions:
        kept.pop(decision.anchor, None)
        kept[decision.anchor] = decision
    return tuple(kept.values())


def _check(decision: Decision, where: str) -> None:
    if decision.choice == "keep" and not decision.reason.strip():
        _fail(where, "保留一份材料（不采纳建议）须写明理由（reason）")
    if not decision.person.strip():
        _fail(where, "须写明决定人（person）")


def _json(line: str, where: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        _fail(where, "不是一条 JSON；每行应为一条完整的决定")


def _mapping(value: object, where: str, keys: set[str]) -> Mapping[str, object]:
    if not isinstance(value, dict):
        _fail(where, "应为 {anchor, choice, reason, person, day}")
    missing = sorted(keys - value.keys())
    if missing:
        _fail(where, f"缺少 {'、'.join(missing)}")
    return value


def _text(value: object, name: str, where: str) -> str:
    if not isinstance(value, str):
        _fail(where, f"{name} 应为文字")
    return value


def _day(value: object, where: str) -> date:
    try:
        return date.fromisoformat(_text(value, "day", where))
    except ValueError:
        _fail(where, "day 应为日期，如 2026-11-24")


def _fail(where: str, message: str) -> NoReturn:
    raise DecisionError(where, message)
