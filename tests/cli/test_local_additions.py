"""--rules DIR and --lexicons DIR: a user's own knowledge on top of ours."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli.main import jianzheng

GUIDE = "草畜平衡核定办事指南\n申请材料\n1.居民身份证（复印件1份）\n2.草畜平衡情况书\n"
RULE = """id: grass-letter
title: 本旗已停用的材料
category: no_basis
severity: warning
action: cut
why: 旗里已经停用。
basis: [{ground: A}]
when:
  all:
    - paper: {fact: material, name: 草畜平衡情况书}
point_at: paper
message: “{paper.name}”已停用，建议取消。
examples:
  fires_on:
    - name: 停用的材料
      guide: |
        草畜平衡核定办事指南
        申请材料
        1.居民身份证
        2.⟦草畜平衡情况书⟧
  quiet_on:
    - name: 别的材料
      guide: |
        草畜平衡核定办事指南
        申请材料
        1.居民身份证
"""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return written(tmp_path / "指南.txt", GUIDE)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    written(tmp_path / "规则" / "local" / "grass-letter.yaml", RULE)
    return tmp_path / "规则"


@pytest.fixture
def lexicons(tmp_path: Path) -> Path:
    folder = tmp_path / "词表"
    written(
        folder / "proofs.jsonl", '{"id": "P901", "name": "草畜平衡情况书", "action": "cut", "confidence": "high"}\n'
    )
    written(folder / "citations" / "aliases.yaml", "aliases:\n  - {name: 草法, title: 中华人民共和国草原法}\n")
    return folder


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(jianzheng, list(map(str, arguments)))


def test_a_rule_of_ones_own_is_applied(guide: Path, rules: Path) -> None:
    result = run("review", guide, "--rules", rules, "--format", "json", "--jobs", "1")
    assert "local/grass-letter" in {finding["rule"] for finding in json.loads(result.stdout)["findings"]}


def test_a_kind_of_ones_own_is_known_to_reviews_and_explanations(guide: Path, lexicons: Path) -> None:
    review = json.loads(run("review", guide, "--lexicons", lexicons, "--format", "json", "--jobs", "1").stdout)
    assert review["guides"][0]["materials"][1]["kind"]["id"] == "P901"
    assert "P901" in run("explain", guide, "--material", "情况书", "--lexicons", lexicons).stdout


def test_a_name_of_a_law_of_ones_own_is_known_to_the_citation_desk(guide: Path, lexicons: Path) -> None:
    written(guide, "依据《草法》第三十三条办理。\n")
    cited = json.loads(run("cite", guide, "--lexicons", lexicons, "--format", "json", "--jobs", "1").stdout)
    assert cited["citations"][0]["title"] == "中华人民共和国草原法"


def test_the_examples_of_ones_own_are_run(rules: Path, lexicons: Path) -> None:
    result = run("rules", "--rules", rules, "test")
    assert (result.exit_code, "1 条规则" in result.stdout) == (0, True)
    examples = "kinds:\n  P901: [草畜证]\nexamples:\n  - [草畜证, P001]\n"
    written(lexicons / "matching" / "aliases.yaml", examples)
    failed = run("rules", "--rules", rules, "--lexicons", lexicons, "test")
    assert (failed.exit_code, "草畜证" in failed.stdout) == (1, True)


@pytest.mark.parametrize("option", ["--rules", "--lexicons"])
def test_a_wrong_file_stops_the_review_with_its_line(guide: Path, tmp_path: Path, option: str) -> None:
    written(tmp_path / "错" / "steps.yaml", "acts: 3\n")
    result = run("review", guide, option, tmp_path / "错", "--jobs", "1")
    assert (result.exit_code, "steps.yaml:1" in result.stderr) == (2, True)
