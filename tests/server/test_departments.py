from datetime import date
from pathlib import Path

import httpx
from serving import DAY, LOW_INCOME, finished, reviewed, serving, upload

from assistant import review_file
from assistant.lexicon.chains import load_chains
from assistant.planning.items import item_summaries
from assistant.planning.overview import overview

LISTED = "事项名称,事项编码,申请材料\n最低生活保障,000511001000,居民身份证\n临时救助,000511002000,居民身份证\n"


def test_a_department_shows_its_items_and_how_far_they_are(client: httpx.Client) -> None:
    reviewed(client, department="进度处")
    found = client.get("/api/v1/departments/进度处").json()
    item = found["items"][0]
    assert (item["item_name"], item["before"]["materials"], item["met"]) == ("最低生活保障", 3, True)
    assert found["open"] > 0
    row = next(each for each in client.get("/api/v1/departments").json()["departments"] if each["name"] == "进度处")
    assert (row["documents"], row["guides"], row["materials_before"]) == (1, 1, 3)


def test_a_file_without_a_review_stands_in_the_table_too(client: httpx.Client) -> None:
    accepted = upload(client, ("坏.docx", b"PK\x03\x04"), department="坏文件处")
    finished(client, accepted["job"])
    item = client.get("/api/v1/departments/坏文件处").json()["items"][0]
    assert item["state"] == "failed"
    assert "坏.docx" in item["message"]


def test_a_decision_closes_an_open_question(client: httpx.Client) -> None:
    key = reviewed(client, department="决定处")
    before = client.get("/api/v1/departments/决定处").json()["open"]
    cut = client.get(f"/api/v1/documents/{key}/review").json()["plan"]["cuts"][0]["material"]
    client.post(f"/api/v1/documents/{key}/decisions", json={"material": cut, "choice": "cut"})
    assert client.get("/api/v1/departments/决定处").json()["open"] == before - 1


def test_an_unknown_department_is_no_page(client: httpx.Client) -> None:
    assert client.get("/api/v1/departments/没有这个").status_code == 404


def test_attachments_and_archives_of_a_department(client: httpx.Client) -> None:
    reviewed(client, department="下载处")
    for format in ("attachments", "json"):
        assert client.get(f"/api/v1/departments/下载处/export/{format}").content[:2] == b"PK"


def test_an_uploaded_list_is_compared_with_every_department(tmp_path: Path) -> None:
    with serving(tmp_path) as client:
        reviewed(client, department="民政局")
        answer = client.post("/api/v1/baseline", files={"file": ("清单.csv", LISTED.encode())}).json()
        assert answer["baseline"]["items"] == 2
        finished(client, answer["job"])
        rows = client.get("/api/v1/departments/民政局").json()["baseline"]["rows"]
        assert {"最低生活保障", "临时救助"} == {row["listed"] for row in rows}
        assert client.delete("/api/v1/baseline").json()["baseline"] is None


def test_a_wrong_list_says_where(client: httpx.Client) -> None:
    answer = client.post("/api/v1/baseline", files={"file": ("清单.csv", "甲,乙\n1,2\n".encode())})
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "knowledge"


def test_the_watch_list_names_stored_guides(client: httpx.Client) -> None:
    key = reviewed(client, department="变动处")
    found = client.post("/api/v1/watch", json={"law": "社会救助暂行办法"}).json()
    assert key in {row["document"] for row in found["provisions"]}


def test_an_unknown_law_is_a_sentence(client: httpx.Client) -> None:
    assert client.post("/api/v1/watch", json={"law": "没有这部法"}).status_code == 422


def test_the_desk_gives_a_verdict_for_every_citation(client: httpx.Client) -> None:
    found = client.post("/api/v1/citations", json={"text": LOW_INCOME}).json()
    assert [each["written"] for each in found["citations"]] == ["《社会救助暂行办法》第九条"]


def test_laws_are_found_by_a_part_of_their_title(client: httpx.Client) -> None:
    found = client.get("/api/v1/laws", params={"q": "社会救助暂行"}).json()
    assert found["laws"][0]["title"] == "社会救助暂行办法"


def test_papers_that_can_only_be_had_with_each_other_are_shown(client: httpx.Client) -> None:
    guide = "{0}办事指南\n事项名称：{0}\n审批结果：{1}\n申请材料\n1.居民身份证\n2.{2}\n"
    first = guide.format("歌舞厅消防验收", "消防验收合格证明", "娱乐经营许可证")
    second = guide.format("娱乐经营许可", "娱乐经营许可证", "消防验收合格证明")
    files = (("一.txt", first.encode()), ("二.txt", second.encode()))
    finished(client, upload(client, *files, department="互相处")["job"])
    circles = client.get("/api/v1/departments/互相处").json()["circles"]
    assert {(each["item"], each["material"], each["giver"]) for each in circles} == {
        ("歌舞厅消防验收", "娱乐经营许可证", "娱乐经营许可"),
        ("娱乐经营许可", "消防验收合格证明", "歌舞厅消防验收"),
    }
    assert (
        client.get("/api/v1/documents?department=互相处").json()["documents"][0]["summary"].keys().isdisjoint({"links"})
    )


def test_a_form_that_is_not_there_is_told_in_a_sentence(client: httpx.Client) -> None:
    key = reviewed(client, department="无表处")
    answer = client.get(f"/api/v1/documents/{key}/export/form")
    assert answer.status_code == 422
    assert any("\u4e00" <= each <= "\u9fff" for each in answer.json()["error"]["message"])


def test_a_department_counts_what_the_overview_counts(tmp_path: Path, root: Path) -> None:
    samples = ("高龄津贴/高龄津贴.docx", "食品经营许可/食品经营许可.docx")
    files = [root / "corpus/guides" / name for name in samples]
    with serving(tmp_path) as client:
        job = upload(client, *((file.name, file.read_bytes()) for file in files), department="县局")["job"]
        finished(client, job)
        shown = client.get("/api/v1/departments/县局").json()
    reviews = [review_file(file, date.fromisoformat(DAY)) for file in files]
    total = overview(item for each in reviews for item in item_summaries(each, load_chains())).total
    assert shown["before"]["materials"] == total.materials.before
    assert shown["after"]["materials"] == total.materials.before - total.materials.chosen
    assert shown["before"]["steps"] - shown["after"]["steps"] == total.steps.chosen
