"""``jianzheng rules``."""

from pathlib import Path

from click.testing import CliRunner

from assistant.cli.rules import rules


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(rules, arguments)
    return result.exit_code, result.output


def test_list_names_every_rule() -> None:
    code, output = run("list")
    assert code == 0
    assert "duplicate/same-paper-twice" in output


def test_show_gives_the_legal_grounds() -> None:
    assert "民发〔2020〕20号" in run("show", "village-list-2020")[1]


def test_a_rule_that_is_none_is_refused_with_a_way_on() -> None:
    code, output = run("show", "village-lists")
    assert code == 2
    assert "village-list-2020" in output


def test_a_new_rule_passes_its_own_examples(tmp_path: Path) -> None:
    assert run("--folder", str(tmp_path), "new", "odd-proof/some-proof")[0] == 0
    code, output = run("--folder", str(tmp_path), "test", "some-proof")
    assert (code, output) == (0, "1 条规则、2 个例子，0 个未通过\n")


def test_a_rule_that_does_not_fire_fails_its_test(tmp_path: Path) -> None:
    run("--folder", str(tmp_path), "new", "odd-proof/some-proof")
    path = tmp_path / "odd-proof/some-proof.yaml"
    path.write_text(path.read_text("utf-8").replace("name: 某某证明", "name: 别的证明"), "utf-8")
    code, output = run("--folder", str(tmp_path), "test")
    assert code == 1
    assert "应当提示1处，实际提示0处" in output


def test_an_existing_rule_is_not_overwritten(tmp_path: Path) -> None:
    run("--folder", str(tmp_path), "new", "odd-proof/some-proof")
    assert run("--folder", str(tmp_path), "new", "odd-proof/some-proof")[0] == 2
