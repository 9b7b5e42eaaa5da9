"""What a name is made of: issuer, signer, holder, head noun."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assistant.lexicon.materials import MaterialWords

Strength = Literal["strong", "ordinary", "light", "partial", "none"]

_SPACE = re.compile(r"[\s　\u00a0\ufeff\0]+")
_EDGES = "，,、；;。.：:！!?？·•|/ \t\n　\u00a0\ufeff"
_TITLE = re.compile(r"^《([^《》]+)》$")
# 嘎查委员会未再婚证明（由嘎查委员会开具) -> the words in the bracket
_BY = re.compile(r"^(?:须|需|应)?\s*(?:由|经)?\s*(?P<issuer>.{2,40}?)\s*(?:负责|统一|依法)?\s*(?P<verb>%s)(?:并.{0,8})?$")


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


@cache
def _patterns(words: MaterialWords) -> _Patterns:
    issuing = words.any_of["issuing"].pattern
    signing = words.any_of["signing"].pattern
    # 由户籍地社区出具的无业证明, 社区开的证明; not 公开的, 召开的
    issued = rf"^(?:由|经|须由|需由)?(?P<issuer>[^，,；;。：:]{{2,45}}?)(?:负责|统一|依法)?(?:{issuing}|(?<![公召展离打分])开)的(?P<rest>.+)$"
    # 全体股东签署的公司章程, 加盖用人单位公章的登记表, 经确认的清算报告
    signed = rf"^(?:由|经)?[^，,；;。：:]{{0,40}}?(?:{signing}|(?:并)?加盖[^，,；;。]{{1,20}}?[章印])+的(?P<rest>.+)$"
    return _Patterns(re.compile(issued), re.compile(signed), re.compile(_BY.pattern % issuing))


def plain(text: str) -> str:
    """``text`` without blanks between its signs and without punctuation at its edges."""
    return _SPACE.sub("", text).strip(_EDGES)


# 根据《…法》, 《…条例》: a law, not a paper
_LAW = re.compile(r"(?:法|条例|办法|规定|细则|规程|规则|解释|公约)》$")
# 吊销营业执照 is what happened, not what is handed in
_LOST = re.compile(r"(?:吊销|撤销|撤消)[^的、，申]{0,8}(?:执照|证书?|许可)$")


def strength(name: str, words: MaterialWords) -> Strength:
    """How surely ``name`` ends in the noun of a document."""
    if _LAW.search(name) or _LOST.search(name):
        return "none"
    bare = name.strip("《》“”〈〉")
    if words.ends_in("not_heads", bare) and not _longer_head(bare, words):
        return _weak(bare, words)
    if words.ends_in("strong", bare):
        return "strong"
    if words.ends_in("ordinary", bare):
        return "ordinary"
    return _weak(bare, words)


def _weak(bare: str, words: MaterialWords) -> Strength:
    if words.ends_in("light", bare):
        return "light"
    return "partial" if words.ends_in("partial", bare) else "none"


def _longer_head(name: str, words: MaterialWords) -> bool:
    """身份证明 ends in 证明, not in a look-alike; 首席代表 ends in 代表, which is longer than 表."""
    wrong = words.ends["not_heads"].search(name)
    right = [found for group in ("strong", "ordinary") if (found := words.ends[group].search(name))]
    return bool(wrong and right) and max(len(found.group()) for found in right) > len(wrong.group() if wrong else "")


def is_paper(name: str, words: MaterialWords) -> bool:
    return strength(name, words) in ("strong", "ordinary")


def is_catch_all(name: str, words: MaterialWords) -> bool:
    """其他材料, …规定提交的其他文件, 其他有关文件、证件: nothing is named."""
    return _catch_all(words).search(name) is not None


@cache
def _catch_all(words: MaterialWords) -> re.Pattern[str]:
    noun = words.any_of["catch_all"].pattern
    between = r"(?:有关|相关|必要|需要|需|应当|应|须|依法|所需|规定|提交|提供|补充|要求|的|等|各类|申请|证明|审核|认为|经|办理|本事项|业务|与.{1,12}有关)"
    return re.compile(rf"(?:其他|其它)(?:{between})*(?:{noun})(?:[、和及或]?(?:{noun}))*$|^(?:有关|相关|相应)(?:的)?(?:{noun})(?:[、和及或](?:{noun}))*$")


def parts_of(text: str, words: MaterialWords) -> NameParts:
    """The name of the material alone, and who issues it, from an atom that has no forms and conditions left."""
    name = re.sub(r"(?<=[一-龥）)])等$", "", _untitled(plain(text)))
    if is_catch_all(name, words):
        return NameParts(name)
    issuer = None
    found = _patterns(words).issued.match(name)
    if found and _stands_alone(found["rest"], words):
        issuer, name = found["issuer"], found["rest"]
    else:
        signed = _patterns(words).signed.match(name)
        if signed and _stands_alone(signed["rest"], words):
            name = signed["rest"]
    name = _without_pointer(_untitled(name), words)
    return NameParts(_untitled(name), issuer, holder_of(name, words))


# Bodies that issue papers: the last word of 户籍所在地居委会, 公安机关, 三甲医院
_BODY = re.compile(r"(?:委|会|局|部门|机关|单位|机构|医院|学校|院校|公司|站|所|院|银行|村|社区|街道|政府|中心|厅|办|队|大队|处|科)$")


def issuer_in_bracket(content: str, words: MaterialWords) -> str | None:
    """``由户籍所在地居委会开具`` -> ``户籍所在地居委会``."""
    found = _patterns(words).by.match(plain(content))
    return found["issuer"] if found and (_BODY.search(found["issuer"]) or "由" in content) else None


def _stands_alone(rest: str, words: MaterialWords) -> bool:
    """海关出具的证明: 证明 alone says nothing, so the issuer stays in the name."""
    bare = _untitled(rest)
    return len(bare) >= 2 and not words.is_one("generic", bare) and strength(bare, words) != "none"


def _untitled(name: str) -> str:
    """The name inside 《》 where nothing stands outside; broken halves of 《》 at the edges are dropped."""
    found = _TITLE.match(name)
    if found:
        return found[1]
    if name.count("《") != name.count("》"):
        name = name.strip("《》")
    return name


# 其, 有关的, 相应的 before a full name point at something and are not part of it
_POINTER = re.compile(r"^(?P<pointer>其(?![他它余中])|该|相应的|有关的|相关的|有关(?!部门|单位|机关|方面|人员|规定|法律)|本人的|本人|所需的|必要的|上述|下列|以下|原则上|(?:填写)?完整的|真实、?有效的|粘?贴|(?:须|需|应当?|另)?附[上有]?|[一二两三四五]张)(?P<rest>.+)$")


def _without_pointer(name: str, words: MaterialWords) -> str:
    found = _POINTER.match(name)
    if found is None or is_catch_all(name, words) or not _stands_alone(found["rest"], words):
        return name
    # 有关身体条件的证明 and 本人婚姻状况的证明 say what about: the word is needed there
    needed = found["pointer"] in ("有关", "本人") and ("的" in found["rest"] or len(found["rest"]) > 12)
    return name if needed else found["rest"]


# 法定代表人的身份证, 投资人的委托书
_HOLDER = re.compile(
    r"^(?P<holder>(?:新任|原任|拟任|原|全体|双方|各)?(?:申请人|法定代表人|负责人|经营者|投资人|委托代理人|代理人|受托人|经办人|委托人|监护人|被监护人|户主|夫妻双方|夫妻|男女双方|双方|"
    r"父母|子女|配偶|收养人|送养人|被收养人|股东|合伙人|首席代表|代表|出租人|承租人|买方|卖方|买受人|出卖人|权利人|死者|死亡公民|申报人|迁出人|学生|儿童|驾驶员|从业人员|法人|"
    r"本人|供养亲属|家庭成员|建设单位|施工单位|监理单位|设计单位)(?:及(?:其)?(?:家庭成员|配偶|代理人|经办人|子女|父母))?)(?:双方)?的?(?P<rest>.{2,})$"
)


def holder_of(name: str, words: MaterialWords) -> str | None:
    """Whose paper it is, as written in front of a name that is one by itself."""
    found = _HOLDER.match(name)
    return found["holder"] if found and strength(found["rest"], words) != "none" else None
