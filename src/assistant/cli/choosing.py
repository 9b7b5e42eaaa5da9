"""The material or finding a user means: by its name, a part of it, or its id."""

import click

from assistant.model.finding import Finding
from assistant.model.guide import Guide
from assistant.model.material import Material
from assistant.model.review import Review


def the_material(review: Review, words: str) -> tuple[Guide, Material]:
    """An exact name (or id) goes before a part of one; where several fit, they are listed. Raises UsageError."""
    pairs = [(guide, material) for guide in review.guides for material in guide.materials]
    exact = [pair for pair in pairs if words in (pair[1].name, pair[1].id)]
    found = exact or [pair for pair in pairs if words in pair[1].name]
    if not found:
        names = "、".join(dict.fromkeys(material.name for _, material in pairs)) or "（没有读到材料）"
        raise click.UsageError(f"没有名称里带“{words}”的材料。本文件的材料：{names}")
    if len(found) > 1:
        listed = "\n".join(f"  {material.id}  {guide.head.item_name}：{_case(material)}" for guide, material in found)
        raise click.UsageError(f"“{words}”对应{len(found)}份材料，请写全名或编号（--material 编号）：\n{listed}")
    return found[0]


def _case(material: Material) -> str:
    return f"{material.name}（{material.scenario}）" if material.scenario else material.name


def the_finding(review: Review, number: str) -> tuple[Guide, Finding]:
    """Raises UsageError with what there is."""
    found = next((finding for finding in review.findings if finding.id == number), None)
    if found is None:
        listed = "\n".join(f"  {finding.id}  {finding.message}" for finding in review.findings) or "  （没有发现问题）"
        raise click.UsageError(f"没有编号为“{number}”的问题。本文件的问题：\n{listed}")
    return next(guide for guide in review.guides if guide.id == found.guide), found
