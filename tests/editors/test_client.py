"""The panel's client against a real server, and without one."""

import ast
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from jianzheng_writer.client import Client, UnreachableError, load, save
from serving import serving

PARAGRAPHS = [{"text": "高龄津贴办事指南"}, {"text": "申请材料"}, {"text": "1. 嘎查村委会出具的健在证明"}]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("data")) as client:
        yield str(client.base_url)


def test_the_review_of_the_editors_paragraphs_comes_back(address: str) -> None:
    answer = Client(address).review("指南", PARAGRAPHS, [])
    quotes = {anchor["quote"] for anchor in answer["anchors"]}
    assert any("健在证明" in quote for quote in quotes)
    assert answer["review"]["guides"][0]["item_name"] == "高龄津贴"


def test_what_the_server_refuses_is_said_in_its_words(address: str) -> None:
    with pytest.raises(UnreachableError, match="不符合要求"):
        Client(address).review("指南", [{"words": "x"}], [])


def test_without_a_server_the_user_is_told_what_to_do() -> None:
    with pytest.raises(UnreachableError, match="jianzheng serve"):
        Client("http://127.0.0.1:9").review("指南", [], [])


def test_settings_are_kept_and_a_broken_file_gives_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "jianzheng.json"
    save(file, Client("http://10.0.0.1:8765", "secret"))
    assert load(file) == Client("http://10.0.0.1:8765", "secret")
    file.write_text("{", "utf-8")
    assert load(file) == Client()


def test_the_extension_uses_the_standard_library_alone(root: Path) -> None:
    allowed = set(sys.stdlib_module_names) | {"uno", "unohelper", "com", "jianzheng_writer"}
    for path in (root / "editors/libreoffice").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert {name.partition(".")[0] for name in names} <= allowed, path.name


def test_the_same_sources_give_the_same_extension(root: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.oxt", tmp_path / "b.oxt"
    for out in (first, second):
        subprocess.run([sys.executable, root / "editors/libreoffice/build.py", out], check=True, capture_output=True)
    assert first.read_bytes() == second.read_bytes()
    assert "META-INF/manifest.xml" in zipfile.ZipFile(first).namelist()
