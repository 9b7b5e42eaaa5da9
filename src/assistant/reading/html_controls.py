"""Where a web page lets people answer: input, select and textarea, which leave no text."""

from collections.abc import Callable
from typing import Any, cast

from assistant.model.document import Control, ControlKind

CONTROLS = frozenset(["input", "select", "textarea"])
_KINDS = {
    "date": "date", "month": "date", "number": "number", "tel": "phone", "radio": "choice", "checkbox": "choice",
}  # fmt: skip
_SILENT = frozenset(["hidden", "submit", "button", "reset", "image", "search", "password"])
# The first choice of a list that is none: 请选择, --请选择--
_NO_CHOICE = ("请选择", "--", "全部", "选择")


def control_of(element: Any, at: int, said: Callable[[Any], str]) -> Control | None:
    """``at``: the offset in the reading text; ``said``: the words of an element. None for buttons and the unseen."""
    written = (element.get("type") or "text").lower() if element.tag == "input" else element.tag
    if written in _SILENT:
        return None
    kind = {"select": "choice", "textarea": "long_text"}.get(written) or _KINDS.get(written, "text")
    options = _options(element, said) if kind == "choice" else ()
    required = element.get("required") is not None or element.get("aria-required") == "true"
    group = element.get("name") or ""
    return Control(at, cast(ControlKind, kind), options, required, group, element.tag == "select")


def _options(element: Any, said: Callable[[Any], str]) -> tuple[str, ...]:
    if element.tag == "select":
        words = [said(option).strip() for option in element.iter("option")]
        return tuple(word for word in words if word and not word.strip("- ").startswith(_NO_CHOICE))
    parent = element.getparent()
    if parent is not None and parent.tag == "label":
        return tuple(said(parent).split()[:1])
    following = element.getnext()
    if element.tail and element.tail.strip():
        return tuple(_tail(element, said).split()[:1])
    return tuple(said(following).split()[:1]) if following is not None and following.tag in ("label", "span") else ()


def _tail(element: Any, said: Callable[[Any], str]) -> str:
    """The words between the element and its next sibling: ``said`` of a copy that holds them alone."""
    holder = element.makeelement("span")
    holder.text = element.tail
    return said(holder)
