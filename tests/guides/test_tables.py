"""Guides in tables: keys and values, catalogues, one-cell guides."""

from itertools import pairwise

from cut_guides import cut, cut_page

from assistant.model.document import Table
from assistant.model.outline import Outline


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def table(*rows: str) -> str:
    return "<table>" + "".join(rows) + "</table>"


def elements(outline: Outline) -> list[str]:
    return [section.element for section in outline.sections]


def test_keys_and_values_in_two_columns() -> None:
    _, found = cut_page(table(row("事项名称", "渔船登记"), row("受理条件", "有船"), row("申请材料", "1.船图")))
    assert [(o.item_name, elements(o)) for o in found] == [("渔船登记", ["item_name", "conditions", "materials"])]


def test_keys_and_values_in_four_columns() -> None:
    rows = (row("法定时限", "20日", "承诺时限", "9日"), row("受理条件", "有船", "申请材料", "船图"))
    document, found = cut_page("<h2>渔船登记</h2>" + table(*rows))
    assert [s.body.of(document.text) for s in found[0].of("time")] == ["20日", "9日"]


def test_a_header_row_over_its_values() -> None:
    text = (
        "渔船登记\n| 事项类型 | 办件类型 | 实施主体 |\n|---|---|---|\n"
        "| 行政许可 | 承诺件 | 农牧局 |\n\n申请材料\n1.船图\n"
    )
    assert elements(cut(text)[0]) == ["item_type", "item_type", "acc", "materials"]


def test_a_label_merged_over_rows_has_the_rows_as_its_table() -> None:
    rows = (
        row("办理条件", "有船", ""),
        "<tr><td rowspan=2>所需材料</td><td>材料名称</td><td>份数</td></tr>",
        row("船图", "1"),
        row("办理时限", "5日", ""),
    )
    _, found = cut_page("<h2>渔船登记</h2>" + table(*rows))
    (block,) = found[0].of("materials")[0].blocks
    assert isinstance(block, Table)
    assert (block.rows, block.columns) == (2, 2)


def test_every_row_of_a_catalogue_is_a_guide() -> None:
    rows = (row("序号", "项目名称", "设定依据"), row("7", "渔船登记", "《渔业法》"), row("8", "渔网登记", "《渔业法》"))
    _, found = cut_page(table(*rows))
    assert [(o.marker, o.item_name, elements(o)) for o in found] == [
        ("7", "渔船登记", ["basis"]),
        ("8", "渔网登记", ["basis"]),
    ]


def test_a_guide_in_one_cell_is_cut_by_its_headings() -> None:
    cell = "受理部门：农牧局；办理条件：有船；所需材料：1.船图2.照片；办理时限：5日"
    _, found = cut_page(table(row("序号", "公开事项", "公开内容"), row("1", "渔船登记", cell)))
    assert elements(found[0]) == ["acc", "conditions", "materials", "time"]


def test_a_row_for_each_material_belongs_to_the_item_above() -> None:
    rows = (
        row("事项名称", "序号", "材料名称"),
        "<tr><td rowspan=2>渔船登记</td><td>1</td><td>船图</td></tr>",
        row("2", "照片"),
        row("渔网登记", "1", "网图"),
    )
    _, found = cut_page(table(*rows))
    assert [o.item_name for o in found] == ["渔船登记", "渔网登记"]


def test_a_list_of_materials_needs_no_heading() -> None:
    _, found = cut_page("<h2>渔船登记办事指南</h2>" + table(row("序号", "材料名称", "份数"), row("1", "船图", "1")))
    assert elements(found[0]) == ["materials"]


def test_the_tabs_of_a_page_are_no_sections() -> None:
    tabs = "<ul><li>受理条件</li><li>申请材料</li><li>办理流程</li><li>设定依据</li></ul>"
    body = (
        "<h3>受理条件</h3><p>有船</p><h3>申请材料</h3><p>船图</p><h3>办理流程</h3>"
        "<p>申请</p><h3>设定依据</h3><p>《渔业法》</p>"
    )
    _, found = cut_page(f"<h1>渔船登记</h1>{tabs}{body}")
    assert elements(found[0]) == ["conditions", "materials", "process", "basis"]


def test_an_unknown_key_among_many_ends_the_value_above() -> None:
    rows = (row("受理条件", "有船"), row("办理流程", "申请"), row("申请材料", "船图"), row("面向对象分类", "其他"))
    document, found = cut_page("<h2>渔船登记</h2>" + table(*rows))
    assert [s.body.of(document.text) for s in found[0].of("materials")] == ["船图"]


def test_a_heading_over_the_whole_width_has_the_rows_below() -> None:
    rows = (
        row("受理条件", "有船"),
        row("办理流程", "申请"),
        row("收费标准", "无"),
        "<tr><td colspan=2>材料清单</td></tr>",
        row("船图", "原件1份"),
        row("照片", "2张"),
    )
    document, found = cut_page("<h2>渔船登记</h2>" + table(*rows))
    assert [s.body.of(document.text) for s in found[0].of("materials")] == ["船图\t原件1份\n照片\t2张"]


def test_sections_do_not_overlap_where_cells_are_merged() -> None:
    rows = ("<tr><td>受理条件</td><td rowspan=2>有船</td></tr>", row("申请材料"), row("办理时限", "5日"))
    _, found = cut_page("<h2>渔船登记办事指南</h2>" + table(*rows))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found[0].sections))


def test_a_label_that_groups_keys_is_no_key() -> None:
    rows = (
        "<tr><td rowspan=2>基本信息</td><td>事项名称</td><td>渔船登记</td></tr>",
        row("承诺时限", "5日"),
        "<tr><td rowspan=2>办理要求</td><td>受理条件</td><td>有船</td></tr>",
        row("申请材料", "船图"),
    )
    _, found = cut_page(table(*rows))
    assert elements(found[0]) == ["item_name", "time", "conditions", "materials"]


def test_the_box_about_the_page_is_no_form() -> None:
    box = table(row("索引号：", "1-2", "文号：", ""), row("发布机构：", "农牧局", "主题词：", ""))
    _, found = cut_page(box + "<p>渔船登记办事指南</p><p>申请材料：船图</p>")
    assert [(o.item_name, elements(o)) for o in found] == [("渔船登记", ["materials"])]


def test_the_cells_of_a_list_line_by_line_are_no_headings() -> None:
    cells = "".join(f"{number}\n{name}\n1\n申请人\n" for number, name in enumerate(("船图", "照片", "合同"), 1))
    text = f"渔船登记\n办理材料\n序号\n材料名称\n份数\n来源渠道\n{cells}办理时限\n5日\n"
    assert elements(cut(text)[0]) == ["materials", "time"]


def test_labels_that_come_again_with_every_material_are_no_headings() -> None:
    card = "{}\n材料类型：原件\n来源渠道：申请人自备\n填报须知：无\n"
    text = "渔船登记\n申请材料\n" + card.format("1.船图") + card.format("2.照片") + "办理时限\n5日\n"
    assert elements(cut(text)[0]) == ["materials", "time"]


def test_the_title_may_stand_behind_the_tabs_of_the_page() -> None:
    page = "<ul><li>办事服务</li><li>申请材料</li><li>办理流程</li></ul><h2>渔船登记</h2><h3>受理条件</h3><p>有船。</p>"
    _, found = cut_page(page + "<h3>申请材料</h3><p>船图</p>")
    assert [o.item_name for o in found] == ["渔船登记"]
