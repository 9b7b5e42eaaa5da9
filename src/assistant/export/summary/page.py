"""The one-page sheet as a web page that needs nothing else."""

from collections.abc import Iterator, Sequence
from html import escape

from assistant.export.summary.figures import GOAL_HEADS, REASON_HEADS, TITLE, goal_rows
from assistant.export.summary.reasons import Reason
from assistant.model.overview import Overview

_STYLE = """
body { font: 15px/1.6 "FangSong", "仿宋", "SimSun", serif; max-width: 720px; margin: 2em auto; padding: 0 1em; }
h1 { font: bold 26px "SimSun", "宋体", serif; text-align: center; }
h2 { font: bold 17px "SimHei", "黑体", sans-serif; margin: 1.2em 0 .4em; }
.about { text-align: center; color: #555; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #888; padding: 2px 8px; text-align: left; }
th { background: #eaeff5; font-family: "SimHei", "黑体", sans-serif; font-weight: normal; }
svg { max-width: 100%; height: auto; }
@page { size: A4; margin: 15mm; }
@media print { body { margin: 0; } }
"""


def page(shown: Overview, why: Sequence[Reason], about: str, picture: str) -> str:
    body = "\n".join(_body(shown, why, about, picture))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _body(shown: Overview, why: Sequence[Reason], about: str, picture: str) -> Iterator[str]:
    yield f"<h1>{TITLE}</h1>"
    yield f'<p class="about">{escape(about)}</p>'
    yield "<h2>压减目标</h2>"
    yield from _table(GOAL_HEADS, goal_rows(shown))
    if shown.items:
        yield "<h2>各事项对比</h2>"
        yield picture
    found = [(each.words, str(each.count), each.papers) for each in why]
    if found:
        yield "<h2>材料为什么可以不交</h2>"
        yield from _table(REASON_HEADS, found)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"<table><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead><tbody>"
    for cells in rows:
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
    yield "</tbody></table>"
