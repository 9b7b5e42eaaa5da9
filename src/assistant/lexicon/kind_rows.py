"""lexicons/licences.jsonl and lexicons/proofs.jsonl -> Kind. The rows stay as they came (docs/policy-facts.md)."""

import json
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Literal, cast, get_args

from assistant.errors import LexiconError
from assistant.lexicon.proof_documents import report_ground
from assistant.model.finding import Ground
from assistant.model.kind import Kind, PolicyAction

Row = dict[str, object]
_NONE: Mapping[str, Row] = {}
_Confidence = Literal["high", "medium", "low"]
_CONFIDENCE = get_args(_Confidence)


def read_rows(source: Traversable, where: str, known: Mapping[str, Row] = _NONE) -> Iterator[tuple[int, Kind]]:
    """Line number and kind of every row; a row of a ``known`` id changes what it names, the rest stays.

    Raises LexiconError ``where:line`` for what is not a row of a kind.
    """
    for number, row in raw_rows(source, where):
        yield number, _kind(dict(known.get(str(row.get("id")), {})) | row, f"{where}:{number}")


def raw_rows(source: Traversable, where: str) -> Iterator[tuple[int, Row]]:
    """The rows as they are written."""
    for number, line in enumerate(source.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as cause:
            raise LexiconError(f"{where}:{number}", f"不是合法的 JSON：{cause.msg}") from cause
        if not isinstance(row, dict):
            raise LexiconError(f"{where}:{number}", "每一行应为一个 JSON 对象")
        yield number, row


def _kind(row: Row, where: str) -> Kind:
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias for alias in aliases):
        raise LexiconError(where, "aliases 应为文字的列表")
    return Kind(
        id=_text(row, "id", where),
        name=_text(row, "name", where),
        aliases=tuple(aliases),
        category=_maybe(row, "category", where) or "电子证照",
        action=_action(row, where),
        grounds=tuple(_code(ground, where) for ground in _list(row, "grounds", where)),
        alternative=_maybe(row, "alternative", where),
        verify_source=_maybe(row, "verify_source", where) or _maybe(row, "verify", where),
        basis=tuple(_ground(basis, where) for basis in _list(row, "basis", where)),
        usual_issuer=_maybe(row, "usual_issuer", where) or _maybe(row, "issuer", where),
        holder=_maybe(row, "holder", where),
        evidence=_maybe(row, "evidence", where),
        confidence=_confidence(row, where),
        note=_maybe(row, "note", where) or "",
    )


def _confidence(row: Row, where: str) -> _Confidence:
    value = row.get("confidence")
    if value not in _CONFIDENCE:
        raise LexiconError(where, f"confidence 应为 {'、'.join(_CONFIDENCE)} 之一，现为“{value}”")
    return cast(_Confidence, value)


def _action(row: Row, where: str) -> PolicyAction | None:
    value = row.get("action")
    if value is not None and value not in get_args(PolicyAction):
        raise LexiconError(where, f"action 应为 {'、'.join(get_args(PolicyAction))} 之一，现为“{value}”")
    return cast(PolicyAction | None, value)


def _ground(basis: object, where: str) -> Ground:
    if not isinstance(basis, dict) or not isinstance(basis.get("doc"), str):
        raise LexiconError(where, "basis 的每一条应有 doc")
    return report_ground(str(basis["doc"]), basis.get("article") or None)


def _code(ground: object, where: str) -> str:
    if isinstance(ground, dict) and ground.get("code") in tuple("ABCDEF"):
        return str(ground["code"])
    raise LexiconError(where, "grounds 的每一条应有 code，为 A 至 F 之一")


def _list(row: Row, name: str, where: str) -> list[object]:
    value = row.get(name, [])
    if not isinstance(value, list):
        raise LexiconError(where, f"{name} 应为列表")
    return value


def _text(row: Row, name: str, where: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value:
        raise LexiconError(where, f"缺少 {name}")
    return value


def _maybe(row: Row, name: str, where: str) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise LexiconError(where, f"{name} 应为文字")
    return value or None
