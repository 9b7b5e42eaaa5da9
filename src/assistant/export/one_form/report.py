"""The one form in words for a terminal, and as JSON for programs."""

import json

from assistant.model.plan import OneForm, OneFormField

_TYPES = {"choice": "选择", "date": "日期", "number": "数字", "signature": "签字"}


def text(form: OneForm) -> str:
    """Asked before and after, the old forms, then section by section what is asked."""
    lines = [form.title, "", f"原共 {form.asked_before} 栏，现 {form.asked_after} 栏。", ""]
    for source in form.sources:
        where = "，".join(each for each in (source.item, source.file) if each)
        lines.append(f"  {source.name}：{source.fields} 栏" + (f"（{where}）" if where else ""))
    for section, fields in form.sections():
        lines += ["", section, *(f"  {_field(field)}" for field in fields)]
    return "\n".join(lines) + "\n"


def _field(field: OneFormField) -> str:
    notes = [_TYPES[field.type]] if field.type in _TYPES else []
    notes += ["/".join(field.options)] if field.options else []
    notes += ["每人一行"] if field.repeated else []
    notes += [f"{len(field.origins)}张表都问"] if len({origin.form for origin in field.origins}) > 1 else []
    notes += [f"可由{field.prefill}预填"] if field.prefill else []
    notes += [f"只用于{'、'.join(field.items)}"] if field.items else []
    return field.label + ("＊" if field.required else "") + (f"（{'；'.join(notes)}）" if notes else "")


def rows(form: OneForm) -> bytes:
    """As in the contract review/1, ``plan.one_form``."""
    from assistant.export.json import one_form_row

    return (json.dumps(one_form_row(form), ensure_ascii=False, indent=2) + "\n").encode()
