"""Where a token is asked for nobody comes in without it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Served, serving
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("guarded"), "--token") as served:
        yield served


@pytest.fixture
def page(browser: Browser, guarded: Served) -> Iterator[Page]:
    page = browser.new_page(base_url=guarded.address)
    yield page
    page.close()


def test_a_page_leads_to_the_login_and_back(page: Page, guarded: Served) -> None:
    page.goto("/citations")
    assert guarded.token is not None
    page.locator("[name=token]").fill(guarded.token)
    page.keyboard.press("Enter")
    page.wait_for_url("**/citations")
    expect(page.locator("h1")).to_have_text("依据核查台")


def test_a_wrong_token_stays_outside(page: Page) -> None:
    page.goto("/")
    page.locator("[name=token]").fill("不对的口令")
    page.keyboard.press("Enter")
    expect(page.locator(".fault")).to_contain_text("口令不对")


def test_the_login_leads_to_no_strange_site(page: Page) -> None:
    page.goto("/login?next=//evil.example/")
    expect(page.locator("[name=next]")).to_have_value("/")


def test_the_api_asks_too(page: Page, guarded: Served) -> None:
    assert page.request.get("/api/v1/documents").status == 401
    allowed = page.request.get("/api/v1/documents", headers={"Authorization": f"Bearer {guarded.token}"})
    assert allowed.status == 200


def test_a_file_goes_through_after_the_login(page: Page, guarded: Served, root: Path) -> None:
    page.goto("/")
    page.locator("[name=token]").fill(str(guarded.token))
    page.keyboard.press("Enter")
    page.locator("#recent a, #recent .empty").first.wait_for()
    page.locator("#files").set_input_files(root / "corpus/guides/高龄津贴/高龄津贴.docx")
    page.wait_for_url("**/documents/*", timeout=30_000)
    expect(page.locator(".finding").first).to_be_visible()
