import subprocess
import sys
from importlib import import_module

import click
import pytest
from click.testing import CliRunner

from assistant.cli.main import COMMANDS, jianzheng
from assistant.errors import RuleError

HEAVY = (
    "spacy",
    "jieba",
    "lxml",
    "docx",
    "pdfplumber",
    "pypdfium2",
    "rapidfuzz",
    "durable",
    "rich",
    "xlsxwriter",
    "yaml",
)


def imported_by(arguments: str) -> set[str]:
    """Names of the top modules in a fresh process after ``jianzheng ARGUMENTS``."""
    code = f"""
import sys
from assistant.cli.main import jianzheng
jianzheng({arguments!r}.split(), standalone_mode=False)
print(*(name.partition(".")[0] for name in sys.modules), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", ["--help", "--version", "review --help"])
def test_help_imports_nothing_heavy(arguments: str) -> None:
    assert imported_by(arguments).isdisjoint(HEAVY)


def test_help_names_every_command() -> None:
    assert all(f"\n  {name} " in CliRunner().invoke(jianzheng, ["--help"]).output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_is_one_and_explains_itself(name: str) -> None:
    module, function = COMMANDS[name][0].split(":")
    assert isinstance(getattr(import_module(module), function), click.Command)
    assert CliRunner().invoke(jianzheng, [name, "--help"]).exit_code == 0


def test_an_unknown_command_is_refused() -> None:
    result = CliRunner().invoke(jianzheng, ["reveiw"])
    assert (result.exit_code, "reveiw" in result.output) == (2, True)


def test_our_own_errors_are_one_sentence_without_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def wrong() -> None:
        raise RuleError("rules/x.yaml:3", "没有这个字段")

    monkeypatch.setattr("assistant.cli.schema.schema", wrong)
    result = CliRunner().invoke(jianzheng, ["schema"])
    assert (result.exit_code, result.output) == (2, "rules/x.yaml:3: 没有这个字段\n")


@pytest.mark.parametrize("name", ["review", "cite", "watch"])
def test_schema_prints_the_published_schema(name: str) -> None:
    result = CliRunner().invoke(jianzheng, ["schema", name])
    assert f'"$id": "urn:jianzheng:{name}:1"' in result.output
