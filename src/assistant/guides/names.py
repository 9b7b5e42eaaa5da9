"""The item's name: from the title, or from 事项名称."""

import re
from collections.abc import Sequence

from assistant.guides.titles import Title, item_name, tidy
from assistant.lexicon.sections import Sections
from assistant.model.outline import Section
from assistant.model.span import Span

_MAX_NAME = 60
_MIN_FILE = 4
_MIN_LINE = 2
# 取水许可申请书, 《渔船变更登记表》: the form one applies with is called after the item
_FORM = re.compile(
    r"(?<![一-龥])《?([一-龥（）()]{3,30}?(?:登记|备案|核准|认定|鉴定|评定|注册|许可|审核)?)(?:申请|审批|申报|申领|呈报|报审)*(?:表|申请书)(?=原件|复印件|[^一-龥]|$)"
)
# 注明来源等内容的申请书: described, not named
_PHRASE = re.compile("[的等]|并|签署|填写|加盖|提交|^(?:本人|个人|书面|相关|有关)")
# 《渔船登记证书》 as the result; 均可办理渔船证
_PAPER = re.compile(r"《?([一-龥（）()]{3,30}(?:许可证|登记证|合格证|资格证|证书|证|卡))(?![一-龥])")
_APPLIED = re.compile(
    r"(?:适用于|申请办理|办理|申领|申请|纳入)《?([一-龥（）()]{2,24}?(?:证书?|许可|登记|备案|认定|核准|审批|低保|救助供养|补贴|津贴|公证))(?=》?(?:$|的|范围|[。，；,;]))"
)


def name_of(
    text: str, file: str, title: Title | None, first: Span | None, parts: Sequence[Section], sections: Sections
) -> tuple[str, Span | None]:
    """The name and where it stands; the field 事项名称 counts unless the title says the same and more ("（新办）").

    Without either the file's name stands in, if it is a Chinese one, the line ``first`` before all headings, or what
    the conditions, forms and result say is applied for.
    """
    written = _field(text, parts)
    if written is None:
        return (_FLOW.sub("", title.name), title.span) if title else _without_title(text, file, first, parts, sections)
    name, _ = item_name(tidy(written.of(text)), sections)
    if title and name in title.name and not _MORE.search(title.name):
        return title.name, title.span
    return name, written


# 渔船登记程序
_FLOW = re.compile(r"(?<=登记|审批|许可|核发|备案|认定|补贴|救助)(?:程序|流程)$")
# 渔船登记申报材料要求及 is left of a title that names the guide's parts
_MORE = re.compile(r"(?:材料|资料|流程|程序|要求|条件)(?:[及和与、]|$)|[及和与、]$")


def _without_title(
    text: str, file: str, first: Span | None, parts: Sequence[Section], sections: Sections
) -> tuple[str, Span | None]:
    name = _of_file(file, sections) or _of_line(text, first, sections)
    return (name, None) if name else _of_content(text, parts, sections)


def _of_content(text: str, parts: Sequence[Section], sections: Sections) -> tuple[str, Span | None]:
    for elements, pattern in (
        (("scope", "conditions"), _APPLIED),
        (("materials",), _FORM),
        (("result", "fee"), _PAPER),
        ((), _APPLIED),
        ((), _FORM),
    ):
        for part in parts:
            told = not elements or part.element in elements
            for found in pattern.finditer(text, part.body.start, part.body.end) if told else ():
                if found[1] not in sections.cases | sections.generic and not _PHRASE.search(found[1]):
                    return found[1].removeprefix("中华人民共和国"), Span(*found.span(1))
    return "", None


def _of_file(file: str, sections: Sections) -> str:
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", file)
    name, _ = item_name(tidy(re.sub(r"^[\d\s._、-]+", "", stem)), sections)
    return name if len(re.findall(r"[一-龥]", name)) >= _MIN_FILE else ""


def _of_line(text: str, first: Span | None, sections: Sections) -> str:
    line = first.of(text).strip(" 　？?。：:！!") if first else ""
    name, _ = item_name(line, sections)
    if re.search(r"[，,？?]", name):  # a sentence
        applied = _APPLIED.search(line)
        return applied[1] if applied else ""
    return tidy(name) if len(line) <= _MAX_NAME and len(re.findall(r"[一-龥]", name)) >= _MIN_LINE else ""


def _field(text: str, parts: Sequence[Section]) -> Span | None:
    for part in parts:
        if part.element != "item_name" or not part.blocks:
            continue
        span = part.blocks[0].span
        if "\n" not in span.of(text) and 2 <= span.end - span.start <= _MAX_NAME:
            return span
    return None
