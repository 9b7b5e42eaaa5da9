"""The one form as a web page and as JSON Schema."""

import json
import re

import jsonschema
from lxml import html
from one_forms import field, one_form

from assistant.export.one_form import form_page, form_schema


def _tree(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(data.decode())


def test_page_asks_nothing_from_elsewhere() -> None:
    text = form_page(one_form()).decode()
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//", text)


def test_every_input_has_its_label() -> None:
    tree = _tree(form_page(one_form()))
    named = {label.get("for") for label in tree.iter("label")}
    fields = [each.get("id") for each in tree.iter("input", "select", "textarea") if each.get("id")]
    assert fields
    assert set(fields) <= named


def test_required_question_is_marked_and_checked() -> None:
    tree = _tree(form_page(one_form()))
    (name,) = tree.xpath("//input[@name='applicant.name']")
    (label,) = tree.xpath("//label[@for='applicant.name']")
    assert name.get("required") is not None
    assert "*" in label.text_content()


def test_types_are_those_of_the_answers() -> None:
    tree = _tree(form_page(one_form()))
    assert tree.xpath("//input[@name='applicant.birth']/@type") == ["date"]
    assert tree.xpath("//input[@name='applicant.sex']/@value") == ["男", "女"]
    assert tree.xpath("//textarea/@name") == ["application.reason"]


def test_list_can_grow() -> None:
    tree = _tree(form_page(one_form()))
    assert tree.xpath("//table[@data-list='船东']//input/@data-key") == ["person-船东.name", "person-船东.phone"]
    assert tree.xpath("//button[@class='more']")


def test_page_carries_the_schema_that_stands_alone_too() -> None:
    (inside,) = _tree(form_page(one_form())).xpath("//script[@id='schema']/text()")
    assert json.loads(inside) == json.loads(form_schema(one_form()))


def test_schema_is_one_and_takes_a_filled_form() -> None:
    rules = json.loads(form_schema(one_form()))
    jsonschema.Draft202012Validator.check_schema(rules)
    filled = dict.fromkeys(rules["required"], "甲") | {
        "applicant.sex": "男",
        "applicant.education": "本科",
        "applicant.birth": "1990-01-01",
        "船东": [{"person-船东.name": "乙", "person-船东.phone": "0471-0000000"}],
    }
    jsonschema.validate(filled, rules)


def test_schema_refuses_an_answer_that_is_no_choice() -> None:
    rules = json.loads(form_schema(one_form(field("性别", "applicant.sex"))))
    errors = list(jsonschema.Draft202012Validator(rules).iter_errors({"applicant.name": "甲", "applicant.sex": "甲"}))
    assert len(errors) == 1


def test_signatures_and_opinions_are_no_data() -> None:
    assert not any("签字" in key or "意见" in key for key in json.loads(form_schema(one_form()))["properties"])


def test_label_with_signs_of_html_stays_a_label() -> None:
    text = form_page(one_form(field("<b>甲</b>&</script>", "other.甲"))).decode()
    assert "<b>甲</b>" not in text
    assert text.count("</script>") == 2
