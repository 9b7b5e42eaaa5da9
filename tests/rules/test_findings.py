"""Weight, grounds and words of findings."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from little_guides import DAY, citation, findings, guide, material, rules_of

from assistant.laws.facts import load_facts
from assistant.laws.names import title_key
from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.rule_words import load_rule_words
from assistant.model.document import Document
from assistant.model.finding import Ground
from assistant.rules import apply, engine, load_only, load_rules
from assistant.rules.skeleton import skeleton

EVE, OPENING = date(2026, 6, 30), date(2026, 7, 1)


def test_in_2018_the_notice_is_cited_and_in_2020_the_regulation() -> None:
    letter = guide(material("单位介绍信", "P116"))
    found = {year: findings(letter, as_of=date(year, 12, 1)) for year in (2018, 2020)}
    in_2018, in_2020 = (next(each for each in found[year] if each.category == "no_basis").basis[0] for year in found)
    assert in_2018.number == "阿营组发〔2018〕3号"
    assert in_2020.doc == "优化营商环境条例"


def test_before_any_ground_was_in_force_nothing_is_found() -> None:
    assert rules_of(guide(material("单位介绍信", "P116")), as_of=date(2012, 1, 1)) == set()


def test_a_material_that_its_own_law_names_gets_a_hint_at_most() -> None:
    own = citation(id="c9", title="教师资格条例", article=15, level="行政法规", span=material("x").span)
    asked = guide(material("学历证书", "L035", basis=("c9",)), citations=(own,))
    (finding,) = [each for each in findings(asked) if each.target.type == "material"]
    assert (finding.severity, finding.confidence, finding.action) == ("hint", "low", "review")


def test_a_law_that_was_read_and_does_not_name_the_licence_does_not_save_it() -> None:
    own = citation(id="c9", title="中华人民共和国建筑法", article=7, span=material("x").span)
    asked = guide(material("营业执照", "L057", basis=("c9",)), citations=(own,))
    (finding,) = [each for each in findings(asked) if each.target.type == "material"]
    assert finding.confidence == "high"


def test_a_basis_cited_for_the_whole_item_does_not_name_the_material() -> None:
    general, own = citation(), citation(id="c9")
    asked = guide(material("学历证书", "L035", basis=("c9",)), citations=(general, own))
    (finding,) = [each for each in findings(asked) if each.target.type == "material"]
    assert finding.confidence == "high"


def test_a_proof_with_an_article_of_its_own_gets_a_hint_though_the_item_cites_it_too() -> None:
    asked = guide(material("场所使用权证明", "P103", basis=("c9",)), citations=(citation(), citation(id="c9")))
    assert {each.severity for each in findings(asked) if each.target.type == "material"} == {"hint"}


def test_grounds_of_the_kind_wait_for_their_day() -> None:
    docs = {each.doc for each in findings(guide(material("无房证明", "P076")), as_of=date(2025, 1, 1))[0].basis}
    assert not any("政务数据共享条例" in doc for doc in docs)


def test_an_empty_replacement_is_none() -> None:
    proof = replace(material("家庭困难证明"), basis_written="无")
    (finding,) = [each for each in findings(guide(proof)) if each.rule == "no-basis/basis-cell-none"]
    assert finding.replacement is None


def test_what_is_absent_points_at_the_first_line() -> None:
    missing = [each for each in findings(guide(), text="补贴申领") if each.target.type == "section"]
    assert {each.span.of("补贴申领") for each in missing} == {"补贴申领"}


def test_a_quotation_that_differs_is_a_finding() -> None:
    assert "citation/quote-differs" in rules_of(guide(citations=(citation(verdict="quote_differs"),)))


def test_without_the_engine_a_notice_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "available", lambda: False)
    document = Document("指南.txt", "", "txt", "补贴申领", ())
    found, notices = apply(load_rules(), (guide(material("健在证明", "P032")),), document, load_kinds(), DAY)
    assert [notice.code for notice in notices] == ["reference-evaluator"]
    assert found


def test_what_the_engine_cannot_take_goes_to_the_plain_evaluator(tmp_path: Path) -> None:
    (tmp_path / "odd-proof").mkdir()
    (tmp_path / "odd-proof/some-proof.yaml").write_text(skeleton("some-proof"), "utf-8")
    # Half a surrogate pair, as damaged files have them; this rule asks for names, so they go to the engine.
    broken = guide(material("某某证明"), material("身份证\ud800"))
    document = Document("指南.txt", "", "txt", "补贴申领", ())
    found, notices = apply(load_only(tmp_path), (broken,), document, load_kinds(), DAY)
    assert [each.rule for each in found] == ["odd-proof/some-proof"]
    assert [each.code for each in notices] == ["engine-failed"] or not engine.available()


def test_a_document_is_cited_once() -> None:
    proof = guide(material("健在证明", "P032", issuer="村委会"))
    (listed,) = [each for each in findings(proof) if each.rule == "odd-proof/village-list-2020"]
    assert [ground.number for ground in listed.basis].count("民发〔2020〕20号") == 1


def test_the_item_of_a_list_is_cited_with_the_list() -> None:
    proof = guide(material("健在证明", "P032", issuer="村委会"))
    (listed,) = [each for each in findings(proof) if each.rule == "odd-proof/village-list-2020"]
    (ground,) = [each for each in listed.basis if each.number == "民发〔2020〕20号"]
    assert (ground.doc, ground.article) == ("不应由基层群众性自治组织出具证明事项清单（第一批）", "第10项")


def test_a_law_is_not_cited_before_it_applies() -> None:
    asked = guide(material("收入证明", "P068", issuer="村委会"))
    cited = {day: {g.doc for each in findings(asked, as_of=day) for g in each.basis} for day in (EVE, OPENING)}
    assert ("中华人民共和国社会救助法" in cited[EVE], "中华人民共和国社会救助法" in cited[OPENING]) == (False, True)


def test_laws_that_kinds_cite_wait_for_the_day_the_catalogue_gives() -> None:
    early = {
        ground.doc
        for ground in {ground for kind in load_kinds().rows.values() for ground in kind.basis}
        for law in load_facts().named(title_key(ground.doc))
        # The notice of 2018 is the first that anything is cut by.
        if law.versions and "2018-10-15" < law.versions[0].effective > waits_for(ground)
    }
    assert early == set()


def waits_for(ground: Ground) -> str:
    name = f"{ground.doc}{ground.number or ''}"
    return max((str(day) for match, day in load_rule_words().documents if match in name), default="")


def test_an_employers_proof_of_family_is_cut_once() -> None:
    proof = guide(material("所在单位同意变更姓名的证明", issuer="所在单位"))
    assert [each.rule for each in findings(proof) if each.action == "cut"] == ["issuer-cannot-verify/employer"]


def test_a_clause_about_other_items_is_left_out_of_the_alternative() -> None:
    said = {item: str(findings(guide(material("遗失公告", "P018"), name=item))) for item in ("企业注销", "不动产补证")}
    assert ["不动产权证书" in words for words in said.values()] == [False, True]


@pytest.mark.parametrize(("issuer", "cited"), [("村委会", True), (None, False)])
def test_the_list_for_villages_is_cited_for_their_papers_only(issuer: str | None, cited: bool) -> None:
    found = findings(guide(material("健在证明", "P032", issuer=issuer)))
    assert ("民发〔2020〕20号" in {ground.number for each in found for ground in each.basis}) == cited
