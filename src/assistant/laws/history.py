"""The lines under a law's title: when it was adopted, promulgated, amended, and in force from."""

import re
from collections.abc import Iterable

from assistant.laws.law_text import History

# 2019年10月22日, 二〇一九年 is not seen there
_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
# 《国务院关于修改部分行政法规的决定》: its words must not pass for the act itself
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
# …次会议通过的《刑法修正案（七）》, 通过的《关于修改部分法律的决定》: an amendment, though it says 通过
_AMENDED = re.compile(r"修正|修订|修改|通过的《》")
_ADOPTED = re.compile(r"通过|批准")
_PROMULGATED = re.compile(r"公布|发布|令第|令\d|颁布")
_EFFECTIVE = re.compile(r"起?(?:施行|生效|实施)")
# 中华人民共和国国务院令第722号, 国家市场监督管理总局令 第 60 号, 主席令第七号
_NUMBER = re.compile(
    r"(?!日)(?:中华人民共和国)?(?:国务院|主席|[一-龥]{2,20}?[部委局署院行会])令\s*第\s*[0-9一二三四五六七八九十百〇零]+\s*号"
)
# 本条例自2020年1月1日起施行, 自公布之日起施行 has no day
_LAST_ARTICLE = re.compile(r"自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起?\s*(?:施行|生效|实施)")


def read_history(lines: Iterable[str]) -> History:
    """The history in header lines, or in the bracket under the title of a national database's .docx."""
    adopted = promulgated = effective = number = None
    amended: list[str] = []
    for line in lines:
        written = _NUMBER.search(line)
        number = number or (re.sub(r"\s", "", written.group()) if written else None)
        for day, act in _events(line):
            if _AMENDED.search(act):
                amended.append(day)
            elif _ADOPTED.search(act):
                adopted = min(adopted or day, day)
            elif _PROMULGATED.search(act):
                promulgated = min(promulgated or day, day)
            elif _EFFECTIVE.search(act):
                effective = max(effective or day, day)
    return History(adopted, promulgated, tuple(sorted(set(amended))), effective, number)


def is_history(line: str) -> bool:
    """Whether a line before the first article tells of a date and what was done on it."""
    return any(
        pattern.search(act) for _, act in _events(line) for pattern in (_AMENDED, _ADOPTED, _PROMULGATED, _EFFECTIVE)
    )


def first_effective(last_articles: Iterable[Iterable[str]]) -> str | None:
    """The day named in the closing articles; of a law only amended later this is still the day of the first text."""
    for lines in reversed([list(lines) for lines in last_articles]):
        for line in lines:
            if match := _LAST_ARTICLE.search(line):
                return iso(*match.groups())
    return None


def iso(year: str, month: str, day: str) -> str:
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def _events(line: str) -> Iterable[tuple[str, str]]:
    plain = _TITLE.sub("《》", line)
    days = list(_DAY.finditer(plain))
    ends = [*(day.start() for day in days[1:]), len(plain)]
    for day, end in zip(days, ends, strict=False):
        yield iso(*day.groups()), plain[day.end() : end]
