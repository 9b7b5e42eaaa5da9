"""The explanation of a material or finding over the API."""

import httpx
from serving import reviewed


def test_a_kept_material_says_which_rules_all_but_fired(client: httpx.Client) -> None:
    key = reviewed(client)
    guide = client.get(f"/api/v1/documents/{key}/review").json()["guides"][0]
    first = guide["materials"][0]
    shown = client.get(f"/api/v1/documents/{key}/explain", params={"material": first["id"]}).json()
    assert (shown["schema"], shown["name"]) == ("explain/1", first["name"])
    assert all(each["missing"] for each in shown["nearly"])


def test_a_finding_says_which_rule_fired(client: httpx.Client) -> None:
    key = reviewed(client)
    finding = client.get(f"/api/v1/documents/{key}/review").json()["findings"][0]
    shown = client.get(f"/api/v1/documents/{key}/explain", params={"finding": finding["id"]}).json()
    assert finding["rule"] in [each["rule"] for each in shown["fired"]]


def test_what_is_not_there_is_not_found(client: httpx.Client) -> None:
    answer = client.get(f"/api/v1/documents/{reviewed(client)}/explain", params={"material": "m999"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "no_such_target")


def test_one_thing_is_asked_about(client: httpx.Client) -> None:
    answer = client.get(f"/api/v1/documents/{reviewed(client)}/explain", params={"material": "m1", "finding": "x1"})
    assert answer.status_code == 422
