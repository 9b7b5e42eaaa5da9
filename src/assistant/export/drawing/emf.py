"""A drawing as an enhanced metafile (MS-EMF): lines stay sharp in print, and Word, WPS and LibreOffice all show it.

The picture's device counts hundredths of a millimetre, so a coordinate is a length and no mapping is needed.
"""

import struct
from collections.abc import Iterator

from assistant.export.drawing.shapes import FONT_SIZE, Anchor, Arrow, Bar, Box, Drawing, Point
from assistant.export.drawing.svg import diamond

_PER_POINT = 2540 / 72
_FONT = "宋体"
_HEADER, _EOF = 1, 14
_BACKGROUND_MODE, _TEXT_ALIGN, _SELECT = 18, 22, 37
_PEN, _BRUSH, _CREATE_FONT = 38, 39, 82
_RECTANGLE, _ROUND_RECTANGLE, _TEXT = 43, 44, 84
_POLYGON, _POLYLINE = 86, 87  # with 16-bit points
_SOLID_PEN, _DASHED_PEN, _WHITE, _BLACK, _FONT_HANDLE = 1, 2, 3, 4, 5
_ON_BASELINE = 24
_ANCHORS: dict[Anchor, int] = {"start": 0, "middle": 6, "end": 2}
_CENTRED_ON_BASELINE = _ANCHORS["middle"] | _ON_BASELINE
_NO_PEN = 0x80000008  # of those every device has
_DELETE = 40
_PAINT = 6  # handle of the brush of one bar


def emf(drawing: Drawing) -> bytes:
    records = [*_tools(), *_body(drawing), _record(_EOF, struct.pack("<3I", 0, 16, 20))]
    width, height = _scaled((drawing.width, drawing.height))
    body = b"".join(records)
    header = struct.pack(
        "<8i4I2H3I2i2i",
        *(0, 0, width, height),  # bounds, in device units
        *(0, 0, width, height),  # frame, in hundredths of a millimetre
        *(0x464D4520, 0x10000, 88 + len(body), len(records) + 1),  # signature, version, bytes, records
        *(7, 0),  # objects of the table, reserved
        *(0, 0, 0),  # no description, no palette
        *(20000, 28000),  # the device's size in units
        *(200, 280),  # and in millimetres
    )
    return _record(_HEADER, header) + body


def _tools() -> Iterator[bytes]:
    yield _record(_BACKGROUND_MODE, struct.pack("<I", 1))  # words do not paint over lines
    yield _record(_TEXT_ALIGN, struct.pack("<I", _CENTRED_ON_BASELINE))
    for handle, style in ((_SOLID_PEN, 0), (_DASHED_PEN, 1)):
        yield _record(_PEN, struct.pack("<2I2iI", handle, style, 25, 0, 0x333333))
    for handle, colour in ((_WHITE, 0xFFFFFF), (_BLACK, 0x333333)):
        yield _record(_BRUSH, struct.pack("<4I", handle, 0, colour, 0))
    size = round(-FONT_SIZE * _PER_POINT)
    font = struct.pack("<5i8B", size, 0, 0, 0, 400, 0, 0, 0, 134, 0, 0, 0, 0)  # 134: the Chinese character set
    name = _FONT.encode("utf-16-le").ljust(64, b"\0")
    yield _record(_CREATE_FONT, struct.pack("<I", _FONT_HANDLE) + (font + name).ljust(320, b"\0"))
    yield _record(_SELECT, struct.pack("<I", _FONT_HANDLE))


def _body(drawing: Drawing) -> Iterator[bytes]:
    yield from _selected(_SOLID_PEN, _BLACK)
    for arrow in drawing.arrows:
        yield from _arrow(arrow)
    for box in drawing.boxes:
        yield from _selected(_DASHED_PEN if box.dashed else _SOLID_PEN, _WHITE)
        yield _frame(box)
        for line, y in zip(box.lines, box.baselines(), strict=True):
            yield _words(line, (box.middle[0], y))
    for bar in drawing.bars:
        yield from _bar(bar)
    for label in drawing.labels:
        yield _record(_TEXT_ALIGN, struct.pack("<I", _ANCHORS[label.anchor] | _ON_BASELINE))
        yield _words(label.words, label.at)


def _bar(bar: Bar) -> Iterator[bytes]:
    red, green, blue = bytes.fromhex(bar.colour)
    yield _record(_BRUSH, struct.pack("<4I", _PAINT, 0, red | green << 8 | blue << 16, 0))
    yield from _selected(_NO_PEN, _PAINT)
    corners = (*_scaled((bar.x, bar.y)), *_scaled((bar.x + bar.width, bar.y + bar.height)))
    yield _record(_RECTANGLE, struct.pack("<4i", *corners))
    yield from _selected(_WHITE)
    yield _record(_DELETE, struct.pack("<I", _PAINT))


def _selected(*handles: int) -> Iterator[bytes]:
    for handle in handles:
        yield _record(_SELECT, struct.pack("<I", handle))


def _arrow(arrow: Arrow) -> Iterator[bytes]:
    yield _points(_POLYLINE, arrow.points)
    yield _points(_POLYGON, arrow.head())
    if arrow.words:
        yield _words(arrow.words, arrow.words_at)


def _frame(box: Box) -> bytes:
    if box.outline == "diamond":
        return _points(_POLYGON, diamond(box))
    corners = (*_scaled((box.x, box.y)), *_scaled((box.x + box.width, box.y + box.height)))
    if box.outline == "oval":
        return _record(_ROUND_RECTANGLE, struct.pack("<6i", *corners, *_scaled((box.height, box.height))))
    return _record(_RECTANGLE, struct.pack("<4i", *corners))


def _points(kind: int, points: tuple[Point, ...]) -> bytes:
    scaled = [_scaled(point) for point in points]
    xs, ys = [x for x, _ in scaled], [y for _, y in scaled]
    head = struct.pack("<4iI", min(xs), min(ys), max(xs), max(ys), len(scaled))
    return _record(kind, head + b"".join(struct.pack("<2h", *point) for point in scaled))


def _words(words: str, at: Point) -> bytes:
    """Every character's width is given, as the format demands; the words begin 76 bytes into the record."""
    text = words.encode("utf-16-le")
    padded = text.ljust(-(-len(text) // 4) * 4, b"\0")
    em = FONT_SIZE * _PER_POINT
    units = len(text) // 2
    widths = [
        round(em * (1 if char > "ÿ" else 0.55)) for char in words for _ in range(len(char.encode("utf-16-le")) // 2)
    ]
    head = struct.pack("<4iI2f", 0, 0, -1, -1, 1, 1.0, 1.0)
    place = struct.pack("<2i3I4iI", *_scaled(at), units, 76, 0, 0, 0, -1, -1, 76 + len(padded))
    return _record(_TEXT, head + place + padded + struct.pack(f"<{units}I", *widths))


def _scaled(point: Point) -> tuple[int, int]:
    return round(point[0] * _PER_POINT), round(point[1] * _PER_POINT)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<2I", kind, 8 + len(body)) + body
