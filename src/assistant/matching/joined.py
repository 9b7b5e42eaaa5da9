"""Names that join several: 方位示意图和平面图, 初级中学、小学、幼儿园教师资格认定."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from assistant.text.names import without_asides

T = TypeVar("T")
_JOINED = re.compile(r"[、，,/+和及与]|以及")


def parts(name: str) -> list[list[str]]:
    """For each part the ways to read it, as it stands first; empty for a name that joins nothing.

    法定代表人 of 法定代表人和经办人身份证 is 法定代表人身份证; 平面图 of 场所方位图和平面图 is 场所平面图.
    """
    found = [part for part in _JOINED.split(without_asides(name)) if len(part) > 1]
    return [list(_readings(part, found)) for part in found] if len(found) > 1 else []


def places_of_parts(name: str, known: Mapping[str, T]) -> list[T]:
    """What ``known`` has for each part of ``name``; empty unless every part is known, and each leads elsewhere."""
    found = [next((known[wording] for wording in part if wording in known), None) for part in parts(name)]
    there = [one for one in found if one is not None]
    return there if len(there) == len(found) == len(set(there)) else []


def _readings(part: str, found: Sequence[str]) -> Iterator[str]:
    yield part
    if part != found[-1]:
        yield from (part + found[-1][start:] for start in range(1, len(found[-1]) - 1))
    else:
        yield from (found[0][:end] + part for end in range(2, len(found[0])))
