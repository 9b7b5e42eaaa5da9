"""One guide in many formats is one guide: the same materials, names, limits and citations."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from assistant.knowledge import load_knowledge
from assistant.model.review import Review
from assistant.reading import read_bytes, read_text
from assistant.review import review_document

TITLE = "残疾人机动轮椅车燃油补贴申领"
SECTIONS = {
    "受理机构": ["青山县残疾人联合会"],
    "设定依据": ["《中华人民共和国残疾人保障法》第五十条"],
    "受理条件": ["具有本县户籍并持有残疾人证的机动轮椅车车主。"],
    "申请材料": [
        "1.燃油补贴申请表（原件1份）",
        "2.残疾人证（复印件1份）",
        "3.购车发票或者社区出具的购车证明（原件1份）",
        "4.委托他人办理的，还应提交授权委托书（原件1份）",
    ],
    "办理时限": ["法定时限：20个工作日；承诺时限：5个工作日。"],
    "办理流程": ["1.申请", "2.受理", "3.审核", "4.发放"],
    "收费标准": ["不收费"],
}
HEADED = [(f"{n}、{name}", lines) for n, (name, lines) in zip("一二三四五六七", SECTIONS.items(), strict=True)]
LINES = [TITLE, *(line for name, lines in HEADED for line in (name, *lines))]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def facts(review: Review) -> list[object]:
    (guide,) = review.guides
    head = guide.head
    limits = [time and (time.value, time.unit) for time in (head.promised_time, head.statutory_time)]
    materials = [(m.name, m.original, m.copies, m.necessity, m.condition, m.choice) for m in guide.materials]
    citations = [(c.title, c.article, c.verdict) for c in guide.citations]
    return [head.item_name, head.department, limits, materials, citations, [step.name for step in guide.steps]]


def docx(body: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def p(line: str) -> str:
    return f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"


def docx_of_paragraphs() -> tuple[str, bytes]:
    return "a.docx", docx("".join(p("　　" + line) for line in LINES))


def docx_of_line_breaks() -> tuple[str, bytes]:
    runs = "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in LINES)
    return "a.docx", docx(f"<w:p>{runs}</w:p>")


def docx_table() -> tuple[str, bytes]:
    rows = "".join(
        f"<w:tr><w:tc>{p(name)}</w:tc><w:tc>{''.join(map(p, lines))}</w:tc></w:tr>" for name, lines in SECTIONS.items()
    )
    return "a.docx", docx(f"{p(TITLE)}<w:tbl>{rows}</w:tbl>")


def gbk_page() -> tuple[str, bytes]:
    body = "<br>\n".join(f"&nbsp;&nbsp;<font size=4>{line}</font>" for line in LINES)
    page = f"<table width=900><tr><td>{body}</td></tr></table>"
    return "a.htm", f"<html><head><title>县残联</title></head><body>{page}</body></html>".encode("gb18030")


def portal_page() -> tuple[str, bytes]:
    panes = "".join(
        f'<div class="tab-pane" style="display:none"><h4>{name}</h4>{"".join(f"<p>{line}</p>" for line in lines)}</div>'
        for name, lines in SECTIONS.items()
    )
    bar = f'<div class="tab-nav"><ul>{"".join(f"<li>{name}</li>" for name in SECTIONS)}</ul></div>'
    head = '<header><nav><a>首页</a> <a>办事服务</a></nav></header><div class="breadcrumb">当前位置：<a>首页</a></div>'
    return "a.html", f"{head}<h1>{TITLE}</h1>{bar}{panes}<footer><p>版权所有 青山县</p></footer>".encode()


def page_table() -> tuple[str, bytes]:
    rows = "".join(f"<tr><th>{name}</th><td>{'<br>'.join(lines)}</td></tr>" for name, lines in SECTIONS.items())
    return "a.html", f'<h1>{TITLE}</h1><table border="1">{rows}</table>'.encode()


def vue_template() -> tuple[str, bytes]:
    lines = "".join(f'<el-col v-if="a > b"><p>{line}</p></el-col>' for line in LINES)
    return "a.vue", f"<template><div>{{{{ head }}}}{lines}</div></template><script>let a = '<p>'</script>".encode()


def markdown() -> tuple[str, bytes]:
    sections = [f"## {name}\n\n" + "\n".join(lines) for name, lines in SECTIONS.items()]
    return "a.md", "\n\n".join([f"# {TITLE}", *sections]).encode()


def csv_sheet() -> tuple[str, bytes]:
    rows = [f'{name},"{chr(10).join(lines)}"' for name, lines in SECTIONS.items()]
    return "a.csv", "\r\n".join([f"事项名称,{TITLE}", *rows]).encode("gb18030")


def utf16_text() -> tuple[str, bytes]:
    return "a.txt", "\r\n".join(LINES).encode("utf-16")


FORMATS = [
    docx_of_paragraphs,
    docx_of_line_breaks,
    docx_table,
    gbk_page,
    portal_page,
    page_table,
    vue_template,
    markdown,
    csv_sheet,
    utf16_text,
]


@pytest.mark.parametrize("written", FORMATS, ids=lambda written: written.__name__)
def test_a_guide_is_the_same_guide_in_every_format(written: Callable[[], tuple[str, bytes]]) -> None:
    name, data = written()
    knowledge, day = load_knowledge(), date(2026, 11, 23)
    expected = facts(review_document(read_text("\n".join(LINES)), day, knowledge))
    assert len(expected[3]) == 5  # type: ignore[arg-type]
    assert facts(review_document(read_bytes(data, name), day, knowledge)) == expected
