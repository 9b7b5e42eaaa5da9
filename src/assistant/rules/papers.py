"""What sort of paper a material is, who issues it, and which published lists it stands on."""

import re

from assistant.lexicon.rule_words import Listed, RuleWords
from assistant.model.kind import Kind
from assistant.model.material import Material

# 由死者生前单位开具 | 嘎查村（居）委会出具的 | 社区开的
_ISSUED = re.compile(r"(?:由)?([^，,；;。：:、\s]{2,24}?)(?:出具|开具|开立|核发|签发|开的|盖章)")
# 单位介绍信, 村委会证明, 所在单位同意变更姓名的证明: the issuer stands before the paper's name
_LEADING = re.compile(r"^(?:(.{2,8}?)(?:介绍信|证明)|(所在单位|工作单位|用人单位|村委会|居委会|嘎查|社区.{0,4}).*证明)")
_UNABLE = {"village", "employer"}
# 公安交通管理部门的相关证明: it says whose paper it is. Not 登记机关要求的相关材料, 有关部门的相关证明.
_OF_AN_OFFICE = re.compile(
    r"(?!有关|相关|其他)(?!.*(?:要求|认为|规定|需要|其他|其它)).{2,30}(?:出具|开具|签发|颁发|部门|机关|机构|公司|法院|医院)的(?:相关|有关).+"
)
# 相关手续【结婚证或离婚手续、出生医学证明】: a bracket that says what is meant
_NAMED = re.compile(
    r"[（(](?:包括|含|如|例如|即)|[（(【\[][^）)】\]]*(?:证|证明|户口簿|户口本|证书|执照)[、或][^）)】\]]*[）)】\]]"
)
_BRACKETS = re.compile(r"[（(【\[《〈][^）)】\]》〉]*[）)】\]》〉]")
# Names that agree in so many signs are of one thing; an ending must be longer to say as much.
_STEM = 4
CATCH_ALL = "P178"
_TELLING = 6
_SHORTEST = 2
_NOT_WORDS = re.compile(r"[^\w、]|_")


def bare(text: str) -> str:
    """Without blanks and punctuation but 、 (which joins names)."""
    return _NOT_WORDS.sub("", text)


def core(name: str) -> str:
    """The name without what stands in brackets: 转学申请（原件） -> 转学申请; a name wholly in 《》 stays."""
    return bare(_BRACKETS.sub("", name)) or bare(name)


def sort_of_paper(material: Material, kind: Kind | None, words: RuleWords) -> str:
    """catch_all, form, photo, report, licence, proof, approval, other. The applicant's own form wins over any kind."""
    name = core(material.name)
    if is_catch_all(material, kind, words):
        return "catch_all"
    if name.endswith(words.forms) or words.named["photo"].in_(name):
        return "form" if name.endswith(words.forms) else "photo"
    if name.endswith(words.reports) and not (
        kind and any(bare(n).endswith("报告") for n in (kind.name, *kind.aliases))
    ):
        return "report"
    if kind is not None and (kind.id.startswith("L") or is_licence_copy(kind) or name.endswith(words.licences)):
        # 社会保险参保证明 is a licence in the lists and a proof to anybody else.
        return "proof" if kind.name.endswith(words.proofs) and not name.endswith(words.licences) else "licence"
    if _is_approval(name, material, kind, words):
        return "approval"
    return "proof" if kind is not None or name.endswith(words.proofs) else "other"


def _is_approval(name: str, material: Material, kind: Kind | None, words: RuleWords) -> bool:
    """A decision of another office; 意见 and 同意书 only where the office is named."""
    if name.endswith(words.approvals) and _from_an_office(material, words):
        return True
    return kind is None and name.endswith(words.opinions) and words.opinion_offices.in_(_with_issuer(material))


def is_catch_all(material: Material, kind: Kind | None, words: RuleWords) -> bool:
    """其他材料 without content; not where a bracket names what is meant."""
    if says_what(material):
        return False
    return (kind is not None and kind.id == CATCH_ALL) or bool(words.catch_all.fullmatch(bare(material.name)))


def says_what(material: Material) -> bool:
    """相关手续【结婚证、出生医学证明】, 公安交管部门的相关证明: open, and yet it is said what or whose paper it is."""
    return bool(_NAMED.search(material.written) or _OF_AN_OFFICE.fullmatch(bare(material.name)))


