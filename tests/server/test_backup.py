import zipfile
from pathlib import Path

import pytest
from serving import reviewed, serving

from assistant.server.backup import BackupError, back_up, restore
from assistant.server.start import StartError, claimed


def test_a_backup_made_while_the_server_works_brings_everything_back(tmp_path: Path) -> None:
    with serving(tmp_path / "old") as client:
        key = reviewed(client, department="民政局")
        client.post(f"/api/v1/documents/{key}/decisions", json={"material": "m1", "choice": "keep", "reason": "要"})
        review = client.get(f"/api/v1/documents/{key}/review").json()
        back_up(tmp_path / "old", tmp_path / "备份.zip")
    restore(tmp_path / "备份.zip", tmp_path / "new")
    with serving(tmp_path / "new") as client:
        assert client.get(f"/api/v1/documents/{key}/review").json() == review
        assert client.get(f"/api/v1/documents/{key}/file").status_code == 200


def test_a_restore_never_overwrites(tmp_path: Path) -> None:
    with serving(tmp_path / "data"):
        pass
    back_up(tmp_path / "data", tmp_path / "备份.zip")
    with pytest.raises(BackupError, match="不会覆盖"):
        restore(tmp_path / "备份.zip", tmp_path / "data")


def test_a_damaged_backup_leaves_nothing_behind(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "坏.zip", "w") as package:
        package.writestr(f"blobs/aa/{'aa' * 32}", b"something else")
    with pytest.raises(BackupError, match="已损坏"):
        restore(tmp_path / "坏.zip", tmp_path / "data")
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["lock"]


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "blobs/../../out", "other.txt"])
def test_an_archive_with_other_names_is_refused(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "别的.zip", "w") as package:
        package.writestr(name, b"x")
    with pytest.raises(BackupError, match="不是减证的备份"):
        restore(tmp_path / "别的.zip", tmp_path / "data")


def test_a_running_server_is_not_restored_over(tmp_path: Path) -> None:
    with claimed(tmp_path), pytest.raises(StartError, match="已有一个减证服务"):
        restore(tmp_path / "备份.zip", tmp_path)


def test_a_folder_without_data_says_so(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="没有减证的数据"):
        back_up(tmp_path, tmp_path / "备份.zip")
