"""Where a field stands in the merged form, and what kind of answer it takes."""

from assistant.lexicon.fields import FieldWords
from assistant.model.guide import FieldType

SIGNED = "承诺与签字"
OFFICE = "办理机关填写"
_PEOPLE = "其他人员和单位信息"
_OFFICES_WORDS = ("意见", "审核", "审批", "受理", "核准", "审查", "审定", "领导", "评议", "公示", "核验")
_SIGNED_WORDS = (
    "签字", "签名", "签章", "盖章", "公章", "手印", "承诺", "填表日期", "申请日期", "填报日期", "签订日期", "声明",
)  # fmt: skip
_TYPES: tuple[tuple[tuple[str, ...], FieldType], ...] = (
    (("签字", "签名", "签章", "盖章", "公章", "手印"), "signature"),
    (("日期", "时间", "年月", "年月日"), "date"),
    (("电话", "手机", "手机号", "手机号码"), "phone"),
    (("地址", "地点", "住址", "坐落", "所在地", "住所"), "address"),
    (("面积", "数量", "人数", "金额", "数", "费", "额", "吨位", "年龄", "收入"), "number"),
    (("证号", "号码", "编号", "代码"), "id"),
    (("意见", "情况", "理由", "简历", "说明", "内容", "经过", "范围", "备注", "事由"), "long_text"),
)


def section_of(key: str, label: str, words: FieldWords) -> str:
    """The heading for a key; of the forms' own questions those for the office come last, before them signatures."""
    own = key.startswith(("form-", "other."))
    if own and any(word in label for word in _OFFICES_WORDS) and "人" not in label:
        return OFFICE
    if any(word in label for word in _SIGNED_WORDS):
        return SIGNED
    subject = key.partition(".")[0]
    for title, subjects in words.sections:
        if subject in subjects:
            return title
    who = subject.removeprefix("person-")
    for title, _ in words.sections:
        if who != subject and who.startswith(title[:2]):
            return title  # the list of 家庭成员 stands under 家庭信息
    rest = next((title for title, subjects in words.sections if not subjects), "")
    return _PEOPLE if subject in words.roles or subject.startswith(("person-", "body-")) else rest


def order_of(section: str, words: FieldWords) -> int:
    titles = [title for title, _ in words.sections]
    if section in titles:
        return titles.index(section)
    return len(titles) + (SIGNED, OFFICE).index(section)


def type_of(label: str) -> FieldType:
    """By the label's own words, for fields nobody listed."""
    return next((kind for words, kind in _TYPES if label.endswith(words)), "text")
