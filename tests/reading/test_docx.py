import io
import zipfile
from collections.abc import Callable

import docx as python_docx

from assistant.model.document import Paragraph, Table
from assistant.model.place import DocxPlace
from assistant.reading import read_bytes

Docx = Callable[..., bytes]


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}<w:t>{text}</w:t></w:r>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def text_of(data: bytes) -> str:
    return read_bytes(data, "a.docx").text


def test_cells_merged_down_and_across_stand_once(docx: Docx) -> None:
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    data = docx(
        table(
            cell(p(r("材料")), '<w:gridSpan w:val="2"/>') + cell(p(r("份数"))),
            cell(p(r("单位")), restart) + cell(p(r("执照"))) + cell(p(r("1"))),
            cell(p(), go_on) + cell(p(r("章程"))) + cell(p(r("2"))),
        )
    )
    document = read_bytes(data, "a.docx")
    (block,) = document.blocks
    assert isinstance(block, Table)
    assert document.text == "材料\t份数\n单位\t执照\t1\n章程\t2"
    assert [(c.row, c.column, c.row_span, c.column_span) for c in block.cells][:3] == [
        (0, 0, 1, 2),
        (0, 2, 1, 1),
        (1, 0, 2, 1),
    ]


def test_a_table_in_a_cell_is_a_block_of_that_cell(docx: Docx) -> None:
    inner = table(cell(p(r("内"))) + cell(p(r("层"))))
    document = read_bytes(docx(table(cell(p(r("外")) + inner + p()) + cell(p(r("右"))))), "a.docx")
    (block,) = document.blocks
    assert isinstance(block, Table)
    assert isinstance(block.cells[0].blocks[1], Table)
    assert document.text == "外\n内\t层\t右"


def test_a_text_box_stored_twice_is_read_once(docx: Docx) -> None:
    box = f"<w:txbxContent>{p(r('咨询电话'))}</w:txbxContent>"
    twice = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text_of(docx(p(r("标题"), twice) + p(r("正文")))) == "标题\n咨询电话\n正文"


def test_deleted_and_moved_text_is_no_text_and_inserted_text_is(docx: Docx) -> None:
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom w:id='1'>{r('移走')}</w:moveFrom>"
    assert text_of(docx(p(r("甲"), deleted, moved, f"<w:ins>{r('新')}</w:ins>", r("乙")))) == "甲新乙"


def test_a_deleted_row_is_gone(docx: Docx) -> None:
    rows = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(p(r('旧')))}</w:tr><w:tr>{cell(p(r('新')))}</w:tr></w:tbl>"
    assert text_of(docx(rows)) == "新"


def test_content_controls_are_read_but_not_their_placeholders(docx: Docx) -> None:
    filled = f"<w:sdt><w:sdtContent>{p(r('已填'))}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p(r('单击此处'))}</w:sdtContent></w:sdt>"
    assert text_of(docx(filled + empty)) == "已填"


def test_the_table_of_contents_is_left_out(docx: Docx) -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent>{p(r('一、材料 1'))}</w:sdtContent></w:sdt>"
    assert text_of(docx(contents + p(r("一、材料")))) == "一、材料"


