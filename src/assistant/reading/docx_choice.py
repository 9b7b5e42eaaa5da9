"""Where Word keeps several versions of one thing, or wraps it: which one is the text."""

from typing import Any

from assistant.reading.docx_styles import is_on
from assistant.reading.docx_tags import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    GALLERY,
    PLACEHOLDER,
    SDT_CONTENT,
    SDTPR,
    TXBX,
    VAL,
)


def content_of(control: Any) -> Any:
    """What a content control holds; nothing for a table of contents or a placeholder ("click here")."""
    properties = control.find(SDTPR)
    if properties is not None:
        gallery = next(properties.iter(GALLERY), None)
        contents = gallery is not None and gallery.get(VAL) == "Table of Contents"
        if contents or is_on(properties.find(PLACEHOLDER)):
            return ()
    content = control.find(SDT_CONTENT)
    return () if content is None else content


def alternative(element: Any) -> Any:
    """The first choice of mc:AlternateContent, its fallback only where no choice holds anything."""
    for tag in (CHOICE, FALLBACK):
        found = element.find(tag)
        if found is not None and len(found):
            return found
    return ()


def versions(alternate: Any) -> list[Any]:
    """Choices, then fallbacks, of mc:AlternateContent."""
    return [*alternate.findall(CHOICE), *alternate.findall(FALLBACK)]


def text_boxes(drawing: Any, found: list[Any]) -> None:
    """Append the outermost text boxes of a drawing; each once, though Word stores it for old and new programs."""
    if drawing.tag == TXBX:
        found.append(drawing)
    elif drawing.tag == ALTERNATE:
        before = len(found)
        for version in versions(drawing):
            text_boxes(version, found)
            if len(found) > before:
                return
    elif next(drawing.iter(TXBX), None) is not None:
        for child in drawing:
            text_boxes(child, found)
