"""A small review made by hand: one guide, two materials, one of them cut."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.model.citation import Citation
from assistant.model.document import Document, Notice, Paragraph
from assistant.model.finding import Finding, Ground, Target
from assistant.model.guide import Duration, Field, Form, Guide, Head, Step
from assistant.model.material import Candidate, KindMatch, Material
from assistant.model.outline import Section
from assistant.model.plan import Counts, Cut, Goal, ItemPlan, OneForm, OneFormField, Origin, Plan
from assistant.model.review import Review
from assistant.model.span import Span

TEXT = "高龄津贴\n依据：《老年人权益保障法》第三十三条\n申请材料\n1.居民身份证\n2.健在证明"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def review() -> Review:
    document = Document("guide.txt", "0" * 64, "txt", TEXT, (Paragraph(span("高龄津贴")),))
    notices = (Notice("read", "partly", "第2页是图片，没有读到文字"),)
    return Review(document, date(2026, 11, 24), (_guide(),), (_finding(),), _plan(), notices)


@pytest.fixture
def undecided(review: Review) -> Review:
    cuts = tuple(replace(cut, chosen=False) for cut in review.plan.cuts)
    return replace(review, plan=replace(review.plan, cuts=cuts))


def _guide() -> Guide:
    promised = Duration(10, "working_day", "10个工作日")
    kind = KindMatch("same", "L001", "居民身份证", (Candidate("L001", "居民身份证", 1.0, "名称相同"),))
    card, proof = span("居民身份证"), span("健在证明")
    return Guide(
        "g1",
        Head("高龄津贴", department="民政局", handling="承诺件", promised_time=promised),
        Span(0, len(TEXT)),
        (Section("materials", "申请材料", span("申请材料"), card, ()),),
        (
            Material("m1", "居民身份证", "居民身份证", card, card, original=True, copies=1, kind=kind),
            Material("m2", "健在证明", "健在证明", proof, proof),
        ),
        (_citation(),),
        (Step("s1", "受理", span("申请材料"), time=Duration(0, "instant", "当场")),),
        (Form("f1", "高龄津贴申请表", None, (Field("姓名", "applicant.name", True, card),), card),),
    )


def _citation() -> Citation:
    written = "《老年人权益保障法》第三十三条"
    title = "中华人民共和国老年人权益保障法"
    parts = (33, None, None, None, None, None, None)
    return Citation(
        "c1", written, span(written), title, True, "法律", None, None, *parts, "ok", "该法现行有效，有第三十三条"
    )


def _finding() -> Finding:
    ground = Ground("优化营商环境条例", "国务院令第722号", "第四十四条第二款")
    return Finding(
        "x1", "odd-proof", "odd_proof", "warning", "g1", Target("material", "m2"), (), "cut", "部门间数据比对",
        "“健在证明”属于不应要求的证明", "人来办事本身就证明健在", (ground,), "high", span("健在证明"),
    )  # fmt: skip


def _plan() -> Plan:
    field = OneFormField("applicant.name", "申请人姓名", "text", True, (Origin("f1", "姓名"),), "电子证照:居民身份证")
    return Plan(
        Counts(2, 1, 1, 10),
        Counts(1, 1, 1, 10),
        (Cut("g1", "m2", "cut", ("x1",), True),),
        (("materials_third", Goal(1 / 3, 0.5, True)),),
        OneForm("高龄津贴申请表", (field,), 1, 1),
        (ItemPlan("g1", Counts(2, 1, 1, 10), Counts(1, 1, 1, 10), ()),),
    )
