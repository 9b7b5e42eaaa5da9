"""Parts of a page that are not the guide: scripts, navigation, what is hidden."""

import re
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
    ]
)
# Words in class or id that name page furniture: class="breadcrumb-wrap", id="footer"
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|crumbs?|footer|foot|copyright|sidebar|pagination|share|toolbar|"
    r"topbar|friend-?links?|login|search-?bar)(?=$|[\s_-])",
    re.IGNORECASE,
)
# class="item-label", class="tit"
_LABEL = re.compile(r"(?:^|[\s_-])(?:label|title|tit|key|name)(?=$|[\s_-])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
# The line at the foot of every government page
_FOOTER = re.compile(r"版权所有|ICP备|公网安备|网站标识码|Copyright|技术支持", re.IGNORECASE)


def is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def names_furniture(element: Any) -> bool:
    """Whether class or id say navigation, footer and the like: a reason to look closer, not to skip."""
    if element.tag in ("footer", "aside"):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and bool(_FURNITURE.search(names))


def names_label(element: Any) -> bool:
    """A label before its value (法定时限20个工作日): a style sets them apart, in the source nothing does."""
    names = element.get("class")
    return bool(names and _LABEL.search(names))


def is_furniture(text: str, linked: int) -> bool:
    """``text`` is all that a suspicious element says, ``linked`` how many of its characters are links."""
    return linked * 2 >= len(text) or (len(text) < 400 and bool(_FOOTER.search(text)))
