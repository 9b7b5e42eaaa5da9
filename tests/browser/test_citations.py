"""The citation desk: verdicts, filter, export, law library, watch list."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import little_laws
import pytest
from browsing import Witness, serving
from playwright.sync_api import Browser, Page, expect

from assistant.laws.importing import import_source
from assistant.laws.library import open_library

Open = Callable[..., Page]
TEXT = "依据《中华人民共和国行政许可法》第三十一条、《教师资格条例》第二十九条。"


@pytest.fixture
def checked(open_page: Open) -> Page:
    page = open_page("/citations")
    page.locator("#text").fill(TEXT)
    page.locator("#check .primary").click()
    page.locator(".cited").wait_for()
    return page


def test_every_citation_has_its_verdict(checked: Page) -> None:
    assert checked.locator(".cited .tag").all_inner_texts() == ["条款存在", "没有这一条"]


def test_one_kind_of_verdict_can_be_looked_at_alone(checked: Page) -> None:
    checked.locator(".verdicts .chips button", has_text="没有这一条").click()
    expect(checked.locator(".cited > li")).to_have_count(1)


def test_without_a_law_library_the_page_says_so(checked: Page) -> None:
    expect(checked.locator(".cited .article").first).to_contain_text("没有装这部法的文本")


def test_the_result_is_exported(checked: Page) -> None:
    with checked.expect_download() as waiting:
        checked.locator('[data-format="json"]').click()
    assert json.loads(waiting.value.path().read_text("utf-8"))["schema"] == "cite/1"


def test_a_file_is_checked_like_a_text(open_page: Open, guides: Path) -> None:
    page = open_page("/citations")
    page.locator("#file").set_input_files(guides / "食品经营许可/食品经营许可.docx")
    expect(page.locator(".cited .tag.bad").first).to_be_visible()


def test_nothing_to_check_is_said_in_words(open_page: Open) -> None:
    page = open_page("/citations")
    page.locator("#check .primary").click()
    expect(page.locator("#fault")).to_contain_text("请先粘贴")


def test_a_law_is_found_by_its_name(open_page: Open, witness: Witness) -> None:
    page = open_page("/citations?law=行政许可法")
    expect(page.locator(".law h3").first).to_have_text("中华人民共和国行政许可法")
    page.locator(".law button").first.click()
    expect(page.locator(".articles").first).to_contain_text("法规库")
    witness.faults.clear()  # there is no text: the browser writes the 404 down


def test_the_watch_list_names_the_guides_that_break(looked_at: Open, open_page: Open) -> None:
    looked_at("食品经营许可/食品经营许可.docx")
    page = open_page("/citations")
    page.locator("#tab-watch").click()
    page.locator("#law").fill("食品经营许可管理办法")
    page.keyboard.press("Enter")
    expect(page.locator("#affected .tag.bad").first).to_have_text("依据失效")
    expect(page.locator("#affected a").first).to_contain_text("食品经营许可")


def lawbook(folder: Path) -> Path:
    """A law that everybody knows, in words of our own."""
    book = little_laws.lawrefbook(folder)
    words = little_laws.markdown("中华人民共和国行政许可法", ["2019年4月23日 修正"], ["第一条 这里写着第一条的话。"])
    little_laws.write(book / "行政法/行政许可法(2019-04-23).md", words)
    return book


def test_the_article_stands_beside_its_citation(browser: Browser, tmp_path: Path) -> None:
    with closing(open_library(tmp_path / "laws.sqlite")) as library:
        import_source(library, lawbook(tmp_path / "book"))
    with serving(tmp_path / "data", "--library", str(tmp_path / "laws.sqlite")) as served:
        page = browser.new_page(base_url=served.address)
        page.goto("/citations")
        page.locator("#text").fill("依据《中华人民共和国行政许可法》第一条。")
        page.locator("#check .primary").click()
        expect(page.locator(".cited .article")).to_contain_text("这里写着第一条的话。")
        page.close()
