"""The published JSON Schemas, as `jianzheng schema` prints them."""

import json
from importlib.resources import files
from typing import Any

import jsonschema


def schema(name: str) -> Any:
    return json.loads((files("assistant.export") / "schema" / f"{name}.json").read_text("utf-8"))


def closed(node: Any) -> Any:
    """The schema with every unknown field forbidden: what we write ourselves must all be described."""
    if isinstance(node, dict):
        node = {key: closed(value) for key, value in node.items()}
        return node if "properties" not in node else {"additionalProperties": False} | node
    return [closed(item) for item in node] if isinstance(node, list) else node


def check(value: Any, name: str) -> None:
    """``value`` fits the schema, and nothing in it is undescribed."""
    jsonschema.validate(value, closed(schema(name)))
