"""What the three notices share: number, applicant, legal ground, seal and signature."""

from assistant.export.official_words import section_words
from assistant.export.paper import IN_TABLES, Piece, Pieces, Word, gap, headline, line
from assistant.model.guide import Guide
from assistant.model.review import Review

LICENSING = "《中华人民共和国行政许可法》"
_LONGEST_PHONE = 40  # characters; more is no telephone number but a text about one


def opening(word: Word, title: str, new_page: bool) -> None:
    headline(word, title, new_page)
    line(word, ("编号：", gap(3), "〔", gap(2), "〕第", gap(3), "号"), align="right", indent=False)
    line(word, (gap(10), "（申请人）："), indent=False)


def request(guide: Guide) -> Pieces:
    """你（单位）于　年　月　日提出的“…”申请"""
    item = Piece(guide.head.item_name) if guide.head.item_name else gap(8)
    return ("你（单位）于", gap(3), "年", gap(2), "月", gap(2), "日提出的“", item, "”申请收悉。")


def by_law(guide: Guide, provision: str) -> str:
    """The law is on licences; for other items it is a model, and where the type is not known the clerk ticks."""
    kind = guide.head.item_type
    start = "根据" if kind == "行政许可" else "参照" if kind else "□根据　□参照"
    return f"{start}{LICENSING}{provision}的规定"


def closing(word: Word, guide: Guide, review: Review) -> None:
    phone = section_words(guide, review, ("consult",), _LONGEST_PHONE)
    known = bool(phone) and not phone.endswith("…")
    line(word, ("联系人：", gap(6), "　　联系电话：", Piece(phone) if known else gap(8)), keep=True)
    seal = (guide.head.department or "").partition("（")[0]  # who acts for it is no part of its name
    line(word, (seal or gap(10), "（专用印章）"), align="right", indent=False, right=2, keep=True)
    line(word, (gap(3), "年", gap(2), "月", gap(2), "日"), align="right", indent=False, right=2, keep=True)
    signed: Pieces = ("申请人（签收）：", gap(6), "　　　　", gap(3), "年", gap(2), "月", gap(2), "日")
    line(word, signed, indent=False)
    line(word, ("本通知书一式两份，申请人、受理机关各一份。",), indent=False, size=IN_TABLES)
