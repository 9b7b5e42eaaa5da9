"""What LibreOffice sees in Word files. Run by the system's Python, which has the module uno:

    soffice --headless --accept="pipe,name=NAME;urp;" …  &
    /usr/bin/python3 uno_look.py NAME FILE…

Prints one line of JSON a file: revisions as [type, author], comments as [author, words], the text as it is, and the
text after all revisions are rejected, and after all are accepted.
"""

import contextlib
import json
import os
import sys
import tempfile
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from writer_bridge import connected


def main() -> None:
    name, *paths = sys.argv[1:]
    context = connected(f"pipe,name={name}")
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for path in paths:
        seen = _looked_at(desktop, path)
        for key, command in (("rejected", "Reject"), ("accepted", "Accept")):
            document = _opened(desktop, path)
            frame = document.CurrentController.Frame
            dispatcher.executeDispatch(frame, f".uno:{command}AllTrackedChanges", "", 0, ())
            seen[key] = _text(document)
            document.close(False)
        print(json.dumps(seen, ensure_ascii=False), flush=True)
    with contextlib.suppress(Exception):  # the bridge breaks when the office ends
        desktop.terminate()


def _opened(desktop: Any, path: str) -> Any:
    hidden = PropertyValue("Hidden", 0, True, 0)
    return desktop.loadComponentFromURL(uno.systemPathToFileUrl(os.path.abspath(path)), "_blank", 0, (hidden,))


def _looked_at(desktop: Any, path: str) -> dict[str, Any]:
    document = _opened(desktop, path)
    redlines = document.Redlines.createEnumeration()
    revisions = []
    while redlines.hasMoreElements():
        redline = redlines.nextElement()
        revisions.append([redline.getPropertyValue("RedlineType"), redline.getPropertyValue("RedlineAuthor")])
    fields = document.TextFields.createEnumeration()
    comments = []
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation"):
            comments.append([field.Author, field.Content])
    seen = {"revisions": revisions, "comments": comments, "text": _text(document)}
    document.close(False)
    return seen


def _text(document: Any) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text.txt")
        filters = (
            PropertyValue("FilterName", 0, "Text (encoded)", 0),
            PropertyValue("FilterOptions", 0, "UTF8,LF", 0),
        )
        document.storeToURL(uno.systemPathToFileUrl(path), filters)
        with open(path, encoding="utf-8-sig") as file:
            return file.read()


main()
