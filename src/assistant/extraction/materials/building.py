"""Items to materials: names, forms, conditions, alternatives; which headings are materials and which only head cases."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.extraction.materials.brackets import Said, cut, ends_in_paper, said_in_brackets
from assistant.extraction.materials.clauses import Demand, demands
from assistant.extraction.materials.conditions import condition_words, is_condition, is_leading_case
from assistant.extraction.materials.entries import Entry, Item
from assistant.extraction.materials.forms import FormOf, form_of, form_tail, is_form
from assistant.extraction.materials.lines import trimmed
from assistant.extraction.materials.listing import line_ends_open, scenario_of
from assistant.extraction.materials.names import is_catch_all, is_paper, parts_of, plain, strength
from assistant.extraction.materials.nesting import outside
from assistant.extraction.materials.splitting import Atom, atoms
from assistant.lexicon.materials import MaterialWords
from assistant.model.material import Material, Necessity
from assistant.model.span import Span

_ENDS = "，,、；;。.：: \t\r\n　\u00a0\ufeff"


def materials_of(text: str, item: Item, words: MaterialWords, groups: Iterator[int]) -> tuple[Material, ...]:
    """The materials of an item and of what stands below it, in order. ``groups`` numbers the groups of alternatives."""
    own = of_entry(text, item.entry, words, groups)
    if not item.children:
        return own
    marked = [child for child in item.children if not child.loose]
    loose = [child for child in item.children if child.loose]
    further = tuple(m for child in loose for m in of_entry(text, _strict(child.entry), words, groups, listed=False))
    if not marked:
        return own + further
    below = tuple(m for child in marked for m in materials_of(text, _child(child), words, groups))
    return _heading_or_cases(text, item, own, below, words, groups) + further


def _child(child: Item) -> Item:
    return replace(child, entry=_strict(child.entry)) if child.bullet else child


def _strict(entry: Entry) -> Entry:
    return replace(entry, strict=True)


def _heading_or_cases(
    text: str, item: Item, own: tuple[Material, ...], below: tuple[Material, ...], words: MaterialWords, groups: Iterator[int]
) -> tuple[Material, ...]:
    """Cases that name other papers are the materials; where they only say who decides or signs, the heading is."""
    bare = plain(item.entry.body.of(text))
    heading = item.entry.body.of(text).rstrip()
    if _contents_follow(heading):
        return own
    if not below:
        return () if line_ends_open(heading) and words.holds("listing", bare) else own
    if line_ends_open(heading) or words.holds("listing", bare) or words.holds("any_one", bare):
        return _under(bare, below, words, groups)
    if own and _only_decisions(own, below, words):
        return own
    if own and all(_on_top(text, child, words) for child in item.children if not child.loose):
        return tuple(m for m in own if not is_catch_all(m.name, words)) + below
    if own and not any(child.bullet for child in item.children) and not _mostly_papers(below, words):
        return own
    return _under(bare, below, words, groups)


# 申请报告，内容包括：; 应当载明下列事项：
_CONTENTS = re.compile(r"(?:内容(?:应当?)?(?:包括|包含|为|有|如下)?|载明.{0,8}|写明.{0,8}|注明.{0,8}|列明.{0,8}|(?:下列|以下)(?:内容|事项))[：:]?$|(?:要求|规格|标准|尺寸)(?:如下|为)?[：:]$")


def _contents_follow(bare: str) -> bool:
    return _CONTENTS.search(bare) is not None


def _under(bare: str, below: tuple[Material, ...], words: MaterialWords, groups: Iterator[int]) -> tuple[Material, ...]:
    """Materials under a heading: its case is theirs; 之一 makes them alternatives."""
    if words.holds("any_one", bare) and len(below) > 1:
        choice = f"c{next(groups)}"
        below = tuple(replace(material, choice=material.choice or choice) for material in below)
    lead = bare.rstrip("：: ")
    if is_leading_case(lead, words):
        case = condition_words(lead)
        return tuple(
            replace(m, condition=m.condition or case, necessity="conditional" if not m.condition else m.necessity) for m in below
        )
    scenario = scenario_of(bare, words) if not ends_in_paper(lead, words) else None
    return tuple(replace(m, scenario=m.scenario or scenario) for m in below)


def _only_decisions(own: tuple[Material, ...], below: tuple[Material, ...], words: MaterialWords) -> bool:
    """任职文件 ◆ 有限责任公司提交股东会决议: the cases only say by whom it is decided."""
    return any(words.ends_in("decision", m.name) for m in own) and all(
        words.ends_in("decision", m.name) or is_catch_all(m.name, words) for m in below
    )


def _on_top(text: str, child: Item, words: MaterialWords) -> bool:
    return any(demand.more for demand in demands(child.entry.body.of(text), words))


def _mostly_papers(below: Sequence[Material], words: MaterialWords) -> bool:
    return 2 * sum(strength(m.name, words) != "none" for m in below) > len(below)


def of_entry(
    text: str, entry: Entry, words: MaterialWords, groups: Iterator[int], listed: bool = True
) -> tuple[Material, ...]:
    """The materials that an entry's own words ask for."""
    body = _without_links(text, trimmed(text, entry.body, _ENDS), words)
    words_of = body.of(text)
    if not words_of or _is_instruction(words_of, words):
        return ()
    if is_catch_all(plain(outside(words_of)), words) and not re.search(r"提交(?!的)[^，,]*提交|[，,；;]", outside(words_of)):
        return _of_demand(text, entry, body, Demand(Span(0, len(words_of))), words, groups)
    found: list[Material] = []
    for demand in demands(words_of, words, listed):
        if demand.verb and not _names_paper(words_of, demand, words):
            continue
        if demand.later and "作为" in demand.span.of(words_of):
            continue  # 提交营业执照作为主体资格证明: a kind of what has been named
        found += _of_demand(text, entry, body, demand, words, groups)
    if len(found) == 1 and not entry.strict and found[0].condition is None:
        return (replace(found[0], span=body, written=body.of(text)),)
    return tuple(found)


