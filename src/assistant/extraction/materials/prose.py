"""Guides without a list of materials: 持户口簿到派出所办理, 出示居民身份证, 材料就这些：…"""

import re
from collections.abc import Iterable, Sequence

from assistant.extraction.materials.building import Source, of_entry
from assistant.extraction.materials.entries import Entry
from assistant.extraction.materials.heads import is_paper
from assistant.extraction.materials.names import is_catch_all
from assistant.model.material import Material
from assistant.model.outline import Outline
from assistant.model.span import Span

# 材料就这些：…。, 需要带的材料有：…。
_LIST = re.compile(r"(?:材料|资料|证件|手续)[一-龥]{0,6}[：:]\s*(?P<list>[^。\n]{4,200})")
# 持户口簿、原居民身份证到户籍所在地派出所; 凭…原件提出书面申请; 出示居民户口簿或居民身份证
_HOLD = re.compile(
    r"(?:(?<![支坚保维把主劫])持(?!续|有者|证人)|凭|出示|携带|带上|(?<![不未])提交|(?<![不未])提供|(?<!\w)填写(?=《)|(?<=[一-龥，,])填写(?=《))(?!的)(?P<list>[^。；;，,\n：:]{2,80}?)"
    r"(?=到|向|在|前往|至|去|提出|申请办理|申请(?!表|书|人|材料)|办理|[。；;，,\n]|$)"
)


def materials_in_prose(source: Source, outline: Outline) -> tuple[Material, ...]:
    """What running text asks for. Only documents with a clear noun, each once."""
    basis = [section.span for section in outline.of("basis")]
    listed = _find(source, [outline.span], _LIST, basis)
    if listed:
        return listed
    # A row of a list of powers has a basis and no flow: the law it quotes is not searched.
    places = [s.body for s in outline.sections if s.element in ("conditions", "process", "materials")]
    return _find(source, places if outline.sections else [outline.span], _HOLD, basis)


def _find(
    source: Source, places: Iterable[Span], pattern: re.Pattern[str], closed: Sequence[Span]
) -> tuple[Material, ...]:
    """The documents that ``pattern`` shows in ``places``, outside the ``closed`` stretches."""
    found: dict[str, Material] = {}
    for place in places:
        for match in pattern.finditer(source.text, place.start, place.end):
            body = Span(*match.span("list"))
            if any(body.overlaps(span) for span in closed) or _fetches(source.text[match.end() : place.end]):
                continue
            for material in of_entry(source, Entry(body, body, strict=True)):
                if is_paper(material.name, source.words) and not is_catch_all(material.name, source.words):
                    found.setdefault(material.name, material)
    return tuple(found.values())


def _fetches(after: str) -> bool:
    """凭身份证到窗口领取结果: a paper to fetch the result with, none to apply with."""
    clause = re.split(r"[。；;\n]", after, maxsplit=1)[0]
    return (
        re.search(r"领取|领证|取件|取证|查询", clause) is not None and re.search(r"申请|办理|申报|填写", clause) is None
    )
