from collections.abc import Callable

import pytest

from assistant.model.citation import Citation

One = Callable[..., Citation]
Written = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "提交《烟花爆竹经营许可证申请表》、《营业执照》副本和《居民户口簿》",
        "《承诺书》第三条约定的事项",
        "《劳动合同》第八条约定的试用期",
        "合作社《章程》第十一条；《村规民约》第六条；《小区管理规约》第八条",
        "房屋租赁合同第二条第一款写明租期；物业服务协议第三条",
        "章程第五条载明宗旨",
        "符合本指南第三条、本须知第五条所列条件",
        "《民事判决书》第二项；《行政处罚决定书》第一条",
        "《青山县城市总体规划》第三条",
        "《〈民法典〉释义》第三百条；《中华人民共和国民法典注释本》第一百条",
        "采光按GB 50033-2013执行，编号见GB/T 39048-2020第4.2条，水质执行DB15/T 353",
        "按《审核意见》、《征收公告》、《缴费通知》办理",
        "前款所列材料，前两项任选其一，前款第二项除外",
        "按有关法律法规和国家有关规定办理；法律、行政法规规定的其他条件",
        "第2项“租房合同”与第3项“房产证明”任选其一，第12条备注另附",
        "家住第五条胡同8号",
        "第一条 为规范办事，制定本指南。第二条 适用于窗口。",
        "“放管服”改革、“最多跑一次”和“一网通办”",
        "做法、方法、办法和书法培训；公司法人；消防法规",
        "办公时间为（2023）年，档案号2019-03-015",
        "应当遵守宪法和法律",
        "拥护中华人民共和国宪法，品行良好",
    ],
)
def test_what_is_no_law_is_not_cited(written: Written, text: str) -> None:
    assert written(text) == []


def test_a_standard_with_its_title_is_cited_only_if_the_facts_have_it(written: Written) -> None:
    assert written("执行《室内装饰装修质量要求规范》") == []


def test_a_public_notice_about_something_is_a_document(one: One) -> None:
    assert one("《国家税务总局关于办税事项的公告》").verdict == "unknown_law"


def test_a_plan_with_a_document_number_is_a_document(one: One) -> None:
    assert one("《政务服务提升方案》（青政办发〔2021〕5号）").number == "青政办发〔2021〕5号"