def _without_links(text: str, body: Span, words: MaterialWords) -> Span:
    """``body`` without the links of a web page behind it: 申请表 查看样表 下载空表."""
    links = re.search(rf"(?:[\s　]+(?:{words.any_of['noise'].pattern}))+[\s　]*$", body.of(text))
    return trimmed(text, Span(body.start, body.start + links.start()), _ENDS) if links else body


def _names_paper(words_of: str, demand: Demand, words: MaterialWords) -> bool:
    return bool(demand.named) or bool(plain(demand.span.of(words_of)))


def _is_instruction(words_of: str, words: MaterialWords) -> bool:
    """以上材料均需…, 按相应的提交材料规范提交…, 网址…: says how, not what."""
    bare = plain(outside(words_of))
    if re.search(r"适用.{0,30}规范|规范提交|提交材料规范|参照.{0,20}(?:执行|办理|提交)|^(?:同上|无)$", bare):
        return True
    if re.search(r"^(?:以上|上述|所有|全部|所提交的?)(?:材料|资料|文件|证件|复印件|申请材料|提交)|^第.{1,14}项.{0,8}(?:需|须|应|可|均)", bare):
        return True
    return words.begins_with("not_material", bare) and not is_paper(bare, words)


def _of_demand(
    text: str, entry: Entry, body: Span, demand: Demand, words: MaterialWords, groups: Iterator[int]
) -> tuple[Material, ...]:
    entry = _strict(entry) if demand.later else entry
    target = demand.span.of(body.of(text))
    offset = body.start + demand.span.start
    found: list[Material] = []
    for start, end, said in _pieces(target, words):
        piece = target[start:end]
        condition = demand.condition
        made = _of_piece(text, entry, offset + start, piece, said, words, groups, alone=end - start > len(body.of(text)) - 16)
        known = {m.name for m in found}
        if found and made and all(m.name in known for m in made):
            break  # the name comes again: its explanation begins
        found += [replace(_in_case(m, condition), issuer=m.issuer or demand.issuer) for m in made]
    if demand.named and len(found) == 1:
        name = parts_of(cut(demand.named, said_in_brackets(demand.named, words)), words).name
        found = [replace(found[0], name=name)]
    return tuple(found)


def _in_case(material: Material, condition: str | None) -> Material:
    if condition is None:
        return material
    both = f"{condition}，{material.condition}" if material.condition and material.condition != condition else condition
    return replace(material, condition=both, necessity="conditional")


def _pieces(target: str, words: MaterialWords) -> Iterator[tuple[int, int, Said]]:
    """The stretches of ``target`` that name documents, with what is said behind commas: ``，原件1份``, ``，享受低保的提供``.

    An explanation ends it.
    """
    start, end, said, last = 0, 0, Said(), 0
    named = False
    for segment, stop in _segments(target, words):
        part = target[segment:stop]
        bare = plain(part)
        if not named:
            start, end, named = segment, stop, bool(bare)
        elif is_form(cut(part, said_in_brackets(part, words)), words):
            said = said.and_also(Said(form=form_of(bare, words))).and_also(said_in_brackets(part, words))
        elif is_condition(bare, words) and not is_paper(bare, words):
            said = said.and_also(Said(form=form_of(bare, words), condition=condition_words(bare)))
        elif _is_item(bare, words) and plain(part) not in target[:segment]:
            if said != Said():
                yield start, end, said
                start, said = segment, Said()
            end = stop
        else:
            break
        last = stop
    del last
    if named:
        yield start, end, said


# What parts a name from what is said of it: a comma, a dash, 并加盖…, a blank before a form (身份证 复印件1份)
_BETWEEN = re.compile(r"[，,]|——|--|—(?=[一-龥])|并(?=粘|贴|加盖|签|由|注明|按|附)|[ 　\t]+")


def _segments(target: str, words: MaterialWords) -> Iterator[tuple[int, int]]:
    start = 0
    hidden = outside(target)
    for found in _BETWEEN.finditer(hidden):
        token = re.split(r"[ 　\t，,]", target[found.end() :].lstrip(), maxsplit=1)[0]
        if found.group().strip() or is_form(token, words):
            yield start, found.start()
            start = found.end()
    yield start, len(target)


