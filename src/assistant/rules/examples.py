"""The examples inside a rule: guides that must give one finding at each ⟦spot⟧, and guides that must give none."""

from assistant.rules.schema import Example
from assistant.rules.source import Path, Source

_OPEN, _CLOSE = "⟦", "⟧"


def read_examples(source: Source, value: object) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    raw = source.known(value, ("examples",), ("fires_on", "quiet_on"), ("fires_on", "quiet_on"))
    return _examples(source, raw["fires_on"], "fires_on"), _examples(source, raw["quiet_on"], "quiet_on")


def _examples(source: Source, value: object, key: str) -> tuple[Example, ...]:
    found = []
    for index, entry in enumerate(source.list(value, ("examples", key))):
        path: Path = ("examples", key, index)
        raw = source.known(entry, path, ("name", "guide", "as_of", "baseline", "needs"), ("name", "guide"))
        if not isinstance(raw["guide"], str):
            source.fail((*path, "guide"), "“guide”应当是文字")
        text, spots = unmark(raw["guide"])
        if bool(spots) != (key == "fires_on"):
            source.fail((*path, "guide"), "fires_on 的例子要用⟦⟧标出该提示的地方，quiet_on 的例子不能有⟦⟧")
        day = source.day(raw.get("as_of"), (*path, "as_of"))
        listed = source.text(raw["baseline"], (*path, "baseline")) if "baseline" in raw else None
        texts = "needs" in raw and source.one_of(raw["needs"], (*path, "needs"), ["law-texts"]) == "law-texts"
        found.append(Example(source.text(raw["name"], (*path, "name")), text, spots, day, listed, texts))
    return tuple(found)


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without ⟦ ⟧ and the spans between them; an unclosed mark gives no span."""
    text, spots, start = "", [], None
    for character in marked:
        if character == _OPEN:
            start = len(text)
        elif character == _CLOSE and start is not None:
            spots.append((start, len(text)))
            start = None
        else:
            text += character
    return text, tuple(spots)
