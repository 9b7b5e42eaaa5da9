"""The verdict on a citation as of a day, from the facts, with one sentence that says why."""

from datetime import date
from typing import NamedTuple

from assistant.extraction.citations.mention import Provision
from assistant.extraction.citations.resolution import Resolved
from assistant.laws.catalogue import Law, Version
from assistant.laws.facts import LawFacts
from assistant.laws.lookup import Standing, begins, standing
from assistant.laws.shapes import Shape
from assistant.model.citation import Verdict

_WHAT_DECIDES = "需核对该文件现行文本"


class Judged(NamedTuple):
    """``because`` is one Chinese sentence with the facts used."""

    verdict: Verdict
    because: str


class Ground(NamedTuple):
    """What is the same for all provisions of a document on a day. ``verdict`` set: it holds for all of them."""

    resolved: Resolved
    verdict: Judged | None
    now: Standing | None


def ground(resolved: Resolved, version: str | None, as_of: date, facts: LawFacts) -> Ground:
    """The name, the life and the version named of a document, judged once for all its provisions."""
    law = resolved.law
    if resolved.fault is not None or law is None:
        return Ground(resolved, Judged(resolved.fault or "unknown_law", resolved.why + "。"), None)
    now = standing(law, as_of, facts)
    life = _life(law, resolved.version or version, as_of, now)
    return Ground(resolved, _with_name(resolved, life) if life else None, now)


def judge(on: Ground, provision: Provision | None, as_of: date) -> Judged:
    """The first fault in the order of the public contract: name, life, version, then article, 款 and 项."""
    law, now = on.resolved.law, on.now
    if on.verdict is not None or law is None or now is None:
        return on.verdict or Judged("unknown_law", on.resolved.why)
    if provision is None:
        return Judged("ok", f"{on.resolved.why}。" if on.resolved.why else _in_force_words(law, now, as_of))
    judged = _provision(law, provision, now, as_of)
    return _with_name(on.resolved, judged) if on.resolved.why else judged


def _with_name(resolved: Resolved, judged: Judged) -> Judged:
    return judged._replace(because=f"{resolved.why}；{judged.because}") if resolved.why else judged


def _life(law: Law, version: str | None, as_of: date, now: Standing) -> Judged | None:
    """What is wrong with the document as a whole; None if it can be in force."""
    day = as_of.isoformat()
    if (law.repealed_on and law.repealed_on <= day) or (law.status == "已废止" and not law.repealed_on):
        return Judged("repealed", _repealed_words(law))
    start = begins(law)
    if start and start > day:
        return Judged("not_yet_effective", f"《{law.title}》自{start}起施行，{day}尚未施行。")
    if version:
        judged = _version(law, version, day, now.version)
        if judged is not None:
            return judged
    if law.status in ("未核实", "存疑"):
        doubt = "来源说法不一" if law.status == "存疑" else "法规目录未核实其效力"
        return Judged(
            "unverified", f"《{law.title}》{doubt}（{law.note or '收录来源未说明是否有效'}），{_WHAT_DECIDES}。"
        )
    return None


def _repealed_words(law: Law) -> str:
    when = f"已于{law.repealed_on}废止" if law.repealed_on else "已废止"
    successor = f"，由《{law.successor}》取代" if law.successor else ""
    return f"《{law.title}》{when}{successor}。"


def _version(law: Law, year: str, day: str, current: Version | None) -> Judged | None:
    """The version named against the one in force; years of adoption and of coming into force both name a version."""
    named = [version for version in law.versions if year in (version.date[:4], version.effective[:4])]
    if current is None:
        return None
    if year in (current.date[:4], current.effective[:4]):
        return None
    if year < current.date[:4]:
        return Judged(
            "amended_since",
            f"引用的是{year}年文本，{day}施行的是{current.date}通过的文本（{current.effective}起施行）。",
        )
    if named and named[-1].effective > day:
        return Judged("not_yet_effective", f"{year}年文本自{named[-1].effective}起施行，{day}尚未施行。")
    return Judged(
        "unverified", f"法规目录中《{law.title}》最新的是{current.date}的文本，没有{year}年文本，{_WHAT_DECIDES}。"
    )


def _in_force_words(law: Law, now: Standing, as_of: date) -> str:
    if law.status == "已废止":
        return f"《{law.title}》在{as_of.isoformat()}尚未废止（{law.repealed_on}废止）。"
    version = f"，现行文本为{now.version.date}" if now.version else ""
    return f"《{law.title}》现行有效{version}。"


def _provision(law: Law, provision: Provision, now: Standing, as_of: date) -> Judged:
    if provision.annex or provision.article is None:
        return Judged("unverified", f"《{law.title}》的附件与各项未收入法规目录，{_WHAT_DECIDES}。")
    if now.last_article is None:
        return Judged(
            "unverified", f"法规目录没有《{law.title}》在{as_of.isoformat()}施行的文本的条数，{_WHAT_DECIDES}。"
        )
    highest = max(provision.article, provision.article_to or 0)
    if highest > now.last_article:
        day = f"（{now.version.date}文本）" if now.version else ""
        return Judged("no_such_article", f"《{law.title}》{day}共{now.last_article}条，没有第{highest}条。")
    if now.shape is None:
        return _without_shape(law, provision, now)
    if provision.article_to and provision.article_to < provision.article:
        return Judged("unverified", f"第{provision.article}条至第{provision.article_to}条的起止颠倒，需核对原文。")
    return _in_shape(law, provision, now.shape, now)


def _without_shape(law: Law, provision: Provision, now: Standing) -> Judged:
    if provision.paragraph is None and provision.item is None and not provision.article_sub:
        return Judged("ok", f"《{law.title}》共{now.last_article}条，第{provision.article}条在其内。")
    return Judged("unverified", f"法规目录没有《{law.title}》当日文本的款、项数，{_WHAT_DECIDES}。")


def _in_shape(law: Law, provision: Provision, shape: Shape, now: Standing) -> Judged:
    article = provision.article or 0
    name = f"《{law.title}》第{article}条" + (f"之{provision.article_sub}" if provision.article_sub else "")
    items = shape.items(article, provision.article_sub or 0)
    if items is None and (provision.article_sub or shape.complete):
        return Judged("no_such_article", f"{name}不存在（共{now.last_article}条）。")
    if items is None:
        return Judged("unverified", f"{name}在所收文本中缺漏，{_WHAT_DECIDES}。")
    return _in_article(name, provision, items)


def _in_article(name: str, provision: Provision, items: tuple[int, ...]) -> Judged:
    paragraph, item = provision.paragraph, provision.item
    if paragraph is not None and not 1 <= paragraph <= len(items):
        return Judged("no_such_paragraph", f"{name}只有{len(items)}款，没有第{paragraph}款。")
    if item is not None:
        most = items[paragraph - 1] if paragraph is not None else max(items)
        where = f"{name}第{paragraph}款" if paragraph is not None else name
        if not 1 <= item <= most:
            return Judged("no_such_item", f"{where}{f'只有{most}项' if most else '不分项'}，没有第{item}项。")
        return Judged("ok", f"{where}有{most}项，第{item}项存在。")
    shown = f"{name}有{len(items)}款，第{paragraph}款存在。" if paragraph is not None else f"{name}存在。"
    return Judged("ok", shown)
