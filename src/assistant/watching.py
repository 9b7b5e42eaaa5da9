"""The watch list: which guides cite a law, and which of their citations break when it changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assistant.errors import KnowledgeError
from assistant.laws.catalogue import Law
from assistant.laws.compare import Change, compare
from assistant.laws.facts import LawFacts
from assistant.laws.lookup import in_force
from assistant.laws.names import title_key
from assistant.laws.provision_text import cited_lines
from assistant.laws.shapes import Shape
from assistant.laws.texts import LawTexts
from assistant.model.citation import Citation
from assistant.model.cited import CitedDocument, Provision
from assistant.model.watched import Basis, Effect, LawChange, WatchedProvision


@dataclass(frozen=True, slots=True)
class Comparison:
    """A change and what it can be judged by: the articles' words, or the counts of 款 and 项, of both versions."""

    change: LawChange
    articles: dict[tuple[int, int], Change] | None
    old_shape: Shape | None
    new_shape: Shape | None


Judged = tuple[Effect, str, str | None]


def find_law(written: str, facts: LawFacts) -> Law:
    """The law a person names, by title or short name. Raises KnowledgeError: unknown, or more than one."""
    found = facts.named(title_key(written))
    if not found:
        raise KnowledgeError(written, "法规目录里没有这个名称，请写完整名称")
    if len(found) > 1:
        raise KnowledgeError(written, f"可能指：{'、'.join(law.title for law in found[:5])}，请写完整名称")
    return found[0]


def law_change(law: Law, as_of: date, facts: LawFacts, texts: LawTexts | None) -> Comparison | None:
    """The next change after ``as_of``, else the last one before it; None where the facts know of none."""
    day = as_of.isoformat()
    if law.repealed_on:
        last = in_force(law, day)
        repealed = LawChange(law.title, last.date if last else None, None, law.repealed_on, law.successor, "facts")
        return Comparison(repealed, None, None, None)
    pending = [version for version in law.versions if version.effective > day]
    new = pending[0] if pending else in_force(law, day)
    if new is None or (len(law.versions) < 2 and not pending):
        return None
    before = [version for version in law.versions if version.effective < new.effective]
    old = before[-1].date if before else None
    articles = _articles(law.title, old, new.date, texts)
    shapes = facts.shapes
    old_shape, new_shape = (shapes.of(law.title, day) if day else None for day in (old, new.date))
    basis: Basis = "texts" if articles is not None else "shapes" if old_shape and new_shape else "facts"
    change = LawChange(law.title, old, new.date, new.effective, None, basis)
    return Comparison(change, articles, old_shape, new_shape)


def watched(
    comparison: Comparison | None, law: Law, now: Iterable[CitedDocument], then: Iterable[CitedDocument]
) -> Iterator[WatchedProvision]:
    """Every citation of ``law`` with what the change does to it.

    ``now`` and ``then`` are the same files judged today and on the day of the change. Of a change already in force
    nobody can tell from a bare number whether the guide has been brought up to date: the reason says what it supposes.
    """
    changed = {(file.document.name, file.document.sha256): file.provisions for file in then}
    for before in now:
        after = changed.get((before.document.name, before.document.sha256), ())
        later = {provision.citation.span: provision for provision in after}
        guides = {guide.id: guide for guide in before.guides}
        for provision in before.provisions:
            if provision.citation.title != law.title:
                continue
            later_self = later.get(provision.citation.span)
            effect, because, moved = _judge(comparison, provision.citation, later_self, before.as_of)
            guide = guides.get(provision.guide or "")
            yield WatchedProvision(
                law.title,
                before.document.name,
                guide.department if guide else None,
                guide.item_name if guide else "",
                provision.place,
                provision.citation,
                effect,
                because,
                moved,
            )


