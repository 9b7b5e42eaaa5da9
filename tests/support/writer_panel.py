"""Uses the sidebar panel as a clerk does, through what a screen reader sees. Runs on the office's own Python.

    python3 writer_panel.py PORT GUIDE.docx TITLE OUT.docx -> JSON on standard output

Opens the guide, shows the panel, waits for the review, chooses the card TITLE, presses 采纳, waits for the next review,
saves the document as OUT.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from writer_bridge import connected

PORT, GUIDE, TITLE, OUT = sys.argv[1:]
BUTTON, ITEM = 44, 33  # accessible roles


def until(found: Callable[[], Any], what: str, seconds: float = 60) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = found()
        if value:
            return value
        time.sleep(0.3)
    raise SystemExit(f"waited in vain for {what}")


def below(accessible: Any, depth: int = 0) -> Iterator[Any]:
    yield accessible
    count = accessible.getAccessibleChildCount()
    for at in range(count if depth < 24 and count < 300 else 0):
        try:
            child = accessible.getAccessibleChild(at).getAccessibleContext()
        except Exception:  # gone since it was counted
            continue
        yield from below(child, depth + 1)


def seen(frame: Any, role: int, name: str) -> Any:
    for each in below(frame.ContainerWindow.getAccessibleContext()):
        try:
            if each.getAccessibleRole() == role and each.getAccessibleName().startswith(name):
                return each
        except Exception:
            continue
    return None


def shown(document: Any) -> None:
    """``activate`` toggles: a deck that is on would be put away."""
    sidebar = document.CurrentController.getSidebar()
    sidebar.setVisible(True)
    deck = sidebar.getDecks().getByName("JianzhengDeck")
    until(lambda: deck.isActive() or deck.activate(True) or deck.isActive(), "the panel's deck")


def main() -> dict[str, Any]:
    context = connected(f"socket,host=127.0.0.1,port={PORT}")
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(GUIDE), "_blank", 0, ())
    frame = document.CurrentController.Frame
    shown(document)
    card = until(lambda: seen(frame, ITEM, TITLE), "the card")
    box = card.getAccessibleParent().getAccessibleContext()
    box.selectAccessibleChild(card.getAccessibleIndexInParent())
    until(lambda: TITLE.split(" · ")[-1] in selection(document), "the selection in the document", 10)
    chosen = selection(document)
    seen(frame, BUTTON, "采纳").doAccessibleAction(0)
    until(lambda: seen(frame, ITEM, TITLE) is None, "the next review")
    properties = PropertyValue()
    properties.Name, properties.Value = "FilterName", "MS Word 2007 XML"
    document.storeToURL(uno.systemPathToFileUrl(OUT), (properties,))
    return {"selected": chosen, "tracking": document.RecordChanges}


def selection(document: Any) -> str:
    chosen = document.CurrentController.getSelection()
    return str(chosen.getByIndex(0).getString()) if hasattr(chosen, "getByIndex") else ""


if __name__ == "__main__":
    print(json.dumps(main(), ensure_ascii=False))
    sys.stdout.flush()
    os._exit(0)  # the bridge would otherwise hang at the interpreter's end
