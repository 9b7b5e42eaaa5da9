"""Brackets in an entry: form, condition, issuer, accepted kinds, or a part of the name."""

import re
from dataclasses import dataclass, field, replace

from assistant.extraction.materials.columns import necessity_of
from assistant.extraction.materials.conditions import condition_words, is_condition
from assistant.extraction.materials.forms import UNSAID, FormOf, form_of, form_tail, is_form
from assistant.extraction.materials.heads import Strength, is_paper, plain, strength
from assistant.extraction.materials.names import is_body, issuer_in_bracket
from assistant.extraction.materials.nesting import Group, groups
from assistant.lexicon.materials import MaterialWords
from assistant.model.material import Necessity

# （B表）, （一）, （甲类）: tells two papers of one name apart
_TELLING = re.compile(r"[A-Za-z0-9０-９甲乙丙丁一二三四五六七八九十]{1,3}[表类式型版]?|[一-龥]{1,4}[类表型]")

# （二者之一）, （任选其一）: how to choose, not what it is called
_ONE_OF = re.compile(r"(?:以上|上述|前述)?(?:[二两三四]者|两项|任选|任意)?(?:之一|其一|一项)(?:即可)?")
# 【必要】, （容缺）
_NEEDED = re.compile(r"(?:非?必[要须需备]|容缺(?:后补|受理|材料)?|可?选填?|可容缺)(?=$|[，,；;：:\s])")


# 健在证明（村委会）: who has to certify it
_PROOF = re.compile(r"(?:证明(?:材料|文件|书)?|意见书?)$")


@dataclass(frozen=True, slots=True)
class Said:
    """What brackets and trailing words say of a material. ``cut`` are the stretches that are not part of the name."""

    form: FormOf = UNSAID
    condition: str | None = None
    issuer: str | None = None
    necessity: Necessity | None = None
    cut: tuple[tuple[int, int], ...] = field(default=())

    def and_also(self, other: "Said") -> "Said":
        return Said(
            self.form.over(other.form),
            self.condition or other.condition,
            self.issuer or other.issuer,
            self.necessity or other.necessity,
            self.cut + other.cut,
        )


NOTHING = Said()


def said_in_brackets(text: str, words: MaterialWords) -> Said:
    """What the round and square brackets of ``text`` say; the stretches are offsets into it."""
    said = Said()
    for group in groups(text):
        if group.shape in ("round", "square"):
            said = said.and_also(_bracket(text, group, words))
    return said


def _bracket(text: str, group: Group, words: MaterialWords) -> Said:
    content = text[group.start + 1 : group.end - 1].strip()
    said = _plainly_said(content, words)
    after = text[group.end :]
    inside_name = group.start > 0 and plain(after)[:1] not in ("", "（", "(", "【", "[") and _goes_on(after)
    if said is None and inside_name and len(content) <= 8 and not _clearly_condition(content, words):
        return NOTHING
    if said is None and not inside_name and _PROOF.search(text[: group.start].rstrip()) and is_body(content, words):
        said = Said(issuer=content)
    if said is None and is_condition(content, words):
        said = Said(form=form_of(content, words), condition=condition_words(_behind_forms(content, words)))
    if said is None and not inside_name and _tells_apart(text[: group.start], content, words):
        return NOTHING
    return replace(said or Said(form=_form_beside(content, words)), cut=((group.start, group.end),))


def _behind_forms(content: str, words: MaterialWords) -> str:
    """复印件1份，家庭成员有残疾的提供 -> 家庭成员有残疾的提供"""
    first, mark, rest = content.partition("，")
    return _behind_forms(rest, words) if mark and rest and is_form(first, words) else content


def _plainly_said(content: str, words: MaterialWords) -> Said | None:
    """A bracket that holds a form (原件1份), a mark of need (必要) or an issuer (由社区开具) and nothing else."""
    if is_form(content, words):
        return Said(form=form_of(content, words))
    if _ONE_OF.fullmatch(content):
        return Said()  # cut, and nothing said
    needed = _NEEDED.match(content)
    if needed:
        rest = plain(content[needed.end() :])
        return Said(
            necessity=necessity_of(needed.group()),
            condition=condition_words(rest) if is_condition(rest, words) else None,
        )
    issuer = issuer_in_bracket(content, words)
    return Said(issuer=issuer) if issuer else None


def cut(text: str, said: Said) -> str:
    """``text`` without the brackets that say something about the material."""
    for start, end in sorted(said.cut, reverse=True):
        text = text[:start] + text[end:]
    return text


def ends_in_paper(text: str, words: MaterialWords) -> bool:
    """Whether ``text`` ends in a document's noun when brackets and forms are taken off: 户口簿（首页）复印件1份."""
    bare = plain(cut(text, said_in_brackets(text, words)))
    tail = form_tail(bare, words)
    # 大专以上学历复印件: what is copied is a paper, whatever its noun
    copied = tail > 1 and words.holds("copy", bare[tail:]) and not re.search(r"[，,；;：:。]", bare)
    return copied or noun_of(text, words) in ("strong", "ordinary")


def noun_of(text: str, words: MaterialWords) -> Strength:
    """How surely ``text`` ends in the noun of a document when brackets and forms are taken off."""
    bare = plain(cut(text, said_in_brackets(text, words)))
    return strength(plain(bare[: form_tail(bare, words)]), words)


def _tells_apart(before: str, content: str, words: MaterialWords) -> bool:
    """Whether a bracket at the end is needed to know the paper: 登记表（B表）, 申请书（新申请）; not 执照（深圳市）."""
    if words.begins_with("kinds_start", content) or is_paper(content, words):
        return False
    if _TELLING.fullmatch(content):
        return True
    return (
        bool(re.search(r"[表书]》?$", before))
        and re.fullmatch(r"(?!.*[填写印载传盖签备网附领])[一-龥]{2,6}(?<![市县区省])", content) is not None
    )


def _clearly_condition(content: str, words: MaterialWords) -> bool:
    return words.begins_with("condition_start", content) and is_condition(content, words)


def _form_beside(content: str, words: MaterialWords) -> FormOf:
    """``原件1份，申请人签字`` in a bracket of several parts: the parts that are forms count."""
    form = FormOf()
    for part in re.split(r"[，,；;。]", content):
        if is_form(part, words):
            form = form.over(form_of(part, words))
    return form


def _goes_on(after: str) -> bool:
    """Whether the name goes on behind a bracket; a separator, a form or the end do not count."""
    return not re.match(
        r"[\s，,、；;。.：:]*(?:$|[（(]|原件|复印件|副本|正本|正、副本|一式|各\d|\d+\s*[份张套册本]|提交|提供|及(?:其)?复印件|及原件|[和及与]复印件)",
        after,
    )
