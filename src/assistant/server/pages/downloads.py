"""What can be downloaded of a review, in the order and words of the table of writers."""

from dataclasses import dataclass

from assistant.export import KINDS

# What a clerk wants to hold in hands first; formats named nowhere stand under 其他.
_GROUPS = (
    ("改好的文件", ("marked", "guide")),
    ("清单和附件", ("xlsx", "attachments", "notices", "summary", "flow")),
    ("一表式", ("form", "form-html", "form-sample", "form-map")),
    ("平台和程序", ("portal", "platform", "json", "text")),
)


@dataclass(frozen=True, slots=True)
class Download:
    """``format`` is its name in the API's address."""

    format: str
    words: str
    suffix: str


def groups() -> tuple[tuple[str, tuple[Download, ...]], ...]:
    named = {name for _, names in _GROUPS for name in names}
    others = tuple(name for name in KINDS if name not in named)
    rows = (*_GROUPS, ("其他", others))
    shown = ((title, tuple(_download(name) for name in names if name in KINDS)) for title, names in rows)
    return tuple((title, downloads) for title, downloads in shown if downloads)


def _download(name: str) -> Download:
    kind = next(kind for known, kind in KINDS.items() if known == name)
    return Download(name, kind.words, kind.suffix)
