"""What holds of every rule file and of every material that is never a candidate."""

import re
from datetime import date

import pytest

from assistant.evaluation.rule_examples import failures
from assistant.extraction.citations import cite
from assistant.knowledge import load_knowledge
from assistant.laws.named_papers import load_named_papers
from assistant.lexicon.kinds import load_kinds
from assistant.model.finding import Finding
from assistant.model.kind import Kind
from assistant.reading import read_text
from assistant.review import review_document
from assistant.rules import RuleSet, load_rules
from assistant.rules.schema import Dated, Rule

DAY = date(2026, 11, 23)
RULES = load_rules().rules
KINDS = sorted(load_kinds().rows.values(), key=lambda kind: kind.id)
# Ours to publish, but in no list of laws: the notice that ordered the cuts, standards, the lists of ministries.
NO_LAW = re.compile(r"通知|GB/T|清单|意见")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_two_examples_of_each_sort(rule: Rule) -> None:
    assert len(rule.fires_on) >= 2
    assert len(rule.quiet_on) >= 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_switched_off_fails_its_own_examples(rule: Rule) -> None:
    without = RuleSet(tuple(other for other in RULES if other.id != rule.id))
    runnable = [example for example in rule.fires_on if not example.needs_texts]
    failed = {failure.example for failure in failures(without, (rule,))}
    assert failed == {example.name for example in runnable}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_laws_a_rule_stands_on_have_the_articles_it_names(rule: Rule) -> None:
    for dated in rule.basis:
        if not NO_LAW.search(dated.ground.doc) and dated.ground.article:
            assert _verdicts(dated) <= {"ok", "unverified"}, dated.ground


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_can_be_cited_on_some_day_of_its_time(rule: Rule) -> None:
    assert rule.in_force(DAY)
    assert rule.grounds(DAY)


def test_the_names_of_rules_are_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "name",
    ["补贴申领申请表", "备案登记表", "信用承诺书", "授权委托书", "情况说明", "近期免冠照片", "二寸照片", "申请书"],
)
@pytest.mark.parametrize("basis", ["无", "局内规定", "工作惯例", "", "《中华人民共和国行政许可法》第三十一条"])
def test_what_applicants_write_and_their_photographs_are_never_cut(name: str, basis: str) -> None:
    rows = f"| 补贴申请表 | 1 | 无 |\n| {name} | 1 | {basis} |"
    text = f"补贴申领办事指南\n申请材料\n| 材料名称 | 份数 | 要求提供材料的依据 |\n|---|---|---|\n{rows}\n"
    assert _cut(text) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.id.startswith("L")], ids=lambda kind: kind.id)
@pytest.mark.parametrize("act", ["变更", "延续", "补办"])
def test_the_licence_an_errand_is_about_is_never_cut(kind: Kind, act: str) -> None:
    licence = re.sub(r"[（(].*?[）)]", "", kind.name)
    text = f"{licence}{act}办事指南\n申请材料\n1.{act}申请表（原件1份）\n2.{licence}（原件1份）\n是否收费\n不收费\n"
    assert _cut(text) == []


def _cut(text: str) -> list[str]:
    """The sure findings on materials."""
    found: tuple[Finding, ...] = review_document(read_text(text), DAY, load_knowledge()).findings
    return [each.rule for each in found if each.target.type == "material" and each.severity != "hint"]


def _verdicts(dated: Dated) -> set[str]:
    ground, day = dated.ground, max(dated.start or DAY, DAY)
    knowledge = load_knowledge()
    return {each.verdict for each in cite(f"《{ground.doc}》{ground.article}", knowledge.facts, day, None, None)}


def _named_pairs() -> list[tuple[str, int, str]]:
    """Laws of the State and the papers that their articles name: every tenth, in a fixed order."""
    laws = load_named_papers().laws
    pairs = [
        (title, article, kind)
        for title, articles in sorted(laws.items())
        for article, kinds in sorted(articles.items())
        for kind in sorted(kinds)
    ]
    return pairs[::10]


@pytest.mark.parametrize(("title", "article", "kind"), _named_pairs())
def test_a_paper_that_the_cited_law_names_is_never_cut(title: str, article: int, kind: str) -> None:
    name = load_kinds().rows[kind].name
    rows = f"| 补贴申领申请表 | 1 | 无 |\n| {name} | 1 | 《{title}》第{article}条 |"
    text = f"补贴申领办事指南\n申请材料\n| 材料名称 | 份数 | 要求提供材料的依据 |\n|---|---|---|\n{rows}\n"
    review = review_document(read_text(text), DAY, load_knowledge())
    cited = {each.id for guide in review.guides for each in guide.citations if each.verdict == "ok"}
    named = {m.id for guide in review.guides for m in guide.materials if m.kind.id == kind and set(m.basis) & cited}
    sure = [each.rule for each in review.findings if each.target.id in named and each.severity != "hint"]
    assert sure == []
