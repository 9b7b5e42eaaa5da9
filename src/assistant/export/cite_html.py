"""The citation report as one web page that needs nothing else: it can be mailed, opened offline and printed."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from assistant.export.cite_rows import (
    DEPARTMENT_COLUMNS,
    STANDINGS,
    DepartmentRow,
    advice,
    by_department,
    difference,
    standing,
    written,
)
from assistant.export.labels import VERDICTS
from assistant.model.cited import CitedDocument, CiteReport, Provision

_TAGS = {"same": "{}", "gone": "<del>{}</del>", "come": "<ins>{}</ins>"}


def cite_html(report: CiteReport) -> str:
    style = files("assistant.export").joinpath("cite.css").read_text("utf-8")
    files_ = [line for file in report.files if file.provisions or file.notices for line in _file(file)]
    body = "\n".join([*_head(report), *_departments(report), *files_, *_bare(report)])
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>引用核查报告</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _head(report: CiteReport) -> Iterator[str]:
    provisions = [provision for file in report.files for provision in file.provisions]
    texts = "附现行条文" if report.with_texts else "未安装法规库，不附条文"
    yield "<h1>引用核查报告</h1>"
    yield f'<p class="about">按{report.as_of.isoformat()}的法律判断 · {len(report.files)}个文件 · {texts}</p>'
    yield '<ul class="figures">'
    yield f"<li><b>{len(provisions)}</b>引用</li>"
    for name, words in STANDINGS.items():
        count = sum(standing(provision.citation) == name for provision in provisions)
        yield f'<li class="{name}"><b>{count}</b>{words}</li>'
    yield "</ul>"
    for file in report.unread:
        yield f'<p class="unread">未读：{escape(file.message)}</p>'


def _departments(report: CiteReport) -> Iterator[str]:
    yield "<h2>部门汇总</h2>"
    heads = "".join(f"<th>{title}</th>" for title in DEPARTMENT_COLUMNS)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    yield from map(_department, by_department(report.files))
    yield "</tbody></table>"


def _department(row: DepartmentRow) -> str:
    figures = "".join(f'<td class="n">{number}</td>' for number in row.cells[1:])
    return f"<tr><td>{escape(row.department)}</td>{figures}</tr>"


def _file(cited: CitedDocument) -> Iterator[str]:
    names = {guide.id: guide.item_name for guide in cited.guides}
    yield f"<h2>{escape(cited.document.name)}</h2>"
    yield from (f'<p class="notice">{escape(notice.message)}</p>' for notice in cited.notices)
    if not cited.provisions:
        yield "<p>没有找到引用的法律文件。</p>"
        return
    yield '<table class="provisions"><thead><tr><th>结论</th><th>引用</th><th>说明</th></tr></thead><tbody>'
    for provision in cited.provisions:
        yield _row(provision, names.get(provision.guide or "", ""))
    yield "</tbody></table>"


def _bare(report: CiteReport) -> Iterator[str]:
    names = [escape(file.document.name) for file in report.files if not (file.provisions or file.notices)]
    if names:
        yield f"<h2>没有引用的文件</h2><p>{'、'.join(names)}</p>"


def _row(provision: Provision, item: str) -> str:
    citation = provision.citation
    place = " · ".join(words for words in (item, provision.place) if words)
    todo = f'<p class="todo">{escape(advice(provision))}</p>' if advice(provision) else ""
    return (
        f'<tr class="{standing(citation)}"><td><span>{VERDICTS[citation.verdict]}</span></td>'
        f"<td>{escape(written(citation))}<small>{escape(place)}</small></td>"
        f"<td>{escape(citation.because)}{todo}{_law(provision)}</td></tr>"
    )


def _law(provision: Provision) -> str:
    """The law's words to unfold, open where the guide's quote differs from them."""
    differs = difference(provision)
    if differs:
        marked = "".join(_TAGS[tag].format(escape(piece)) for tag, piece in differs)
        return f"<blockquote>{marked}<small>删去的是指南多出的字，补上的是条文原有的字</small></blockquote>"
    if provision.law is None:
        return ""
    lines = escape(provision.law.cited or provision.law.article).replace("\n", "<br>")
    return f"<details><summary>条文（{provision.law.version}文本）</summary><blockquote>{lines}</blockquote></details>"
