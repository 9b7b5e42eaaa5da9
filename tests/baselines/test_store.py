"""Lists kept in the user's folder."""

from pathlib import Path

import pytest

from assistant.baselines import find_list, load_baseline, read_items
from assistant.baselines.store import dumped, place_of
from assistant.errors import BaselineError
from assistant.model.baseline import ListedItem, ListedMaterial

_ITEMS = (
    ListedItem("01", "取水许可", "行政许可", "县级", (ListedMaterial("申请书", "required", "原件"),), "清单.csv:2"),
)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANZHENG_HOME", str(tmp_path))


def _kept(version: str) -> Path:
    path = place_of("赤山市", version)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(dumped(_ITEMS, "赤山市", version, "清单.csv"))
    return path


def test_what_is_kept_comes_back_whole() -> None:
    assert read_items(_kept("2025")) == _ITEMS


def test_name_alone_means_the_newest_version() -> None:
    _kept("2025"), _kept("2026")
    assert (find_list("赤山市").stem, find_list("赤山市@2025").stem) == ("2026", "2025")


def test_stored_list_is_called_by_name_and_version() -> None:
    assert load_baseline(_kept("2025")).name == "赤山市@2025"


def test_unknown_list_is_refused_with_those_there_are() -> None:
    _kept("2025")
    with pytest.raises(BaselineError, match="赤山市@2025"):
        find_list("白河市")


@pytest.mark.parametrize("name", ["../外面", "", ".藏", "甲 乙"])
def test_name_that_leaves_the_folder_is_refused(name: str) -> None:
    with pytest.raises(BaselineError):
        place_of(name, "2025")


def test_damaged_list_is_a_baseline_error() -> None:
    path = _kept("2025")
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(BaselineError):
        read_items(path)
