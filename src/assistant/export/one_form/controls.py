"""Content controls of Word (w:sdt): text, date, list and boxes, tagged with the field's key."""

from xml.sax.saxutils import escape, quoteattr

from assistant.export.one_form.rows import boxes
from assistant.model.plan import OneFormField

# Word refuses longer tags.
_TAG = 64
_PLACEHOLDER = {
    "text": "请填写",
    "long_text": "请填写",
    "address": "请填写省、市、区县及详细地址",
    "number": "请填写数字",
    "phone": "请填写电话",
    "id": "请填写号码",
    "date": "请选择日期",
    "choice": "请选择",
}


def control(field: OneFormField, value: str | None = None, again: int = 0) -> str:
    """The runs and controls of a field's answer, as XML; ``again``: which row of a list."""
    if field.type == "signature":
        return _run(value or "")
    if boxes(field):
        return "".join(_box(field, option, option == value, again) for option in field.options)
    return _sdt(field, _kind(field), value, again)


def _sdt(field: OneFormField, kind: str, value: str | None, again: int) -> str:
    shown = value if value is not None else _hint(field)
    look = "" if value is not None else '<w:color w:val="8A8F99"/>'
    empty = "" if value is not None else "<w:showingPlcHdr/>"
    return (
        f"<w:sdt><w:sdtPr><w:rPr></w:rPr>{_names(field.label, field.key, again)}{empty}{kind}</w:sdtPr>"
        f"<w:sdtContent>{_run(shown, look)}</w:sdtContent></w:sdt>"
    )


def _kind(field: OneFormField) -> str:
    if field.options:
        items = "".join(
            f"<w:listItem w:displayText={quoteattr(option)} w:value={quoteattr(option)}/>" for option in field.options
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"
    if field.type == "date":
        return (
            '<w:date><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return '<w:text w:multiLine="1"/>' if field.type in ("long_text", "address") else "<w:text/>"


def _box(field: OneFormField, option: str, ticked: bool, again: int) -> str:
    state = "1" if ticked else "0"
    mark = "☑" if ticked else "☐"
    check = (
        f'<w14:checkbox><w14:checked w14:val="{state}"/><w14:checkedState w14:val="2611" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    fonts = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
    names = _names(f"{field.label}：{option}", f"{field.key}={option}", again)
    return f"<w:sdt><w:sdtPr>{names}{check}</w:sdtPr><w:sdtContent>{_run(mark, fonts)}</w:sdtContent></w:sdt>" + _run(
        f"{option}  "
    )


def _names(alias: str, tag: str, again: int) -> str:
    tag = f"{tag}#{again}" if again else tag
    return f"<w:alias w:val={quoteattr(alias[:_TAG])}/><w:tag w:val={quoteattr(tag[:_TAG])}/>"


def _hint(field: OneFormField) -> str:
    hint = _PLACEHOLDER["text" if field.type == "choice" and not field.options else field.type]
    source = (field.prefill or "").partition(":")[2]
    return f"{hint}（可由{source}带出）" if source else hint


def _run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
