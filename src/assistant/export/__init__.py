"""A review in the formats people and programs read; a format is one file and one row of the table here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, get_args

from assistant.model.review import Review

Format = Literal[
    "text", "json", "xlsx", "attachments", "notices", "summary", "summary-html", "guide", "portal",
    "platform", "flow", "marked", "form", "form-html", "form-sample", "form-schema", "form-map",
]  # fmt: skip
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Extras:
    """What some writers need besides the review: the reviewed file's bytes; for text its width (columns) and color.

    ``lexicons`` is the user's folder of lexicons, of which ``layouts`` are the columns of workbooks.
    """

    source: bytes | None = None
    width: int = 80
    color: bool = False
    lexicons: Path | None = None


Writer = Callable[[Review, Extras], bytes]


@dataclass(frozen=True, slots=True)
class Kind:
    """``suffix`` is added to the reviewed file's name: guide.docx -> guide.docx.xlsx, so that guide.pdf keeps its own.

    ``writer`` is module:function of a Writer, imported only when it is used; ``words`` is for --help and pages;
    ``binary``: nothing for a terminal; ``of_source``: made from the reviewed file's own bytes.
    """

    suffix: str
    writer: str
    words: str
    binary: bool = False
    of_source: bool = False


KINDS: dict[Format, Kind] = {
    "text": Kind(".txt", "assistant.export.text:write", "给人看的报告"),
    "json": Kind(".json", "assistant.export.json:write", "供程序读取"),
    "xlsx": Kind(".xlsx", "assistant.drafting.counted:write_workbook", "材料精简清单（工作簿）", binary=True),
    "marked": Kind(
        ".批注.docx",
        "assistant.export.marked:write",
        "原文件上的修订和批注（Word）",
        binary=True,
        of_source=True,
    ),
    "attachments": Kind(
        ".附件.xlsx", "assistant.export.attachments:write", "三个附件和保留证明清单（工作簿）", binary=True
    ),
    "notices": Kind(
        ".通知书.docx", "assistant.export.notices:write", "受理、不予受理、补正通知书（Word）", binary=True
    ),
    "summary": Kind(".对比.docx", "assistant.drafting.counted:write_summary", "精简前后一页对比（Word）", binary=True),
    "summary-html": Kind(".对比.html", "assistant.drafting.counted:write_summary_page", "精简前后一页对比（网页）"),
    "guide": Kind(".新指南.docx", "assistant.drafting.word:write", "精简后的办事指南（Word）", binary=True),
    "portal": Kind(".新指南.html", "assistant.drafting.portal:write", "精简后的办事指南（门户网页）"),
    "platform": Kind(".要素.json", "assistant.drafting.platform:write", "国家平台的要素字段"),
    "flow": Kind(".流程图.svg", "assistant.drafting.picture:write", "运行流程图"),
    "form": Kind(".一表式.docx", "assistant.export.one_form:write_word", "一表式申请表（可填写的 Word）", binary=True),
    "form-html": Kind(".一表式.html", "assistant.export.one_form:write_page", "一表式申请表（可填写的网页）"),
    "form-sample": Kind(".样表.docx", "assistant.export.one_form:write_sample", "一表式样表（Word）", binary=True),
    "form-schema": Kind(".一表式.schema.json", "assistant.export.one_form:write_schema", "一表式的数据结构"),
    "form-map": Kind(
        ".栏目对照.xlsx", "assistant.export.one_form:write_map", "新旧表格栏目对照（工作簿）", binary=True
    ),
}


def render(review: Review, format: Format, extras: Extras | None = None) -> bytes:
    module, function = KINDS[format].writer.split(":")
    writer: Writer = getattr(import_module(module), function)  # each pulls in a library the others do not need
    return writer(review, extras or Extras())