def is_licence_copy(kind: Kind) -> bool:
    """Kinds such as 营业执照复印件: a licence that the proofs' list has, because offices collect its copy."""
    own = kind.name.endswith("复印件") or kind.usual_issuer in {"申请人", "医疗机构", "殡仪馆"}
    return kind.action == "verify" and own


def _from_an_office(material: Material, words: RuleWords) -> bool:
    if any(word in material.name for word in words.approval_not):
        return False
    if core(material.name).endswith(words.approvals_always):
        return True
    text = _with_issuer(material)
    return material.origin == "government" or any(word in text for word in words.approval_offices)


def _with_issuer(material: Material) -> str:
    return material.name + (material.issuer or "")


def issuer_class(material: Material, words: RuleWords) -> str:
    """The class of who issues it: what extraction found, then 由…出具 in its own words; "" if not said."""
    for text in (material.issuer or "", *_ISSUED.findall(material.written), *_leading(core(material.name))):
        found = _class_of(text, words)
        if found in _UNABLE and "或" in text:
            # 公安机关、医疗机构或村委会: one who can tell is among them
            others = [_class_of(part, words) for part in re.split(r"[、，,\s]|或者?", text)]
            return next((each for each in others if each and each not in _UNABLE), found)
        if found:
            return found
    return ""


def _class_of(text: str, words: RuleWords) -> str:
    return next((each.name for each in words.issuers if each.in_(text)), "")


def _leading(name: str) -> tuple[str, ...]:
    found = _LEADING.match(name)
    return tuple(group for group in found.groups() if group) if found else ()


def on_list(name: str, material: Material, kind: Kind | None, words: RuleWords) -> Listed | None:
    """The item of the list ``name`` that the material falls under, by kind, else by the words of its name."""
    text = bare(material.name)
    for item in words.lists[name]:
        if kind is not None and kind.id in item.kinds:
            return item
    if kind is not None and kind.id.startswith("P") and name != "odd":
        # A known kind that is not on the list: words such as 收入证明 inside a longer name must not overrule it.
        return next((item for item in words.lists[name] if any(word == text for word in item.words)), None)
    return next((item for item in words.lists[name] if any(word in text for word in item.words)), None)


def is_intermediary(material: Material, words: RuleWords) -> bool:
    """评估、鉴定、检测、审计报告, or a paper whose origin the guide gives as an intermediary."""
    name = core(material.name)
    if any(word in name for word in words.intermediary_not):
        return False
    return name.endswith(words.intermediary) or material.origin == "intermediary"


def is_kinship(material: Material, kind: Kind | None, words: RuleWords) -> bool:
    """亲属关系证明, also under a name that no kind has: 选取其他长辈姓氏的关系证明."""
    if kind is not None:
        return kind.id == "P015"
    name = core(material.name)
    return name.endswith(words.kinship) and not any(word in name for word in words.kinship_not)


def is_foreign(name: str) -> bool:
    """A paper from abroad: no register at home has it, and no rule at home says what proves it."""
    return any(word in name for word in ("外国", "境外", "国外", "域外"))


def handed_in(material: Material, kind: Kind | None, item: str, words: RuleWords) -> bool:
    """The old licence that is given back or changed, or the very licence the item is about."""
    name = core(material.name)
    if name.startswith(words.handed_in_starts) and not name.startswith(words.handed_in_not):
        return True
    if any(word in material.written for word in words.handed_in_words):
        return True
    if kind is None or material.original is False:
        return False
    return is_about(kind, item, words) or ("注销" in item and kind.holder == "法人")


def is_about(kind: Kind, item: str, words: RuleWords) -> bool:
    """The item is about this very licence: 医疗机构校验 and 医疗机构执业许可证, 抵押权登记 and 不动产权证书."""
    stem = re.sub(r"(证书|证)$", "", kind.name)
    if len(stem) >= _STEM and stem in item:
        return True
    if any(word in item for word in words.registers.get(kind.id, ())):
        return True
    acts = any(act in item for act in words.handed_in_acts)
    # 居住证补办, 护照换发: names too short to be told by a part of them
    thing = re.split("|".join(words.handed_in_acts), item)[0]
    names = [core(name) for name in (kind.name, *kind.aliases)]
    # 医疗器械经营备案凭证变更 is about 第二类医疗器械经营备案凭证 too
    whole = len(thing) >= _SHORTEST and kind.name.startswith(thing)  # 护士延续注册 and 护士执业证书
    named = whole or any(item.startswith(name) or (len(thing) >= _TELLING and name.endswith(thing)) for name in names)
    return acts and (named or stem[:_STEM] == item[:_STEM])
