"""Where a token is asked for nobody comes in without it."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote

import pytest
from browsing import Served, serving
from playwright.sync_api import Browser, FrameLocator, Page, expect


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


# An editor on another site: the panel has no cookie there, only what stands behind its "#".
_EDITOR = """<!doctype html><script>
addEventListener("message", (event) => {
  if (event.data.call !== "paragraphs") return;
  const line = (text) => ({ text, level: null, table: null });
  const result = ["高龄津贴办事指南", "事项名称：高龄津贴", "申请材料", "1.村委会出具的健在证明"].map(line);
  event.source.postMessage({ jianzheng: 1, id: event.data.id, result }, "*");
});
</script><iframe src="%s/panel#%s" width="400" height="600"></iframe>"""


class _Editor(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        address, _, behind = unquote(self.path[1:]).partition("#")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((_EDITOR % (address, behind)).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture
def editor() -> Iterator[str]:
    """Really served: a page out of a test's hands counts as a public one, which may not embed what is on loopback."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Editor) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def embedded(page: Page, editor: str, guarded: Served, behind: str) -> FrameLocator:
    page.goto(f"{editor}/{quote(f'{guarded.address}#{behind}', safe='')}")
    return page.frame_locator("iframe")


def test_an_embedded_panel_needs_the_token_in_its_address_alone(page: Page, editor: str, guarded: Served) -> None:
    panel = embedded(page, editor, guarded, f"token={guarded.token}")
    expect(panel.locator(".finding").first).to_be_visible(timeout=60_000)  # its first request


def test_an_embedded_panel_without_a_token_says_so(page: Page, editor: str, guarded: Served) -> None:
    expect(embedded(page, editor, guarded, "").locator("[role=alert]")).to_contain_text("需要口令")
    expect(embedded(page, editor, guarded, "token=wrong").locator("[role=alert]")).to_contain_text("口令不对")