def _judge(comparison: Comparison | None, citation: Citation, then: Provision | None, as_of: date) -> Judged:
    if comparison is None:
        return "stands", "法规目录中没有这部法的修改记录。", None
    change = comparison.change
    if change.new is None:
        successor = f"，由《{change.successor}》取代" if change.successor else ""
        return "breaks", f"{change.on}废止{successor}。", None
    if citation.article is None:
        return "stands", "只引用了名称，没有引用条款。", None
    known = _by_guide(citation, then, change)
    if known is not None:
        return known
    compared = (
        _by_shape(comparison, citation)
        if comparison.articles is None
        else _by_text(comparison.articles, citation, change)
    )
    past = change.on <= as_of.isoformat()
    return _supposed(*compared) if past and compared[0] in ("breaks", "changes") else compared


def _supposed(effect: Effect, because: str, moved: str | None) -> Judged:
    return effect, f"如果引用的是旧文本：{because}", moved


def _by_guide(citation: Citation, then: Provision | None, change: LawChange) -> Judged | None:
    """What the guide itself gives away under the new text: its numbers, its quotation, the version it names."""
    if then is None:
        return None
    if then.citation.verdict in ("no_such_article", "no_such_paragraph", "no_such_item"):
        return "breaks", then.citation.because, then.quoted_from
    if then.quoted_from:
        return "breaks", f"所引内容在新文本中可能为{then.quoted_from}。", then.quoted_from
    if citation.quote and then.law and then.law.version == change.new and then.citation.verdict == "ok":
        return "stands", "引文与新文本一致。", None
    if citation.version and change.new and citation.version in (change.new[:4], change.on[:4]):
        return "stands", "指南已写明引用新文本。", None
    return None


def _by_text(articles: dict[tuple[int, int], Change], citation: Citation, change: LawChange) -> Judged:
    found = articles.get((citation.article or 0, citation.article_sub or 0))
    if citation.article_to:
        return _range(articles, citation)
    if found is None or found.old is None:
        return "unknown", f"{change.old}文本中没有这一条，原引用需核对。", None
    if found.new is None:
        return "breaks", f"{found.old.label}已删去或并入其他条。", None
    if found.kind == "moved":
        return "breaks", f"{found.old.label}已移为{found.new.label}。", found.new.label
    if found.kind == "same" or _same_provision(found, citation):
        return "stands", "条文内容未变。", None
    return "changes", "条文内容有修改，需核对。", None


def _range(articles: dict[tuple[int, int], Change], citation: Citation) -> Judged:
    numbers = range(citation.article or 0, (citation.article_to or 0) + 1)
    kinds = {change.kind for number in numbers if (change := articles.get((number, 0)))}
    if kinds & {"moved", "dropped"}:
        return "breaks", "其中有条文移位或删去。", None
    return ("stands", "条文内容未变。", None) if kinds == {"same"} else ("changes", "其中有条文修改，需核对。", None)


def _same_provision(change: Change, citation: Citation) -> bool:
    """The article changed, but not the 款 or 项 that is cited."""
    if change.old is None or change.new is None or not (citation.paragraph or citation.item):
        return False
    old, new = (cited_lines(article.lines, citation.paragraph, citation.item) for article in (change.old, change.new))
    return bool(old) and old == new


def _by_shape(comparison: Comparison, citation: Citation) -> Judged:
    """Without words only a difference in counts is certain; sameness is not."""
    key = citation.article or 0, citation.article_sub or 0
    change = comparison.change
    if comparison.old_shape and comparison.new_shape:
        old, new = comparison.old_shape.items(*key), comparison.new_shape.items(*key)
        if old is not None and new is None:
            return "breaks", "新文本中没有这一条。", None
        if old != new:
            return "changes", "这一条的款、项数目有变，需核对。", None
        return "unknown", "款、项数目未变，文字是否修改需核对（法规库中缺其中一个文本）。", None
    return "unknown", f"{change.on}起施行新文本，库中缺新旧文本，需人工核对。", None


def _articles(title: str, old: str | None, new: str, texts: LawTexts | None) -> dict[tuple[int, int], Change] | None:
    """The old articles by number, with what became of each; None unless both texts are held."""
    if texts is None or old is None:
        return None
    held = {edition.version: edition for edition in texts.editions(title)}
    if old not in held or new not in held:
        return None
    before, after = ([article for article in texts.articles(held[day]) if article.number] for day in (old, new))
    changes = compare(before, after)
    return {change.old.key: change for change in changes if change.old}
