"""The OpenAPI document: what FastAPI writes, with the published contracts in the place of "some object"."""

import json
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, WithJsonSchema

_MARK = "x-contract"
_SCHEMAS = ("review", "cite", "watch")


def _contract(name: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "object", _MARK: name})


ReviewContract = Annotated[dict[str, Any], _contract("review")]
CiteContract = Annotated[dict[str, Any], _contract("cite")]
WatchContract = Annotated[dict[str, Any], _contract("watch")]


def describe(app: FastAPI, *bodies: type[BaseModel]) -> None:
    """``bodies`` are read by our own hand (JSON or a form), so FastAPI does not know of them."""

    @cache
    def document() -> dict[str, Any]:
        found = get_openapi(title=app.title, version=app.version, routes=app.routes)
        schemas = found.setdefault("components", {}).setdefault("schemas", {})
        for body in bodies:
            schemas |= _of_body(body)
        for name in _SCHEMAS:
            schemas |= _named(name)
        return _linked(found)  # type: ignore[no-any-return]  # a mapping stays one

    app.openapi = document  # type: ignore[method-assign]  # FastAPI's own way to change it


def _of_body(body: type[BaseModel]) -> dict[str, Any]:
    schema = body.model_json_schema(ref_template="#/components/schemas/{model}")
    parts: dict[str, Any] = schema.pop("$defs", {})
    return parts | {body.__name__: schema}


def _named(name: str) -> dict[str, Any]:
    """The published schema and its parts, each under a name of its own."""
    schema = json.loads((files("assistant.export") / "schema" / f"{name}.json").read_text("utf-8"))
    parts = schema.pop("$defs", {})
    for key in ("$schema", "$id"):
        schema.pop(key, None)
    return {f"{name}-1": _moved(schema, name)} | {
        f"{name}-1-{part}": _moved(value, name) for part, value in parts.items()
    }


def _moved(node: Any, name: str) -> Any:
    if isinstance(node, dict):
        return {key: _reference(value, name) if key == "$ref" else _moved(value, name) for key, value in node.items()}
    return [_moved(item, name) for item in node] if isinstance(node, list) else node


def _reference(written: str, name: str) -> str:
    """#/$defs/span -> #/components/schemas/review-1-span"""
    return f"#/components/schemas/{name}-1-{written.rpartition('/')[2]}" if "/" in written else _whole(name)


def _whole(name: str) -> str:
    return f"#/components/schemas/{name}-1"


def _linked(node: Any) -> Any:
    if isinstance(node, dict):
        if _MARK in node:
            return {"$ref": _whole(node[_MARK])}
        return {key: _linked(value) for key, value in node.items()}
    return [_linked(item) for item in node] if isinstance(node, list) else node
