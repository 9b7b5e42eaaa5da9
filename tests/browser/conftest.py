"""One server and one browser for all tests here; every page of every test is witnessed."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from browsing import DESK, Served, Witness, browsing, chromium, serving
from playwright.sync_api import Browser, Page, ViewportSize, expect

Open = Callable[..., Page]
expect.set_options(timeout=15_000)  # a machine that does other things too


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None and os.environ.get("CI") != "true":
        pytest.skip("no Chromium on this machine")
    assert program is not None, "CI must have Chromium"
    with browsing(program) as browser:
        yield browser


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("data")) as served:
        yield served


@pytest.fixture
def witness(served: Served) -> Iterator[Witness]:
    """In the end no page may have asked a stranger or made the browser complain."""
    witness = Witness(urlsplit(served.address).netloc)
    yield witness
    assert witness.strangers == []
    assert witness.faults == []


@pytest.fixture
def open_page(browser: Browser, served: Served, witness: Witness) -> Iterator[Open]:
    """Opens pages of the server."""
    pages: list[Page] = []

    def opening(path: str, size: ViewportSize = DESK) -> Page:
        page = browser.new_page(viewport=size, locale="zh-CN", base_url=served.address)
        page.set_default_timeout(15_000)
        witness.watch(page)
        pages.append(page)
        page.goto(path)
        return page

    yield opening
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def guides(root: Path) -> Path:
    return root / "corpus/guides"


@pytest.fixture(scope="session")
def uploaded(served: Served, guides: Path) -> Callable[[str], str]:
    """The address of a sample's review, for tests that only look at it: uploaded once."""

    @cache
    def uploading(sample: str) -> str:
        with httpx.Client(base_url=served.address, timeout=60) as client:
            data = (guides / sample).read_bytes()
            sent = client.post(
                "/api/v1/documents", files={"files": (Path(sample).name, data)}, data={"department": "只看"}
            )
            return f"/documents/{sent.json()['documents'][0]}"

    return uploading


@pytest.fixture
def looked_at(open_page: Open, uploaded: Callable[[str], str]) -> Open:
    def looking(sample: str, size: ViewportSize = DESK) -> Page:
        page = open_page(uploaded(sample), size)
        page.locator("#workbench[data-ready]").wait_for()
        return page

    return looking


@pytest.fixture
def reviewed(open_page: Open, guides: Path, request: pytest.FixtureRequest) -> Open:
    """Uploads a sample by its path below corpus/guides and waits for its review.

    Each test is a department of its own: decisions hold for all guides of an item within one.
    """

    def reviewing(sample: str, size: ViewportSize = DESK) -> Page:
        page = open_page("/", size)
        page.locator("#department").fill(request.node.name)
        page.locator("#files").set_input_files(guides / sample)
        page.wait_for_url("**/documents/*")
        page.locator("#workbench[data-ready]").wait_for()
        return page

    return reviewing
