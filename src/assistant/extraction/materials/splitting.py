"""Composite entries to single documents: 居民户口簿、居民身份证 are two, 设立、变更登记申请书 is one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.extraction.materials.forms import form_tail, is_form
from assistant.extraction.materials.heads import Strength, is_law, is_paper, plain, strength
from assistant.extraction.materials.names import is_catch_all, parts_of
from assistant.extraction.materials.nesting import outside
from assistant.lexicon.materials import MaterialWords
from assistant.model.span import Span

# What joins two documents. Not in 共和国, 和解, 及时, 涉及, 参与, 赠与, 与…有关, 与…相适应; not where it begins.
_JOINT = re.compile(
    r"(?P<or>[，,]?\s*(?:或者是?|或是|或|／|/))|(?P<and>[，,]?\s*(?:以及|(?<![共议总饱温缓平])和(?![国解谐平睦田])|(?<![涉普波危顾])及(?![时格第早物其格])"
    r"|(?<=.)及其(?=[一-龥]{2,})|(?<![参赠给授])与(?!会|[^、，,]{1,12}(?:有关|相关|相适应|一致|相符|相应|关系)))|并(?=粘|贴|附)|[＋+])|(?P<comma>[，,；;])|(?P<list>、)"
    r"|(?P<glued>(?<=身份证|户口簿|户口本|结婚证)(?=(?:居民)?(?:身份证|户口[簿本]|结婚证|不动产权证)(?:复印件|原件|$|[、，,（(])))"
)


# 正、副本, 正本和副本 are one form
_DUPLICATE = re.compile(r"正本?(?:、|和|及|与|或者|或|/|／)副本")
_JOINED = re.compile(r"、|和|及|与|或者|或|/|／")


@dataclass(frozen=True, slots=True)
class Atom:
    """``span`` are offsets into the object's text. Atoms with the same ``choice`` are alternatives."""

    span: Span
    choice: int | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    joint: str
    strength: Strength
    name: str


def atoms(text: str, words: MaterialWords, all_choice: bool = False, alone: bool = True) -> tuple[Atom, ...]:
    """The single documents of ``text``, from which brackets and trailing forms have not been taken.

    ``all_choice``: the entry says that any one of them will do. ``alone``: ``text`` is all that the entry asks for.
    """
    parts = _merged(_parts(_with_alternatives(text, words), words), words)
    if alone and not all_choice and _one_name(parts, words):
        return (Atom(Span(parts[0].span.start, parts[-1].span.end)),)
    return _with_choices(parts, all_choice)


# （或房屋他项权利证书）: another paper that will do, not a kind of the one before
_OR_IN_BRACKET = re.compile(r"[（(](?:或者是?|或是?)(?P<papers>[^（()）]+)[)）]")


def _with_alternatives(text: str, words: MaterialWords) -> str:
    """``text`` with blanks for the signs of a bracket that holds another paper, so that its 或 joins the two."""

    def opened(found: re.Match[str]) -> str:
        pair = (plain(part) for part in (text[: found.start()], found["papers"]))
        two = all(is_paper(plain(part[: form_tail(part, words)]), words) for part in pair)
        return f" {found.group()[1:-1]} " if two else found.group()

    return _OR_IN_BRACKET.sub(opened, text)


def _parts(text: str, words: MaterialWords) -> list[_Part]:
    """Everything between two joints, with what joins it to the part before."""
    hidden = _DUPLICATE.sub(lambda found: _JOINED.sub("\0", found.group()), outside(text))
    parts: list[_Part] = []
    start, joint = 0, ""
    for found in _JOINT.finditer(hidden):
        if found.start() == start and not plain(text[start : found.start()]):
            if found.lastgroup in ("list", "comma", "or"):
                start = found.end()
            continue
        parts.append(_part(text, hidden, Span(start, found.start()), joint, words))
        start, joint = found.end(), "list" if found.lastgroup in ("glued", None) else found.lastgroup or "list"
    if plain(text[start:]):
        parts.append(_part(text, hidden, Span(start, len(text)), joint, words))
    return parts


def _part(text: str, hidden: str, span: Span, joint: str, words: MaterialWords) -> _Part:
    """A part that is only a form (原件、复印件) has no strength and an empty name."""
    bare = plain(hidden[span.start : span.end])
    name = bare if not is_form(plain(span.of(text)), words) else ""
    name = plain(name[: form_tail(name, words)])
    if not name and re.search(r"[《“]", span.of(text)):
        name = plain(span.of(text))
        return _Part(span, joint, "none" if is_law(name) else "strong", name)
    with_title = plain(re.sub(r"[（(][^（）()]*[）)]", "", span.of(text)))
    with_title = plain(with_title[: form_tail(with_title, words)])
    found = strength(with_title, words) if name else "none"
    if name and is_catch_all(name, words):
        found = "ordinary"
    return _Part(span, joint, found, name)


def _merged(parts: list[_Part], words: MaterialWords) -> list[_Part]:
    """Parts that are no document by themselves go to the next one, forms and bare nouns to the one before."""
    merged: list[_Part] = []
    waiting: _Part | None = None
    for index, part in enumerate(parts):
        following = parts[index + 1] if index + 1 < len(parts) else None
        whole = _joined(waiting, part) if waiting else part
        if not part.name or (merged and not waiting and _only_noun(part, words)):
            if waiting or not merged:
                waiting = whole
            else:
                merged[-1] = _joined(merged[-1], part, keep=True)
            continue
        if _incomplete(part, following) or (following and _enumerated(parts[index + 1 :])):
            waiting = whole
            continue
        merged.append(whole)
        waiting = None
    if waiting is not None:
        merged[-1:] = [_joined(merged[-1], waiting, keep=True)] if merged else [waiting]
    return merged


