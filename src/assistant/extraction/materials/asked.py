"""Papers that stand in the words which announce a list: 应填写《…申请表》，并提供以下材料：…"""

import re

from assistant.extraction.materials.brackets import ends_in_paper
from assistant.lexicon.materials import MaterialWords
from assistant.model.span import Span

# 申请人应当填写《…申请表》，并提交下列材料：
_FIRST = re.compile(
    r"(?P<first>[^：:]*?(?:填写|提交|提供)(?!的)[^：:]{0,12}《[^：:]+?)[，,。；;]?\s*(?:并|同时|另|还|及|和)[应须需当另]{0,2}"
    r"(?:提交|提供|递交|附送|出示|附)?(?:下列|以下|如下)"
)
# 应当提交生育情况证明；其中收养弃婴的，还应当提交下列材料：
_BEFORE_LAST = re.compile(r"(?P<before>[^。；;]{6,}[。；;])[^。；;]+$")


def asked_first(text: str, span: Span, words: MaterialWords) -> Span | None:
    """What the announcement in ``span`` asks for before it says that a list follows."""
    found = _FIRST.match(span.of(text))
    if found is None or not ends_in_paper(found["first"], words):
        return None
    return Span(span.start, span.start + found.end("first"))


def asked_before(text: str, span: Span) -> Span | None:
    """The sentences before the one that announces a list: they ask for papers of their own."""
    found = None if _FIRST.match(span.of(text)) else _BEFORE_LAST.match(span.of(text))
    return Span(span.start, span.start + found.end("before")) if found else None
