"""The citation desk's findings as the public contract cite/1 (docs/review-json.md), one object a file, one a line."""

import json
from typing import Any

from assistant.export.json import citation_object, notice_object
from assistant.model.cited import CitedDocument, CitedGuide, CiteReport, LawQuote, Provision, UnreadFile

Object = dict[str, Any]


def cite_lines(report: CiteReport) -> str:
    """JSONL; what could not be read is a row of its own (failure/1)."""
    rows = [*(cite_object(file) for file in report.files), *(_failure(file) for file in report.unread)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def cite_object(cited: CitedDocument) -> Object:
    document = cited.document
    source = {name: getattr(document, name) for name in ("name", "sha256", "format", "pages")}
    return {
        "schema": "cite/1",
        "source": source,
        "as_of": cited.as_of.isoformat(),
        "text": document.text,
        "guides": [_guide(guide) for guide in cited.guides],
        "citations": [_provision(provision) for provision in cited.provisions],
        "notices": [notice_object(notice) for notice in cited.notices],
    }


def _guide(guide: CitedGuide) -> Object:
    return {
        "id": guide.id,
        "item_name": guide.item_name,
        "department": guide.department,
        "span": [guide.span.start, guide.span.end],
    }


def _provision(provision: Provision) -> Object:
    own = {"guide": provision.guide, "place": provision.place, "law_text": _law(provision.law)}
    own |= {"quoted_from": provision.quoted_from, "quoted_version": provision.quoted_version}
    return citation_object(provision.citation) | own


def _law(law: LawQuote | None) -> Object | None:
    return None if law is None else {"version": law.version, "article": law.article, "cited": law.cited}


def _failure(file: UnreadFile) -> Object:
    error = {"code": file.code, "message": file.message}
    return {"schema": "failure/1", "source": {"name": file.name}, "error": error}
