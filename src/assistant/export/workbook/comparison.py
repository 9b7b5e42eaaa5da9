"""How items and materials compare with the baseline list (市级基础事项清单)."""

from collections.abc import Iterator, Sequence

from assistant.export.labels import BASELINE
from assistant.export.sheets import Row
from assistant.model.guide import BaselineItem, Guide
from assistant.model.material import Candidate, Material
from assistant.model.review import Review


def comparison_rows(review: Review) -> list[Row]:
    """Empty where no list was given."""
    return [row for guide in review.guides if guide.baseline for row in _guide(guide, guide.baseline)]


def _guide(guide: Guide, item: BaselineItem) -> Iterator[Row]:
    yield {"item": guide.head.item_name, **_item(guide, item)}
    for material in guide.materials:
        if material.baseline.decision is not None:
            yield {"item": guide.head.item_name, **_material(material)}
    for name in item.missing:
        yield {"item": guide.head.item_name, "subject": "材料", "listed": name, "result": "本级缺少"}


def _item(guide: Guide, item: BaselineItem) -> Row:
    type_differs = item.decision == "same" and item.type and guide.head.item_type not in (None, item.type)
    return {
        "subject": "事项",
        "own": guide.head.item_name,
        "listed": item.name or "",
        "code": item.code or "",
        "result": "类型不同" if type_differs else BASELINE[item.decision],
        "because": f"本级{guide.head.item_type}，清单{item.type}" if type_differs else _like(item.candidates),
    }


def _material(material: Material) -> Row:
    match = material.baseline
    assert match.decision is not None
    listed, result = match.name or "", BASELINE[match.decision]
    because = "" if match.decision == "same" else _like(match.candidates)
    return {"subject": "材料", "own": material.name, "listed": listed, "result": result, "because": because}


def _like(candidates: Sequence[Candidate]) -> str:
    return "；".join(f"{candidate.name}：{candidate.because}" for candidate in candidates[:3])
