"""The real program opens what we write, and lists and settles every mark."""

import os
from collections import Counter
from pathlib import Path

import libreoffice
import pytest
from word_files import DAY, W_URI, p, reviewed, row, table, word

from assistant.export.marked import mark_up
from assistant.export.marked.fresh import fresh_docx
from assistant.knowledge import load_knowledge
from assistant.reading import read_file
from assistant.review import review_document

_MISSING = libreoffice.missing()
# In CI it must be there: then these tests fail instead of being skipped.
pytestmark = pytest.mark.skipif(bool(_MISSING) and os.environ.get("CI") != "true", reason=_MISSING or "")
NAMES = ("教师资格认定", "最低生活保障", "食品经营许可", "个体工商户注销", "残疾人两项补贴")


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_every_comment_is_listed_and_rejecting_gives_the_text_back(samples: tuple[Path, ...], tmp_path: Path) -> None:
    knowledge = load_knowledge()
    paths, counts = [], []
    for sample in (path for path in samples if path.parent.name in NAMES):
        review = review_document(read_file(sample), DAY, knowledge)
        plain = sample.read_bytes() if sample.suffix == ".docx" else fresh_docx(review.document)[0]
        for kind, data in (("marked", mark_up(sample.read_bytes(), review)), ("plain", plain)):
            paths.append(tmp_path / f"{sample.parent.name}-{kind}.docx")
            paths[-1].write_bytes(data)
        counts.append(len(review.findings))
    seen = libreoffice.look(paths)
    assert len(counts) == len(NAMES)
    for count, marked, original in zip(counts, seen[::2], seen[1::2], strict=True):
        assert Counter(author for author, _ in marked["comments"]) == {"减证": count}
        assert "Delete" in {kind for kind, _ in marked["revisions"]}
        assert {author for _, author in marked["revisions"]} == {"减证"}
        assert lines(marked["rejected"]) == lines(original["text"])


def test_a_list_counts_anew_and_a_row_is_gone_after_accepting(tmp_path: Path) -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:numbering xmlns:w="{W_URI}"><w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>'
        "</Relationships>"
    )
    items = "".join(p(name, properties=listed) for name in ("身份证", "健在证明", "户口簿", "单身证明"))
    body = p("申请材料") + items + p("收费") + table(row("甲", "无房证明"), row("乙", "照片")) + p("完")
    data = word(body, numbering=numbering, **{"word/_rels/document.xml.rels": relation})
    path = tmp_path / "a.docx"
    path.write_bytes(
        mark_up(data, reviewed(data, "a.docx", "健在证明", "单身证明", "无房证明", kept=("户口簿",), entry="row"))
    )
    (seen,) = libreoffice.look([path])
    assert lines(seen["accepted"]) == ["申请材料", "1. 身份证", "2. 户口簿", "收费", "乙", "照片", "完"]
