"""The way to a running office over its socket. Runs on the office's own Python."""

import time
from typing import Any

import uno


def connected(port: str) -> Any:
    """The office's component context. Exits when it does not answer within a minute."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("soffice does not answer")
