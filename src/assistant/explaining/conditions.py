"""The conditions of rules in words."""

import re
from functools import cache
from pathlib import Path

from assistant.lexicon.explain_words import ExplainWords, FieldName, load_explain_words
from assistant.rules.facts import TYPES, fields
from assistant.rules.nearly import Near
from assistant.rules.schema import Condition


@cache
def field_words(*folders: Path) -> ExplainWords:
    """The lexicon's names; a field that has none there yet is called by the beginning of its meaning."""
    meanings = {
        (kind, name): FieldName(re.split("[：，（]", meaning)[0], {})
        for kind in TYPES
        for name, (_, meaning) in fields(kind).items()
    }
    return ExplainWords({**meanings, **load_explain_words(*folders).fields})


def condition_words(test: Condition, fact: str, words: ExplainWords) -> str:
    """政策处理是承诺; 开具单位不是医院、法院; 同一份材料第几次出现不小于2."""
    label = words.label(fact, test.field)
    if test.operator in {"at_least", "at_most"}:
        return f"{label}{'不小于' if test.operator == 'at_least' else '不大于'}{test.values[0]}"
    values = [words.value(fact, test.field, value) for value in test.values]
    if test.values in ((True,), (False,)):
        return f"{label}：{values[0] if test.operator == 'any' else f'不是{values[0]}'}"
    if test.operator == "any":
        return f"{label}是{'或'.join(values)}"
    return f"{label}不是{'、'.join(values)}"


def missing_words(near: Near, fact: str, words: ExplainWords) -> str:
    if near.missing == "partner":
        return "没有找到与它成对的另一份材料（或环节、引用）"
    if near.missing == "day":
        return "这条规则或它的依据在审查日不在有效期内"
    assert near.test is not None
    wanted = condition_words(near.test, fact, words)
    return f"规则要求{wanted}，这里是{words.value(fact, near.test.field, near.value)}"
