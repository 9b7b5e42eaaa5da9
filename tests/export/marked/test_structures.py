"""Fields, links, controls, text boxes, revisions and comments that are there already: all survive."""

import pytest
from revisions import accept_all, canonical, commented, comments, main_xml, reject_all, words
from word_files import W_URI, p, r, reviewed, row, table, word

from assistant.export.marked import Marked, marked

OTHER = 'w:id="7" w:author="李四" w:date="2026-01-01T00:00:00Z"'


def struck(data: bytes, *cuts: str, kept: tuple[str, ...] = ()) -> Marked:
    """Marked, once it is sure that rejecting gives the file back."""
    made = marked(data, reviewed(data, "a.docx", *cuts, kept=kept))
    assert made.original
    assert reject_all(made.data) == canonical(main_xml(data))
    return made


def field(result: str) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{char('begin')}<w:r><w:instrText>HYPERLINK</w:instrText></w:r>{char('separate')}{r(result)}{char('end')}"


def box(first: str, second: str | None = None) -> str:
    content = "<w:txbxContent>{}</w:txbxContent>"
    drawing = f"<w:drawing><wps:txbx>{content.format(p(first))}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{content.format(p(first if second is None else second))}</v:textbox></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:p>{r('见框')}<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"


def test_words_in_a_link_are_struck_inside_it() -> None:
    data = word(f'<w:p>{r("1.")}<w:hyperlink w:anchor="a">{r("健在证明")}</w:hyperlink>{r("（原件）")}</w:p>{p("完")}')
    made = struck(data, "健在证明", kept=("原件",))
    assert b'<w:hyperlink w:anchor="a"><w:del ' in main_xml(made.data)


def test_a_comment_stands_around_a_link_and_not_in_it() -> None:
    data = word(f'<w:p><w:hyperlink w:anchor="a">{r("健在证明")}</w:hyperlink>{r("（原件）")}</w:p>{p("完")}')
    xml = main_xml(struck(data, "健在证明", kept=("原件",)).data)
    assert xml.index(b"<w:commentRangeStart") < xml.index(b"<w:hyperlink") < xml.index(b"<w:commentRangeEnd")


def test_a_field_whose_result_goes_goes_whole() -> None:
    data = word(f"<w:p>{field('健在证明')}{r('、身份证')}</w:p>")
    xml = main_xml(struck(data, "健在证明", kept=("身份证",)).data)
    assert b"<w:delInstrText>HYPERLINK</w:delInstrText>" in xml


def test_a_field_in_a_row_that_goes_goes_with_it() -> None:
    data = word(table(row("1", f"<w:tc><w:p>{field('健在证明')}</w:p></w:tc>"), row("2", "身份证")) + p("完"))
    made = marked(data, reviewed(data, "a.docx", "健在证明", kept=("身份证",), entry="row"))
    assert b"<w:delInstrText>" in main_xml(made.data)
    assert reject_all(made.data) == canonical(main_xml(data))


def test_a_field_that_goes_in_part_keeps_its_machinery() -> None:
    data = word(f"<w:p>{r('健在')}{field('证明、身份证')}</w:p>")
    made = struck(data, "健在证明", kept=("身份证",))
    assert words(accept_all(made.data)) == ["身份证"]
    assert accept_all(made.data).count(b"fldCharType") == 3


def test_a_field_that_goes_on_elsewhere_keeps_its_halves() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    data = word(f"<w:p>{begin}{r('健在证明')}</w:p><w:p>{r('完')}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>")
    assert b"fldCharType" in accept_all(struck(data, "健在证明").data)


def test_a_simple_field_survives() -> None:
    data = word(f'<w:p><w:fldSimple w:instr="REF a">{r("健在证明")}</w:fldSimple>{r("、身份证")}</w:p>')
    xml = main_xml(struck(data, "健在证明", kept=("身份证",)).data)
    assert b'<w:fldSimple w:instr="REF a"><w:del ' in xml


def test_a_content_control_is_struck_inside() -> None:
    control = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r('健在证明')}</w:sdtContent></w:sdt>"
    data = word(f"<w:p>{control}{r('、身份证')}</w:p>")
    assert b"<w:sdtContent><w:del " in main_xml(struck(data, "健在证明", kept=("身份证",)).data)


@pytest.mark.parametrize("kind", ["<w:dropDownList/>", '<w:lock w:val="sdtContentLocked"/>', "<w:dataBinding/>"])
def test_a_control_that_word_fills_itself_has_a_comment_alone(kind: str) -> None:
    control = f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{r('健在证明')}</w:sdtContent></w:sdt>"
    made = struck(word(f"<w:p>{control}{r('、身份证')}</w:p>"), "健在证明", kept=("身份证",))
    assert b"<w:del " not in main_xml(made.data)
    assert made.unmarked == ("“健在证明、”：这里是受控的内容控件",)
    assert "请手工修改" in comments(made.data)[0]


