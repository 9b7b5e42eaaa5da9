"""Parts of a page that are not the guide: scripts, navigation, what is hidden."""

import re
from collections.abc import Callable
from typing import Any

# Elements whose text nobody reads as the page's text
SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "head",
        "title",
        "nav",
        "select",
        "option",
        "optgroup",
        "textarea",
        "button",
        "iframe",
        "object",
        "embed",
        "datalist",
        "audio",
        "video",
        "s",
        "strike",
        "del",
    ]
)
# Words in class or id that name page furniture: class="breadcrumb-wrap", id="footer"
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|crumbs?|footer|foot|copyright|sidebar|pagination|share|toolbar|"
    r"topbar|friend-?links?|login|search-?bar|tabs?(?:-?(?:nav|title|hd|head|menu|bar))?|location|position)(?=$|[\s_-])",
    re.IGNORECASE,
)
# class="item-label", class="tit"
_LABEL = re.compile(r"(?:^|[\s_-])(?:label|title|tit|key|name)(?=$|[\s_-])", re.IGNORECASE)
# class="num", class="item-index"
_COUNT = re.compile(r"(?:^|[\s_-])(?:num|no|number|index|idx|order|xh|seq)(?=$|[\s_-])", re.IGNORECASE)
# The way to this page: 首页 > 个人办事 > 办事指南
_PATH = re.compile(r"(?:^|[\s_-])(?:bread-?crumbs?|crumbs?|location|position)(?=$|[\s_-])", re.IGNORECASE)
# What it says: 当前位置：首页 > 办事服务
_WAY = re.compile(r"首页|位置[：:]|[>＞»›]|(?:\S\s*/\s*){2}")
# class="tab-content", class="nav-con": what a bar of words opens, not the bar
_OPENED = re.compile(r"con(?:t|tent|tainer)?(?=$|[\s_-])|pane|panel|body|box|main|relative|absolute", re.IGNORECASE)
_FOLDS = frozenset(("div", "section", "article", "main", "ul", "ol", "dl", "table", "tbody"))
_ENOUGH = 20  # characters: less is a template or a message
_SHORT = 120
# class="tab-pane", class="tabCon", class="panel"
_TAB = re.compile(r"tab|pane|con|item|fold|collapse|slide", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
# The line at the foot of every government page
_FOOTER = re.compile(r"版权所有|ICP备|公网安备|网站标识码|Copyright|技术支持", re.IGNORECASE)


def is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def is_folded(element: Any, said: str) -> bool:
    """A hidden block that says something: a tab or a fold that a click opens. Its text belongs to the page."""
    return element.tag in _FOLDS and (len(said) >= _ENOUGH or (bool(said) and _is_one_of_several(element)))


def _is_one_of_several(element: Any) -> bool:
    """A tab beside others may be short (是否收费：否): <div class="tab-pane active">, <div class="tab-pane">."""
    names = {name for name in (element.get("class") or "").split() if _TAB.search(name)}
    parent = element.getparent()
    others = (other for other in parent if other is not element) if names and parent is not None else ()
    return any(names.intersection((other.get("class") or "").split()) for other in others)


def is_furniture(element: Any, said: Callable[[Any], str]) -> bool:
    """Navigation, footers and the like, by name and by what they say: a name alone is no reason to skip."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag not in ("footer", "aside", "header") and not _FURNITURE.search(names):
        return False
    text = said(element)
    if len(text) < _SHORT and _PATH.search(names) and _WAY.search(text):
        return True
    if len(text) < _SHORT and not _OPENED.search(names) and _is_tab_bar(element, said):
        return True
    linked = sum(len(said(link)) for link in element.iter("a"))
    return linked * 2 >= len(text) or (len(text) < 400 and bool(_FOOTER.search(text)))


def _is_tab_bar(element: Any, said: Callable[[Any], str]) -> bool:
    """Three words beside each other that are clicked: 基本信息, 申请材料, 办理流程."""
    if element.tag == "table" or next(element.iter("table", "p"), None) is not None:
        return False
    words = [said(item) for item in element.iter("li", "a", "span") if len(item) == 0]
    return len(words) >= 2 and all(len(word) <= 10 and not word.endswith(("：", ":")) for word in words)


def names_label(element: Any) -> bool:
    """A label before its value (法定时限20个工作日): a style sets them apart, in the source nothing does."""
    names = element.get("class")
    return bool(names and _LABEL.search(names))


def is_count(element: Any, words: str) -> bool:
    """A number in an element of its own before what it counts: <i class="num">1</i><span>居民身份证</span>.

    Only where the class says so: Word cuts 20个工作日 into elements as well.
    """
    return len(words) < 3 and words.strip().isdecimal() and bool(_COUNT.search(element.get("class") or ""))
