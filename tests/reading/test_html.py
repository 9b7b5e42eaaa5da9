import pytest

from assistant.errors import BrokenFileError
from assistant.model.document import Paragraph, Table
from assistant.model.place import TextPlace
from assistant.reading import read_bytes


def text_of(source: str, name: str = "a.html") -> str:
    return read_bytes(source.encode(), name).text


@pytest.mark.parametrize(
    "head", ["", '<meta charset="gb2312">', '<meta charset="utf-8">', '<meta charset="iso-8859-1">']
)
def test_gbk_is_read_whatever_the_page_says_of_itself(head: str) -> None:
    source = f"<html><head>{head}</head><body><p>居民户口簿；镕</p></body></html>"
    assert read_bytes(source.encode("gb18030"), "a.htm").text == "居民户口簿；镕"


def test_a_character_keeps_its_offset_in_the_source() -> None:
    source = "<p>身份证&amp;<b>户口</b>\n 簿</p>"
    document = read_bytes(source.encode(), "a.html")
    assert document.text == "身份证&户口簿"
    for character in "身&户簿":
        place = document.place(document.text.index(character))
        assert isinstance(place, TextPlace)
        assert source[place.offset] == character


def test_a_line_break_in_the_source_parts_latin_words_and_not_chinese_ones() -> None:
    assert text_of("<p>居民身\n份证 ID\ncard</p>") == "居民身份证 ID card"


def test_br_begins_a_new_line() -> None:
    assert text_of("<p>1.身份证<br>2.户口簿<br/></p>") == "1.身份证\n2.户口簿"


def test_word_list_numbers_in_conditional_comments_are_content() -> None:
    number = '<![if !supportLists]><span style="mso-list:Ignore">1.<span>&nbsp;</span></span><![endif]>'
    assert (
        text_of(f"<p class=MsoNormal>{number}身份证</p><!--[if gte mso 9]><xml>x</xml><![endif]-->") == "1.\xa0身份证"
    )


def test_scripts_styles_hidden_text_and_navigation_are_left_out() -> None:
    noise = "<script>var a='<p>x</p>'</script><style>p{}</style><nav>首页</nav><p style='display: none'>藏</p>"
    assert text_of(f"<body>{noise}<p>正文</p></body>") == "正文"


def test_a_menu_of_links_is_left_out_and_a_class_name_alone_is_no_reason() -> None:
    menu = "<div class='menu'><a href=1>首页</a><a href=2>办事</a></div>"
    assert text_of(f"{menu}<div class='menu'><p>申请材料</p></div>") == "申请材料"


def test_jsp_and_template_tags_are_stripped() -> None:
    source = '<%@ page pageEncoding="UTF-8"%><% if (a > 1) { %><p>办理依据${x}</p><% } %>'
    source += '<a href="<%=path%>x">申报</a>{{ y }}'
    assert text_of(source, "a.jsp") == "办理依据\n申报"


def test_a_vue_template_is_read_and_its_script_is_not() -> None:
    assert text_of("<template><div><p>材料</p></div></template><script>export default {}</script>", "a.vue") == "材料"


def test_row_and_column_spans() -> None:
    source = "<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    document = read_bytes(source.encode(), "a.html")
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [(c.row, c.column, c.row_span, c.column_span) for c in table.cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]
    assert document.text == "甲\t乙\n丙\t丁"


def test_a_rowspan_beyond_the_table_ends_with_it() -> None:
    document = read_bytes(b"<table><tr><td rowspan=9999>a</td><td>b</td></tr></table>", "a.html")
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert (table.rows, table.cells[0].row_span) == (1, 1)


def test_a_table_that_only_arranges_the_page_is_no_table() -> None:
    inner = "<table border=1><tr><td>序号</td><td>材料</td></tr></table>"
    source = f"<table><tr><td>左</td><td>{inner}</td></tr></table>"
    assert [type(block) for block in read_bytes(source.encode(), "a.html").blocks] == [Paragraph, Table]


def test_ordered_lists_have_their_numbers() -> None:
    assert text_of("<ol start=3><li>身份证<li>户口簿</ol>") == "3. 身份证\n4. 户口簿"


def test_a_number_typed_in_a_list_is_not_written_twice() -> None:
    assert text_of("<ol><li>1.身份证</li></ol>") == "1.身份证"


def test_headings_and_bold() -> None:
    blocks = read_bytes("<h2>材料</h2><p><b>依据</b></p><p><b>甲</b>乙</p>".encode(), "a.html").blocks
    assert [(b.level, b.bold) for b in blocks if isinstance(b, Paragraph)] == [(2, False), (None, True), (None, False)]


def test_a_bare_less_than_sign_is_text() -> None:
    assert text_of("<p>面积<50平方米</p>") == "面积<50平方米"


def test_a_page_saved_as_doc_is_read_as_the_page_it_is() -> None:
    document = read_bytes("<html><body><p>甲</p><p>乙</p></body></html>".encode(), "指南.doc")
    assert document.format == "html"
    assert [notice.code for notice in document.notices] == ["wrong_name"]


def test_a_single_file_page_is_read() -> None:
    source = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    source += "Content-Type: text/html; charset=utf-8\n"
    source += "Content-Transfer-Encoding: 8bit\n\n<html><body><p>正文</p></body></html>\n--x--\n"
    assert text_of(source, "a.mht") == "正文"


def test_a_label_and_its_value_do_not_stick_together() -> None:
    assert text_of("<div><span class='item-label'>受理机构</span><span>公安局</span></div>") == "受理机构 公安局"
    assert text_of("<div><span>受理机构</span>\n<span>公安局</span></div>") == "受理机构 公安局"


