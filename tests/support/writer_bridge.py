"""The way to a running office. Runs on the office's own Python."""

import time
from typing import Any

import uno


def connected(way: str) -> Any:
    """The office's component context; ``way`` is "pipe,name=…" or "socket,host=…,port=…".

    Exits when the office does not answer within a minute.
    """
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:{way};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("soffice does not answer")
