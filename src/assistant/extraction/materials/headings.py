"""Items to materials: which headings are materials, and which only head the cases below them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.extraction.materials.brackets import ends_in_paper
from assistant.extraction.materials.building import Source, of_entry
from assistant.extraction.materials.clauses import demands
from assistant.extraction.materials.conditions import condition_words, is_leading_case
from assistant.extraction.materials.entries import Item
from assistant.extraction.materials.heads import is_paper, plain, strength
from assistant.extraction.materials.listing import line_ends_open, scenario_of
from assistant.extraction.materials.names import is_catch_all
from assistant.lexicon.materials import MaterialWords
from assistant.model.material import Material

Found = tuple[Material, ...]

# 申请报告，内容包括：; 应当载明下列事项：; 照片，要求：
_CONTENTS = re.compile(
    r"(?:内容(?:应当?)?(?:包括|包含|为|有|如下)?|[载写注列]明.{0,8}"
    r"|(?:下列|以下)(?:内容|事项|人员|情形|条件|要求|情况)(?:之一)?.{0,8})[：:]?$"
    r"|(?:要求|规格|标准|尺寸)(?:如下|为)?[：:]$"
)


# 未满十六周岁的，由监护人陪同，并携带：
_ASKS_BELOW = re.compile(r"(?<!无需)(?<!无须)(?<!不)(?:携带|提交|提供|出示|准备|需要|还需|须有|附)[：:]$")


def materials_of(source: Source, item: Item) -> Found:
    """The materials of an item and of what stands below it, in order."""
    own = () if item.children and _ASKS_BELOW.search(item.entry.body.of(source.text)) else of_entry(source, item.entry)
    marked = [_child(child) for child in item.children if not child.loose]
    loose = [replace(child.entry, strict=True) for child in item.children if child.loose]
    further = tuple(material for entry in loose for material in of_entry(source, entry, listed=False))
    if not marked:
        return own + further
    below = tuple(material for child in marked for material in materials_of(source, child))
    return _heading_or_cases(source, item, own, below) + further


def _child(child: Item) -> Item:
    """What a bullet says must name a paper surely: most bullets under a material explain it."""
    return replace(child, entry=replace(child.entry, strict=True)) if child.bullet else child


def _heading_or_cases(source: Source, item: Item, own: Found, below: Found) -> Found:
    """Cases that name other papers are the materials; where they only say who decides or signs, the heading is."""
    words = source.words
    heading = item.entry.body.of(source.text).rstrip()
    bare = plain(heading)
    lists = words.holds("listing", bare)
    if own and _CONTENTS.search(heading):
        return own if any(_may_be_paper(material, words) for material in own) else ()
    if not below:
        return () if lists and line_ends_open(heading) else own
    if not lists and not words.holds("any_one", bare) and not any(_may_be_paper(m, words) for m in below):
        return own if all(is_paper(m.name, words) for m in own) else ()
    if line_ends_open(heading) or lists or words.holds("any_one", bare) or not own:
        return _under(source, bare, below)
    if all(_on_top(source, child) for child in item.children if not child.loose):
        return tuple(material for material in own if not is_catch_all(material.name, words)) + below
    explained = _only_decisions(own, below, words) or not (_has_bullets(item) or _mostly_papers(below, words))
    return own if explained else _under(source, bare, below)


def _may_be_paper(material: Material, words: MaterialWords) -> bool:
    """下列申请人免于审查：（一）失业人员: what stands below a heading may be persons, cases or steps."""
    return strength(material.name, words) != "none" or is_catch_all(material.name, words)


def _has_bullets(item: Item) -> bool:
    return any(child.bullet for child in item.children)


def _under(source: Source, bare: str, below: Found) -> Found:
    """Materials under a heading: its case is theirs; 之一 makes them alternatives."""
    words = source.words
    if words.holds("any_one", bare) and len(below) > 1:
        choice = f"c{next(source.groups)}"
        below = tuple(replace(material, choice=material.choice or choice) for material in below)
    lead = bare.rstrip("：: ")
    if is_leading_case(lead, words):
        return tuple(_in_case(material, condition_words(lead)) for material in below)
    scenario = scenario_of(bare, words) if not ends_in_paper(lead, words) else None
    return tuple(replace(material, scenario=material.scenario or scenario) for material in below)


def _in_case(material: Material, case: str) -> Material:
    return material if material.condition else replace(material, condition=case, necessity="conditional")


def _only_decisions(own: Found, below: Found, words: MaterialWords) -> bool:
    """任职文件 ◆ 有限责任公司提交股东会决议: the cases only say by whom it is decided."""
    return any(words.ends_in("decision", material.name) for material in own) and all(
        words.ends_in("decision", material.name) or is_catch_all(material.name, words) for material in below
    )


def _on_top(source: Source, child: Item) -> bool:
    return any(demand.more for demand in demands(child.entry.body.of(source.text), source.words))


def _mostly_papers(below: Sequence[Material], words: MaterialWords) -> bool:
    return 2 * sum(strength(material.name, words) != "none" for material in below) > len(below)