def test_footnotes_stand_at_the_end_with_their_part(docx: Docx) -> None:
    notes = f'<w:footnote w:id="0" w:type="separator">{p(r("线"))}</w:footnote>'
    notes += f'<w:footnote w:id="1">{p(r("见附件"))}</w:footnote>'
    document = read_bytes(docx(p(r("正文"), '<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes=notes), "a.docx")
    assert document.text == "正文\n见附件"
    place = document.place(3)
    assert isinstance(place, DocxPlace)
    assert place.part == "word/footnotes.xml"


def test_a_line_break_begins_a_new_line(docx: Docx) -> None:
    document = read_bytes(docx(p("<w:r><w:t>1.身份证</w:t><w:br/><w:t>2.户口簿</w:t></w:r>")), "a.docx")
    assert [block.span.of(document.text) for block in document.blocks] == ["1.身份证", "2.户口簿"]
    assert document.place(document.text.index("2")) == DocxPlace(0, 0, 6)


def test_heading_levels_come_from_styles_and_from_the_paragraph(docx: Docx) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="mine"/><w:basedOn w:val="a1"/></w:style>'
    )
    body = p(r("继承"), properties='<w:pStyle w:val="a2"/>') + p(r("自带"), properties='<w:outlineLvl w:val="0"/>')
    blocks = read_bytes(docx(body, styles=styles), "a.docx").blocks
    assert [block.level for block in blocks if isinstance(block, Paragraph)] == [2, 1]


def test_bold_is_said_only_when_all_of_it_is_bold(docx: Docx) -> None:
    body = p(r("全粗", "<w:b/>")) + p(r("半", "<w:b/>"), r("粗")) + p(r("不粗", '<w:b w:val="0"/>'))
    blocks = read_bytes(docx(body), "a.docx").blocks
    assert [block.bold for block in blocks if isinstance(block, Paragraph)] == [True, False, False]


def test_hidden_text_is_no_text(docx: Docx) -> None:
    assert text_of(docx(p(r("看见"), r("看不见", "<w:vanish/>")))) == "看见"


def test_a_document_of_python_docx_is_read_whole() -> None:
    source = python_docx.Document()
    source.add_heading("申请材料", 1)
    source.add_table(1, 2).cell(0, 1).text = "身份证"
    file = io.BytesIO()
    source.save(file)
    document = read_bytes(file.getvalue(), "a.docx")
    assert document.text == "申请材料\n\t身份证"
    assert document.coverage is not None
    assert document.coverage.characters == 1.0


def test_what_the_walker_misses_is_said(docx: Docx) -> None:
    body = p(r("看见")) + f"<w:unknown>{p(r('藏在没人认识的标记里的一整段文字'))}</w:unknown>"
    (notice,) = read_bytes(docx(body), "a.docx").notices
    assert notice.code == "incomplete"
    assert "第2段“藏在没人认识的标记里的一整段文字”" in notice.message


def test_check_boxes_ruby_and_formulas(docx: Docx) -> None:
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    ruby = f"<w:r><w:ruby><w:rt>{r('zheng')}</w:rt><w:rubyBase>{r('证')}</w:rubyBase></w:ruby></w:r>"
    document = read_bytes(docx(p(symbol, ruby, r("明"))), "a.docx")
    assert document.text == "☑证明"
    # 0 the symbol's run, 1 the ruby's, 2 its reading, 3 its base, 4 the last
    assert [getattr(document.place(n), "run", None) for n in range(3)] == [0, 3, 4]


def test_a_control_inside_a_line_is_part_of_it(docx: Docx) -> None:
    control = f"<w:sdt><w:sdtContent>{r('身份证')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('点击')}</w:sdtContent></w:sdt>"
    document = read_bytes(docx(p(r("1."), control, empty, r("原件"))), "a.docx")
    assert document.text == "1.身份证原件"
    assert document.place(5) == DocxPlace(0, 3, 0)


def test_one_version_of_alternate_content_is_read(docx: Docx) -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{r('新')}</mc:Choice><mc:Fallback>{r('旧')}</mc:Fallback>"
        "</mc:AlternateContent>"
    )
    document = read_bytes(docx(p(both, r("后"))), "a.docx")
    assert document.text == "新后"
    assert document.place(1) == DocxPlace(0, 2, 0)


def test_a_namesake_main_part_is_found_by_its_relation(docx: Docx) -> None:
    source, target = zipfile.ZipFile(io.BytesIO(docx(p(r("正文"))))), io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            package.writestr(
                name.replace("document", "document2"), source.read(name).replace(b"document.", b"document2.")
            )
    assert text_of(target.getvalue()) == "正文"


def test_broken_xml_is_mended_and_said(docx: Docx) -> None:
    document = read_bytes(docx(p(r("正文")) + "<w:p><w:r><w:t>后面"), "a.docx")
    assert document.text.startswith("正文")
    assert document.notices[0].code == "damaged"


def test_rows_and_cells_inside_controls_are_read(docx: Docx) -> None:
    row = f"<w:tr><w:sdt><w:sdtContent>{cell(p(r('身份证')))}</w:sdtContent></w:sdt></w:tr>"
    assert text_of(docx(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>")) == "身份证"
