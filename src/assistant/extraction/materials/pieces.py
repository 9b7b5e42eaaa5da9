"""An object's words, parted into what names documents and what is said of them behind commas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.extraction.materials.brackets import NOTHING, Said, cut, ends_in_paper, said_in_brackets
from assistant.extraction.materials.conditions import condition_words, is_condition
from assistant.extraction.materials.forms import form_of, is_form
from assistant.extraction.materials.heads import is_paper, plain
from assistant.extraction.materials.nesting import outside
from assistant.lexicon.materials import MaterialWords
from assistant.model.span import Span

# What parts a name from what is said of it: a comma, a dash, 并加盖…, a blank before a form (身份证 复印件1份)
_BETWEEN = re.compile(
    r"[，,]|——|--|—(?=[一-龥])|并(?=粘|贴|加盖|签|由|注明|按|附)(?![^，,；;。]{1,16}的[一-龥《])"
    r"|并(?=[^，,；;。的《]{1,24}(?:盖章|签章|签字|审核|确认)(?:$|[，,；;。]))|[ 　\t]+"
)
# 由法定代表人签字; 应为一年内出具; 载明经营范围: an explanation, not a further document
_EXPLAINS = re.compile(
    r"^(?:由|指|即|应|须|需|并|且|该|其中|不|如|以(?!及)|按|可|要求|载明|注明|写明|内容|包括|说明|明确|详细|用于|证明)"
    r"|应当|必须|不得|应由|须由|需由|[应须要需]能|[应须要]有"
)
# 由公安机关出具的证明
_ISSUED = re.compile(r"^由.{2,30}(?:出具|开具)的")


@dataclass(frozen=True, slots=True)
class Piece:
    """``span`` are offsets into the object's words; ``said`` is what stands behind commas."""

    span: Span
    said: Said = NOTHING


def pieces(target: str, words: MaterialWords) -> tuple[Piece, ...]:
    """The stretches that name documents, with ``，原件1份`` and ``，享受低保的提供`` behind them.

    An explanation ends it.
    """
    target = _without_kinds(target, words)
    found: list[Piece] = []
    for segment in _segments(target, words):
        part = segment.of(target)
        bare = plain(part)
        last = found[-1] if found else None
        if not bare:
            continue
        if last is None:
            found.append(Piece(segment))
        elif (said := _said(part, bare, words)) is not None:
            found[-1] = Piece(last.span, last.said.and_also(said))
        elif not _is_item(bare, words) or bare in target[: segment.start]:
            break
        elif last.said == NOTHING and last.span.end >= segment.start - 2:
            found[-1] = Piece(Span(last.span.start, segment.end))
        else:
            found.append(Piece(segment))
    return tuple(found)


# 居住地住址证明包括房屋租赁合同、住宿证明等: the kinds are neutral
_KINDS = re.compile(r"(?:主要)?(?:包括|包含)")


def _without_kinds(target: str, words: MaterialWords) -> str:
    found = _KINDS.search(outside(target))
    return target[: found.start()] if found and ends_in_paper(target[: found.start()], words) else target


# 主要包括身份证…, 如“派工单”…, 须附审查意见: what opens an object and belongs to no name
_LEAD = re.compile(r"[\s　]*(?:(?:主要|具体|一般|应当?)?(?:包括|包含)(?!的)|如(?=[“《])|例如|比如)[：:]?")


def _segments(target: str, words: MaterialWords) -> Iterator[Span]:
    start = lead.end() if (lead := _LEAD.match(target)) else 0
    for found in _BETWEEN.finditer(outside(target)):
        token = re.split(r"[ 　\t，,]", target[found.end() :].lstrip(), maxsplit=1)[0]
        if found.group().strip() or is_form(token, words):
            yield Span(start, found.start())
            start = found.end()
    yield Span(start, len(target))


def _said(part: str, bare: str, words: MaterialWords) -> Said | None:
    """What a segment says of the documents before it; None where it says nothing of form or case."""
    brackets = said_in_brackets(part, words)
    if is_form(cut(part, brackets), words):
        return Said(form=form_of(bare, words)).and_also(brackets)
    if is_condition(bare, words) and not is_paper(bare, words):
        return Said(form=form_of(bare, words), condition=condition_words(bare))
    return None


def _is_item(bare: str, words: MaterialWords) -> bool:
    """Whether the words behind a comma are a further document and no explanation."""
    if _EXPLAINS.search(bare) and not _ISSUED.match(bare):
        return False
    return ends_in_paper(bare, words) and (
        len(outside(bare).replace("\0", "")) <= 40 or bare.startswith(("或", "以及", "和", "及"))
    )
