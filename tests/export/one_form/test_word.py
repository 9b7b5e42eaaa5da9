"""The one form as a fillable Word document, and the sample."""

from one_forms import W, document_xml, field, one_form, tags, words

from assistant.export.one_form import form_sample, form_word


def test_every_question_is_a_control_tagged_with_its_key() -> None:
    found = tags(form_word(one_form()))
    assert {"applicant.name", "applicant.id", "applicant.education", "application.reason"} <= set(found)


def test_few_short_choices_are_boxes_to_tick() -> None:
    assert {"applicant.sex=男", "applicant.sex=女"} <= set(tags(form_word(one_form())))


def test_many_choices_are_a_list() -> None:
    xml = document_xml(form_word(one_form()))
    (chosen,) = xml.iter(f"{W}dropDownList")
    assert len(chosen) > 4


def test_date_is_chosen_from_a_calendar() -> None:
    assert len(list(document_xml(form_word(one_form())).iter(f"{W}date"))) == 1


def test_list_has_rows_whose_controls_are_told_apart() -> None:
    found = tags(form_word(one_form()))
    assert {f"person-船东.name#{row}" for row in (1, 2, 3)} <= set(found)


def test_signature_is_a_free_place() -> None:
    assert not any("签字" in tag for tag in tags(form_word(one_form())))


def test_form_says_what_it_was_made_of() -> None:
    assert "由《渔船登记申请表》、《安全承诺书》合并而成，原共11栏，现10栏" in words(form_word(one_form()))


def test_sample_says_that_all_of_it_is_invented() -> None:
    assert "内容均为虚构" in words(form_sample(one_form()))
    assert "样例" not in words(form_word(one_form()))


def test_identity_number_of_the_sample_is_nobodys() -> None:
    assert "11010119900101XXXX" in words(form_sample(one_form()))


def test_two_people_of_the_sample_have_two_names() -> None:
    shown = words(form_sample(one_form(field("姓名", "applicant.name"), field("配偶姓名", "spouse.name"))))
    assert "张三" in shown
    assert "李四" in shown


def test_sample_leaves_what_the_office_writes_open() -> None:
    assert "此处按实际情况" not in words(form_sample(one_form(field("审核意见", "form-1.审核意见"))))


def test_same_form_is_the_same_file() -> None:
    assert form_word(one_form()) == form_word(one_form())
    assert form_sample(one_form()) == form_sample(one_form())


def test_label_with_signs_of_xml_stays_a_label() -> None:
    assert "甲<乙&丙" in words(form_word(one_form(field("甲<乙&丙", "other.甲"))))
