"""Limits in running text: 20个工作日, 1-8个工作日, 十日内, 15 (工作日), 当场办结."""

import re
from typing import Final

from assistant.model.guide import Duration, Unit
from assistant.model.span import Span
from assistant.text.numerals import NUMERAL, number

_UNITS: Final[dict[str, tuple[Unit, int]]] = {
    "工作日": ("working_day", 1),
    "个工作天": ("working_day", 1),
    "工作天": ("working_day", 1),
    "自然日": ("day", 1),
    "日历日": ("day", 1),
    "日": ("day", 1),
    "天": ("day", 1),
    "周": ("day", 7),
    "星期": ("day", 7),
    "小时": ("hour", 1),
    "月": ("month", 1),
    "年": ("month", 12),
}
# 20个工作日, 1/8个工作日, 1-8 个工作日, 20（工作日）, 三个月
_LIMIT = re.compile(
    rf"(?<![0-9０-９.．年月第])(?:(?P<from>{NUMERAL})\s*(?:个?工作日|日|天)?\s*[-~—–～至到/／]\s*)?(?P<number>{NUMERAL})\s*"
    r"(?P<bracket>[（(]\s*)?(?P<ge>个)?\s*(?:法定|连续)?(?P<unit>工作日|工作天|自然日|日历日|小时|星期|日|天|周|月|年)(?(bracket)\s*[)）])"
)
# 当场办结, 即时办理, 即办, 立等可取
_INSTANT = re.compile(
    r"(?:当场|当即|即时|现场|随到随|马上|立即)(?:给予|予以)?(?:办结|办理|办毕|办完|完成|出证|发证|办|办好)|即办|立等可取|当场|即时"
)
_WORKING = re.compile(r"以工作日计|均为工作日|[（(]工作日[)）]")


def find_durations(text: str, span: Span) -> tuple[Duration, ...]:
    """The lengths of time named in ``span``, in order; of a range the longer one. Dates (5月10日) are none."""
    found = [duration for match in _LIMIT.finditer(text, span.start, span.end) if (duration := _limit(match))]
    taken = [duration.span for duration in found if duration.span]
    for match in _INSTANT.finditer(text, span.start, span.end):
        here = Span(*match.span())
        if not any(here.overlaps(other) for other in taken):
            found.append(Duration(0, "instant", match.group(), here))
    return tuple(sorted(found, key=lambda duration: duration.span or Span(0, 0)))


def _limit(match: re.Match[str]) -> Duration | None:
    value = number(match["number"])
    unit, factor = _UNITS[match["unit"]]
    if value is None or value > 1000 or _is_date(match):
        return None
    return Duration(value * factor, unit, match.group(), Span(*match.span()))


def _is_date(match: re.Match[str]) -> bool:
    """5月10日, 2018年, 3月份: points in time; months count with 个 or 内 only."""
    text, unit = match.string, match["unit"]
    before = text[max(0, match.start() - 1) : match.start()]
    after = text[match.end() : match.end() + 2]
    if unit in ("月", "年"):
        return not (match["ge"] or after[:1] == "内")
    return before in ("月", "号") or (unit == "日" and after[:1] in ("上", "下", "星"))
