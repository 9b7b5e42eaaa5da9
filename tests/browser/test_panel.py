"""The panel alone, in a frame beside an editor."""

from collections.abc import Callable

from browsing import NARROW, until
from playwright.sync_api import FrameLocator, Page, expect

Open = Callable[..., Page]


def opened(open_page: Open) -> tuple[Page, FrameLocator]:
    page = open_page("/panel/demo")
    panel = page.frame_locator("#panel")
    panel.locator("#panel[data-ready]").wait_for()
    return page, panel


def card(panel: FrameLocator, title: str) -> FrameLocator:
    return panel.locator("#pane-findings .finding").filter(has=panel.locator(".title", has_text=title))  # type: ignore[return-value]


def test_a_card_selects_its_words_in_the_editor(open_page: Open) -> None:
    page, panel = opened(open_page)
    card(panel, "健在证明").locator(".jump").click()
    until(page, "getSelection().toString() === '健在证明'")


def test_accepting_takes_the_line_out_of_the_editor(open_page: Open) -> None:
    page, panel = opened(open_page)
    card(panel, "健在证明").locator('[data-act="accept"]').click()
    expect(page.locator("#editor")).not_to_contain_text("健在证明")
    expect(page.locator("#editor p")).to_have_count(9)
    expect(panel.locator(".counter .main dd")).to_contain_text("3")


def test_typing_in_the_editor_refreshes_the_panel(open_page: Open) -> None:
    page, panel = opened(open_page)
    page.locator("#editor p").last.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("5. 无犯罪记录证明")
    expect(card(panel, "无犯罪记录证明").locator(".jump")).to_be_visible()


def test_what_is_kept_with_a_reason_stays_kept_while_one_types(open_page: Open) -> None:
    page, panel = opened(open_page)
    card(panel, "健在证明").locator('[data-act="keep"]').click()
    page.keyboard.type("上级要求")
    card(panel, "健在证明").locator("form .primary").click()
    page.locator("#editor p").first.click()
    page.keyboard.type("本县")
    expect(card(panel, "健在证明").locator(".kept")).to_contain_text("上级要求")


def test_a_panel_without_an_editor_says_what_it_is_for(open_page: Open) -> None:
    page = open_page("/panel", NARROW)
    expect(page.locator(".empty")).to_contain_text("放在编辑器旁边")
