"""Citations, findings that are about no material, and notices."""

from assistant.export.labels import CATEGORIES, VERDICTS, ground_text
from assistant.export.sheets import Row
from assistant.model.review import Review


def citation_rows(review: Review) -> list[Row]:
    return [
        {
            "item": guide.head.item_name,
            "written": " ".join(citation.written.split()),
            "title": citation.title or "",
            "level": citation.level or "",
            "verdict": VERDICTS[citation.verdict],
            "because": citation.because,
        }
        for guide in review.guides
        for citation in guide.citations
    ]


def other_rows(review: Review) -> list[Row]:
    names = {guide.id: guide.head.item_name for guide in review.guides}
    return [
        {
            "item": names[finding.guide],
            "category": CATEGORIES[finding.category],
            "message": finding.message,
            "grounds": "\n".join(dict.fromkeys(ground_text(ground) for ground in finding.basis)),
        }
        for finding in review.findings
        if finding.target.type not in ("material", "citation")
    ]


def notice_rows(review: Review) -> list[Row]:
    return [{"message": notice.message} for notice in review.notices]
