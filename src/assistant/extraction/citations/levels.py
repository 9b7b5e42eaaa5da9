"""The rank of a document that the facts do not hold, where number or title leave no doubt."""

import re

from assistant.laws.names import STATE, number_form, title_key
from assistant.lexicon.citations import CitationWords
from assistant.model.citation import Level

# 国办发〔2018〕47号, 青政办发〔2019〕12号
_FILE = re.compile(r"〔\d{4}〕\d+号")
_ORDER = re.compile(r"^(.+?)令(?:\d{4}年)?第?\d+号")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
_LOCAL = re.compile(r"^(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|自治州|州|盟|旗|县|区))")


def guess_level(title: str, number: str | None, words: CitationWords) -> Level | None:
    """None where it cannot be told: an unknown 办法 may be a ministry's rule or a notice."""
    form = number_form(number) if number else ""
    order = _ORDER.match(form)
    if order:
        return next((level for word, level in words.orders if order[1].endswith(word)), None)
    if form.startswith("法释"):
        return "司法解释"
    if _FILE.search(form) or "公告" in form:
        return "规范性文件"
    return _by_title(_LAST_BRACKET.sub("", title_key(title)), words)


def _by_title(key: str, words: CitationWords) -> Level | None:
    if key.startswith(STATE) and key.endswith(("法", "法典")):
        return "法律"
    if key.startswith(("最高人民法院", "最高人民检察院")):
        return "司法解释"
    if "关于" in key and key.endswith(("通知", "意见", "函", "复函", "公告", "通告", "方案", "批复", "答复")):
        return "规范性文件"
    if (key.startswith(words.regions) or _LOCAL.match(key)) and key.endswith("条例"):
        return "地方性法规"
    return None