def _is_item(bare: str, words: MaterialWords) -> bool:
    """Whether the words behind a comma are a further document and no explanation."""
    linked = re.match(r"或者|或|以及|和|及", bare)
    if re.search(r"^(?:由|指|即|应|须|需|并|且|该|其中|不|如|以|按|可|载明|注明|写明|内容|包括|说明|明确|详细|用于|证明)|应当|必须|不得|应由|须由|需由", bare):
        return bool(re.match(r"^由.{2,30}(?:出具|开具)的", bare)) and ends_in_paper(bare, words)
    return ends_in_paper(bare, words) and (len(bare) <= 40 or linked is not None)


def _of_piece(
    text: str, entry: Entry, offset: int, piece: str, said: Said, words: MaterialWords, groups: Iterator[int], alone: bool
) -> tuple[Material, ...]:
    parts = atoms(piece, words, words.holds("any_one", piece), alone)
    shared = said.and_also(_shared(piece, parts, words))
    numbers: dict[int, str] = {}
    found: list[Material] = []
    for atom in parts:
        if atom.choice is not None and atom.choice not in numbers:
            numbers[atom.choice] = f"c{next(groups)}"
        material = _material(text, entry, offset, piece, atom, shared, words)
        if material is not None:
            found.append(replace(material, choice=numbers[atom.choice] if atom.choice is not None else None))
    if len(found) == 1:
        found = [replace(found[0], choice=None)]
    return tuple(found)


def _shared(piece: str, parts: Sequence[Atom], words: MaterialWords) -> Said:
    """What the end of a list says of all of it: A、B、C（复印件1份）; A、B复印件. Cut marks are not shared."""
    if len(parts) < 2:
        return Said()
    last = parts[-1].span.of(piece)
    brackets = said_in_brackets(last, words) if re.search(r"[）)]\s*$", last.rstrip(_ENDS)) else Said()
    bare = plain(cut(last, said_in_brackets(last, words)))
    tail = bare[form_tail(bare, words) :]
    only_listed = not re.search(r"和|及|与|或", outside(piece[parts[0].span.end : parts[-1].span.start]))
    form = form_of(tail, words) if tail and (only_listed or re.search(r"各|均", tail)) else FormOf()
    return Said(brackets.form.over(form), brackets.condition, necessity=brackets.necessity)


def _material(
    text: str, entry: Entry, offset: int, piece: str, atom: Atom, shared: Said, words: MaterialWords
) -> Material | None:
    written = atom.span.of(piece)
    said = said_in_brackets(written, words)
    bare, trailing = _without_if(plain(cut(written, said)))
    tail = bare[form_tail(bare, words) :]
    parts = parts_of(bare[: form_tail(bare, words)], words)
    if not _is_name(parts.name, entry, words):
        return None
    attributes = entry.attributes
    form = said.form.over(form_of(tail, words) if tail else FormOf()).over(shared.form).over(attributes.form)
    condition = said.condition or trailing or shared.condition or attributes.condition
    span = trimmed(text, Span(offset + atom.span.start, offset + atom.span.end), _ENDS)
    basis = attributes.basis_span
    return Material(
        id="",
        name=parts.name,
        written=span.of(text),
        span=span,
        entry=entry.span,
        original=form.original,
        copies=form.copies,
        electronic=form.electronic,
        necessity=_necessity(said.necessity or shared.necessity or attributes.necessity, condition),
        condition=condition,
        origin=attributes.origin,
        issuer=parts.issuer or said.issuer or attributes.issuer,
        holder=parts.holder,
        scenario=entry.scenario,
        shown_only=form.shown_only,
        basis_written=basis.of(text) if basis else None,
        basis_span=basis,
    )


def _without_if(bare: str) -> tuple[str, str | None]:
    """``准许使用文件如需`` -> the name, and the condition behind it."""
    found = re.search(r"[，,（(]?(如有|如需|如须|若有)[）)]?$", bare)
    return (bare[: found.start()], found[1]) if found else (bare, None)


def _necessity(stated: Necessity | None, condition: str | None) -> Necessity:
    """A material that is listed without a word on it is required."""
    if condition and stated != "deferrable":
        return "conditional"
    return stated or "required"


# What remains of instructions and explanations when everything else is taken off
_SENTENCE = re.compile(r"应当|不得|必须|可以|即可|负责|工作日|应由|应为|应在|需要的话|以上|如下|自行|登录|网址|http|电话|(?:办理|执行|处理|提出申请|核验|核对|准备)$")


def _is_name(name: str, entry: Entry, words: MaterialWords) -> bool:
    if len(name) < 2 or re.fullmatch(r"[\W\d_]+|无|同上|略|.{0,8}(?:公章|印章|印鉴)", name):
        return False  # a seal is brought along, not handed in
    paper = strength(name, words) in ("strong", "ordinary") or is_catch_all(name, words)
    if entry.strict:
        if re.search(r"[，,]|领取|向.{2,20}(?:申请|提出)", outside(name)):
            return False
        return paper and not words.is_one("generic", name) and len(name) <= 60
    if entry.row and len(name) <= 80:
        return True
    return paper or (len(name) <= 40 and not _SENTENCE.search(name))
