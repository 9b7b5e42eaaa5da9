"""The one form (一表式) as papers: fillable Word and web page, filled sample, JSON Schema, map of old cells to new."""

import json
from collections.abc import Callable
from typing import Literal

from assistant.errors import NoFormError
from assistant.export import Extras
from assistant.model.plan import OneForm
from assistant.model.review import Review

FormFormat = Literal["form", "form-html", "form-sample", "form-schema", "form-map"]
_NONE = "这份指南里可填写的申请表不足两张，没有可合并的一表式；表格在别的文件里时，请用 jianzheng form 指南 表格…"


def form_word(form: OneForm) -> bytes:
    from assistant.export.one_form.word import write

    return write(form, {})


def form_sample(form: OneForm) -> bytes:
    from assistant.export.one_form.invented import invented
    from assistant.export.one_form.word import write

    return write(form, invented(form))


def form_page(form: OneForm) -> bytes:
    from assistant.export.one_form.page import write

    return write(form)


def form_schema(form: OneForm) -> bytes:
    from assistant.export.one_form.schema import json_schema

    return (json.dumps(json_schema(form), ensure_ascii=False, indent=2) + "\n").encode()


def form_map(form: OneForm) -> bytes:
    from assistant.export.one_form.mapping import write

    return write(form)


WRITERS: dict[FormFormat, tuple[str, Callable[[OneForm], bytes]]] = {
    "form": (".docx", form_word),
    "form-html": (".html", form_page),
    "form-sample": ("（样表）.docx", form_sample),
    "form-schema": (".schema.json", form_schema),
    "form-map": ("（对照表）.xlsx", form_map),
}


def write_word(review: Review, extras: Extras) -> bytes:
    return form_word(_of(review))


def write_page(review: Review, extras: Extras) -> bytes:
    return form_page(_of(review))


def write_sample(review: Review, extras: Extras) -> bytes:
    return form_sample(_of(review))


def write_schema(review: Review, extras: Extras) -> bytes:
    return form_schema(_of(review))


def write_map(review: Review, extras: Extras) -> bytes:
    return form_map(_of(review))


def _of(review: Review) -> OneForm:
    if review.plan.one_form is None:
        raise NoFormError(f"{review.document.name}：{_NONE}")
    return review.plan.one_form
