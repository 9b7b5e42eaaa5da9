"""The picture: for every item a pair of bars of its papers, steps and days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.export.drawing.shapes import Bar, Drawing, Label, width_of
from assistant.export.goals import DAYS, PAPERS, STEPS, Measure, item_measures
from assistant.model.overview import ItemSummary

BEFORE, AFTER = "B4BCC6", "2F6FB2"
# Points. A page holds twelve items.
_NAME, _PANEL, _BAR, _ROW, _HEAD = 132.0, 116.0, 84.0, 26.0, 34.0
_THICK, _AIR = 9.0, 3.0
_MOST = 12
_PANELS = (PAPERS, STEPS, DAYS)


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    measures: tuple[Measure, ...]


def chart(summaries: Sequence[ItemSummary]) -> Drawing:
    items = [_Item(summary.item_name, item_measures(summary)) for summary in summaries]
    shown = _shown(items)
    height = _HEAD + _ROW * len(shown) + (14 if len(shown) < len(items) else 0)
    marks = [mark for at, item in enumerate(shown) for mark in _row(item, _HEAD + _ROW * at, shown)]
    labels = [*_heads(shown), *(mark for mark in marks if isinstance(mark, Label))]
    if len(shown) < len(items):
        labels.append(Label(f"另有{len(items) - len(shown)}个事项没有画出", (0, height - 3)))
    bars = [*_legend(), *(mark for mark in marks if isinstance(mark, Bar))]
    title = f"{len(items)}个事项精简前后的材料、环节和时限"
    return Drawing(title, _NAME + len(_PANELS) * _PANEL, height, bars=tuple(bars), labels=tuple(labels))


def _shown(items: Sequence[_Item]) -> list[_Item]:
    """Where there are too many, those that shed most papers and steps, in the file's order."""
    if len(items) <= _MOST:
        return list(items)
    most = sorted(range(len(items)), key=lambda at: -sum(measure.tally.chosen for measure in items[at].measures))
    return [items[at] for at in sorted(most[:_MOST])]


def _legend() -> Iterator[Bar]:
    yield Bar(0, 2, 12, _THICK, BEFORE)
    yield Bar(54, 2, 12, _THICK, AFTER)


def _heads(items: Sequence[_Item]) -> Iterator[Label]:
    yield Label("精简前", (16, 10))
    yield Label("精简后", (70, 10))
    units = {measure.what: measure.unit for item in items for measure in item.measures}
    for at, what in enumerate(_PANELS):
        yield Label(f"{what}（{units[what]}）" if what in units else what, (_NAME + at * _PANEL, 27))


def _row(item: _Item, top: float, items: Sequence[_Item]) -> Iterator[Bar | Label]:
    yield Label(_short(item.name), (0, top + _ROW / 2 + 2))
    for at, what in enumerate(_PANELS):
        measure = next((each for each in item.measures if each.what == what), None)
        left = _NAME + at * _PANEL
        if measure is None:
            yield Label("—", (left, top + _ROW / 2 + 2))
            continue
        most = max(each.before for other in items for each in other.measures if each.what == what)
        for number, colour, y in ((measure.before, BEFORE, top + _AIR), (measure.after, AFTER, top + _AIR + _THICK)):
            length = max(_BAR * number / most, 1)
            yield Bar(left, y, length, _THICK, colour)
            yield Label(str(number), (left + length + 3, y + _THICK - 0.5))


def _short(name: str) -> str:
    """As much as the column holds."""
    if width_of(name) <= _NAME - 6:
        return name
    short = name
    while width_of(short + "…") > _NAME - 6:
        short = short[:-1]
    return f"{short}…"
