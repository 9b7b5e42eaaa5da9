"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

TEMPORARY = ".jianzheng-"


def write_whole(path: Path, data: bytes) -> None:
    """Creates or replaces ``path``; a reader never sees half of it, and a failure leaves nothing behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o666 & ~_umask())  # mkstemp gives 0600, which colleagues on a shared drive cannot read
        temporary.replace(path)
    except BaseException as fault:
        temporary.unlink(missing_ok=True)
        if isinstance(fault, OSError) and fault.filename is None:
            fault.filename = str(path)  # a full disk does not say whose write it was
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
