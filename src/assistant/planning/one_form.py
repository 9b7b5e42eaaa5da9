"""One form for all (一表式): what several forms of an application ask, asked once."""

from collections.abc import Iterable, Sequence

from assistant.lexicon.fields import FieldWords, plain
from assistant.model.guide import FieldType, Form
from assistant.model.plan import OneForm, OneFormField, Origin

# Sections of the merged form, in order; a key belongs to the first whose start fits.
_ORDER = (
    "applicant.", "unit.", "developer.", "legal.", "contact.", "agent.", "", "household.", "application.", "bank.",
)  # fmt: skip
_LAST = ("other.", "form-")
_TITLE_ENDS = ("申请审批表", "申请登记表", "审批表", "登记表", "申请书", "申请表", "申报表", "备案表", "信息表", "表")


def merge_forms(forms: Sequence[Form], words: FieldWords) -> OneForm | None:
    """The union of the forms' fields by key; None where there is nothing to merge (fewer than two forms with fields).

    A field is required when any form requires it; forms that do not say count as requiring it.
    """
    filled = [form for form in forms if form.fields]
    if len(filled) < 2:
        return None
    places: dict[str, list[tuple[Form, str, bool | None]]] = {}
    for form in filled:
        for field in form.fields:
            places.setdefault(field.key or f"other.{plain(field.label)}", []).append(
                (form, field.label, field.required)
            )
    fields = [_field(key, found, words) for key, found in places.items()]
    ordered = sorted(fields, key=lambda field: _rank(field.key))
    asked = sum(len(form.fields) for form in filled)
    return OneForm(_title(filled), tuple(ordered), asked, len(ordered))


def _field(key: str, found: Iterable[tuple[Form, str, bool | None]], words: FieldWords) -> OneFormField:
    found = tuple(found)
    asked = words.asked(key)
    return OneFormField(
        key=key,
        label=asked.title if asked else plain(found[0][1]),
        type=asked.type if asked else _type(plain(found[0][1])),
        required=any(required is not False for _, _, required in found),
        origins=tuple(Origin(form.id, label) for form, label, _ in found),
        prefill=words.prefill.get(key),
    )


def _type(label: str) -> FieldType:
    """By the label's own words, for fields nobody listed."""
    endings: tuple[tuple[tuple[str, ...], FieldType], ...] = (
        (("签字", "签名", "签章", "盖章"), "signature"),
        (("日期", "时间", "年月"), "date"),
        (("电话", "手机"), "phone"),
        (("地址", "地点", "住址", "坐落"), "address"),
        (("面积", "数量", "人数", "金额", "数"), "number"),
        (("证号", "号码", "编号", "代码"), "id"),
        (("意见", "情况", "理由", "简历", "说明", "内容"), "long_text"),
    )
    return next((kind for words, kind in endings if label.endswith(words)), "text")


def _rank(key: str) -> int:
    """Stable sort keeps the forms' own order within a section."""
    if key.startswith(_LAST):
        return len(_ORDER) + key.startswith("form-")
    return next((at for at, start in enumerate(_ORDER) if start and key.startswith(start)), _ORDER.index(""))


def _title(forms: Sequence[Form]) -> str:
    """《食品经营许可申请书》 -> 食品经营许可一表式申请表"""
    name = plain(forms[0].name)
    end = next((end for end in _TITLE_ENDS if name.endswith(end) and len(name) > len(end)), "")
    return f"{name.removesuffix(end)}一表式申请表"
