"""A web page as county portals have them: GBK, no charset declared, tables with row and column spans, noise around."""

from html import escape
from typing import Any

from builders.grid import boxes

HEAD = "<html>\r\n<head><title>{title}-政务公开</title></head>\r\n<body>\r\n<div class=nav>首页 &gt; 办事指南</div>\r\n"
FOOT = "<div class=foot>浏览次数：128　【打印】【关闭】</div>\r\n</body>\r\n</html>\r\n"


def build(blocks: list[dict[str, Any]]) -> bytes:
    title = next(block["title"] for block in blocks if "title" in block)
    body = "\r\n".join(_block(*next(iter(block.items()))) for block in blocks)
    return (HEAD.format(title=escape(title)) + body + "\r\n" + FOOT).encode("gbk")


def _block(kind: str, value: Any) -> str:
    if kind == "title":
        return f"<h2 align=center>{escape(value)}</h2>"
    if kind == "heading":
        return f"<p><b>{escape(value)}</b></p>"
    if kind == "text":
        return "".join(f"<p>　　{escape(line)}</p>" for line in value.splitlines())
    if kind == "list":
        return "<br>\r\n".join(f"{number}.{escape(str(item))}" for number, item in enumerate(value, 1)) + "<br>"
    return _table(value["rows"])


def _table(rows: list[list[Any]]) -> str:
    lines = ["" for _ in rows]
    for box in boxes(rows):
        spans = (f" rowspan={box.height}" if box.height > 1 else "") + (
            f" colspan={box.width}" if box.width > 1 else ""
        )
        text = "<br>".join(escape(line) for line in box.text.split("\n"))
        lines[box.row] += f"<td{spans}>{text}</td>"
    return "<table border=1>\r\n" + "\r\n".join(f"<tr>{line}</tr>" for line in lines) + "\r\n</table>"
