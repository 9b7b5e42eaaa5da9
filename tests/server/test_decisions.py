from typing import Any

import httpx
import pytest
from serving import LOW_INCOME, reviewed


def decide(client: httpx.Client, key: str, **body: str) -> httpx.Response:
    return client.post(f"/api/v1/documents/{key}/decisions", json=body)


def review(client: httpx.Client, key: str) -> Any:
    return client.get(f"/api/v1/documents/{key}/review").json()


def material(contract: Any, name: str) -> str:
    found = [each["id"] for guide in contract["guides"] for each in guide["materials"] if name in each["name"]]
    return str(found[0])


def chosen(contract: Any) -> set[str]:
    return {cut["material"] for cut in contract["plan"]["cuts"] if cut["chosen"]}


def test_what_is_kept_is_cut_no_more(client: httpx.Client) -> None:
    key = reviewed(client)
    target = material(review(client, key), "贫困证明")
    assert target in chosen(review(client, key))
    answer = decide(client, key, material=target, choice="keep", reason="资金发放需要").json()
    assert target not in chosen(answer["review"])
    assert answer["decisions"][0]["reason"] == "资金发放需要"
    assert target not in chosen(review(client, key))


def test_a_finding_can_be_decided_on(client: httpx.Client) -> None:
    key = reviewed(client)
    finding = next(each for each in review(client, key)["findings"] if each["target"]["type"] == "material")
    answer = decide(client, key, finding=finding["id"], choice="cut").json()
    assert answer["decisions"][0]["findings"] == [finding["id"]]
    assert answer["decisions"][0]["material"] == finding["target"]["id"]


def test_a_decision_is_taken_back(client: httpx.Client) -> None:
    key = reviewed(client)
    before = review(client, key)["plan"]
    target = material(review(client, key), "贫困证明")
    row = decide(client, key, material=target, choice="keep", reason="要").json()["decisions"][0]
    answer = client.delete(f"/api/v1/documents/{key}/decisions/{row['id']}").json()
    assert answer["decisions"] == []
    assert answer["review"]["plan"] == before


def test_keeping_needs_a_reason(client: httpx.Client) -> None:
    answer = decide(client, reviewed(client), material="m1", choice="keep")
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "no_reason"


def test_what_is_not_in_the_review_cannot_be_decided(client: httpx.Client) -> None:
    assert decide(client, reviewed(client), material="m99", choice="cut").status_code == 404


def test_decisions_hold_for_the_changed_guide(client: httpx.Client) -> None:
    key = reviewed(client, "低保.txt", department="换版处")
    target = material(review(client, key), "贫困证明")
    decide(client, key, material=target, choice="keep", reason="要")
    changed = LOW_INCOME.replace("2.无犯罪", "2.收入证明\n3.无犯罪").replace("3.村委", "4.村委")
    again = reviewed(client, "低保.txt", changed, department="换版处")
    moved = material(review(client, again), "贫困证明")
    assert moved != target
    assert moved not in chosen(review(client, again))


def test_decisions_hold_for_the_same_item_under_another_name(client: httpx.Client) -> None:
    first = reviewed(client, "旧.txt", department="同项处")
    target = material(review(client, first), "贫困证明")
    decide(client, first, material=target, choice="keep", reason="要")
    second = reviewed(client, "新.txt", department="同项处")
    assert target not in chosen(review(client, second))


def test_another_department_decides_for_itself(client: httpx.Client) -> None:
    first = reviewed(client, "甲.txt", department="甲处")
    target = material(review(client, first), "贫困证明")
    decide(client, first, material=target, choice="keep", reason="要")
    assert target in chosen(review(client, reviewed(client, "乙.txt", department="乙处")))


def test_the_trail_tells_who_did_what(client: httpx.Client) -> None:
    key = reviewed(client)
    row = decide(client, key, material="m2", choice="cut", person="张三").json()["decisions"][0]
    client.delete(f"/api/v1/documents/{key}/decisions/{row['id']}")
    entries = client.get(f"/api/v1/documents/{key}/audit").json()["entries"]
    assert [each["action"] for each in entries] == ["upload", "decide", "undo"]
    assert entries[1]["detail"]["person"] == "张三"


@pytest.mark.parametrize(
    "body", [{}, {"finding": "x1", "material": "m1", "choice": "cut"}, {"material": "m1", "choice": "no"}]
)
def test_a_decision_that_says_nothing_clear_is_refused(client: httpx.Client, body: dict[str, str]) -> None:
    assert decide(client, reviewed(client), **body).status_code == 422


def test_every_view_made_before_a_decision_is_out_of_date(client: httpx.Client) -> None:
    key = reviewed(client)
    before = client.get(f"/api/v1/documents/{key}").json()["version"]
    assert decide(client, key, material="m2", choice="cut").json()["version"] > before


def test_without_a_department_a_decision_holds_for_files_of_the_same_name(client: httpx.Client) -> None:
    first = reviewed(client, "同名.txt")
    target = material(review(client, first), "贫困证明")
    decide(client, first, material=target, choice="keep", reason="要")
    assert target not in chosen(review(client, reviewed(client, "同名.txt")))
    assert target in chosen(review(client, reviewed(client, "别名.txt")))
