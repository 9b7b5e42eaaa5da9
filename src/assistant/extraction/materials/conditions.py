"""The case a material is for: （如有）, （仅限首次登记）, 享受低保的提供, 委托办理的."""

import re

from assistant.extraction.materials.heads import is_paper, plain
from assistant.lexicon.materials import MaterialWords

# 享受低保的提供 -> 享受低保的; 委托办理时需提供 -> 委托办理时
_PROVIDE = re.compile(
    r"(?:[，,]?(?:还|另|均|才|则|应当?|必?须|需要?|要|可)*(?:提供|提交|出具|填写|出示|适用|使用|携带))+$"
)
_SUBJECT_EDGE = re.compile(r"[，,：:、\s]+$")
# 不涉及的不提供, 大修工程无需提供: says when it is not needed; kept as it is written
_NOT_NEEDED = re.compile(r"(?:无需|无须|不需|不用|可不|不必|免)(?:要|再)?(?:提供|提交|出具)")

# 已婚提交结婚证，离异提交离婚证: cases with papers of their own are kinds of the one named
_ASKS = re.compile(r"(?:提交|提供|出具|附)(?!的|时|$)[^，,；;。]{2,}")
# 载明委托事项; 六个月有效期; 应当清晰: how it must be, not when it is needed
_EXPLAINS = re.compile(r"载明|注明|参考|不得|必须|有效期|应当?(?!提供|提交)")


def is_condition(text: str, words: MaterialWords) -> bool:
    """Whether a bracket or the words after a comma say when the material is needed."""
    bare = plain(text)
    if not bare or len(bare) > 80:
        return False
    if _NOT_NEEDED.search(bare):
        return True
    if _ASKS.search(bare) or _EXPLAINS.search(bare):
        return False
    if words.begins_with("condition_start", bare):
        return not (bare.startswith(("委托", "属", "首次")) and is_paper(bare, words))
    if bare.startswith("如"):
        return bare.endswith(("的", "时", "者", "情形"))  # 如涉及变更的; 如营业执照等 names a kind
    return not words.begins_with("kinds_start", bare) and words.ends_in("condition_end", bare)


def condition_words(text: str) -> str:
    """The condition as written, without the verb that only says "hand it in": 享受低保的提供 -> 享受低保的."""
    bare = _SUBJECT_EDGE.sub("", plain(text))
    if _NOT_NEEDED.search(bare):
        return bare
    return _PROVIDE.sub("", bare) or bare


def is_leading_case(text: str, words: MaterialWords) -> bool:
    """Whether the words before the first comma or colon are a case: 委托他人办理的, 变更住所时."""
    bare = plain(text)
    return (
        2 < len(bare) <= 90 and bare.endswith(("的", "时", "后", "者", "情形", "的情况")) and not is_paper(bare, words)
    )
