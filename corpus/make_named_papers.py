"""Which articles of laws and regulations name which kinds of paper: facts, no text. Writes laws/named-papers.jsonl.

Usage: make_named_papers.py ARTICLES.sqlite (tables doc and article, as docs/policy-facts.md describes)
"""

import json
import re
import sqlite3
import sys
from pathlib import Path

from assistant.lexicon.kinds import load_kinds
from assistant.model.kind import Kind

OUT = Path(__file__).parent / "laws" / "named-papers.jsonl"
LEVELS = ("法律", "行政法规", "国务院决定", "地方性法规")
# A sentence in which somebody is to hand in or show a paper: 应当提交下列材料：（一）……；（二）……
ASKS = re.compile(r"提交|提供|出具|出示|附具|报送|递交|交验|持有?本人|凭")
# What the office gives out at the end, or what is forged, is not asked for.
GIVES = re.compile(r"颁发|核发|发给|换发|补发|签发|伪造|变造|买卖|出借|吊销|撤销|注销|罚款|收回|监督检查")
# Catch-alls and the applicant's own forms.
NOT_PAPERS = {"P178", "P191"}
# The law says it in general words: 申请人的身份证明, 主体资格证明.
GENERAL = {"身份证明": "L001", "身份证件": "L001", "主体资格证明": "L057", "学历证明": "P048", "权属证明": "L066"}


def main(source: str) -> None:
    words = _words(list(load_kinds().rows.values()))
    library = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    marks = ",".join("?" * len(LEVELS))
    query = f"SELECT id, title, version FROM doc WHERE level IN ({marks}) ORDER BY title, version, articles"
    newest = {title: (doc, version) for doc, title, version in library.execute(query, LEVELS)}
    with OUT.open("w", encoding="utf-8") as out:
        for title, (doc, version) in sorted(newest.items()):
            rows = library.execute("SELECT n, text FROM article WHERE doc_id = ? AND z = 0 ORDER BY n", (doc,))
            named = {str(number): kinds for number, text in rows if (kinds := _named(text, words))}
            out.write(json.dumps({"title": title, "version": version, "articles": named}, ensure_ascii=False) + "\n")


def _words(kinds: list[Kind]) -> dict[str, str]:
    """Name -> kind. Names of two characters mean too much."""
    words = dict(GENERAL)
    for kind in kinds:
        for name in (kind.name, *kind.aliases):
            bare = re.sub(r"[（(].*?[）)]|复印件|《|》", "", name)
            if len(bare) >= 3:
                words.setdefault(bare, kind.id)
    return words


def _named(text: str, words: dict[str, str]) -> list[str]:
    asking = [part for part in text.split("。") if ASKS.search(part) and not GIVES.search(part)]
    return sorted({kind for word, kind in words.items() if any(word in part for part in asking)} - NOT_PAPERS)


if __name__ == "__main__":
    main(sys.argv[1])
