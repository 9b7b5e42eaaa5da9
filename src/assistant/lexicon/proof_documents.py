"""lexicons/rules/proof_documents.yaml: how a document in the basis of a kind is named in reports."""

import re
from collections.abc import Mapping
from functools import cache

from assistant.errors import LexiconError
from assistant.lexicon.loading import load_yaml
from assistant.model.finding import Ground
from assistant.resources import data

_WHERE = "lexicons/rules/proof_documents.yaml"
# 优化营商环境条例(国务院令第722号)
_NUMBERED = re.compile(r"^(?P<doc>[^(（]+)[(（](?P<number>[^)）]*(?:第?\d+号)[^)）]*)[)）]$")
_NUMBER_ALONE = re.compile(r"^[^《》\s]{1,10}〔\d{4}〕\d+号$")
# 社会救助法(2026-07-01施行), …的通知(2015): when it applies from is no part of its title
_DATE_NOTE = re.compile(r"[(（]\d{4}(?:-\d{2}-\d{2})?(?:年|施行)?[)）]$")
# The fact numbers 民发〔2020〕20号 and puts the list's title before the item.
_LISTED = re.compile(r"^(?P<doc>[^第]*清单[(（]第.批[)）])(?P<item>第\d+项)$")
_WIDE = str.maketrans("()", "（）")


def report_ground(written: str, article: str | None) -> Ground:
    """Title, number and article, each document always in one form.

    民发〔2020〕20号 with 不应由…清单(第一批)第10项 -> 不应由…清单（第一批）, 民发〔2020〕20号, 第10项.
    """
    doc, number = _document(written)
    article = article.translate(_WIDE) if article else None
    if article and (listed := _LISTED.match(article)):
        return Ground(listed["doc"], number, listed["item"])
    return Ground(doc.translate(_WIDE), number, article)


def _document(written: str) -> tuple[str, str | None]:
    if known := _documents().get(written):
        return known
    if found := _NUMBERED.match(written):
        return found["doc"], found["number"]
    return _DATE_NOTE.sub("", written), written if _NUMBER_ALONE.match(written) else None


@cache
def _documents() -> Mapping[str, tuple[str, str | None]]:
    rows = load_yaml(data(_WHERE), _WHERE, LexiconError)
    if not isinstance(rows, list) or not all(isinstance(row, dict) and {"written", "doc"} <= set(row) for row in rows):
        raise LexiconError(f"{_WHERE}:1", "应为列表，每项有 written、doc、number")
    return {row["written"]: (row["doc"], row.get("number")) for row in rows}
