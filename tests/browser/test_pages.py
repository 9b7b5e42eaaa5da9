"""What holds for every page: narrow panels, Chinese, no strangers (all pages of all tests are witnessed)."""

from collections.abc import Callable

import pytest
from browsing import NARROW, Witness
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
PATHS = ["/", "/new", "/citations", "/departments", "/departments/县民政局", "/login", "/panel"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_sticks_out_of_a_narrow_panel(open_page: Open, path: str) -> None:
    page = open_page(path, NARROW)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 340


def test_the_review_fits_a_narrow_panel(looked_at: Open) -> None:
    page = looked_at("教师资格认定/教师资格认定.docx", NARROW)
    expect(page.locator(".finding").first).to_be_visible()
    assert page.evaluate("document.querySelector('#pane-findings').scrollWidth") <= 340
    page.locator(".finding .jump").nth(1).click()
    expect(page.locator("#view")).to_be_visible()
    expect(page.locator("#panel")).to_be_hidden()


def test_what_can_be_pressed_is_high_enough_for_a_finger(looked_at: Open) -> None:
    page = looked_at("教师资格认定/教师资格认定.docx", NARROW)
    heights = page.evaluate(
        "[...document.querySelectorAll('button, .button')].map((b) => b.offsetHeight).filter(Boolean)"
    )
    assert min(heights) >= 32


def test_every_field_has_a_name(open_page: Open) -> None:
    for path in PATHS:
        page = open_page(path)
        fields = "input:not([type=hidden]):not([hidden]), textarea, select"
        assert page.evaluate(f"[...document.querySelectorAll('{fields}')].filter((f) => !f.labels.length).length") == 0


def test_a_page_that_is_not_there_says_so_in_chinese(open_page: Open, witness: Witness) -> None:
    page = open_page("/没有")
    expect(page.locator("h1")).to_have_text("没有这一页")
    witness.faults.clear()  # the browser writes every 404 down


def test_inline_scripts_do_not_run(open_page: Open, witness: Witness) -> None:
    """The policy is in force: what the witness does not see could not have happened."""
    page = open_page("/login")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in fault for fault in witness.faults)
    witness.faults.clear()


def test_the_witness_sees_a_strange_request(open_page: Open, witness: Witness) -> None:
    page = open_page("/login")
    page.evaluate("fetch('http://127.0.0.1:9/').catch(() => null)")
    assert witness.strangers or witness.faults
    witness.strangers.clear()
    witness.faults.clear()
