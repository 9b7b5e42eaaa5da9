"""The panel in LibreOffice Writer itself."""

import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from editors_office import Office

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def verdicts(office: Office) -> Any:
    return office.drive("writer_contract.py", str(office.adapters))


def test_the_adapter_keeps_the_whole_contract(verdicts: Any) -> None:
    assert {rule: fault for rule, fault in verdicts["WriterAdapter"].items() if fault} == {}


def test_the_contract_notices_every_planted_fault(verdicts: Any) -> None:
    faulty = {adapter: found for adapter, found in verdicts.items() if adapter != "WriterAdapter"}
    assert len(faulty) == 5
    assert [adapter for adapter, found in faulty.items() if not all(found.values())] == []


def test_a_clerk_takes_up_a_cut_and_the_row_is_a_tracked_deletion(office: Office, root: Path) -> None:
    guide, out = office.folder / "guide.docx", office.folder / "out.docx"
    shutil.copy(root / "corpus/guides/食品经营许可/食品经营许可.docx", guide)
    guide.chmod(0o666)
    seen = office.drive("writer_panel.py", str(guide), "取消 · 同意经营证明", str(out))
    assert "同意经营证明" in seen["selected"]
    assert seen["tracking"] is False
    text = zipfile.ZipFile(out).read("word/document.xml").decode()
    (row,) = re.findall(r"<w:tr>(?:(?!</w:tr>).)*<w:trPr><w:del .*?</w:tr>", text, re.DOTALL)
    assert "同意经营证明" in row