def test_text_that_others_inserted_is_struck_inside_their_insertion() -> None:
    data = word(f"<w:p>{r('身份证')}<w:ins {OTHER}>{r('、健在证明')}</w:ins></w:p>")
    xml = main_xml(struck(data, "健在证明", kept=("身份证",)).data)
    assert f"<w:ins {OTHER}><w:del ".encode() in xml


def test_text_that_others_struck_stays_theirs() -> None:
    theirs = f"<w:del {OTHER}><w:r><w:delText>旧</w:delText></w:r></w:del>"
    data = word(f"<w:p>{theirs}{r('健在证明')}</w:p>{p('完')}")
    assert theirs.encode() in main_xml(struck(data, "健在证明").data)


def test_both_versions_of_a_text_box_are_struck_and_the_comment_stands_outside() -> None:
    made = struck(word(box("1.健在证明（原件）") + p("完")), "健在证明", kept=("原件",))
    xml = main_xml(made.data)
    assert xml.count(b"<w:delText>") + xml.count(b'<w:delText xml:space="preserve">') == 2
    assert xml.index(b"<w:commentRangeStart") < xml.index(b"<mc:AlternateContent>") < xml.index(b"<w:commentRangeEnd")


def test_a_text_box_with_two_texts_has_a_comment_alone() -> None:
    made = struck(word(box("1.健在证明", "一、健在证明") + p("完")), "健在证明")
    assert b"<w:del " not in main_xml(made.data)
    assert "文本框" in made.unmarked[0]


def test_tabs_and_pictures_within_what_goes_stay_elements() -> None:
    data = word(f"<w:p><w:r><w:t>健在</w:t><w:tab/><w:drawing/><w:t>证明</w:t></w:r>{r('；身份证')}</w:p>")
    xml = main_xml(struck(data, "健在\t证明", kept=("身份证",)).data)
    assert b"<w:delText>" in xml
    assert b"<w:tab/><w:drawing/><w:delText" in xml


def test_a_picture_beside_what_goes_keeps_its_paragraph() -> None:
    data = word(f"<w:p>{r('健在证明')}<w:r><w:drawing/></w:r></w:p>{p('完')}")
    assert b"<w:drawing" in accept_all(struck(data, "健在证明").data)


def test_ruby_has_a_comment_around_its_run() -> None:
    ruby = f"<w:ruby><w:rt>{r('zheng')}</w:rt><w:rubyBase>{r('健在证明')}</w:rubyBase></w:ruby>"
    made = struck(word(f"<w:p><w:r>{ruby}</w:r>{r('、身份证')}</w:p>"), "健在证明", kept=("身份证",))
    assert made.unmarked == ("“健在证明、”：这里是注音文字",)
    assert b"<w:commentRangeStart" in main_xml(made.data).split(b"<w:ruby>")[0]


def test_a_finding_in_a_footnote_is_a_comment_in_the_text() -> None:
    notes = f'<w:footnotes xmlns:w="{W_URI}"><w:footnote w:id="2">{p("另交健在证明")}</w:footnote></w:footnotes>'
    body = f'<w:p>{r("材料")}<w:r><w:footnoteReference w:id="2"/></w:r>{r("如下")}</w:p>{p("完")}'
    made = struck(word(body, footnotes=notes), "健在证明")
    (said,) = comments(made.data)
    assert "位置：“健在证明”" in said
    assert len(made.unmarked) == 1


def test_comments_that_are_there_keep_their_numbers() -> None:
    theirs = f'<w:comment w:id="4" w:author="李四">{p("请核对")}</w:comment>'
    body = (
        f'<w:p><w:commentRangeStart w:id="4"/>{r("健在证明")}<w:commentRangeEnd w:id="4"/>'
        f'<w:r><w:commentReference w:id="4"/></w:r></w:p>{p("完")}'
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
        "</Relationships>"
    )
    parts = {"comments": f'<w:comments xmlns:w="{W_URI}">{theirs}</w:comments>'}
    data = word(body, **parts, **{"word/_rels/document.xml.rels": relation})
    made = struck(data, "健在证明")
    both = main_xml(made.data, "word/comments.xml").decode()
    assert theirs in both
    assert '<w:comment w:id="5"' in both
    assert b'<w:commentReference w:id="4"/>' in accept_all(made.data).replace(b"></w:commentReference>", b"/>")


def test_a_finding_without_words_is_a_comment_nearby() -> None:
    numbered = f"{table(row('1', '健在证明'))}{p('完')}"
    assert commented(struck(word(numbered), "健在证明").data) == ["健在证明"]


def test_what_was_struck_reads_as_the_accepted_text() -> None:
    data = word(f"<w:p>{r('1.')}{field('健在证明')}</w:p>{p('2.身份证')}")
    assert words(accept_all(struck(data, "健在证明").data)) == ["1.身份证"]
