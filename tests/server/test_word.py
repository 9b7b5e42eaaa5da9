"""Word documents: places for the page, marked copies, edits as tracked changes."""

import io
import itertools
import zipfile
from pathlib import Path

import httpx
import pytest
from lxml import etree
from serving import finished, upload

NUMBERS = itertools.count(1)  # another name is another document, with decisions of its own
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def word(client: httpx.Client, root: Path) -> str:
    """A reviewed sample."""
    return sample(client, root)


def sample(client: httpx.Client, root: Path) -> str:
    data = (root / "corpus/guides/最低生活保障/最低生活保障.docx").read_bytes()
    accepted = upload(client, (f"{next(NUMBERS)}.docx", data))
    finished(client, accepted["job"])
    key: str = accepted["documents"][0]
    return key


def paragraphs(data: bytes) -> list[str]:
    """The words of every w:p in document order, deleted ones left out."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p")]


def gone(data: bytes) -> str:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return "".join(text.text or "" for text in body.iter(f"{W}delText"))


def count(data: bytes, tag: str) -> int:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return sum(1 for _ in body.iter(f"{W}{tag}"))


def test_places_lead_from_the_reading_text_to_the_paragraphs(client: httpx.Client, word: str) -> None:
    text = client.get(f"/api/v1/documents/{word}/review").json()["text"]
    lines = paragraphs(client.get(f"/api/v1/documents/{word}/file").content)
    rows = client.get(f"/api/v1/documents/{word}/places").json()["paragraphs"]
    assert len(rows) > 20
    for row in rows:
        here = lines[row["paragraph"]][row["at"] : row["at"] + row["length"]]
        assert here == text[row["start"] : row["start"] + row["length"]]


def test_an_accepted_cut_is_a_tracked_deletion_in_the_view(client: httpx.Client, root: Path) -> None:
    key = sample(client, root)
    assert count(client.get(f"/api/v1/documents/{key}/view.docx").content, "del") == 0
    cut = client.get(f"/api/v1/documents/{key}/review").json()["plan"]["cuts"][0]["material"]
    client.post(f"/api/v1/documents/{key}/decisions", json={"material": cut, "choice": "cut"})
    assert count(client.get(f"/api/v1/documents/{key}/view.docx").content, "del") > 0
    assert count(client.get(f"/api/v1/documents/{key}/export/marked").content, "del") > 0


def test_a_retyped_paragraph_is_a_tracked_change_of_what_differs(client: httpx.Client, root: Path) -> None:
    key = sample(client, root)
    lines = paragraphs(client.get(f"/api/v1/documents/{key}/file").content)
    number = next(at for at, line in enumerate(lines) if "办事指南" in line)
    words = lines[number].replace("办事指南", "服务指南")
    body = {"changes": [{"paragraph": number, "text": words}]}
    answer = client.patch(f"/api/v1/documents/{key}/paragraphs", json=body)
    assert words in answer.json()["review"]["text"]
    view = client.get(f"/api/v1/documents/{key}/view.docx").content
    assert paragraphs(view)[number] == words
    assert gone(view) == "办事"


def test_edits_one_after_the_other_are_one_change_from_the_original(client: httpx.Client, root: Path) -> None:
    key = sample(client, root)
    lines = paragraphs(client.get(f"/api/v1/documents/{key}/file").content)
    number = next(at for at, line in enumerate(lines) if "办事指南" in line)
    for end in ("（一", "（一）", ""):
        body = {"changes": [{"paragraph": number, "text": lines[number] + end}]}
        answer = client.patch(f"/api/v1/documents/{key}/paragraphs", json=body)
        assert answer.status_code == 200
        view = client.get(f"/api/v1/documents/{key}/view.docx").content
        assert paragraphs(view)[number] == lines[number] + end
        assert count(view, "ins") == (1 if end else 0)


@pytest.mark.parametrize("change", [{"paragraph": 100_000, "text": "x"}, {"paragraph": -1, "text": "x"}])
def test_a_paragraph_that_is_not_there_is_refused(client: httpx.Client, word: str, change: dict[str, object]) -> None:
    answer = client.patch(f"/api/v1/documents/{word}/paragraphs", json={"changes": [change]})
    assert answer.status_code == 422


def test_the_whole_text_of_a_word_file_cannot_be_replaced(client: httpx.Client, word: str) -> None:
    assert client.put(f"/api/v1/documents/{word}/text", json={"text": "x"}).status_code == 409


def test_every_format_of_the_table_can_be_downloaded(client: httpx.Client, word: str) -> None:
    parameters = client.get("/api/v1/openapi.json").json()
    path = parameters["paths"]["/api/v1/documents/{key}/export/{format}"]["get"]["parameters"]
    formats = next(each["schema"]["enum"] for each in path if each["name"] == "format")
    for format in formats:
        answer = client.get(f"/api/v1/documents/{word}/export/{format}")
        assert answer.status_code in (200, 422), (format, answer.text)
        assert answer.status_code == 200 or "form" in format
