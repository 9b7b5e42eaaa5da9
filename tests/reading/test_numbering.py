from collections.abc import Callable

import pytest

from assistant.model.document import Paragraph
from assistant.model.place import DocxPlace
from assistant.reading import read_bytes
from assistant.reading.numerals_out import formatted

Docx = Callable[..., bytes]


def level(number: int, form: str, text: str, more: str = "") -> str:
    format = f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>{format}</w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    abstract = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'


def item(text: str, depth: int = 0, number: int = 1) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def lines(data: bytes) -> list[str]:
    return read_bytes(data, "a.docx").text.split("\n")


def test_numbers_word_writes_itself_are_in_the_text(docx: Docx) -> None:
    levels = numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = item("材料") + item("身份证", 1) + item("户口簿", 1) + item("依据") + item("条例", 1)
    assert lines(docx(body, numbering=levels)) == ["一、 材料", "1.1 身份证", "1.2 户口簿", "二、 依据", "2.1 条例"]


def test_a_generated_number_is_the_number_of_the_paragraph_and_stands_in_no_run(docx: Docx) -> None:
    document = read_bytes(docx(item("身份证"), numbering=numbering(level(0, "decimal", "%1."))), "a.docx")
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert block.number == "1."
    assert document.place(0) == DocxPlace(0, None, 0)
    assert document.place(3) == DocxPlace(0, 0, 0)


def test_an_overridden_start_begins_anew_once(docx: Docx) -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = item("甲") + item("乙") + item("丙", number=2) + item("丁", number=2)
    found = lines(docx(body, numbering=numbering(level(0, "decimal", "%1."), more=again)))
    assert found == ["1. 甲", "2. 乙", "1. 丙", "2. 丁"]


def test_lists_of_one_abstract_list_count_on(docx: Docx) -> None:
    second = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    body = item("甲") + item("乙", number=2)
    assert lines(docx(body, numbering=numbering(level(0, "decimal", "%1."), more=second))) == ["1. 甲", "2. 乙"]


def test_a_style_may_carry_the_list(docx: Docx) -> None:
    style = '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr><w:r><w:t>执照</w:t></w:r></w:p>'
    levels = numbering(level(0, "lowerLetter", "(%1)", '<w:suff w:val="nothing"/>'))
    assert lines(docx(body, styles=style, numbering=levels)) == ["(a)执照"]


def test_number_zero_switches_the_list_off(docx: Docx) -> None:
    assert lines(docx(item("正文", number=0), numbering=numbering(level(0, "decimal", "%1.")))) == ["正文"]


def test_a_symbol_font_bullet_becomes_one_people_can_read(docx: Docx) -> None:
    assert lines(docx(item("甲"), numbering=numbering(level(0, "bullet", "\uf075")))) == ["◆ 甲"]


def test_the_level_of_a_heading_style_is_the_one_tied_to_it(docx: Docx) -> None:
    tied = level(1, "decimal", "%2)", '<w:pStyle w:val="H2"/>')
    style = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="mine"><w:basedOn w:val="H2"/></w:style>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="mine"/></w:pPr><w:r><w:t>执照</w:t></w:r></w:p>'
    data = docx(body, styles=style, numbering=numbering(level(0, "decimal", "%1."), tied))
    assert lines(data) == ["1) 执照"]


def test_a_column_that_word_numbers_alone_has_its_numbers(docx: Docx) -> None:
    row = f"<w:tr><w:tc>{item('')}</w:tc><w:tc><w:p><w:r><w:t>执照</w:t></w:r></w:p></w:tc></w:tr>"
    data = docx(f"<w:tbl>{row * 2}</w:tbl>", numbering=numbering(level(0, "decimal", "%1")))
    assert lines(data) == ["1\t执照", "2\t执照"]


def test_an_empty_numbered_paragraph_outside_of_tables_is_no_line(docx: Docx) -> None:
    data = docx(item("甲") + item("") + item("乙"), numbering=numbering(level(0, "decimal", "%1.")))
    assert lines(data) == ["1. 甲", "3. 乙"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (12, "chineseCounting", "十二"),
        (105, "chineseCountingThousand", "一百零五"),
        (20, "chineseCounting", "二十"),
        (3, "chineseLegalSimplified", "叁"),
        (2, "ideographTraditional", "乙"),
        (4, "lowerRoman", "iv"),
        (28, "upperLetter", "BB"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (7, "decimalZero", "07"),
        (5, "neverHeardOf", "5"),
    ],
)
def test_number_formats(number: int, form: str, written: str) -> None:
    assert formatted(number, form) == written
