"""An entry's own words to materials: demands, pieces, atoms, and at last the name with what is said of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.extraction.materials.brackets import Said, cut, noun_of, said_in_brackets
from assistant.extraction.materials.clauses import Demand, demands
from assistant.extraction.materials.entries import Entry
from assistant.extraction.materials.forms import FormOf, form_of_tail, form_tail
from assistant.extraction.materials.heads import plain
from assistant.extraction.materials.lines import trimmed
from assistant.extraction.materials.names import is_catch_all, parts_of
from assistant.extraction.materials.nesting import outside
from assistant.extraction.materials.pieces import Piece, pieces
from assistant.extraction.materials.splitting import Atom, atoms
from assistant.extraction.materials.wanted import is_instruction, is_name
from assistant.lexicon.materials import MaterialWords
from assistant.model.material import Material, Necessity
from assistant.model.span import Span

_ENDS = "，,、；;。.：: \t\r\n　\u00a0\ufeff"
# Words beside a pair of papers that may still be all of the entry: 复印件各1份, 一式两份
_SLACK = 16


@dataclass(frozen=True, slots=True)
class Source:
    """The reading text and the word tables. ``groups`` numbers the groups of alternatives of one guide."""

    text: str
    words: MaterialWords
    groups: Iterator[int]


def of_entry(source: Source, entry: Entry, listed: bool = True) -> tuple[Material, ...]:
    """The materials that an entry's own words ask for. ``listed``: its first words are one even without a verb."""
    text, words = source.text, source.words
    body = _without_links(text, trimmed(text, entry.body, _ENDS), words)
    written = body.of(text)
    if not written or is_instruction(written, words):
        return ()
    hidden = outside(written)
    if is_catch_all(plain(hidden), words) and not re.search(r"[，,；;]", hidden):
        return _of_demand(source, entry, body, Demand(Span(0, len(written))))
    found: list[Material] = []
    for demand in demands(written, words, listed):
        # 提交营业执照作为主体资格证明: a kind of what has been named
        if not (demand.later and "作为" in demand.span.of(written)):
            found += _of_demand(source, entry, body, demand)
    if len(found) == 1 and not entry.strict and found[0].condition is None:
        return (replace(found[0], span=body, written=written),)
    return tuple(found)


def _without_links(text: str, body: Span, words: MaterialWords) -> Span:
    """``body`` without the links of a web page behind it: 申请表 查看样表 下载空表."""
    links = re.search(rf"(?:[\s　]+(?:{words.any_of['noise'].pattern}))+[\s　]*$", body.of(text))
    return trimmed(text, Span(body.start, body.start + links.start()), _ENDS) if links else body


def _of_demand(source: Source, entry: Entry, body: Span, demand: Demand) -> tuple[Material, ...]:
    target = demand.span.of(body.of(source.text))
    entry = replace(entry, strict=True) if demand.later else entry
    offset = body.start + demand.span.start
    found: list[Material] = []
    for piece in pieces(target, source.words):
        alone = piece.span.end - piece.span.start > body.end - body.start - _SLACK
        made = _of_piece(source, entry, Span(offset + piece.span.start, offset + piece.span.end), piece, alone)
        known = {material.name for material in found}
        if found and made and all(material.name in known for material in made):
            break  # the name comes again: its explanation begins
        found += [_in_case(material, demand) for material in made]
    if demand.named and len(found) == 1:
        name = parts_of(cut(demand.named, said_in_brackets(demand.named, source.words)), source.words).name
        found = [replace(found[0], name=name)]
    return tuple(found)


def _in_case(material: Material, demand: Demand) -> Material:
    material = replace(material, issuer=material.issuer or demand.issuer)
    if demand.condition is None:
        return material
    own = material.condition
    both = f"{demand.condition}，{own}" if own and own != demand.condition else demand.condition
    return replace(material, condition=both, necessity="conditional")


