"""What all formats of the citation report say: rows, advice, and the summary by department."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.laws.compare import wording
from assistant.laws.quotes import plain
from assistant.model.citation import Citation, Verdict
from assistant.model.cited import CitedDocument, Provision

Pieces = tuple[tuple[Literal["same", "gone", "come"], str], ...]
# Shorter than this and at an end it may be words that were dropped; longer it is the rest of the article.
_LEFT_OUT = 16
_LONG = 60
Standing = Literal["ok", "open", "fault"]
STANDINGS: dict[Standing, str] = {"ok": "有效", "open": "待核实", "fault": "有误"}
NO_DEPARTMENT = "（未写部门）"
DEPARTMENT_COLUMNS = ("部门", "文件", "事项", "引用", "有效", "有误", "待核实")

_ADVICE: dict[Verdict, str] = {
    "ok": "",
    "no_such_article": "核对条号，改为现行文本的条",
    "no_such_paragraph": "核对款号",
    "no_such_item": "核对项号",
    "repealed": "改引现行有效的文件；没有的，该依据不成立",
    "not_yet_effective": "施行前不能作依据，改引现行文本",
    "amended_since": "按现行文本核对条号和内容",
    "title_wrong": "改为正式名称",
    "unknown_law": "核对文件名称和文号",
    "ambiguous_name": "写明全称或文号",
    "unverified": "请人工核对",
    "quote_differs": "按现行条文改正引文",
}


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    department: str
    files: int
    guides: int
    provisions: int
    ok: int
    fault: int
    open: int

    @property
    def cells(self) -> tuple[str, int, int, int, int, int, int]:
        """In the order of DEPARTMENT_COLUMNS."""
        return self.department, self.files, self.guides, self.provisions, self.ok, self.fault, self.open


def standing(citation: Citation) -> Standing:
    if citation.verdict == "ok":
        return "ok"
    return "open" if citation.verdict == "unverified" else "fault"


def advice(provision: Provision) -> str:
    """What to do about it; "" where nothing is wrong."""
    citation = provision.citation
    if provision.quoted_from:
        return f"所引内容可能现为{provision.quoted_from}，核对后改条号" + _older(provision)
    if provision.quoted_version:
        return f"按现行条文改正引文{_older(provision)}"
    if citation.verdict == "repealed" and citation.successor:
        return f"改引《{citation.successor}》的相应条款"
    if citation.verdict == "title_wrong" and citation.title:
        return f"改为《{citation.title}》"
    return _ADVICE[citation.verdict]


def _older(provision: Provision) -> str:
    return f"（引文是{provision.quoted_version}文本）" if provision.quoted_version else ""


def written(citation: Citation) -> str:
    """On one line, as it stands in the guide."""
    return " ".join(citation.written.split())


def difference(provision: Provision) -> Pieces:
    """The guide's quote against the law's words: gone is what the guide added, come what it lacks.

    () where the quote does not differ or the law's words are not installed.
    """
    quote = provision.citation.quote
    moved = provision.quoted_from is not None  # the words of two different articles side by side tell nobody anything
    if provision.citation.verdict != "quote_differs" or not quote or provision.law is None or moved:
        return ()
    return _within(wording(plain(quote), plain(provision.law.cited)))


def _within(pieces: Pieces) -> Pieces:
    """A quote of one sentence: what the article says before and after it is left out."""
    shown = list(pieces)
    for end in (0, -1):
        if shown[end][0] == "come" and len(shown) > 1 and len(shown[end][1]) >= _LEFT_OUT:
            shown[end] = ("same", "……")
    return tuple((tag, _shortened(words) if tag == "come" else words) for tag, words in shown)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LEFT_OUT]}……{words[-_LEFT_OUT:]}"


def by_department(files: Iterable[CitedDocument]) -> tuple[DepartmentRow, ...]:
    """A row for each department, those with most faults first; provisions outside of guides have none."""
    places: dict[str, list[tuple[str, str | None, Standing]]] = {}
    for file in files:
        departments = {guide.id: guide.department or NO_DEPARTMENT for guide in file.guides}
        for provision in file.provisions:
            department = departments.get(provision.guide or "", NO_DEPARTMENT)
            entry = file.document.name, provision.guide, standing(provision.citation)
            places.setdefault(department, []).append(entry)
    rows = [_row(department, entries) for department, entries in places.items()]
    return tuple(sorted(rows, key=lambda row: (-row.fault, -row.open, row.department)))


def _row(department: str, entries: Sequence[tuple[str, str | None, Standing]]) -> DepartmentRow:
    count = Counter(entry[2] for entry in entries)
    guides = {entry[:2] for entry in entries if entry[1]}
    files = len({entry[0] for entry in entries})
    return DepartmentRow(department, files, len(guides), len(entries), count["ok"], count["fault"], count["open"])
