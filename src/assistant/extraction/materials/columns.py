"""What the columns of a table, or the "材料类型：原件" lines of a portal page, say of a material."""

import re
from collections.abc import Mapping

from assistant.extraction.materials.conditions import condition_words, is_condition
from assistant.extraction.materials.entries import Attributes
from assistant.extraction.materials.forms import UNSAID, FormOf, copies_in_cell, electronic_only, form_of, is_form
from assistant.extraction.materials.heads import plain
from assistant.lexicon.materials import Column, MaterialWords
from assistant.model.material import Necessity, Origin
from assistant.model.span import Span

# 非必要 未成年人提供, 非必要（委托办理的）: the words behind the mark are the case
_BESIDE_NEED = re.compile(r"^(?:非?必[要须需备]|是|否|容缺后补)[，,；;：:]?")
_BRACKETED = re.compile(r"[（(]([^（()）]+)[）)]")
_NONE = re.compile(r"[0０无否×xX/—\-–\s]*(?:份|不需要?)?")
_NOTHING = re.compile(r"[无/—\-–\s]*")


def column_of(header: str, words: MaterialWords) -> Column | None:
    """What a column called ``header`` holds: a header word, or (from three signs on) words that hold one."""
    bare = re.sub(r"\s", "", header).strip("*＊：:|")
    if bare in words.columns:
        return words.columns[bare]
    without = re.sub(r"[（(].*?[）)]", "", bare)
    if without in words.columns:
        return words.columns[without]
    if len(bare) > 14:
        return None
    held = [word for word in words.columns if len(word) >= 3 and word in bare]
    return words.columns[max(held, key=len)] if held else None


def attributes_of(values: Mapping[Column, str], basis: Span | None, words: MaterialWords) -> Attributes:
    """The attributes from the words of the cells; ``basis`` is the place of the basis cell, None without one."""
    issuer = plain(values.get("issuer", ""))
    necessity = plain(values.get("necessity", ""))
    remark = plain(values.get("remark", "")) or _BRACKETED.sub(r"\1", _BESIDE_NEED.sub("", necessity), count=1)
    return Attributes(
        form=_form(values, words),
        necessity=necessity_of(necessity),
        origin=_origin(values.get("origin", "")),
        issuer=issuer if issuer and not _NOTHING.fullmatch(issuer) else None,
        condition=condition_words(remark) if remark and len(remark) <= 40 and is_condition(remark, words) else None,
        basis_span=basis,
    )


def _form(values: Mapping[Column, str], words: MaterialWords) -> FormOf:
    form = form_of(values.get("form", ""), words)
    copies = plain(values.get("copies", ""))
    medium = values.get("medium", "")
    counted = FormOf(copies=copies_in_cell(copies)) if copies else UNSAID
    stated = FormOf(electronic=electronic_only(medium, words)) if medium else UNSAID
    said = _by_kind(values).over(counted).over(stated).over(form)
    copied = form_of(copies, words).original is False  # 复印件1份 in a column 形式及份数
    return said if copied else said.over(_remarked(values.get("remark", ""), words))


def _remarked(remark: str, words: MaterialWords) -> FormOf:
    """现场核验原件; 复印件，学信网能查的免交: of the remarks the clauses that are about the form."""
    clauses = [clause for clause in re.split(r"[；;。，,\n]", remark) if clause.strip() and is_form(clause, words)]
    return form_of("，".join(clauses), words) if clauses else UNSAID


def _by_kind(values: Mapping[Column, str]) -> FormOf:
    """Two columns, 原件 and 复印件, with numbers or ticks in them."""
    original, copy = plain(values.get("original", "")), plain(values.get("copy", ""))
    if original and not _NONE.fullmatch(original):
        return FormOf(True, copies_in_cell(original))
    return FormOf(False, copies_in_cell(copy)) if copy and not _NONE.fullmatch(copy) else UNSAID


def necessity_of(written: str) -> Necessity | None:
    """必要, 非必要, 容缺后补; 是 and 否 in a column 是否必要."""
    if not written:
        return None
    if "容缺" in written or "后补" in written:
        return "deferrable"
    if re.match(r"非必|否|不必|选填|可选|不是", written):
        return "optional"
    if re.match(r"必|是|√|☑", written):
        return "required"
    return "conditional" if "视" in written or "如" in written else None


def _origin(written: str) -> Origin | None:
    if re.search(r"申请人|自备|自行|本人", written):
        return "applicant"
    if re.search(r"政府|部门|机关|核发|行政", written):
        return "government"
    return "intermediary" if re.search(r"中介|第三方|机构|社会", written) else None
