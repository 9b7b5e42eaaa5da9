"""One form for all (一表式): what several forms of an application ask, asked once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.lexicon.fields import FieldWords, plain
from assistant.model.guide import Field, Form
from assistant.model.plan import FormSource, OneForm, OneFormField, Origin
from assistant.planning.one_form_sections import SIGNED, order_of, section_of, type_of

_TITLE_ENDS = ("申请审批表", "申请登记表", "审批表", "登记表", "申请书", "申请表", "申报表", "备案表", "信息表", "表")


@dataclass(frozen=True, slots=True)
class _Cell:
    form: Form
    field: Field


def merge_forms(
    forms: Sequence[Form], words: FieldWords, sources: Sequence[FormSource] = (), title: str | None = None
) -> OneForm | None:
    """The union of the forms' fields by key; None where there is nothing to merge (fewer than two forms with fields).

    A field is required when any form requires it; forms that do not say count as requiring it. With ``sources`` the
    forms of several items (one thing, 一件事) are merged, and a single form becomes a typed one as well.
    """
    filled = [form for form in forms if form.fields]
    if len(filled) < (1 if sources else 2):
        return None
    cells: dict[str, list[_Cell]] = {}
    for form in filled:
        for field in form.fields:
            cells.setdefault(field.key or f"other.{plain(field.label)}", []).append(_Cell(form, field))
    cells = _signed_once(cells, words)
    known = tuple(sources) or tuple(FormSource(f.id, f.name, None, None, len(f.fields)) for f in filled)
    items = {source.id: source.item for source in known}
    fields = [_field(key, found, items, words) for key, found in cells.items()]
    ordered = sorted(fields, key=lambda field: order_of(field.section, words))
    distinct = _distinct(ordered, {form.id: form.name for form in filled})
    return OneForm(title or _title(filled), distinct, sum(len(form.fields) for form in filled), len(distinct), known)


def _signed_once(cells: Mapping[str, list[_Cell]], words: FieldWords) -> dict[str, list[_Cell]]:
    """Every old form is signed and dated; the one form once by each who signs (申请人签字, 申请日期)."""
    found: dict[str, list[_Cell]] = {}
    signed: dict[str, str] = {}
    for key, several in cells.items():
        label = plain(several[0].field.label)
        first = signed.setdefault(label, key) if section_of(key, label, words) == SIGNED else key
        found.setdefault(first, []).extend(several)
    return found


def _field(key: str, cells: Sequence[_Cell], items: Mapping[str, str | None], words: FieldWords) -> OneFormField:
    asked = words.asked(key)
    first = cells[0].field
    label = asked.title if asked else _called(first)
    options = tuple(dict.fromkeys(option for cell in cells for option in cell.field.options))
    options = options or (asked.options if asked else ())
    kind = asked.type if asked else type_of(plain(first.label))
    if options and kind in ("text", "long_text"):
        kind = "choice"
    every = {item for item in items.values() if item}
    asking = dict.fromkeys(item for cell in cells if (item := items.get(cell.form.id)))
    return OneFormField(
        key=key,
        label=label,
        type=kind,
        required=any(cell.field.required is not False for cell in cells),
        origins=tuple(Origin(cell.form.id, cell.field.label, cell.field.section) for cell in cells),
        prefill=words.prefill.get(key),
        section=section_of(key, label, words),
        options=options if kind == "choice" else (),
        repeated=all(cell.field.repeated for cell in cells),
        items=() if len(every) < 2 or every == set(asking) else tuple(asking),
    )


def _called(field: Field) -> str:
    """A column of a list needs the list's name: 家庭成员: 年龄."""
    label = field.label.strip("*＊：: ")
    under = plain(field.section or "")
    return f"{under}{label}" if field.repeated and under and under not in label else label


def _distinct(fields: Sequence[OneFormField], names: Mapping[str, str]) -> tuple[OneFormField, ...]:
    """Questions under one label say which form they are for: 审核意见（临时救助申请书）."""
    counts = Counter(field.label for field in fields)
    found, seen = [], Counter[str]()
    for field in fields:
        label = field.label
        if counts[label] > 1:
            origin = field.origins[0]
            label = f"{label}（{origin.section or names[origin.form]}）"
            seen[label] += 1
            label = f"{label}{seen[label]}" if seen[label] > 1 else label
        found.append(replace(field, label=label))
    return tuple(found)


def _title(forms: Sequence[Form]) -> str:
    """《食品经营许可申请书》 -> 食品经营许可一表式申请表"""
    name = plain(forms[0].name)
    end = next((end for end in _TITLE_ENDS if name.endswith(end) and len(name) > len(end)), "")
    return f"{name.removesuffix(end).removesuffix('一表式')}一表式申请表"
