"""A department's folder in one go."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import FilePayload, Page, expect

Open = Callable[..., Page]
MANY = 60


@pytest.fixture
def department(open_page: Open, request: pytest.FixtureRequest) -> Page:
    return open_page(f"/departments/{quote(request.node.name)}")


def batch(guides: Path) -> bytes:
    """Sixty guides in an archive: the samples of five formats, again and again under other names."""
    formats = {".docx", ".txt", ".md", ".html", ".pdf"}
    samples = sorted(path for path in guides.glob("*/*") if path.suffix in formats and path.stem != "SOURCE")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(MANY):
            sample = samples[number % len(samples)]
            archive.writestr(f"第{number:02d}份/{sample.stem}{number:02d}{sample.suffix}", sample.read_bytes())
    return packed.getvalue()


def test_an_item_leads_to_its_review(department: Page, guides: Path) -> None:
    department.locator("#files").set_input_files(guides / "高龄津贴/高龄津贴.docx")
    department.locator("#items a").first.click()
    expect(department.locator("#name")).to_have_text("高龄津贴.docx")


def test_the_attachments_are_downloaded(department: Page, guides: Path) -> None:
    department.locator("#files").set_input_files(guides / "高龄津贴/高龄津贴.docx")
    department.locator("#items a").first.wait_for()
    department.locator("#downloads > summary").click()
    with department.expect_download() as waiting:
        department.locator('[data-format="attachments"]').click()
    assert zipfile.is_zipfile(waiting.value.path())


def test_a_decision_is_kept_when_the_guide_is_uploaded_again(department: Page, guides: Path) -> None:
    department.locator("#files").set_input_files(guides / "高龄津贴/高龄津贴.docx")
    department.locator("#items a").first.click()
    department.locator('[data-act="accept"]').first.click()
    department.locator(".done .tag.good").wait_for()
    department.go_back()
    department.locator("#files").set_input_files(guides / "高龄津贴/高龄津贴.docx")
    department.locator("#job-files a").click()
    expect(department.locator(".done .tag.good")).to_have_text("已采纳")


@pytest.fixture
def no_list(department: Page) -> Iterator[None]:
    """The list is the whole server's: it is taken away again."""
    yield
    department.request.delete("/api/v1/baseline")


@pytest.mark.usefixtures("no_list")
def test_items_are_compared_with_an_uploaded_list(department: Page, guides: Path, root: Path) -> None:
    department.locator("#files").set_input_files(guides / "高龄津贴/高龄津贴.docx")
    department.locator("#items a").first.wait_for()
    department.locator("#baseline-file").set_input_files(root / "corpus/baseline/赤山市基础事项清单.csv")
    expect(department.locator("#baseline-rows td", has_text="高龄津贴").first).to_be_visible(timeout=60_000)
    expect(department.locator("#baseline-words")).to_contain_text("赤山市基础事项清单.csv")


def test_a_department_without_guides_says_how_to_begin(department: Page) -> None:
    expect(department.locator("#items .empty")).to_contain_text("加入指南")


@pytest.mark.slow
def test_an_archive_of_sixty_guides_becomes_a_table_of_items(department: Page, guides: Path) -> None:
    archive: FilePayload = {"name": "全部指南.zip", "mimeType": "application/zip", "buffer": batch(guides)}
    department.locator("#files").set_input_files(archive)
    expect(department.locator("#job-words")).to_have_text(f"{MANY} 个文件，看完 {MANY} 个", timeout=90_000)
    department.locator("#items tbody tr").nth(MANY - 1).wait_for()
    expect(department.locator("#items tbody tr .tag.bad")).to_have_count(0)
    expect(department.locator("#goals .figure").first).to_contain_text("%")


def test_papers_that_wait_for_each_other_are_listed(department: Page) -> None:
    guide = "{0}办事指南\n事项名称：{0}\n审批结果：{1}\n申请材料\n1.居民身份证\n2.{2}\n"
    first = guide.format("歌舞厅消防验收", "消防验收合格证明", "娱乐经营许可证")
    second = guide.format("娱乐经营许可", "娱乐经营许可证", "消防验收合格证明")
    names = (("一.txt", first), ("二.txt", second))
    files: list[FilePayload] = [
        {"name": name, "mimeType": "text/plain", "buffer": words.encode()} for name, words in names
    ]
    department.locator("#files").set_input_files(files)
    rows = department.get_by_role("region", name="互为前置的材料").get_by_role("listitem")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("要“娱乐经营许可证”，这是娱乐经营许可的结果")
