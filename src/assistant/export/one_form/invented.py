"""Invented answers for a sample (样表): plainly made up, never anybody's number, the same each time."""

from collections.abc import Mapping

from assistant.export.one_form.rows import asked
from assistant.model.plan import OneForm, OneFormField

# Names teachers write on blackboards; each subject of the form has its own.
_NAMES = ("张三", "李四", "王五", "赵六", "孙七", "周八", "吴九", "郑十")
# A masked number belongs to nobody: the last four places of an identity number are left open.
_ID = "11010119900101XXXX"
_CODE = "91110000XXXXXXXXXX"
_BY_FACT: Mapping[str, str] = {
    "code": _CODE,
    "sex": "男",
    "age": "36",
    "nation": "汉族",
    "email": "yangli@example.com",
    "post_code": "000000",
    "capital": "100",
    "staff": "10",
    "nationality": "中国",
    "native": "样例省样例市",
    "employer": "样例单位",
    "account": "6222 **** **** 0000",
    "plate": "样A·00000",
    "size": "3",
    "income": "60000",
}
_BY_TYPE: Mapping[str, str] = {
    "number": "10",
    "date": "2026年1月1日",
    "phone": "138****0000",
    "address": "样例省样例市样例区样例路1号",
    "long_text": "（样例）此处按实际情况如实填写。",
    "signature": "（样例，不签字）",
    "text": "样例内容",
    "choice": "样例",
}


def invented(form: OneForm) -> dict[str, str]:
    """An answer for every key."""
    people: dict[str, str] = {}
    return {field.key: _answer(field, people) for field in form.fields if field.type == "signature" or asked(field)}


def _answer(field: OneFormField, people: dict[str, str]) -> str:
    subject, _, fact = field.key.partition(".")
    if field.options:
        return field.options[0]
    if field.label.endswith(("名称", "银行")):
        return f"样例{field.label.removesuffix('名称') or '单位'}"
    if field.label.endswith("姓名"):
        return people.setdefault(subject, _NAMES[len(people) % len(_NAMES)])
    if fact in _BY_FACT:
        return _BY_FACT[fact]
    if field.type == "id":
        return _ID if fact == "id" else "YL-0000-XXXX"
    return _BY_TYPE[field.type]
