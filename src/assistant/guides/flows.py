"""Pages whose title says that the steps follow: 渔船登记申请程序, and below it 1.申请。… 2.审核。…"""

import re
from collections.abc import Sequence

from assistant.guides.headings import Mark
from assistant.guides.titles import read_title
from assistant.guides.units import Unit
from assistant.lexicon.sections import Sections
from assistant.model.span import Span

_FLOW = re.compile(r"(?:程序|流程|步骤)图?[\s　]*$")
_FEWEST = 3
_NEAR = 4


def flows(text: str, row: Sequence[Unit], sections: Sections) -> list[Unit]:
    """``row`` with a heading of the flow below such a title, in a text without headings of its own."""
    result = list(row)
    if any(unit.mark and not sections.core.isdisjoint(unit.mark.elements) for unit in row):
        return result
    for index, unit in enumerate(row):
        title = read_title(text, unit.span, sections) if unit.whole and _FLOW.search(unit.span.of(text)) else None
        if title and title.strong and _steps_follow(row, index + 1):
            at = Span(unit.span.end, unit.span.end)
            result.insert(index + 1, Unit(at, mark=Mark(("process",), at, at, "none", "implicit")))
            return result
    return result


def _steps_follow(row: Sequence[Unit], start: int) -> bool:
    near = any(unit.numbered for unit in row[start : start + _NEAR])
    return near and sum(unit.whole and unit.numbered for unit in row[start:]) >= _FEWEST
