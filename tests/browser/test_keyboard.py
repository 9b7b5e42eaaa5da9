"""Without a mouse: from the first page to a decision."""

from collections.abc import Callable
from contextlib import suppress

from browsing import until
from playwright.sync_api import FileChooser, Page, TimeoutError, expect

Open = Callable[..., Page]
TEACHER = "教师资格认定/教师资格认定.docx"


def focused(page: Page) -> str:
    """The words of what has the focus; the page as a whole has none."""
    return str(page.evaluate("document.activeElement === document.body ? '' : document.activeElement.innerText"))


def tab_to(page: Page, words: str, most: int = 40) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    raise AssertionError(f"Tab does not reach {words}")


def test_the_file_button_is_reached_and_opens_the_chooser(open_page: Open) -> None:
    page = open_page("/")
    tab_to(page, "选择文件")
    assert chooser(page).is_multiple()


def chooser(page: Page, tries: int = 3) -> FileChooser:
    """What Enter opens. A browser that is kept waiting for seconds no longer takes the key for a person's wish."""
    for _ in range(tries):
        with suppress(TimeoutError), page.expect_file_chooser(timeout=6_000) as waiting:
            page.keyboard.press("Enter")
            return waiting.value
    raise AssertionError("Enter opens no chooser")


def test_a_cut_is_accepted_and_taken_back_by_keys_alone(reviewed: Open) -> None:
    page = reviewed(TEACHER)
    tab_to(page, "居民身份证")
    tab_to(page, "采纳")
    page.keyboard.press("Enter")
    first = page.locator("#pane-findings .finding", has=page.locator(".title", has_text="居民身份证")).first
    expect(first.locator(".tag.good")).to_have_text("已采纳")
    until(page, "document.activeElement.innerText === '撤销'")
    page.keyboard.press("Enter")
    expect(first.locator('[data-act="accept"]')).to_be_visible()


def test_arrow_keys_walk_from_card_to_card(looked_at: Open) -> None:
    page = looked_at(TEACHER)
    tab_to(page, "居民身份证")
    page.keyboard.press("ArrowDown")
    assert "学历证书" in focused(page)
    page.keyboard.press("ArrowUp")
    assert "居民身份证" in focused(page)


def test_arrow_keys_change_the_tab(looked_at: Open) -> None:
    page = looked_at(TEACHER)
    page.locator("#tab-findings").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tab-citations")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#pane-citations")).to_be_visible()


def test_escape_leaves_a_reason_unwritten(looked_at: Open) -> None:
    page = looked_at(TEACHER)
    page.locator('[data-act="keep"]').first.click()
    page.keyboard.type("也许")
    page.keyboard.press("Escape")
    assert focused(page) == "保留"
    expect(page.locator(".kept")).to_have_count(0)


def test_what_has_the_focus_can_be_seen(open_page: Open) -> None:
    page = open_page("/")
    tab_to(page, "选择文件")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
