"""Forms behind a guide that no 附件 heading announces: they must not be read as part of the last section."""

import re
from collections.abc import Sequence

from assistant.guides.headings import Mark
from assistant.guides.units import Unit
from assistant.model.span import Span
from assistant.text.tables import TO_FILL

# 老年人优待证申请表, （样表）, 授权委托书, 登记表（一）
_FORM_TITLE = re.compile(
    r"[^，。；;：:！？]{2,40}(?:表|书|单|函|声明|样本|式样|范本)\s*(?:[（(][^（）()]{1,12}[)）])?\s*"
)
_NEAR = 5
_FEWEST = 2
_GUIDES = frozenset({"conditions", "materials", "process", "time"})


def annexes(text: str, row: Sequence[Unit]) -> list[Unit]:
    """``row`` with a heading ``forms`` before the title of each form; that of a form's table moves up to the title."""
    result: list[Unit] = []
    for index, unit in enumerate(row):
        if _is_form_title(text, unit) and _blanks_follow(text, row[index + 1 : index + 1 + _NEAR]):
            result.append(_forms_at(unit.span.start))
        elif unit.mark and unit.mark.kind == "implicit" and unit.mark.elements == ("forms",):
            title = next((each for each in reversed(result[-2:]) if _is_form_title(text, each)), None)
            if title:
                result.insert(result.index(title), _forms_at(title.span.start))
                continue
        result.append(unit)
    return result


def _forms_at(place: int) -> Unit:
    at = Span(place, place)
    return Unit(at, mark=Mark(("forms",), at, at, "none", "implicit"))


def _is_form_title(text: str, unit: Unit) -> bool:
    return unit.whole and not unit.numbered and bool(_FORM_TITLE.fullmatch(unit.span.of(text)))


def _blanks_follow(text: str, following: Sequence[Unit]) -> bool:
    """姓名：____ in the lines below; a form's table announces itself. 办理时限： and its like are a guide's."""
    if any(unit.mark and not _GUIDES.isdisjoint(unit.mark.elements) for unit in following):
        return False
    return sum(unit.line is not None and bool(TO_FILL.search(unit.line.span.of(text))) for unit in following) >= _FEWEST
