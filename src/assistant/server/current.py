"""The review of a stored document as it is true now."""

from assistant.server.bench import Bench
from assistant.server.jobs.request import basis, request
from assistant.server.problems import Problem
from assistant.server.store.documents import StoredDocument, Who, find_document, set_reviewed
from assistant.server.store.reviews import StoredReview, find_review, save_review
from assistant.server.work.reviewing import Reviewed, Stored, review_stored, stored_again

_NOT_YET = {
    "queued": (409, "not_yet", "还在排队，请稍候"),
    "running": (409, "not_yet", "正在审查，请稍候"),
    "cancelled": (409, "cancelled", "已取消，没有审查结果；请重新上传"),
}


def the_document(bench: Bench, who: Who, key: str) -> StoredDocument:
    with bench.store.reading() as connection:
        found = find_document(connection, who, key)
    if found is None:
        raise Problem(404, "not_found", "没有这份文件，可能已被删除")
    return found


def reviewable(bench: Bench, who: Who, key: str) -> StoredDocument:
    """A document whose review has ended well."""
    document = the_document(bench, who, key)
    if document.state in _NOT_YET:
        raise Problem(*_NOT_YET[document.state])
    if document.state == "failed":
        raise Problem(422, document.code or "failed", document.message or "这份文件没有审查结果")
    return document


def stored(bench: Bench, document: StoredDocument) -> Stored:
    with bench.store.reading() as connection:
        return request(connection, document, bench.settings, bench.blobs)


def current_review(bench: Bench, who: Who, document: StoredDocument) -> StoredReview:
    """The one we hold where nothing has changed it, else a new one. Raises ReadError, KnowledgeError, WorkError."""
    wanted = stored(bench, document)
    with bench.store.reading() as connection:
        held = find_review(connection, document.id)
    if held is not None and held.basis == basis(wanted, held):
        return held
    return keep(bench, who, document, wanted, bench.desk.ask(review_stored, wanted, stored_again))


def keep(bench: Bench, who: Who, document: StoredDocument, wanted: Stored, result: Reviewed) -> StoredReview:
    review = made(document, wanted, result)
    with bench.store.writing() as connection:
        if find_document(connection, who, document.id):
            save_review(connection, who, review)
            set_reviewed(connection, document.id, result.format)
    return review


def made(document: StoredDocument, wanted: Stored, result: Reviewed) -> StoredReview:
    review = StoredReview(document.id, "", result.contract, result.summary, result.cited)
    return StoredReview(document.id, basis(wanted, review), result.contract, result.summary, result.cited)
