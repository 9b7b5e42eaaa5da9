"""The item's name: from the title, or from 事项名称."""

import re
from collections.abc import Sequence

from assistant.guides.titles import Title, item_name, tidy
from assistant.lexicon.sections import Sections
from assistant.model.outline import Section
from assistant.model.span import Span

_MAX_NAME = 60
_MIN_FILE = 4


def name_of(
    text: str, file: str, title: Title | None, first: Span | None, parts: Sequence[Section], sections: Sections
) -> tuple[str, Span | None]:
    """The name and where it stands; the field 事项名称 counts unless the title says the same and more ("（新办）").

    Without either the file's name stands in, if it is a Chinese one, or the line ``first`` before all headings.
    """
    written = _field(text, parts)
    if written is None:
        return (title.name, title.span) if title else (_of_file(file, sections) or _of_line(text, first), None)
    name, _ = item_name(tidy(written.of(text)), sections)
    if title and name in title.name:
        return title.name, title.span
    return name, written


def _of_file(file: str, sections: Sections) -> str:
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", file)
    name, _ = item_name(tidy(re.sub(r"^[\d\s._、-]+", "", stem)), sections)
    return name if len(re.findall(r"[一-龥]", name)) >= _MIN_FILE else ""


def _of_line(text: str, first: Span | None) -> str:
    line = first.of(text).strip(" 　？?。：:！!") if first else ""
    return tidy(line) if 2 <= len(line) <= _MAX_NAME else ""


def _field(text: str, parts: Sequence[Section]) -> Span | None:
    for part in parts:
        if part.element != "item_name" or not part.blocks:
            continue
        span = part.blocks[0].span
        if "\n" not in span.of(text) and 2 <= span.end - span.start <= _MAX_NAME:
            return span
    return None