def test_a_menu_beside_the_page_is_layout() -> None:
    page = "".join(f"<p>{n}.材料</p>" for n in range(1, 8))
    blocks = read_bytes(f"<table><tr><td>菜单</td><td>{page}</td></tr></table>".encode(), "a.html").blocks
    assert all(isinstance(block, Paragraph) for block in blocks)


def test_a_sentence_with_an_outline_level_is_no_heading() -> None:
    source = "<p style='mso-outline-level:1'>8.《通知书》。</p><p style='mso-outline-level:1'>申请材料</p>"
    blocks = read_bytes(source.encode(), "a.html").blocks
    assert [block.level for block in blocks if isinstance(block, Paragraph)] == [None, 1]


def test_a_tab_that_a_click_opens_is_read_and_said() -> None:
    source = "<div style='display:none'><h3>申请材料</h3><p>1.食品经营许可申请书</p><p>2.营业执照复印件</p></div>"
    document = read_bytes(source.encode(), "a.html")
    assert document.text == "申请材料\n1.食品经营许可申请书\n2.营业执照复印件"
    assert [notice.code for notice in document.notices] == ["folded"]


def test_a_bar_of_tabs_and_the_way_to_the_page_are_left_out() -> None:
    bar = "<ul class='tab-nav'><li>基本信息</li><li>申请材料</li><li>办理流程</li></ul>"
    way = "<div class='crumb'>当前位置：<a>首页</a> &gt; <a>个人办事</a> &gt; 办事指南</div>"
    assert text_of(f"{way}{bar}<div class='tab'><p>申请材料：身份证</p></div>") == "申请材料：身份证"


@pytest.mark.parametrize("opener", ["<% ", "{{ ", "${ ", "<!-- ", "<![CDATA[", "<a b='"])
def test_what_opens_a_hundred_thousand_times_and_never_closes_ends(opener: str) -> None:
    source = "<p>甲</p><p>乙</p><p>丙</p>" + opener * 100_000
    assert text_of(source).startswith("甲\n乙\n丙")


def test_font_tags_that_are_never_closed_lose_nothing() -> None:
    source = "".join(f"<font color=red>{n}.材料<br>" for n in range(400))
    assert text_of(f"<p>{source}</p>").count("材料") == 400


def test_a_page_nested_too_deep_is_said_to_be_incomplete() -> None:
    source = "".join(f"<div>{n}.材料<br>" for n in range(400))
    assert "incomplete" in [notice.code for notice in read_bytes(source.encode(), "a.html").notices]


def test_short_tabs_beside_others_are_read() -> None:
    source = (
        '<div class="tab-pane active"><p>申请材料</p><p>居民身份证</p></div><div class="tab-pane" hidden>收费：否</div>'
    )
    assert text_of(source) == "申请材料\n居民身份证\n收费：否"


def test_the_title_of_a_page_is_kept_beside_the_text() -> None:
    document = read_bytes("<title>高龄津贴 - 青山县</title><p>申请材料</p>".encode(), "a.html")
    assert (document.title, document.text) == ("高龄津贴 - 青山县", "申请材料")


def test_what_is_nested_a_thousand_deep_is_named_as_such() -> None:
    with pytest.raises(BrokenFileError, match="嵌套过深"):
        text_of("<div>" * 1000 + "居民身份证")
    assert text_of("<div>" * 290 + "居民身份证") == "居民身份证"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('<div class="position-relative">申请材料：身份证</div>', "申请材料：身份证"),
        ('<div class="location">办理地点：政务大厅三楼</div>', "办理地点：政务大厅三楼"),
        ('<div class="tab-content"><ul><li>身份证</li><li>户口簿</li></ul></div>', "身份证\n户口簿"),
        ('<p>办</p><div class="location">当前位置：首页 > 办事</div>', "办"),
        ('<p>办</p><div class="tab-nav"><ul><li>基本信息</li><li>申请材料</li></ul></div>', "办"),
    ],
)
def test_a_name_alone_makes_no_furniture(source: str, text: str) -> None:
    assert text_of(source) == text


@pytest.mark.parametrize("mark", ["<?php if ($a > 1): ?>", "<#if a gt b>", "</@page>", "<?= $x ?>"])
def test_marks_of_servers_are_not_text(mark: str) -> None:
    assert text_of(f"{mark}<p>申请材料</p>{mark}") == "申请材料"


def test_characters_without_width_are_left_out_and_places_stay() -> None:
    source = "<p>申\u200b请\ufeff材料</p>"
    document = read_bytes(source.encode(), "a.html")
    assert document.text == "申请材料"
    assert source[document.place(2).offset] == "材"  # type: ignore[union-attr]


def test_what_is_struck_out_is_not_read() -> None:
    assert text_of("<p>申请材料：<s>户口簿</s><del>结婚证</del>身份证</p>") == "申请材料：身份证"


def test_a_number_in_its_own_element_stays_apart() -> None:
    assert text_of('<p><i class="num">1</i><span>身份证</span></p>') == "1 身份证"
    assert text_of("<p><span>20</span><span>个工作日</span></p>") == "20个工作日"


def test_the_style_of_an_ordered_list_is_kept() -> None:
    assert text_of('<ol style="list-style-type:cjk-ideographic"><li>身份证</li></ol>') == "一、 身份证"
    assert text_of('<ol style="list-style:none"><li>身份证</li></ol>') == "身份证"
