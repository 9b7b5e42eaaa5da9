"""What a name is made of: issuer, signer, holder, pointing words."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.extraction.materials.heads import plain, strength
from assistant.lexicon.materials import MaterialWords

_TITLE = re.compile(r"^《([^《》]+)》$")

# 根据《…法》规定以及企业章程依法作出的决议: by what it was decided is not in the name
_ACCORDING = re.compile(r"^(?:根据|依据|依照|按照)[^，,]{4,}?(?=依法(?:作出|制定)的)")

# 家长向学校提出书面申请: to whom it goes is not in the name
_HANDED_TO = re.compile(r"^[^，,；;。]{2,8}向[^，,；;。]{2,12}(?:提出|递交)(?=[一-龥]{0,6}申请)")


@dataclass(frozen=True, slots=True)
class NameParts:
    """``issuer`` is None where none is named; ``holder`` is whose it is, kept in the name as well."""

    name: str
    issuer: str | None = None
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    issued: re.Pattern[str]
    signed: re.Pattern[str]
    by: re.Pattern[str]
    pointer: re.Pattern[str]
    holder: re.Pattern[str]


@cache
def _patterns(words: MaterialWords) -> _Patterns:
    issuing, signing, holder = (words.any_of[group].pattern for group in ("issuing", "signing", "holder"))
    pointer, loose = (words.any_of[group].pattern for group in ("pointer", "loose_pointer"))
    # 由户籍地社区出具的无业证明, 社区开的证明; not 公开的, 召开的
    verb = rf"(?:负责|统一|依法)?(?:{issuing}|(?<![公召展离打分])开)"
    issued = rf"^(?:由|经|须由|需由)?(?P<issuer>[^，,；;。：:]{{2,45}}?){verb}的(?P<rest>.+)$"
    # 全体股东签署的公司章程, 加盖用人单位公章的登记表, 经确认的清算报告
    signed = rf"^(?:由|经)?[^，,；;。：:]{{0,40}}?(?:{signing}|并?加盖[^，,；;。]{{1,20}}?[章印])+的(?P<rest>.+)$"
    # 由户籍所在地居委会开具: the words in a bracket
    by = rf"^(?:须|需|应)?(?:由|经)?(?P<issuer>.{{2,40}}?)(?:负责|统一|依法)?(?:{issuing})(?:并.{{0,8}})?$"
    # 其委派代表的委托书, not 其他; 有关批准文件, not 有关部门批准文件
    whole = rf"(?P<loose>(?:{loose})(?!部门|单位|机关|方面|人员|规定|法律|[或和及与、（(]))"
    points = rf"^(?:其(?![他它余中])|{pointer}|{whole})(?P<rest>.+)$"
    # 新任首席代表的身份证明, 申请人及家庭成员居民身份证
    who = rf"(?:新任|原任|拟任|原|全体|双方|各)?(?:{holder})(?:及其?(?:{holder}))?"
    whose = rf"^(?P<holder>{who})(?:双方)?的?(?P<rest>.{{2,}})$"
    return _Patterns(*(re.compile(pattern) for pattern in (issued, signed, by, points, whose)))


def is_catch_all(name: str, words: MaterialWords) -> bool:
    """其他材料, …规定提交的其他文件, 其他有关文件、证件: nothing is named."""
    return _catch_all(words).search(name) is not None


@cache
def _catch_all(words: MaterialWords) -> re.Pattern[str]:
    noun, filling = words.any_of["catch_all"].pattern, words.any_of["filling"].pattern
    other = rf"(?:其他|其它)(?:{filling}|与.{{1,12}}有关)*(?:{noun})(?:[、和及或]?(?:{noun}))*$"
    vague = rf"^(?:有关|相关|相应)的?(?:{noun})(?:[、和及或](?:{noun}))*$"
    return re.compile(f"{other}|{vague}")


def parts_of(text: str, words: MaterialWords) -> NameParts:
    """The name of the material alone, and who issues it, from an atom that has no forms and conditions left."""
    name = _without_so_on(_untitled(_HANDED_TO.sub("", _ACCORDING.sub("", plain(text)))), words)
    if is_catch_all(name, words):
        return NameParts(name)
    issuer = None
    issued = _patterns(words).issued.match(name)
    if issued and _stands_alone(issued["rest"], words):
        issuer, name = issued["issuer"], issued["rest"]
    signed = _patterns(words).signed.match(name)
    if signed and _stands_alone(signed["rest"], words):
        name = signed["rest"]
    name = _titled(name, words)
    name = _untitled(_without_pointer(_untitled(name), words))
    return NameParts(name, issuer, holder_of(name, words))


# 毕业证等相关证明材料: the last of an enumeration
_SO_ON = re.compile(
    r"(?<=[一-龥）)》])等(?:(?:[^，,；;。]{2,30}(?:出具|开具|核发)的|(?:符合|能够?|足以|可以?|用于)[^，,；;。]{2,40}的)?(?:相关|有关|其[他它]|其[他它]有关)?(?:证明|证件|申请)?(?:材料|资料|文件|证件|凭证|证明))?$"
)


def _without_so_on(name: str, words: MaterialWords) -> str:
    short = _SO_ON.sub("", name)
    return _untitled(short) if name.endswith("等") or strength(short, words) in ("strong", "ordinary") else name


def issuer_in_bracket(content: str, words: MaterialWords) -> str | None:
    """``由户籍所在地居委会开具`` -> ``户籍所在地居委会``."""
    found = _patterns(words).by.match(plain(content))
    return found["issuer"] if found and (words.ends_in("body", found["issuer"]) or "由" in content) else None


# 村、社区 and 村（居）委会; not 由单位写明理由
_BODY = re.compile(r"[一-龥、（）()]{1,16}")


def is_body(content: str, words: MaterialWords) -> bool:
    """Whether a bracket names an office and says nothing else: 村委会, 户籍所在地派出所, 村（居）委会."""
    return _BODY.fullmatch(content) is not None and words.ends_in("body", content)


def holder_of(name: str, words: MaterialWords) -> str | None:
    """Whose paper it is, as written in front of a name that is one by itself."""
    found = _patterns(words).holder.match(name)
    return found["holder"] if found and strength(found["rest"], words) != "none" else None


def _stands_alone(rest: str, words: MaterialWords) -> bool:
    """海关出具的证明: 证明 alone says nothing, so the issuer stays in the name."""
    bare = _untitled(rest)
    return len(bare) >= 2 and not words.is_one("generic", bare) and strength(bare, words) != "none"


# 交通管理部门的《责任认定书》, 到社区领取《申请表》: the title is the name
_BEFORE_TITLE = re.compile(r"^[^《》]*(?:[^《》]的(?:有效|原)?|领取|填写|填报|下载)(?P<title>《[^《》]{3,}》)$")


def _titled(name: str, words: MaterialWords) -> str:
    found = _BEFORE_TITLE.match(name)
    return found["title"] if found and strength(found["title"], words) == "strong" else name


def _untitled(name: str) -> str:
    """The name inside 《》 where nothing stands outside; broken halves of 《》 at the edges are dropped."""
    found = _TITLE.match(name)
    if found:
        return found[1]
    return name.strip("《》") if name.count("《") != name.count("》") else name


def _without_pointer(name: str, words: MaterialWords) -> str:
    found = _patterns(words).pointer.match(name)
    if found is None or is_catch_all(name, words) or not _stands_alone(found["rest"], words):
        return name
    # 有关身体条件的证明 and 本人婚姻状况的证明 say what about: the word is needed there
    needed = found["loose"] and ("的" in found["rest"] or len(found["rest"]) > 12)
    return name if needed else found["rest"]
