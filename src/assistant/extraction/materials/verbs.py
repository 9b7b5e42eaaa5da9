"""The verbs of handing in (应当提交, 还需提供, 无需出示) and whether they ask or refuse."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.lexicon.materials import MaterialWords

# 享受低保的提供: a verb without an object only closes the case
_NO_OBJECT = re.compile(r"[\s　]*(?:$|[，,])")


@dataclass(frozen=True, slots=True)
class Verb:
    """``[start, end)`` with its modals. ``more``: what it asks for comes on top (还应提交). ``refused``: 无需提交.

    ``issues``: it is a bare 出具, whose subject issues the paper.
    """

    start: int
    end: int
    more: bool
    refused: bool
    issues: bool


def verbs_in(hidden: str, words: MaterialWords) -> tuple[Verb, ...]:
    """The verbs of a sentence whose brackets are hidden, in order; those without an object are left out."""
    found = []
    for verb in _verb(words).finditer(hidden):
        refused = _refused(hidden, verb, words)
        if refused or not _NO_OBJECT.match(hidden, verb.end()):
            more = bool(verb["modal"]) and words.holds("additional", verb["modal"])
            found.append(
                Verb(verb.start(), verb.end(), more, refused, verb["verb"] in ("出具", "出据") and not verb["modal"])
            )
    return tuple(found)


@cache
def _verb(words: MaterialWords) -> re.Pattern[str]:
    """A verb with the modals before it; not an attribute (规定提交的其他文件) nor a noun (提交人)."""
    modal = words.any_of["modal"].pattern
    verbs = words.any_of["demand"].pattern
    return re.compile(
        rf"(?P<modal>(?:(?:{modal})[，,]?)*)(?P<verb>(?:(?<!同意)(?<!所)(?:{verbs})|(?:(?<=[的，,人时应须需当可])|(?<=企业|机关|单位|团体|公司|组织|居民|人员|学生|家长))持(?![有续股证枪])|(?<=[的，,人时应须需当可])凭(?![证条单据借]))(?:(?:、|和|及|并|或者|或)?(?:{verbs}))*)"
        rf"(?!(?:完整|完毕|齐全|好)?的|人(?![民力社事员防才口])|方(?!案)|日|时|给|至|到|(?<=出具)(?:单位|机关|部门|机构))(?:好(?=[《“\0])|以下|下列|：|:|其(?![他它余]))?"
    )


def _refused(hidden: str, verb: re.Match[str], words: MaterialWords) -> bool:
    return words.ends_in("negation", hidden[: verb.start()]) or words.ends_in("negation", hidden[: verb.start("verb")])
