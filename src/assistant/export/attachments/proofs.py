"""保留证明事项清单: what 优化营商环境条例 44 第三款 asks to publish of every proof that stays."""

from collections.abc import Iterator

from assistant.export.official_words import or_gap, provisions_text, rank
from assistant.export.remaining import chosen_cuts
from assistant.export.sheets import Row
from assistant.model.citation import Citation
from assistant.model.guide import Guide
from assistant.model.material import Material
from assistant.model.new_guide import GAP
from assistant.model.plan import Cut
from assistant.model.review import Review

_NO_BASIS = ("", "无", "无依据", "/", "-", "—")
# What the applicant writes, or the applicant's own unit: no proof by somebody else.
_OWN_WORDS = ("承诺", "声明", "申请", "委托")


def proof_rows(guide: Guide, review: Review) -> Iterator[Row]:
    gone = chosen_cuts(guide, review)
    cuts = {cut.material: cut for cut in review.plan.cuts if cut.guide == guide.id}
    for material in guide.materials:
        if material.id not in gone and _is_proof(material):
            yield _row(material, cuts.get(material.id), guide, review)


def _is_proof(material: Material) -> bool:
    """A licence (证照) is none, nor what the applicant states himself."""
    if (material.kind.id or "").startswith("L") or any(word in material.name for word in _OWN_WORDS):
        return False
    return "证明" in material.name or "证明" in (material.kind.name or "")


def _row(material: Material, cut: Cut | None, guide: Guide, review: Review) -> Row:
    citations = [citation for citation in guide.citations if citation.id in material.basis]
    return {
        "proof": material.name,
        "purpose": f"办理{guide.head.item_name}",
        "grounds": _grounds(material, citations),
        "rank": or_gap(_rank(citations)),
        "unit": or_gap(guide.head.department),
        "issuer": or_gap(material.issuer),
        "guide": f"{guide.head.item_name}（{review.document.name}）",
        "level": or_gap(guide.baseline.level if guide.baseline else None),
        "type": or_gap(guide.head.item_type),
        "reason": cut.decision.reason if cut and cut.decision and cut.decision.reason else GAP,
        "note": "" if cut is None else "有精简建议，经决定保留" if cut.decision else "有精简建议，待定",
    }


def _grounds(material: Material, citations: list[Citation]) -> str:
    if citations:
        return provisions_text(citations)
    written = " ".join((material.basis_written or "").split())
    return GAP if written in _NO_BASIS else written


def _rank(citations: list[Citation]) -> str | None:
    """The highest: a proof needs a law, a regulation or a decision of the State Council (第四十四条第一款)."""
    return min(citations, key=rank).level if citations else None
