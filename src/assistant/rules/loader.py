"""Rule files to a RuleSet. A wrong file raises RuleError: ``rules/…/x.yaml:6: …``."""

from collections.abc import Mapping
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath
from typing import Any, get_args

from assistant.errors import RuleError
from assistant.lexicon.rule_words import load_rule_words
from assistant.model.finding import Action, Category, Confidence, Ground, Severity
from assistant.resources import data, walk
from assistant.rules.examples import read_examples
from assistant.rules.facts import fields
from assistant.rules.patterns import read_patterns
from assistant.rules.schema import Dated, Pattern, Rule, RuleSet
from assistant.rules.source import PLACEHOLDER, Path, Source

_REQUIRED = ("id", "title", "category", "severity", "action", "why", "basis", "when", "point_at", "message", "examples")
_KEYS = (
    *_REQUIRED[:5],
    *("confidence", "defers_to_law", "cite_kind", "effective"),
    *_REQUIRED[5:10],
    *("reason", "replacement", "examples"),
)


def load_rules(*folders: Traversable | FilePath, lexicons: tuple[FilePath, ...] = ()) -> RuleSet:
    """The rules that come with the program; those of each folder extend them, later ones in place of earlier.

    ``lexicons`` are the user's own: what they say of the six grounds is cited.
    A rule stands in the place of another of the same name, whatever their topics. Raises RuleError with path:line.
    """
    found = {rule.name: rule for rule in _shipped(lexicons).rules}
    for folder in folders:
        found |= {rule.name: rule for rule in load_only(folder, lexicons).rules}
    return RuleSet(tuple(sorted(found.values(), key=lambda rule: rule.id))) if folders else _shipped(lexicons)


@cache
def _shipped(lexicons: tuple[FilePath, ...]) -> RuleSet:
    return load_only(data("rules"), lexicons)


def load_only(folder: Traversable | FilePath, lexicons: tuple[FilePath, ...] = ()) -> RuleSet:
    """The rules below ``folder`` alone, by id. Raises RuleError, also for two of one name."""
    shown = folder.name or "rules"
    rules = tuple(load_rule(Source(f"{shown}/{path}", file, lexicons), path) for path, file in walk(folder, ".yaml"))
    seen: dict[str, str] = {}
    for rule in rules:
        if rule.name in seen:
            raise RuleError(f"{rule.path}:1", f"编号“{rule.name}”与 {seen[rule.name]} 重复")
        seen[rule.name] = rule.path
    return RuleSet(rules)


def load_rule(source: Source, path: str) -> Rule:
    """One file; its id is ``topic/name``, as ``path`` below the folder of rules says."""
    raw = source.known(source.load(), (), _KEYS, _REQUIRED)
    rule_id = path.removesuffix(".yaml")
    if raw["id"] != rule_id.rpartition("/")[2]:
        source.fail(("id",), f"编号“{raw['id']}”应当与文件名“{rule_id.rpartition('/')[2]}”一致")
    patterns = read_patterns(source, raw["when"])
    effective = source.known(raw.get("effective", {}), ("effective",), ("from", "to"))
    fires, quiet = read_examples(source, raw["examples"])
    return Rule(
        id=rule_id,
        path=source.where,
        title=source.text(raw["title"], ("title",)),
        category=_choice(source, raw, "category", Category),
        severity=_choice(source, raw, "severity", Severity),
        action=_choice(source, raw, "action", Action),
        confidence=_confidence(source, raw),
        defers=source.flag(raw.get("defers_to_law", False), ("defers_to_law",)),
        cite_kind=source.flag(raw.get("cite_kind", False), ("cite_kind",)),
        why=source.text(raw["why"], ("why",)),
        basis=tuple(_basis(source, raw["basis"])),
        start=source.day(effective.get("from"), ("effective", "from")),
        end=source.day(effective.get("to"), ("effective", "to")),
        patterns=patterns,
        point_at=source.one_of(raw["point_at"], ("point_at",), [pattern.variable for pattern in patterns]),
        message=_template(source, raw, "message", patterns) or "",
        reason=_template(source, raw, "reason", patterns) or source.text(raw["why"], ("why",)),
        replacement=_template(source, raw, "replacement", patterns),
        fires_on=fires,
        quiet_on=quiet,
    )


def _choice(source: Source, raw: Mapping[str, object], key: str, kind: object) -> Any:
    # Any: mypy cannot see that one_of has checked the value against the Literal
    return source.one_of(raw[key], (key,), get_args(kind))


def _confidence(source: Source, raw: Mapping[str, object]) -> Confidence | None:
    """``kind``: as sure as the alternative of the material's kind. Without the key: medium."""
    value = source.one_of(raw.get("confidence", "medium"), ("confidence",), [*get_args(Confidence), "kind"])
    return None if value == "kind" else value  # type: ignore[return-value]


def _template(source: Source, raw: Mapping[str, object], key: str, patterns: tuple[Pattern, ...]) -> str | None:
    if key not in raw:
        return None
    text = source.text(raw[key], (key,))
    for inside in PLACEHOLDER.findall(text):
        variable, _, field = inside.partition(".")
        fact = next((pattern.fact for pattern in patterns if pattern.variable == variable), None)
        if fact is None:
            source.fail((key,), f"“{{{inside}}}”里的“{variable}”没有在 when 里出现")
        if field not in fields(fact):
            source.fail((key,), f"{fact} 没有字段“{field}”；可用：{'、'.join(fields(fact))}")
    return text


def _basis(source: Source, value: object) -> list[Dated]:
    dated: list[Dated] = []
    for index, entry in enumerate(source.list(value, ("basis",))):
        path: Path = ("basis", index)
        raw = source.known(entry, path, ("ground", "doc", "number", "article", "from", "to"))
        if "ground" in raw:
            dated += _six_grounds(source, raw["ground"], (*path, "ground"))
            continue
        ground = Ground(source.text(raw.get("doc"), (*path, "doc")), _opt(raw, "number"), _opt(raw, "article"))
        dated.append(Dated(ground, source.day(raw.get("from"), path), source.day(raw.get("to"), path)))
    return dated


def _opt(raw: Mapping[str, object], key: str) -> str | None:
    return str(raw[key]) if key in raw else None


def _six_grounds(source: Source, value: object, path: Path) -> list[Dated]:
    """One of the six grounds (六个一律取消): the notice of 2018, from 2020 on the regulation."""
    grounds = load_rule_words(*source.lexicons).grounds
    letter = source.one_of(value, path, sorted(grounds))
    return [Dated(Ground(g.doc, g.number, g.article), g.start, g.end) for g in grounds[letter]]
