"""The rows that one review puts into the attachments."""

from dataclasses import dataclass

from assistant.export.attachments.adjustments import adjustment_rows
from assistant.export.attachments.items import item_row
from assistant.export.attachments.proofs import proof_rows
from assistant.export.sheets import Row
from assistant.model.review import Review


@dataclass(frozen=True, slots=True)
class Filing:
    """Pickles, so that workers can hand it back. ``compared`` is how many of the items are as the list has them, None
    where no list was given.
    """

    items: tuple[Row, ...]
    adjustments: tuple[Row, ...]
    proofs: tuple[Row, ...]
    compared: int | None


def filing_of(review: Review) -> Filing:
    return Filing(
        tuple(item_row(guide, review) for guide in review.guides),
        tuple(adjustment_rows(review)),
        tuple(row for guide in review.guides for row in proof_rows(guide, review)),
        review.comparison.items()["一致"] if review.comparison else None,
    )
