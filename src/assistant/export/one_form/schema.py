"""What a filled one form is as data: a JSON Schema, field by field under its key, lists as arrays of rows."""

from collections.abc import Mapping

from assistant.export.one_form.rows import asked, list_name
from assistant.model.plan import OneForm, OneFormField

Schema = dict[str, object]
PHONE = r"[0-9+\-() ]{7,20}"


def json_schema(form: OneForm) -> Schema:
    """Draft 2020-12. Signatures and what the office writes are no data of the applicant."""
    answers = [field for field in form.fields if asked(field)]
    properties: Schema = {field.key: _value(field) for field in answers if not field.repeated}
    required = [field.key for field in answers if field.required and not field.repeated]
    for name, columns in _lists(answers).items():
        properties[name] = {"type": "array", "title": name, "items": _row(columns)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form.title,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _lists(fields: list[OneFormField]) -> Mapping[str, list[OneFormField]]:
    found: dict[str, list[OneFormField]] = {}
    for field in fields:
        if field.repeated:
            found.setdefault(list_name(field), []).append(field)
    return found


def _row(columns: list[OneFormField]) -> Schema:
    return {"type": "object", "properties": {column.key: _value(column) for column in columns}}


def _value(field: OneFormField) -> Schema:
    value: Schema = {"type": "number" if field.type == "number" else "string", "title": field.label}
    if field.type == "date":
        value["format"] = "date"
    if field.type == "phone":
        value["pattern"] = f"^{PHONE}$"
    if field.options:
        value["enum"] = list(field.options)
    elif field.required and value["type"] == "string" and field.type not in ("date", "phone"):
        value["minLength"] = 1
    if field.prefill:
        value["description"] = f"可由{field.prefill}预填"
    return value
