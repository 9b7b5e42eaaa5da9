"""The ``when`` of a rule file: one or two facts, literal tests, at most one equality between the two."""

from collections.abc import Mapping

from assistant.rules.facts import TYPES, fields
from assistant.rules.schema import Condition, Join, Operator, Pattern, Value
from assistant.rules.source import Path, Source

_OPERATORS: tuple[Operator, ...] = ("not", "at_least", "at_most")


def read_patterns(source: Source, value: object) -> tuple[Pattern, ...]:
    """``all: [{first: {fact: material, …}}, …]``; two facts need exactly one ``same_as``."""
    raw = source.known(value, ("when",), ("all",), ("all",))
    entries = source.list(raw["all"], ("when", "all"))
    if len(entries) > 2:
        source.fail(("when", "all", 2), "一条规则最多写两个事实；更复杂的关系请先做成字段")
    patterns: list[Pattern] = []
    for index, entry in enumerate(entries):
        patterns.append(_pattern(source, entry, ("when", "all", index), patterns))
    if len(patterns) == 2 and patterns[1].join is None:
        source.fail(("when", "all", 1), "第二个事实要用 same_as 与第一个事实相连")
    return tuple(patterns)


def _pattern(source: Source, value: object, path: Path, before: list[Pattern]) -> Pattern:
    entry = source.mapping(value, path)
    if len(entry) != 1:
        source.fail(path, "每一项写成“名字: {fact: 事实类型, 字段: 值}”")
    ((variable, inside),) = entry.items()
    path = (*path, variable)
    raw = source.mapping(inside, path)
    fact = source.one_of(raw.get("fact"), (*path, "fact"), sorted(TYPES))
    tests: list[Condition] = []
    joins: list[Join] = []
    for field, wanted in raw.items():
        if field == "fact":
            continue
        if field not in fields(fact):
            source.fail((*path, field), f"{fact} 没有字段“{field}”；可用：{'、'.join(fields(fact))}")
        if isinstance(wanted, dict) and "same_as" in wanted:
            joins.append(_join(source, wanted, (*path, field), before, fact))
        else:
            tests += _tests(source, wanted, (*path, field), fields(fact)[field][0])
    if len(joins) > 1:
        source.fail(path, "一条规则最多一处 same_as（规则引擎的安全范围）")
    return Pattern(variable, fact, tuple(tests), joins[0] if joins else None)


def _join(source: Source, wanted: Mapping[str, object], path: Path, before: list[Pattern], fact: str) -> Join:
    raw = source.known(wanted, path, ("same_as",), ("same_as",))
    variable, _, field = source.text(raw["same_as"], (*path, "same_as")).partition(".")
    if not before or before[0].variable != variable:
        source.fail((*path, "same_as"), "same_as 写成“第一个事实的名字.字段”")
    if field not in fields(before[0].fact):
        names = "、".join(fields(before[0].fact))
        source.fail((*path, "same_as"), f"{before[0].fact} 没有字段“{field}”；可用：{names}")
    if fields(before[0].fact)[field][0] is not fields(fact)[str(path[-1])][0]:
        source.fail((*path, "same_as"), "same_as 两边的字段类型不同")
    return Join(str(path[-1]), field)


def _tests(source: Source, wanted: object, path: Path, kind: type) -> list[Condition]:
    """A value, a list of values, or conditions: ``{at_least: 1, at_most: 8}``."""
    if not isinstance(wanted, dict):
        return [Condition(str(path[-1]), "any", _values(source, wanted, path, kind))]
    raw = source.known(wanted, path, (*_OPERATORS, "same_as"))
    return [_condition(source, operator, raw[operator], path, kind) for operator in _OPERATORS if operator in raw]


def _condition(source: Source, operator: Operator, value: object, path: Path, kind: type) -> Condition:
    if operator != "not" and kind is not int:
        source.fail((*path, operator), f"“{path[-1]}”不是数字，不能用 {operator}")
    values = _values(source, value, (*path, operator), kind)
    if operator != "not" and len(values) != 1:
        source.fail((*path, operator), f"{operator} 只能写一个数字")
    return Condition(str(path[-1]), operator, values)


def _values(source: Source, wanted: object, path: Path, kind: type) -> tuple[Value, ...]:
    values = source.list(wanted, path) if isinstance(wanted, list) else [wanted]
    for index, value in enumerate(values):
        if type(value) is not kind:
            words = {str: "文字", int: "整数", bool: "true 或 false"}[kind]
            source.fail((*path, index) if isinstance(wanted, list) else path, f"“{value}”应当是{words}")
    return tuple(value for value in values if isinstance(value, str | int))
