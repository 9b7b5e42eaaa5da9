"""A small one form, and how papers made of it are looked into."""

import io
import zipfile

from lxml import etree

from assistant.lexicon.fields import load_fields
from assistant.model.guide import Field, Form
from assistant.model.plan import OneForm
from assistant.model.span import Span
from assistant.planning.one_form import merge_forms

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPAN = Span(0, 1)


def field(label: str, key: str, **more: object) -> Field:
    return Field(label, key, None, _SPAN, **more)  # type: ignore[arg-type]


def one_form(*fields: Field) -> OneForm:
    """The fields as one old form, beside another that asks the name."""
    forms = (
        Form("f1", "渔船登记申请表", None, fields or DEFAULT, _SPAN),
        Form("f2", "安全承诺书", None, (field("承诺人", "applicant.name"),), _SPAN),
    )
    merged = merge_forms(forms, load_fields())
    assert merged is not None
    return merged


DEFAULT = (
    field("姓名", "applicant.name"),
    field("性别", "applicant.sex"),
    field("身份证号", "applicant.id"),
    field("文化程度", "applicant.education"),
    field("出生日期", "applicant.birth"),
    field("船东姓名", "person-船东.name", section="船东", repeated=True),
    field("船东电话", "person-船东.phone", section="船东", repeated=True),
    field("申请理由", "application.reason"),
    field("申请人签字", "form-1.申请人签字"),
    field("审核意见", "form-1.审核意见"),
)


def document_xml(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def tags(data: bytes) -> list[str]:
    return [tag.get(f"{W}val") or "" for tag in document_xml(data).iter(f"{W}tag")]


def words(data: bytes) -> str:
    return "".join(text.text or "" for text in document_xml(data).iter(f"{W}t"))
