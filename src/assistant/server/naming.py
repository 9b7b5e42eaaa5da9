"""Names of files as people see them. They never become paths: bytes are kept by what is in them."""

import re

# Control characters, and what sets text from right to left: a name that shows other than it is.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff0-\uffff\ud800-\udfff]")
_LONGEST = 200


def shown_name(written: str | None, otherwise: str = "文本") -> str:
    """Folders are kept, as far as they lead down: ``../a/b.docx`` -> ``a/b.docx``."""
    parts = [part.strip() for part in re.split(r"[/\\]", _UNSEEN.sub("", written or ""))]
    name = "/".join(part for part in parts if part not in ("", ".", ".."))
    return name[-_LONGEST:] or otherwise
