"""The one form as a web page: no request goes out, answers stay in the page until they are saved as a file."""

import json
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from assistant.export.one_form.rows import Line, asked, boxes, column_name, lines, list_name, merged
from assistant.export.one_form.schema import PHONE, json_schema
from assistant.model.plan import OneForm, OneFormField

_NOTE = "带 * 的栏目必填。填写内容只保存在本机，点“保存填写结果”得到数据文件，点“打印”得到纸质表。"
_TYPES = {"number": "number", "date": "date", "phone": "tel"}
# Nothing from elsewhere is loaded, nothing is sent.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; form-action 'none'"


def write(form: OneForm) -> bytes:
    here = files("assistant.export.one_form")
    style, script = (here.joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    schema = json.dumps(json_schema(form), ensure_ascii=False).replace("</", "<\\/")
    sections = "".join(
        f"<fieldset><legend>{escape(_legend(section, fields))}</legend>{''.join(map(_line, lines(fields)))}</fieldset>"
        for section, fields in form.sections()
    )
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(form.title)}</title>
<style>{style}</style></head><body><main>
<h1>{escape(form.title)}</h1><p class="note">{_NOTE}</p>
<form id="form" novalidate><div id="problems" role="alert" hidden></div>{sections}
<div class="actions"><button type="submit">保存填写结果</button><button type="button" id="print">打印</button></div>
</form><p class="note">{escape(merged(form))}</p>
</main><script type="application/schema+json" id="schema">{schema}</script><script>{script}</script></body></html>
""".encode()


def _legend(section: str, fields: Sequence[OneFormField]) -> str:
    items = sorted({item for field in fields for item in field.items})
    return f"{section}（{'、'.join(items)}）" if items and all(field.items for field in fields) else section


def _line(line: Line) -> str:
    if line.columns:
        return _list(line.fields)
    wide = " wide" if len(line.fields) == 1 else ""
    return "".join(f'<div class="field{wide}">{_field(field)}</div>' for field in line.fields)


def _field(field: OneFormField) -> str:
    name = escape(field.key)
    hint = f'<small id="{name}-hint">{escape(_source(field.prefill))}</small>' if field.prefill else ""
    if not asked(field):
        return f'<span class="label">{escape(field.label)}</span><div class="blank" aria-hidden="true"></div>'
    if boxes(field):
        return f'<span class="label" id="{name}-label">{_title(field)}</span>{_boxes(field)}{hint}'
    return f'<label for="{name}">{_title(field)}</label>{_answer(field, name, bool(hint))}{hint}'


def _source(prefill: str) -> str:
    """``电子证照:居民身份证`` -> ``可由居民身份证（电子证照）预填``"""
    kind, _, name = prefill.partition(":")
    return f"可由{name}（{kind}）预填" if name else f"可由{kind}预填"


def _title(field: OneFormField) -> str:
    return escape(field.label) + ('<b class="must" aria-hidden="true">*</b>' if field.required else "")


def _boxes(field: OneFormField) -> str:
    name = escape(field.key)
    must = " required" if field.required else ""
    radios = "".join(
        f'<label class="choice"><input type="radio" name="{name}" value="{escape(option)}"{must}>'
        f"{escape(option)}</label>"
        for option in field.options
    )
    return f'<div class="choices" role="radiogroup" aria-labelledby="{name}-label">{radios}</div>'


def _answer(field: OneFormField, name: str, hinted: bool = False) -> str:
    must = (" required" if field.required else "") + (f' aria-describedby="{name}-hint"' if hinted else "")
    marks = f'id="{name}" name="{escape(field.key)}"{must}'
    if field.options:
        options = "".join(f"<option>{escape(option)}</option>" for option in field.options)
        return f'<select {marks}><option value="">请选择</option>{options}</select>'
    if field.type == "long_text":
        return f'<textarea {marks} rows="3"></textarea>'
    pattern = f' pattern="{escape(PHONE)}"' if field.type == "phone" else ""
    step = ' step="any" min="0"' if field.type == "number" else ""
    return f'<input type="{_TYPES.get(field.type, "text")}" {marks}{pattern}{step} autocomplete="off">'


def _caption(column: OneFormField) -> str:
    """A list without a heading of its own has no name to show."""
    name = list_name(column)
    return f"{escape(name)}（每行一项）" if not name.startswith("form-") else "每行一项"


def _list(columns: Sequence[OneFormField]) -> str:
    """A table that grows: its rows are named by the list, its cells by the keys."""
    name = escape(list_name(columns[0]))
    head = "".join(f"<th>{escape(column_name(column))}</th>" for column in columns)
    cells = "".join(f'<td><input data-key="{escape(c.key)}" aria-label="{escape(c.label)}"></td>' for c in columns)
    caption = f"<caption>{_caption(columns[0])}</caption>"
    return (
        f'<div class="field wide"><table data-list="{name}">{caption}<thead><tr>{head}</tr></thead>'
        f'<tbody><tr>{cells}</tr></tbody></table><button type="button" class="more">增加一行</button></div>'
    )
