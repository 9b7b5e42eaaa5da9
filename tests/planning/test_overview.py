"""Items, departments and the whole list against the goals of the notice."""

import json
import pickle
from dataclasses import replace
from datetime import date

from contract import check

from assistant.decisions import anchor_of
from assistant.export.overview import overview_json, overview_object, overview_text
from assistant.knowledge import load_knowledge
from assistant.lexicon.chains import load_chains
from assistant.model.decision import Decision
from assistant.model.overview import Further, ItemSummary, Tally
from assistant.model.review import Review
from assistant.planning.items import item_summaries, reach, smallest
from assistant.planning.overview import overview
from assistant.reading import read_text
from assistant.review import review_document, settle

DAY = date(2026, 11, 24)
HEAD = "高龄津贴办事指南\n实施主体：某旗民政局\n设定依据\n《中华人民共和国老年人权益保障法》第三十三条\n申请材料\n"


def reviewed(*lines: str, head: str = HEAD) -> Review:
    text = head + "".join(f"{number}.{line}\n" for number, line in enumerate(lines, 1))
    return review_document(read_text(text), DAY, load_knowledge(engine="reference"))


def item(review: Review) -> ItemSummary:
    return item_summaries(review, load_chains())[0]


FORM, ALIVE, CATCH_ALL = "高龄津贴申请表", "嘎查村委会出具的健在证明", "法律法规规定的其他材料"


def test_only_necessary_rows_count_and_the_others_stand_apart() -> None:
    found = item(reviewed(FORM, "授权委托书（委托他人办理的提供）", ALIVE))
    assert (found.materials.before, found.apart.before) == (2, 1)
    assert found.materials.certain == 1


def test_what_a_person_keeps_is_not_even_possible() -> None:
    review = reviewed(FORM, ALIVE, CATCH_ALL)
    anchor = anchor_of(review.guides[0], review.guides[0].materials[1])
    kept = item(settle(review, [Decision(anchor, "keep", "另有要求", "张三", DAY)]))
    assert kept.materials.possible == item(review).materials.possible - 1


def test_what_a_person_cuts_is_certain() -> None:
    review = reviewed(FORM, ALIVE)
    anchor = anchor_of(review.guides[0], review.guides[0].materials[0])
    assert item(settle(review, [Decision(anchor, "cut", "", "张三", DAY)])).materials == Tally(2, 2, 2, 2)


def test_a_row_merged_with_its_twin_is_told_apart_and_no_cut() -> None:
    found = item(reviewed("营业执照（复印件1份，用于核对）", FORM, "工商营业执照（复印件1份）"))
    assert found.merged == 1
    assert found.materials.certain <= 1


def test_verified_by_the_office_is_cut_for_the_applicant() -> None:
    found = item(reviewed("居民身份证（复印件1份）", FORM))
    assert (found.verified, found.materials.certain) == (1, 1)


def test_an_item_set_by_law_cannot_be_cut() -> None:
    assert item(reviewed(FORM)).set_by_law
    assert item(reviewed(FORM, head="高龄津贴办事指南\n申请材料\n")).set_by_law is None


def test_the_ways_to_a_third() -> None:
    ways = [
        reach(tally) for tally in (Tally(3, 1, 1, 1), Tally(3, 0, 1, 1), Tally(3, 0, 0, 1), Tally(4, 1, 1, 1), Tally())
    ]
    assert ways == ["certain", "chosen", "open", "never", "nothing"]


def test_the_smallest_set_takes_the_surest_first_and_no_more_than_needed() -> None:
    cuts = tuple(Further("a", "甲", name, name == "x") for name in "xyz")
    assert smallest(Tally(6, 1, 2, 4), cuts) == cuts[:1]
    assert smallest(Tally(9, 0, 1, 3), cuts) == cuts
    assert smallest(Tally(3, 1, 2, 3), cuts) == ()
    assert smallest(Tally(30, 0, 1, 3), cuts) == ()


def test_of_papers_to_choose_from_all_are_in_the_set() -> None:
    cuts = tuple(Further("a", "甲", name, False, "c1") for name in "xy")
    assert smallest(Tally(3, 0, 0, 2), cuts) == cuts


def test_departments_and_the_list_are_sums() -> None:
    one, two = (
        item(reviewed(FORM, ALIVE)),
        item(reviewed(FORM, head="残疾人证办事指南\n实施主体：某旗残联\n申请材料\n")),
    )
    whole = overview([one, two, two])
    assert [(group.name, group.items) for group in whole.departments] == [("某旗民政局", 1), ("某旗残联", 2)]
    assert whole.total.materials == Tally(4, 1, 1, 1)
    assert whole.total.further == ()
    assert dict(whole.total.reached) == {"certain": 1, "never": 2}


def test_times_are_added_up_on_their_chain_alone() -> None:
    head = "建筑工程施工许可证核发办事指南\n承诺时限：7个工作日\n申请材料\n"
    building, other = item(reviewed(FORM, head=head)), item(reviewed(FORM))
    (chain,) = overview([building, building, other]).chains
    assert (chain.name, chain.items, chain.serial, chain.longest, chain.met) == ("工程建设", 2, (14, 14), (7, 7), False)


def test_every_share_is_told_with_its_numbers() -> None:
    text = overview_text(overview([item(reviewed(FORM, ALIVE))]), 100)
    assert "1/2（50.0%）" in text
    assert "由法律法规设定的 1/1 个不能由本级取消" in text


def test_summaries_go_through_worker_processes_and_into_json() -> None:
    found = item(reviewed(FORM, ALIVE))
    assert pickle.loads(pickle.dumps(found)) == found
    assert overview_object(overview([found]))["schema"] == "overview/1"


def test_chains_know_their_examples() -> None:
    for chain in load_chains():
        assert [name for name in chain.examples if not chain.holds(name)] == []
        assert [name for name in chain.unlike if chain.holds(name)] == []


def test_the_overview_fits_its_published_schema() -> None:
    head = "建筑工程施工许可证核发办事指南\n承诺时限：7个工作日\n申请材料\n"
    found = overview([item(reviewed(FORM, ALIVE, CATCH_ALL)), item(reviewed(FORM, head=head))])
    check(json.loads(overview_json(found)), "overview")


def test_items_that_lack_something_are_named_with_what_would_do() -> None:
    found = item(reviewed(FORM, "银行卡复印件", CATCH_ALL, ALIVE))
    lacking = replace(
        found, reach="open", materials=Tally(4, 0, 0, 2), further=(Further("a", "甲", "健在证明", False),)
    )
    text = overview_text(overview([lacking]), 100)
    assert "高龄津贴：确定减 0/4（0.0%）；须人定后可达到；还需定下 健在证明" in text
