"""三个三分之一、两个二分之一 with the numbers they are made of, for the whole file and for each of several items."""

from collections.abc import Iterator

from assistant.export.goals import Measure, item_measures, whole_measures
from assistant.export.sheets import Row
from assistant.model.review import Review

_ALL = "合计"
_BY_PEOPLE = "由单位认定"


def target_rows(review: Review) -> list[Row]:
    return list(_rows(review))


def _rows(review: Review) -> Iterator[Row]:
    yield from (_row(_ALL, measure) for measure in whole_measures(review))
    count = len(review.guides)
    if count:  # an item that a law sets cannot be cut here
        words: Row = {"target": "办理事项压减三分之一", "goal": 1 / 3, "after": _BY_PEOPLE, "met": _BY_PEOPLE}
        yield {"scope": _ALL, "before": count, **words}
    if count > 1:
        for guide in review.guides:
            yield from (_row(guide.head.item_name, measure) for measure in item_measures(guide, review))


def _row(scope: str, measure: Measure) -> Row:
    return {
        "scope": scope,
        "target": measure.words,
        "before": measure.before,
        "after": measure.after,
        "gone": measure.gone,
        "share": measure.share,
        "goal": 1 / measure.parts,
        "met": "达到" if measure.met else "未达到",
    }
