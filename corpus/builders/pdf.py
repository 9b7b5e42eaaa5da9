"""A PDF with ruled tables. Written by hand: no library is needed, and the bytes are always the same.

The font is one of the Chinese fonts every viewer must have (STSong-Light with the encoding UniGB-UCS2-H), not embedded.
"""

from typing import Any

from builders.grid import boxes

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595, 842, 60
SIZE, LEADING = 11, 17
WIDTH = PAGE_WIDTH - 2 * MARGIN


def build(blocks: list[dict[str, Any]]) -> bytes:
    pages = _Pages()
    for block in blocks:
        (kind, value), *_ = block.items()
        if kind == "title":
            pages.line(value, size=16, indent=max(0, (WIDTH - 16 * len(value)) / 2))
            pages.gap(8)
        elif kind == "heading":
            pages.gap(4)
            pages.line(value, size=12)
        elif kind == "text":
            for line in value.splitlines():
                pages.paragraph(line, indent=2 * SIZE)
        elif kind == "list":
            for number, item in enumerate(value, 1):
                pages.paragraph(f"{number}.{item}", indent=2 * SIZE)
        else:
            pages.table(value["widths"], value["rows"])
    return _file(pages.finished())


class _Pages:
    """Content streams; ``y`` runs downwards from the top."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.open: list[str] = []
        self.y = float(MARGIN)

    def finished(self) -> list[str]:
        self.turn()
        return [
            stream + _text(PAGE_WIDTH / 2 - 20, PAGE_HEIGHT - 30, f"— {number} —", 9)
            for number, stream in enumerate(self.done, 1)
        ]

    def turn(self) -> None:
        self.done.append("\n".join(self.open))
        self.open, self.y = [], float(MARGIN)

    def gap(self, points: float) -> None:
        self.y += points

    def line(self, text: str, size: int = SIZE, indent: float = 0) -> None:
        if self.y + LEADING > PAGE_HEIGHT - MARGIN:
            self.turn()
        self.open.append(_text(MARGIN + indent, self.y + size, text, size))
        self.y += max(LEADING, size + 6)

    def paragraph(self, text: str, indent: float) -> None:
        """The first line is indented, as Chinese paragraphs are."""
        first, rest = _head(text, WIDTH - indent)
        self.line(first, indent=indent)
        while rest:
            part, rest = _head(rest, WIDTH)
            self.line(part)

    def table(self, widths: list[float], rows: list[list[Any]]) -> None:
        columns = [MARGIN + WIDTH * sum(widths[:index]) / sum(widths) for index in range(len(widths) + 1)]
        cells = list(boxes(rows))
        heights = [_height(row, cells, columns) for row in range(len(rows))]
        start = 0
        while start < len(rows):
            end = self._rows_that_fit(heights, cells, start)
            self._part([box for box in cells if start <= box.row < end], heights[start:end], columns, start)
            start = end
        self.gap(8)

    def _rows_that_fit(self, heights: list[float], cells: list[Any], start: int) -> int:
        if self.y + heights[start] > PAGE_HEIGHT - MARGIN:
            self.turn()
        end, bottom = start, self.y
        while end < len(heights) and bottom + heights[end] <= PAGE_HEIGHT - MARGIN:
            bottom += heights[end]
            end += 1
        while end < len(heights) and any(box.row < end < box.row + box.height for box in cells):
            end -= 1  # a merged cell is not torn
        return max(end, start + 1)

    def _part(self, cells: list[Any], heights: list[float], columns: list[float], first: int) -> None:
        tops = [self.y + sum(heights[:index]) for index in range(len(heights) + 1)]
        for box in cells:
            left, right = columns[box.column], columns[box.column + box.width]
            top, bottom = tops[box.row - first], tops[box.row - first + box.height]
            self.open.append(f"{left:.1f} {PAGE_HEIGHT - bottom:.1f} {right - left:.1f} {bottom - top:.1f} re S")
            for index, line in enumerate(_wrapped(box.text, right - left - 8)):
                self.open.append(_text(left + 4, top + 4 + SIZE + index * LEADING, line, SIZE))
        self.y = tops[-1]
        if len(cells) and self.y > PAGE_HEIGHT - MARGIN - LEADING:
            self.turn()


def _height(row: int, cells: list[Any], columns: list[float]) -> float:
    """Of what stands in one row alone; a cell over several rows is short in the samples."""
    own = [box for box in cells if box.row == row and box.height == 1]
    lines = [len(_wrapped(box.text, columns[box.column + box.width] - columns[box.column] - 8)) for box in own]
    return max(lines, default=1) * LEADING + 6


def _wrapped(text: str, width: float) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        rest = paragraph
        while rest:
            part, rest = _head(rest, width)
            lines.append(part)
    return lines or [""]


def _head(text: str, width: float) -> tuple[str, str]:
    """What fits on one line, and the rest; every character is as wide as it is high."""
    count = max(1, int(width // SIZE))
    return text[:count], text[count:]


def _text(x: float, y: float, text: str, size: int) -> str:
    code = text.encode("utf-16-be").hex().upper()
    return f"BT /F1 {size} Tf {x:.1f} {PAGE_HEIGHT - y:.1f} Td <{code}> Tj ET"


def _file(streams: list[str]) -> bytes:
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor "
        "/FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
        "/CapHeight 880 /StemV 93 >> >>",
    ]
    for index, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * index} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _numbered(objects)


def _numbered(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()
