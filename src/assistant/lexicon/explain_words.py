"""lexicons/explain.yaml -> what the fields that rules ask about are called when a finding is explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from assistant.errors import LexiconError
from assistant.lexicon.layers import read_layered
from assistant.lexicon.loading import MappingFile, load_mapping

_WHERE = "lexicons/explain.yaml"


@dataclass(frozen=True, slots=True)
class FieldName:
    label: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ExplainWords:
    """``fields``: (fact type, field) -> its name."""

    fields: Mapping[tuple[str, str], FieldName]

    def label(self, fact: str, field: str) -> str:
        found = self.fields.get((fact, field))
        return found.label if found else field

    def value(self, fact: str, field: str, value: str | int | bool) -> str:
        """In words; "没有" for what is not known."""
        if isinstance(value, bool):
            return "是" if value else "否"
        if value == "":
            return "没有"
        found = self.fields.get((fact, field))
        return found.values.get(str(value), str(value)) if found else str(value)


@cache
def load_explain_words(*folders: Path) -> ExplainWords:
    """The installation's words. Raises LexiconError."""
    return read_layered(_WHERE, folders, read_explain_words)


def read_explain_words(source: Traversable, where: str) -> ExplainWords:
    file = MappingFile(source, where, load_mapping(source, where, LexiconError))
    fields: dict[tuple[str, str], FieldName] = {}
    for fact, rows in file.content.items():
        if not isinstance(rows, dict):
            raise file.wrong("应为“字段: {label: 短名}”的映射", fact)
        for field, row in rows.items():
            if not isinstance(row, dict) or not isinstance(row.get("label"), str):
                raise file.wrong("应有 label", fact, field)
            values = row.get("values", {})
            if not isinstance(values, dict) or not all(isinstance(word, str) for word in values.values()):
                raise file.wrong("values 应为“取值: 说法”的映射", fact, field)
            fields[fact, field] = FieldName(row["label"], values)
    return ExplainWords(fields)
