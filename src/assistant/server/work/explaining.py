"""Why a material or finding of a stored document is judged as it is, in a worker process."""

from dataclasses import dataclass, replace

from assistant.explaining import explain
from assistant.export.explain import render_explanation
from assistant.server.work.deciding import target_of
from assistant.server.work.reviewing import Stored, review_of, stored_again


@dataclass(frozen=True, slots=True)
class Question:
    """One of ``finding`` and ``material`` is set: ids of the present review."""

    stored: Stored
    finding: str | None
    material: str | None


def question_again(question: Question) -> Question:
    return replace(question, stored=stored_again(question.stored))


def explained(question: Question) -> str:
    """explain/1 as JSON. Raises NoSuchTargetError, ReadError."""
    review = review_of(question.stored)
    guide, thing = target_of(review, question.finding, question.material)
    return render_explanation(explain(review, question.stored.book.knowledge(), guide, thing), "json")
