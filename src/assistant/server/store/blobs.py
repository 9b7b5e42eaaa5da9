"""Files by what is in them: a blob's name is the SHA-256 of its bytes, never a name that somebody gave it."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from assistant.export.files import write_whole

_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Blobs:
    root: Path

    def put(self, data: bytes) -> str:
        """The blob's name; bytes that are there already are not written again."""
        name = sha256(data).hexdigest()
        path = self.path(name)
        if not path.exists():
            write_whole(path, data)
        return name

    def path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError(f"no name of a blob: {name!r}")
        return self.root / name[:2] / name

    def named(self, name: str, like: str) -> Path:
        """The blob under a path that keeps the ending of ``like``, for readers that go by it; made when first asked.

        It is a second name of the same bytes below the folder of blobs; of ``like`` only letters of the ending count.
        """
        ending = "".join(re.findall(r"[a-z0-9]", like.rpartition(".")[2].lower()))[:8]
        path = self.path(name).with_suffix(f".{ending}")
        if not path.exists():
            write_whole(path, self.get(name))
        return path

    def get(self, name: str) -> bytes:
        return self.path(name).read_bytes()

    def sweep(self, wanted: Collection[str]) -> int:
        """Removes what no row names any more, half-written files included; returns how many."""
        gone = 0
        for path in sorted(self.root.glob("*/*")):
            if path.is_file() and path.stem not in wanted:
                path.unlink()
                gone += 1
        return gone
