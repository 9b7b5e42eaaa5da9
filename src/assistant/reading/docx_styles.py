"""styles.xml: what a paragraph style says of heading level, boldness and numbering."""

from dataclasses import dataclass
from typing import Any

from assistant.reading.docx_tags import ILVL, NUMID, NUMPR, OUTLINE, PPR, RPR, VAL, B, w


@dataclass(frozen=True, slots=True)
class Style:
    """``level``: of a heading, 1 to 9; ``number``: list, level, defining style; ``contents``: of a contents table."""

    level: int | None = None
    bold: bool = False
    number: tuple[str, int, str] | None = None
    contents: bool = False


PLAIN = Style()
_BOLD, _OUTLINE = f"{RPR}/{B}", f"{PPR}/{OUTLINE}"


class Styles:
    """Styles by id with what they inherit; resolved when first asked for. ``root`` is ``w:styles``."""

    def __init__(self, root: Any | None) -> None:
        found = root.iterchildren(w("style")) if root is not None else ()
        self._elements: dict[str | None, Any] = {style.get(w("styleId")): style for style in found}
        self._known: dict[str | None, Style] = {}

    def get(self, name: str | None) -> Style:
        style = self._known.get(name)
        if style is None:
            style = self._known[name] = _resolve(name, self._elements, 0)
        return style

    def default(self) -> Style:
        """The style of paragraphs that name none."""
        elements = self._elements.items()
        return self.get(next((n for n, e in elements if e.get(w("default")) and e.get(w("type")) == "paragraph"), None))


def _resolve(name: str | None, elements: dict[str | None, Any], depth: int) -> Style:
    element = elements.get(name)
    if element is None or depth > 20:  # a style based on itself
        return PLAIN
    based = element.find(w("basedOn"))
    base = _resolve(based.get(VAL), elements, depth + 1) if based is not None else PLAIN
    level = _level(element)
    own_bold = element.find(_BOLD)
    return Style(
        base.level if level is None else level or None,
        base.bold if own_bold is None else is_on(own_bold),
        _number(element, base, name or ""),
        _name(element).startswith("toc "),
    )


def _level(element: Any) -> int | None:
    """1 to 9; 0 for "body text, said so"; None where the style is silent."""
    outline = element.find(_OUTLINE)
    if outline is not None:
        return outline_level(outline.get(VAL))
    name = _name(element)
    for prefix in ("heading ", "标题 "):
        if name.startswith(prefix) and name[len(prefix) :].isdigit():
            return int(name[len(prefix) :])
    return None


def outline_level(value: str | None) -> int:
    """Word counts outline levels from 0; 9 is body text. Here 1 to 9, and 0 for body text."""
    return int(value) + 1 if value and value.isdigit() and int(value) < 9 else 0


def _number(element: Any, base: Style, name: str) -> tuple[str, int, str] | None:
    found = element.find(f"{PPR}/{NUMPR}")
    if found is None:
        return base.number
    number, level = found.find(NUMID), found.find(ILVL)
    inherited = base.number[0] if base.number else ""
    return (inherited if number is None else number.get(VAL, ""), int_of(level), name)


def int_of(element: Any | None, absent: int = 0) -> int:
    value = element.get(VAL) if element is not None else None
    return int(value) if value and value.lstrip("-").isdigit() else absent


def _name(element: Any) -> str:
    name = element.find(w("name"))
    return (name.get(VAL) or "").lower() if name is not None else ""


def is_on(element: Any | None) -> bool:
    """Whether an on/off property is there and not switched off."""
    return element is not None and element.get(VAL) not in ("0", "false", "off", "none")
