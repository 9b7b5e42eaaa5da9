"""The package around the text: parts that are there stay, and files that are no .docx become one."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from revisions import accept_all, canonical, comments, main_xml, reject_all, words
from word_files import DAY, W_URI, p, packed, reviewed, word

from assistant.export import KINDS, Extras, render
from assistant.export.marked import mark_up, marked
from assistant.knowledge import load_knowledge
from assistant.reading import read_file
from assistant.review import review_document

BODY = p("1.身份证") + p("2.健在证明") + p("3.户口簿")
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def bare(text: str) -> str:
    """Without blanks and the lines that tables and headings of Markdown are drawn with."""
    return re.sub(r"[\s#|]|---+", "", text)


def rest(data: bytes) -> list[str]:
    made = mark_up(data, reviewed(data, "a.docx", "健在证明"))
    assert reject_all(made) == canonical(main_xml(data))
    assert len(comments(made)) == 1
    return words(accept_all(made))


def test_all_other_parts_stay_in_their_order() -> None:
    data = word(BODY, settings=f'<w:settings xmlns:w="{W_URI}"><w:trackRevisions/></w:settings>', other="<a/>")
    made = mark_up(data, reviewed(data, "a.docx", "健在证明"))
    assert names(made)[: len(names(data))] == names(data)
    same = [name for name in names(data) if main_xml(made, name) == main_xml(data, name)]
    assert same == ["_rels/.rels", "word/settings.xml", "word/other.xml"]


def test_following_changes_is_not_switched_on() -> None:
    data = word(BODY, settings=f'<w:settings xmlns:w="{W_URI}"/>')
    made = mark_up(data, reviewed(data, "a.docx", "健在证明"))
    assert main_xml(made, "word/settings.xml") == main_xml(data, "word/settings.xml")


def test_the_comments_part_is_named_where_word_looks_for_it() -> None:
    made = mark_up(word(BODY), reviewed(word(BODY), "a.docx", "健在证明"))
    assert b'PartName="/word/comments.xml"' in main_xml(made, "[Content_Types].xml")
    assert b'Target="comments.xml"' in main_xml(made, "word/_rels/document.xml.rels")


def test_the_strict_dialect_stays_strict() -> None:
    data = packed(main_xml(word(BODY)).replace(W_URI.encode(), STRICT.encode()))
    assert rest(data) == ["1.身份证", "2.户口簿"]
    made = mark_up(data, reviewed(data, "a.docx", "健在证明"))
    assert STRICT.encode() in main_xml(made, "word/comments.xml")


def test_utf_16_stays_utf_16() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + main_xml(word(BODY)).decode()
    assert rest(packed(text.encode("utf-16"))) == ["1.身份证", "2.户口簿"]


def test_a_byte_order_mark_stays() -> None:
    data = packed(b"\xef\xbb\xbf" + main_xml(word(BODY)))
    made = mark_up(data, reviewed(data, "a.docx", "健在证明"))
    assert main_xml(made).startswith(b"\xef\xbb\xbf<w:document")


def test_another_prefix_for_word_is_used() -> None:
    body = main_xml(word(BODY)).replace(b"w:", b"x:").replace(b"xmlns:w=", b"xmlns:x=")
    assert rest(packed(body)) == ["1.身份证", "2.户口簿"]


def test_word_without_a_prefix_is_bound_where_it_is_needed() -> None:
    body = main_xml(word(BODY)).replace(b"<w:", b"<").replace(b"</w:", b"</").replace(b"xmlns:w=", b"xmlns=")
    assert rest(packed(body)) == ["1.身份证", "2.户口簿"]


def test_a_damaged_text_is_marked_in_a_copy() -> None:
    data = packed(main_xml(word(BODY)).replace(b"</w:document>", b""))
    made = marked(data, reviewed(data, "a.docx", "健在证明"))
    assert not made.original
    assert words(accept_all(made.data)) == ["1.身份证", "2.户口簿"]


def test_plain_text_becomes_a_word_file_with_the_same_marks() -> None:
    data = "申请材料\n1.身份证\n2.健在证明\n".encode()
    made = mark_up(data, reviewed(data, "a.txt", "健在证明"))
    assert words(reject_all(made)) == ["申请材料", "1.身份证", "2.健在证明"]
    assert words(accept_all(made)) == ["申请材料", "1.身份证"]


def test_a_table_of_a_page_keeps_its_merged_cells() -> None:
    cells = "<tr><td>1</td><td>身份证</td><td rowspan=2>每年</td></tr><tr><td>2</td><td>健在证明</td></tr>"
    data = f"<h1>补贴办事指南</h1><table border=1>{cells}</table>".encode()
    made = mark_up(data, reviewed(data, "a.html", "健在证明", kept=("身份证",), entry="row"))
    xml = main_xml(made)
    assert xml.count(b'<w:vMerge w:val="restart"/>') == xml.count(b"<w:vMerge/>") == 1
    assert xml.count(b"<w:trPr><w:del") == 1


def test_every_sample_is_marked_and_given_back_by_rejecting(samples: tuple[Path, ...]) -> None:
    knowledge = load_knowledge()
    for path in samples:
        data = path.read_bytes()
        review = review_document(read_file(path), DAY, knowledge)
        made = marked(data, review)
        assert len(comments(made.data)) == len(review.findings), path.name
        assert made.unmarked == (), path.name
        rejected = reject_all(made.data)
        if made.original:
            assert rejected == canonical(main_xml(data)), path.name
        else:
            assert bare("".join(words(rejected))) == bare(review.document.text), path.name


def test_the_format_needs_the_file_itself() -> None:
    kind = KINDS["marked"]
    data = word(BODY)
    review = reviewed(data, "a.docx", "健在证明")
    assert (kind.suffix, kind.binary, kind.of_source) == (".批注.docx", True, True)
    assert render(review, "marked", Extras(data)) == mark_up(data, review)
    with pytest.raises(AssertionError):
        render(review, "marked")
