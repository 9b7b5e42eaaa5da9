"""The sample guides and the reviews we stand behind."""

import io
import json
import zipfile
from pathlib import Path

import make_samples
import pytest
import readme
from expectation import AS_OF, boiled_down, guide_of

from assistant.batch import Source, Task
from assistant.batch.reviews import review_one

CASES = sorted(path for path in (Path(__file__).parents[2] / "corpus/guides").iterdir() if path.is_dir())


def reviewed(case: Path, engine: str = "auto") -> bytes:
    path = guide_of(case)
    outcome = review_one(Task(Source(path.name, path), AS_OF, engine=engine))  # type: ignore[arg-type]
    assert outcome.output is not None, outcome.failure
    return outcome.output


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_review_of_a_sample_is_the_one_we_stand_behind(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert boiled_down(json.loads(reviewed(case))) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_bytes_give_the_same_review_byte_for_byte(case: Path) -> None:
    assert reviewed(case) == reviewed(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_sample_says_where_it_comes_from(case: Path) -> None:
    assert (case / "SOURCE.md").read_text("utf-8").startswith(f"# {case.name}\n")


def test_there_are_samples_of_every_common_format() -> None:
    assert {guide_of(case).suffix for case in CASES} >= {".docx", ".pdf", ".html", ".txt", ".md", ".xlsx"}


def test_the_built_samples_are_what_their_sources_give(root: Path) -> None:
    sources = sorted((root / "corpus/guides").glob("*/source.yaml"))
    stale = [path.name for path, data in map(make_samples.build, sources) if not same(path, data)]
    assert stale == []


def test_the_report_in_the_readme_is_what_the_program_writes(root: Path) -> None:
    assert readme.shown((root / "README.md").read_text("utf-8")) == readme.written()


def same(path: Path, data: bytes) -> bool:
    """Archives are compared by what is in them: another zlib packs other bytes."""
    if path.suffix not in (".docx", ".xlsx"):
        return path.read_bytes() == data
    old, new = zipfile.ZipFile(path), zipfile.ZipFile(io.BytesIO(data))
    return {name: old.read(name) for name in old.namelist()} == {name: new.read(name) for name in new.namelist()}
