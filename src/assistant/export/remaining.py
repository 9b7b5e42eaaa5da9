"""What the applicant still brings once the chosen cuts are made."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.model.guide import Guide
from assistant.model.material import Material
from assistant.model.plan import Cut
from assistant.model.review import Review

_NECESSITY = {"optional": "非必要", "deferrable": "可容缺后补"}


@dataclass(frozen=True, slots=True)
class Remaining:
    """One row. ``materials`` are several where one of them is enough, none for what takes the place of ``instead_of``.

    ``form`` is "原件1份", "" where the guide does not say; ``when`` the case it is for ("委托办理的"), "" for always.
    """

    name: str
    materials: tuple[Material, ...]
    form: str = ""
    when: str = ""
    instead_of: Material | None = None


def remaining(guide: Guide, review: Review) -> tuple[Remaining, ...]:
    """In the order of the guide; what the office checks itself is not among them."""
    return tuple(_rows(guide, chosen_cuts(guide, review), review))


def relieved(guide: Guide, review: Review) -> tuple[Material, ...]:
    """What the applicant need not bring any more: cut, or checked by the office itself."""
    cuts = chosen_cuts(guide, review)
    return tuple(material for material in guide.materials if material.id in cuts)


def chosen_cuts(guide: Guide, review: Review) -> dict[str, Cut]:
    """By the material's id."""
    return {cut.material: cut for cut in review.plan.cuts if cut.guide == guide.id and cut.chosen}


def form_text(material: Material) -> str:
    """原件1份; 复印件2份; 1份; 电子件; "" where the guide says nothing."""
    kind = {True: "原件", False: "复印件", None: ""}[material.original]
    count = f"{material.copies}份" if material.copies else ""
    return f"{kind}{count}" or ("电子件" if material.electronic else "")


def _rows(guide: Guide, cuts: dict[str, Cut], review: Review) -> Iterator[Remaining]:
    shown: set[str] = set()
    for material in guide.materials:
        if material.id in cuts:
            instead = _instead(material, cuts[material.id], review)
            if instead:
                yield Remaining(instead, (), when=_when(material), instead_of=material)
        elif material.choice is None:
            yield Remaining(material.name, (material,), form_text(material), _when(material))
        elif material.choice not in shown:
            shown.add(material.choice)
            yield _choice([m for m in guide.materials if m.choice == material.choice and m.id not in cuts])


def _choice(group: list[Material]) -> Remaining:
    """One row for papers of which one is enough."""
    if len(group) == 1:
        return Remaining(group[0].name, tuple(group), form_text(group[0]), _when(group[0]))
    forms = {form_text(material): None for material in group}
    names = "或者".join(dict.fromkeys(material.name for material in group))
    return Remaining(
        f"{names}（任选一种）", tuple(group), next(iter(forms)) if len(forms) == 1 else "", _when(group[0])
    )


def _when(material: Material) -> str:
    words = (material.scenario, material.condition, _NECESSITY.get(material.necessity or ""))
    return "，".join(word for word in dict.fromkeys(words) if word)


def _instead(material: Material, cut: Cut, review: Review) -> str | None:
    """A commitment is signed, a replacement brought; None where nothing takes its place."""
    if cut.action == "commit":
        return f"告知承诺书（代替{material.name}）"
    if cut.action != "replace":
        return None
    found = {finding.id: finding for finding in review.findings}
    words = [found[id].replacement for id in cut.findings if found[id].action == "replace" and found[id].replacement]
    return f"{words[0]}（代替{material.name}）" if words else None
