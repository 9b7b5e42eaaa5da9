"""What people fill in comes back as decisions, also after LibreOffice has saved the workbook."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from assistant.decisions.from_workbook import read_workbook
from assistant.export import render
from assistant.model.review import Review
from assistant.review import review_bytes, settle

DAY = date(2026, 11, 25)
GUIDE = """高龄津贴发放办事指南
申请材料
1. 居民身份证
2. 健在证明
3. 无犯罪记录证明
4. 高龄津贴申请表
"""
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def found() -> Review:
    return review_bytes(GUIDE.encode(), "高龄津贴.txt", DAY)


@pytest.fixture
def book(found: Review, tmp_path: Path) -> Path:
    path = tmp_path / "清单.xlsx"
    path.write_bytes(render(found, "xlsx"))
    return path


def fill_in(path: Path, said: dict[str, tuple[str, str]]) -> None:
    """采纳 and 备注 of the materials named, as a person would type them."""
    file = openpyxl.load_workbook(path)
    for row in file["精简清单"].iter_rows(min_row=2):
        if row[2].value in said:
            row[8].value, row[9].value = said[row[2].value]
    file.save(path)


def choices(review: Review) -> dict[str, tuple[str, str]]:
    names = {material.id: material.name for guide in review.guides for material in guide.materials}
    return {names[cut.material]: (cut.decision.choice, cut.decision.reason) for cut in review.plan.cuts if cut.decision}


SAID = {"健在证明": ("采纳", "同意"), "无犯罪记录证明": ("保留", "系统未联通")}
HEARD = {"健在证明": ("cut", "同意"), "无犯罪记录证明": ("keep", "系统未联通")}


def test_an_untouched_workbook_decides_nothing(book: Path) -> None:
    assert read_workbook(book, "王一", DAY).decisions == ()


def test_choices_come_back_as_decisions_about_the_same_materials(found: Review, book: Path) -> None:
    fill_in(book, SAID)
    decisions = read_workbook(book, "王一", DAY).decisions
    anchors = {cut.anchor for cut in found.plan.cuts}
    assert {decision.anchor for decision in decisions} <= anchors
    assert choices(settle(found, decisions)) == HEARD


def test_the_workbook_of_a_decided_review_reads_back_the_same(found: Review, book: Path) -> None:
    fill_in(book, SAID)
    decided = read_workbook(book, "王一", DAY).decisions
    book.write_bytes(render(settle(found, decided), "xlsx"))
    assert set(read_workbook(book, "王一", DAY).decisions) == set(decided)


@needs_libreoffice
def test_libreoffice_keeps_choices_anchors_and_text(book: Path, tmp_path: Path) -> None:
    fill_in(book, SAID)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(tmp_path / "saved"), str(book)], check=True, capture_output=True, timeout=120)
    saved = tmp_path / "saved" / book.name
    assert read_workbook(saved, "王一", DAY) == read_workbook(book, "王一", DAY)
    assert openpyxl.load_workbook(saved)["精简清单"].data_validations.dataValidation
