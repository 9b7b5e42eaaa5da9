import io
import zipfile
from pathlib import Path

import httpx
import pytest
from serving import LOW_INCOME, finished, reviewed, upload

BYTES = LOW_INCOME.encode()


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return made.getvalue()


def names(client: httpx.Client, department: str) -> list[str]:
    rows = client.get("/api/v1/documents", params={"department": department}).json()["documents"]
    return sorted(row["name"] for row in rows)


def test_an_upload_becomes_a_reviewed_document(client: httpx.Client) -> None:
    key = reviewed(client)
    document = client.get(f"/api/v1/documents/{key}").json()
    assert document["state"] == "done"
    assert document["summary"]["items"][0]["item_name"] == "最低生活保障"


def test_several_files_are_one_job(client: httpx.Client) -> None:
    accepted = upload(client, ("一.txt", BYTES), ("二.txt", BYTES))
    assert finished(client, accepted["job"])["total"] == 2


def test_pasted_text_is_a_document(client: httpx.Client) -> None:
    answer = client.post("/api/v1/documents", data={"text": LOW_INCOME, "name": "粘贴", "department": "粘贴处"})
    finished(client, answer.json()["job"])
    assert names(client, "粘贴处") == ["粘贴.txt"]


def test_the_members_of_an_archive_are_documents(client: httpx.Client) -> None:
    data = zipped(**{"甲/低保.txt": BYTES, "乙/低保.txt": BYTES, "图.exe": b"MZ"})
    finished(client, upload(client, ("全部.zip", data), department="压缩处")["job"])
    assert names(client, "压缩处") == ["乙/低保.txt", "甲/低保.txt"]


def test_a_broken_archive_is_a_document_that_failed(client: httpx.Client) -> None:
    accepted = upload(client, ("坏.zip", b"PK\x03\x04 no archive"))
    document = client.get(f"/api/v1/documents/{accepted['documents'][0]}").json()
    assert document["state"] == "failed"
    assert "坏.zip" in document["message"]


def test_a_file_that_cannot_be_read_says_why_and_the_others_go_on(client: httpx.Client) -> None:
    accepted = upload(client, ("坏.docx", b"PK\x03\x04"), ("好.txt", BYTES))
    job = finished(client, accepted["job"])
    assert [each["state"] for each in job["documents"]] == ["failed", "done"]
    assert "坏.docx" in job["documents"][0]["message"]


@pytest.mark.parametrize("name", ["../../etc/低保.txt", "..\\..\\低保.txt", "/etc/低保.txt", "C:\\低保.txt"])
def test_a_name_never_becomes_a_path(client: httpx.Client, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    key = reviewed(client, name)
    shown = client.get(f"/api/v1/documents/{key}").json()["name"]
    assert ".." not in shown
    stored = {path.name for path in tmp_path_factory.getbasetemp().rglob("*") if path.is_file()}
    assert not any("低保" in each for each in stored)


def test_members_with_dots_in_their_paths_stay_inside(client: httpx.Client) -> None:
    data = zipped(**{"../../../外.txt": BYTES, "/根.txt": BYTES})
    finished(client, upload(client, ("恶意.zip", data), department="越界处")["job"])
    assert all(".." not in name and not name.startswith("/") for name in names(client, "越界处"))


def test_the_same_name_in_a_department_is_a_new_version(client: httpx.Client) -> None:
    first = reviewed(client, "指南.txt", department="版本处")
    second = reviewed(client, "指南.txt", LOW_INCOME + "4.收入证明\n", department="版本处")
    assert first == second
    assert client.get(f"/api/v1/documents/{first}").json()["version"] == 2


def test_the_same_name_without_a_department_is_another_document(client: httpx.Client) -> None:
    assert reviewed(client, "指南.txt") != reviewed(client, "指南.txt")


def test_two_files_of_one_name_in_one_upload_are_two_documents(client: httpx.Client) -> None:
    finished(client, upload(client, ("同.txt", BYTES), ("同.txt", BYTES), department="同名处")["job"])
    assert names(client, "同名处") == ["同.txt", "同（2）.txt"]


def test_an_upload_without_files_is_refused(client: httpx.Client) -> None:
    answer = client.post("/api/v1/documents", data={"department": "空"})
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "empty"


def test_the_original_comes_back_byte_for_byte(client: httpx.Client) -> None:
    assert client.get(f"/api/v1/documents/{reviewed(client)}/file").content == BYTES


def test_a_removed_document_is_gone_and_its_trail_stays(client: httpx.Client) -> None:
    key = reviewed(client)
    assert client.delete(f"/api/v1/documents/{key}").status_code == 204
    assert client.get(f"/api/v1/documents/{key}").status_code == 404


def test_progress_comes_as_events_that_end(client: httpx.Client) -> None:
    job = upload(client, ("事件.txt", BYTES))["job"]
    text = client.get(f"/api/v1/jobs/{job}/events").text
    assert text.startswith("event: progress\n")
    assert text.endswith("event: end\ndata: {}\n\n")


def test_a_cancelled_job_leaves_nothing_running(client: httpx.Client) -> None:
    job = upload(client, *((f"{number}.txt", BYTES) for number in range(30)))["job"]
    client.delete(f"/api/v1/jobs/{job}")
    states = {each["state"] for each in finished(client, job)["documents"]}
    assert states <= {"cancelled", "done"}
    assert "cancelled" in states


def test_a_folder_of_the_server_is_taken_in_with_its_departments(tmp_path: Path) -> None:
    from serving import serving

    (tmp_path / "in/民政局").mkdir(parents=True)
    (tmp_path / "in/民政局/低保.txt").write_bytes(BYTES)
    with serving(tmp_path / "data", folders=(tmp_path / "in",)) as client:
        finished(client, client.post("/api/v1/folders").json()["job"])
        assert names(client, "民政局") == ["低保.txt"]


def test_a_job_ends_when_its_files_are_removed(client: httpx.Client) -> None:
    accepted = upload(client, *((f"删{number}.txt", BYTES) for number in range(8)))
    for key in accepted["documents"]:
        client.delete(f"/api/v1/documents/{key}")
    assert finished(client, accepted["job"])["documents"] == []
