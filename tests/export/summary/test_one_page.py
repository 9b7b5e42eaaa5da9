"""LibreOffice lays the sheet out on one page, however many items there are."""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from assistant.drafting.counted import counted
from assistant.export import Extras
from assistant.export.summary import summary
from assistant.export.summary.figures import about
from assistant.model.finding import Category
from assistant.model.overview import Tally
from assistant.model.review import Review
from assistant.planning.overview import overview

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)


@needs_libreoffice
def test_many_items_and_reasons_fit_on_one_page(review: Review, tmp_path: Path) -> None:
    item = counted(review, Extras()).items[0]
    many = [replace(item, item_name=f"很长的事项名称{n}" * 3, materials=Tally(40, n, n, n)) for n in range(30)]
    categories: tuple[Category, ...] = (
        "odd_proof",
        "catch_all",
        "duplicate",
        "circular",
        "no_basis",
        "online_check",
        "commitment",
    )
    why = [tuple((category, "很长的材料名称" * 4) for category in categories)] * 3
    path = tmp_path / "对比.docx"
    path.write_bytes(summary(overview(many), why, about(many, date(2026, 11, 25))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert len(pypdfium2.PdfDocument(tmp_path / "对比.pdf")) == 1
