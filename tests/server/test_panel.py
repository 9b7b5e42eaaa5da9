import httpx
from serving import DAY, LOW_INCOME, reviewed

from assistant.model.document import Table
from assistant.reading.paragraphs import CellOf, EditorParagraph, read_paragraphs


def asked(client: httpx.Client, *paragraphs: dict[str, object], **more: object) -> dict[str, object]:
    body = {"name": "编辑中", "paragraphs": paragraphs, "as_of": DAY} | more
    answer = client.post("/api/v1/panel/reviews", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


def lines(text: str = LOW_INCOME) -> list[dict[str, object]]:
    return [{"text": line} for line in text.splitlines()]


def test_anchors_quote_what_stands_in_their_paragraph(client: httpx.Client) -> None:
    paragraphs = lines()
    found = asked(client, *paragraphs)
    anchors = found["anchors"]
    assert isinstance(anchors, list)
    assert anchors
    for anchor in anchors:
        text = str(paragraphs[anchor["paragraph"]]["text"])
        assert text[anchor["offset"] : anchor["offset"] + anchor["length"]] == anchor["quote"]
        assert anchor["quote"] in anchor["context"]


def test_a_decision_made_in_the_panel_holds_in_the_next_review(client: httpx.Client) -> None:
    first = asked(client, *lines())
    cut = first["review"]["plan"]["cuts"][0]  # type: ignore[index]
    anchor = next(each for each in first["anchors"] if each["finding"] in cut["findings"])  # type: ignore[attr-defined]
    decision = {"anchor": anchor["about"], "choice": "keep", "reason": "要", "person": "", "day": DAY}
    second = asked(client, *lines(), decisions=[decision])
    again = second["review"]["plan"]["cuts"][0]  # type: ignore[index]
    assert (cut["chosen"], again["chosen"]) == (True, False)


def test_paragraphs_in_cells_are_a_table() -> None:
    cell = [EditorParagraph(f"{row}{column}", CellOf("t", row, column)) for row in range(2) for column in range(2)]
    document = read_paragraphs([EditorParagraph("标题", level=1), *cell, EditorParagraph("完")], "x")
    table = document.blocks[1]
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (2, 2)
    assert document.text == "标题\n00\t01\n10\t11\n完"


def test_line_breaks_inside_a_paragraph_keep_their_offsets() -> None:
    document = read_paragraphs([EditorParagraph("一\n二")], "x")
    assert document.text == "一\n二"
    assert [segment.place.offset for segment in document.segments] == [0, 2]  # type: ignore[union-attr]


def test_an_edited_text_is_reviewed_anew(client: httpx.Client) -> None:
    key = reviewed(client)
    answer = client.put(f"/api/v1/documents/{key}/text", json={"text": LOW_INCOME + "4.婚姻状况证明\n"}).json()
    assert answer["review"]["plan"]["before"]["materials"] == 4
    assert answer["version"] == 2


def test_one_line_of_a_text_is_changed(client: httpx.Client) -> None:
    key = reviewed(client)
    body = {"changes": [{"paragraph": 5, "text": "2.结婚证"}]}
    answer = client.patch(f"/api/v1/documents/{key}/paragraphs", json=body).json()
    assert answer["review"]["text"] == LOW_INCOME.replace("2.无犯罪记录证明", "2.结婚证")


def test_nothing_is_kept_of_a_stateless_review(client: httpx.Client) -> None:
    before = client.get("/api/v1/documents").json()
    client.post("/api/v1/reviews", json={"text": LOW_INCOME})
    client.post("/api/v1/reviews", files={"file": ("低保.txt", LOW_INCOME.encode())})
    assert client.get("/api/v1/documents").json() == before


def test_a_file_and_its_text_have_the_same_review(client: httpx.Client) -> None:
    body = {"text": LOW_INCOME, "name": "低保.txt", "as_of": DAY}
    text = client.post("/api/v1/reviews", json=body).json()
    file = client.post("/api/v1/reviews", files={"file": ("低保.txt", LOW_INCOME.encode())}, data={"as_of": DAY}).json()
    assert text == file
