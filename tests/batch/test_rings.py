"""Guides of different files that ask for each other's result."""

from pathlib import Path

from click.testing import CliRunner

from assistant.batch import Outcome, Source, Summary, rings
from assistant.cli.main import jianzheng
from assistant.rules.circles import Links, Need, closings

FIRE = Links("g1", "养老机构消防安全检查", ("消防安全检查合格证",), (Need("m1", "养老机构登记证"),))
HOME = Links("g1", "养老机构登记", ("养老机构登记证",), (Need("m1", "消防安全检查合格证"),))
GUIDE = """{item}办事指南
一、申请材料
1.申报表（原件1份）
2.{need}（复印件1份）
二、办理结果
{result}
三、是否收费
不收费
"""


def outcome(name: str, *links: Links) -> Outcome:
    return Outcome(Source(name), summary=Summary((), 0, 0, 0, 0, links=links))


def test_two_files_that_need_each_other_are_a_ring() -> None:
    found = rings([outcome("消防.docx", FIRE), outcome("民政.docx", HOME)])
    assert [(ring.source, ring.material, ring.giver_source) for ring in found] == [
        ("消防.docx", "养老机构登记证", "民政.docx"),
        ("民政.docx", "消防安全检查合格证", "消防.docx"),
    ]


def test_a_circle_inside_one_file_is_left_to_its_own_review() -> None:
    assert rings([outcome("都有.docx", FIRE, HOME)]) == ()


def test_one_way_is_no_ring() -> None:
    alone = Links("g1", "养老机构消防安全检查", ("消防安全检查合格证",), ())
    assert rings([outcome("消防.docx", alone), outcome("民政.docx", HOME)]) == ()


def test_three_guides_can_wait_for_each_other_in_a_ring() -> None:
    needs = {"甲许可办理": "丙机构登记证书", "乙许可办理": "甲机构登记证书", "丙许可办理": "乙机构登记证书"}
    links = [Links("g1", item, (f"{item[0]}机构登记证书",), (Need("m1", need),)) for item, need in needs.items()]
    assert [(each.guide, each.giver) for each in closings(links)] == [(0, 2), (1, 0), (2, 1)]


def test_two_versions_of_one_guide_are_no_ring() -> None:
    renewed = Links("g1", "养老机构登记", ("养老机构登记证书",), (Need("m1", "养老机构登记证"),))
    assert closings([renewed, HOME]) == ()


def test_a_file_that_could_not_be_read_has_no_part() -> None:
    assert rings([Outcome(Source("坏.docx")), outcome("民政.docx", HOME)]) == ()


def test_a_folder_says_it_below_the_overview(tmp_path: Path) -> None:
    for name, item, need, result in (
        ("a.txt", "养老机构消防安全检查", "养老机构登记证", "消防安全检查合格证"),
        ("b.txt", "养老机构登记", "消防安全检查合格证", "养老机构登记证"),
    ):
        (tmp_path / name).write_text(GUIDE.format(item=item, need=need, result=result), "utf-8")
    output = CliRunner().invoke(jianzheng, ["review", str(tmp_path)]).output
    assert "循环证明（跨文件）：\na.txt“养老机构消防安全检查”要“养老机构登记证”" in output