def _of_piece(source: Source, entry: Entry, place: Span, piece: Piece, alone: bool) -> tuple[Material, ...]:
    """The materials of a stretch of text at ``place``; ``alone``: it is all that the entry asks for."""
    words, written = source.words, place.of(source.text)
    any_one = words.holds("any_one", entry.body.of(source.text))
    parts = atoms(written, words, any_one, alone)
    shared = piece.said.and_also(_shared(written, parts, words))
    numbers: dict[int, str] = {}
    found: list[Material] = []
    for atom in parts:
        if atom.choice is not None and atom.choice not in numbers:
            numbers[atom.choice] = f"c{next(source.groups)}"
        material = _material(source, _eased(entry, atom, parts, written, words), place.start, atom, shared)
        if material is not None:
            choice = numbers[atom.choice] if atom.choice is not None else None
            found.append(replace(material, choice=choice))
    return (replace(found[0], choice=None),) if len(found) == 1 else tuple(found)


def _eased(entry: Entry, atom: Atom, parts: Sequence[Atom], written: str, words: MaterialWords) -> Entry:
    """Among three and more papers 卫生管理制度 is one as well, even where nothing marks the entry as an item."""
    if not entry.strict or len(parts) < 3 or noun_of(atom.span.of(written), words) != "light":
        return entry
    papers = sum(noun_of(part.span.of(written), words) in ("strong", "ordinary") for part in parts)
    return replace(entry, strict=False) if 2 * papers > len(parts) else entry


def _shared(piece: str, parts: Sequence[Atom], words: MaterialWords) -> Said:
    """What the end of a list says of all of it: A、B、C（复印件1份）; A、B复印件."""
    if len(parts) < 2:
        return Said()
    last = parts[-1].span.of(piece)
    said = said_in_brackets(last, words)
    brackets = said if re.search(r"[）)]\s*$", last.rstrip(_ENDS)) else Said()
    bare = plain(cut(last, said))
    tail = bare[form_tail(bare, words) :]
    only_listed = not re.search(r"和|及|与|或", outside(piece[parts[0].span.end : parts[-1].span.start]))
    form = form_of_tail(tail, words) if (only_listed or re.search(r"各|均", tail)) else FormOf()
    return Said(brackets.form.over(form), brackets.condition, necessity=brackets.necessity)


def _material(source: Source, entry: Entry, offset: int, atom: Atom, shared: Said) -> Material | None:
    """The material of an atom; None where its words are no name. ``offset`` is where the atom's piece begins."""
    words = source.words
    span = trimmed(source.text, Span(offset + atom.span.start, offset + atom.span.end), _ENDS)
    span = _without_quotes(source.text, span)
    said = said_in_brackets(span.of(source.text), words)
    bare, trailing = _without_if(_paired(plain(cut(span.of(source.text), said))))
    if bare.startswith(("下列", "以下", "如下")):
        return None  # says that a list follows
    tail = bare[form_tail(bare, words) :]
    parts = parts_of(bare[: form_tail(bare, words)], words)
    titled = f"《{parts.name}》" if bare.endswith("》") else parts.name
    if not is_name(titled, entry, words):
        return None
    stated = entry.attributes
    form = said.form.over(form_of_tail(tail, words)).over(shared.form).over(stated.form)
    condition = said.condition or trailing or shared.condition or stated.condition
    material = _with_form(Material("", parts.name, span.of(source.text), span, entry.span), form)
    return replace(
        material,
        necessity=_necessity(said.necessity or shared.necessity or stated.necessity, condition),
        condition=condition,
        origin=stated.origin,
        issuer=parts.issuer or said.issuer or stated.issuer,
        holder=parts.holder,
        scenario=entry.scenario,
        basis_written=stated.basis_span.of(source.text) if stated.basis_span else None,
        basis_span=stated.basis_span,
    )


# “营业执照复印件”: a name in quotation marks
_QUOTED = re.compile(r"“[^“”]*”?|”[^“”]*")


def _without_quotes(text: str, span: Span) -> Span:
    return trimmed(text, span, "“”") if _QUOTED.fullmatch(span.of(text)) else span


def _paired(name: str) -> str:
    """``name`` without the sign of a bracket that opens before it: 防疫协议）."""
    open_signs = sum(name.count(sign) for sign in "（(")
    return re.sub(r"[）)]", "", name) if open_signs == 0 else name


def _with_form(material: Material, form: FormOf) -> Material:
    # 申请表一份: a form that is counted is handed in as it was filled in
    filled = form.copies is not None and material.name.endswith(("表", "申请书", "承诺书"))
    return replace(
        material,
        original=True if form.original is None and filled else form.original,
        copies=form.copies,
        electronic=form.electronic,
        shown_only=form.shown_only,
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
