"""The first page: files in, progress, what is wrong with a file."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

Open = Callable[..., Page]


def test_one_file_leads_straight_to_its_review(reviewed: Open) -> None:
    page = reviewed("教师资格认定/教师资格认定.docx")
    expect(page.locator("#name")).to_have_text("教师资格认定.docx")
    expect(page.locator(".finding").first).to_be_visible()


def test_several_files_are_listed_with_what_became_of_each(open_page: Open, guides: Path) -> None:
    page = open_page("/")
    page.locator("#files").set_input_files([guides / "高龄津贴/高龄津贴.docx", guides / "结婚登记/结婚登记.txt"])
    expect(page.locator("#job-words")).to_have_text("2 个文件，看完 2 个")
    expect(page.locator("#job-files a")).to_have_count(2)


def test_a_reload_finds_the_running_job_again(open_page: Open, guides: Path) -> None:
    page = open_page("/")
    samples = sorted(guides.glob("*/*.docx")) + sorted(guides.glob("*/*.pdf"))
    page.locator("#files").set_input_files(samples)
    page.wait_for_url("**/?job=*")
    page.reload()
    expect(page.locator("#job-words")).to_contain_text(f"看完 {len(samples)} 个")


def test_a_file_that_cannot_be_read_says_why(open_page: Open) -> None:
    page = open_page("/")
    broken: FilePayload = {"name": "坏的.docx", "mimeType": "application/octet-stream", "buffer": b"\x00\x01\x02" * 100}
    page.locator("#files").set_input_files(broken)
    expect(page.locator("#job-files .tag")).to_have_text("没有读成")
    expect(page.locator("#job-files li")).to_contain_text("坏的.docx")
    expect(page.locator("#job-files .words")).not_to_contain_text("坏的.docx")  # the name stands beside it


def test_a_folder_dropped_on_the_page_is_read_to_its_bottom(open_page: Open) -> None:
    """A browser's own entries cannot be made by a test: the walk is given a tree of the same shape."""
    page = open_page("/")
    names = page.evaluate(
        """async () => {
          const file = (name) => ({ isFile: true, file: (done) => done(new File(["x"], name)) });
          const folder = (...all) => {
            const parts = [all.slice(0, 1), all.slice(1), []];
            return { isFile: false, createReader: () => ({ readEntries: (done) => done(parts.shift()) }) };
          };
          const tree = folder(file("一.txt"), folder(file("二.txt"), file("三.txt")));
          const { dropped } = await import("/static/js/upload/send.js");
          return (await dropped({ items: [{ webkitGetAsEntry: () => tree }], files: [] })).map((each) => each.name);
        }"""
    )
    assert names == ["一.txt", "二.txt", "三.txt"]


def test_a_job_is_stopped_on_request(open_page: Open, guides: Path) -> None:
    page = open_page("/")
    text = (guides / "结婚登记/结婚登记.txt").read_bytes()
    many: list[FilePayload] = [{"name": f"第{n}份.txt", "mimeType": "text/plain", "buffer": text} for n in range(400)]
    page.locator("#files").set_input_files(many)
    page.locator("#cancel").click()
    expect(page.locator("#job-title")).to_have_text("已停止")
    expect(page.locator("#job-files .tag", has_text="已停止").first).to_be_visible()


def test_a_document_is_deleted_after_asking_once_more(open_page: Open) -> None:
    page = open_page("/")
    once: FilePayload = {"name": "错传的.txt", "mimeType": "text/plain", "buffer": "申请材料\n1.身份证".encode()}
    page.locator("#files").set_input_files(once)
    page.wait_for_url("**/documents/*")
    page.goto("/")
    entry = page.locator(".entry", has_text="错传的.txt")
    entry.locator("button").click()
    expect(entry).to_contain_text("确定删除？")
    entry.locator("button").click()
    expect(entry).to_have_count(0)
