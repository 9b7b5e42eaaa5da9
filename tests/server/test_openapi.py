"""The OpenAPI document is complete, and what it allows never ends in a fault of ours."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from serving import reviewed, serving

CHECKS = "not_a_server_error,content_type_conformance,response_schema_conformance,status_code_conformance"


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_every_operation_has_a_chinese_summary_and_says_what_it_answers(client: httpx.Client) -> None:
    for path, method, operation in operations(client.get("/api/v1/openapi.json").json()):
        assert any("\u4e00" <= sign <= "\u9fff" for sign in operation["summary"]), (method, path)
        assert any(code.startswith("2") for code in operation["responses"]), (method, path)
        assert "422" in operation["responses"], (method, path)


def test_pages_are_no_part_of_it(client: httpx.Client) -> None:
    assert all(path.startswith("/api/v1/") for path, _, _ in operations(client.get("/api/v1/openapi.json").json()))


def test_every_reference_leads_somewhere(client: httpx.Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    schemas = document["components"]["schemas"]
    for reference in references(document):
        assert reference.removeprefix("#/components/schemas/") in schemas


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for item in node:
            yield from references(item)


@pytest.mark.parametrize("path", ["/api/v1/nowhere", "/api/v1/documents/nope", "/api/v1/jobs/0000000000000000"])
def test_refusals_are_one_chinese_sentence_with_a_code(client: httpx.Client, path: str) -> None:
    error = client.get(path).json()["error"]
    assert set(error) == {"code", "message"}
    assert any("\u4e00" <= sign <= "\u9fff" for sign in error["message"])


@pytest.mark.slow
def test_nothing_that_is_sent_ends_in_a_fault(tmp_path: Path) -> None:
    """schemathesis makes up requests, right and wrong ones; every answer must be as the document says, and no 500."""
    with serving(tmp_path / "data", workers=2, desks=2) as client:
        key = reviewed(client, department="民政局")
        config = f'[parameters]\n"path.key" = "{key}"\n"path.title" = "商标法"\n"path.name" = "民政局"\n'
        (tmp_path / "schemathesis.toml").write_text(config, "utf-8")
        program = Path(sys.executable).with_name("schemathesis")
        address = str(client.base_url).rstrip("/") + "/api/v1/openapi.json"
        how = ("--phases", "coverage,fuzzing", "--max-examples", "3", "--generation-deterministic", "--workers", "2")
        kept = ("--exclude-path", "/api/v1/documents/{key}", "--exclude-path", "/api/v1/jobs/{key}/events")
        command = [str(program), "run", address, "--checks", CHECKS, "--no-color", *how, *kept]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stdout[-6000:]