def _only_noun(part: _Part, words: MaterialWords) -> bool:
    """…的决议或者决定, 其他有关文件、证件: the second noun names no other paper."""
    name = re.sub(r"等(?:材料|资料|文件)$", "", part.name)
    return words.is_one("generic", name) and part.strength != "strong"


# 符合…, 关于… without the 的 that ends it
_ABOUT = re.compile(r"(?:符合|关于|针对|有关)[^的]*$")


# 身份证, 户口簿: papers that everybody has; what stands before them is a paper of its own
_CERTIFICATE = re.compile(r"(?:身份证|户口[簿本]|资格证书?|学历证书|毕业证书?)$")


# what follows 申请、 in the name of one form
_FORM_OF = re.compile(r"(?:审批|审核|登记|备案|呈报|确认)表")


def _incomplete(part: _Part, following: _Part | None) -> bool:
    """Whether the name goes on behind the joint: 设立 | 登记申请书; 采伐作业设计 或 采伐方案."""
    if following is None or not following.name:
        return False
    if part.strength == "partial" and following.joint != "comma":
        return not _CERTIFICATE.search(following.name)  # 基本情况、身份证明; not 基本情况和身份证
    if _ABOUT.search(part.name) and "的" in following.name:
        return True  # 符合准用目录和技术标准的说明
    if re.search(f"{re.escape(part.name[-2:])}的[一-龥]{{2,4}}$", following.name):
        return True  # 无不良行为记录及无犯罪记录的证明
    if part.strength == "light" and _FORM_OF.fullmatch(following.name) and part.name.endswith("申请"):
        return True  # 生育申请、审批表
    return part.strength == "none" or (part.strength == "light" and following.joint not in ("list", "comma"))


# 环保、规划、档案等部门的验收意见: bodies and matters are listed; 审计报告、合同等材料: papers are
_AND_SO_ON = re.compile(
    r"(?<![平高中同初优上下均])等(?!级|次|候|离|同|于|值|材料|资料|文件$|文件资料|证件|证明|凭证|书面|相关|有关|申请|手续"
    r"|[一-龥]{0,2}复印件)[一-龥]"
)


# 离婚协议等符合规定的其他证明材料: papers are listed
_PAPERS_AND_SO_ON = re.compile(
    r"(?:[证书表]|证明|协议|合同|执照)等(?:符合|能够?|足以|可以?|用于)[^，,；;。]{2,40}的(?:相关|有关|其[他它]){0,2}(?:证明|申请)?(?:材料|资料|文件|证件)$"
)


def _enumerated(rest: Sequence[_Part]) -> bool:
    """Whether an enumeration that ends in 等… goes on in ``rest``, all of it joined by 、."""
    for part in rest:
        if part.joint != "list" and not part.name.startswith("等"):
            return False
        if _AND_SO_ON.search(part.name):
            return not _PAPERS_AND_SO_ON.search(part.name) or rest[0].strength not in ("strong", "ordinary")
    return False


def _joined(left: _Part, right: _Part, keep: bool = False) -> _Part:
    span = Span(left.span.start, right.span.end)
    return _Part(
        span, left.joint, left.strength if keep else right.strength, left.name if keep else left.name + right.name
    )


def _one_name(parts: Sequence[_Part], words: MaterialWords) -> bool:
    """Two papers of one stem that are all of the entry are one material in the law's words: 论证报告书或论证表.

    Certificates are always told apart (居民户口簿或居民身份证), and so are papers of two issuers.
    """
    if len(parts) != 2 or parts[1].joint in ("list", "comma") or "strong" in (parts[0].strength, parts[1].strength):
        return False
    second = parts_of(parts[1].name, words)
    if sum(len(part.name) for part in parts) > 24 or second.issuer or len(second.name) < len(parts[1].name):
        return False
    left, right = (_stem(part.name, words) for part in parts)
    return min(len(left), len(right)) > 1 and left[-2:] == right[-2:]


def _stem(name: str, words: MaterialWords) -> str:
    """水资源论证报告书 -> 水资源论证."""
    bare = words.ends["ordinary"].sub("", name)
    return words.ends["ordinary"].sub("", bare).removesuffix("的") or bare or name


def _with_choices(parts: Sequence[_Part], all_choice: bool) -> tuple[Atom, ...]:
    """Numbers the groups of alternatives: those joined by 或, or all of A、B或C."""
    if all_choice and len(parts) > 1:
        return tuple(Atom(part.span, 1) for part in parts)
    if _all_alternatives(parts):
        return tuple(Atom(part.span, 1) for part in parts)
    found: list[Atom] = []
    choice = 0
    for index, part in enumerate(parts):
        tied = part.joint == "or"
        ties = index + 1 < len(parts) and parts[index + 1].joint == "or"
        choice += 1 if ties and not tied else 0
        found.append(Atom(part.span, choice if tied or ties else None))
    return tuple(found)


def _all_alternatives(parts: Sequence[_Part]) -> bool:
    """A、B或C; not 声明、护照或旅行证, where two certificates of one sort stand beside a paper of another."""
    joints = [part.joint for part in parts[1:]]
    if len(parts) < 3 or joints[-1] != "or" or not set(joints[:-1]) <= {"list", "comma"}:
        return False
    pair = {part.strength for part in parts[-2:]}
    return pair != {"strong"} or all(part.strength == "strong" for part in parts[:-2])
