"""Pictures of every page for docs/pages, taken of a real server: python tests/support/screenshots.py

Opt-in: pictures differ a little with every version of the browser and its fonts, so no test compares them. Needs
Pillow (it comes with pdfplumber) to bring them below 150 KB.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from browsing import DESK, NARROW, browsing, chromium, serving
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs/pages"
GUIDES = ROOT / "corpus/guides"
FOLDER = (
    "教师资格认定/教师资格认定.docx",
    "食品经营许可/食品经营许可.docx",
    "最低生活保障/最低生活保障.docx",
    "临时救助/临时救助.pdf",
)
CITED = "依据《中华人民共和国行政许可法》第三十一条、《食品经营许可管理办法》第九条、《教师资格条例》第二十九条。"
DEPARTMENT = "/departments/青山县政务服务局"


def take() -> None:
    program = chromium()
    if program is None:
        sys.exit("Chromium is missing: apt-get install chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, serving(Path(data)) as served, browsing(program) as browser:
        review = _filled(browser, served.address)
        for name, path, size, act in _shots(review):
            page = browser.new_page(viewport=size, base_url=served.address, locale="zh-CN", reduced_motion="reduce")
            page.goto(path)
            page.wait_for_load_state("networkidle")
            act(page)
            page.wait_for_timeout(400)
            _save(page.screenshot(), PICTURES / f"{name}.png")
            page.close()


def _filled(browser: Browser, address: str) -> str:
    """Uploads the samples to a department; the address of the first one's review."""
    page = browser.new_page(base_url=address)
    page.goto(DEPARTMENT)
    page.locator("#files").set_input_files([GUIDES / sample for sample in FOLDER])
    page.locator("#items a").nth(len(FOLDER) - 1).wait_for(timeout=60_000)
    review = page.locator("#items a", has_text="教师资格").first.get_attribute("href")
    page.close()
    assert review is not None
    return review


def _shots(review: str) -> list[tuple[str, str, ViewportSize, Callable[[Page], None]]]:
    wide: list[tuple[str, str, ViewportSize, Callable[[Page], None]]] = [
        ("upload", "/", DESK, _still),
        ("review", review, DESK, _decided),
        ("citations", "/citations", DESK, _checked),
        ("watch", "/citations", DESK, _watched),
        ("department", DEPARTMENT, DESK, _still),
        ("panel", "/panel/demo", DESK, _selected),
        ("login", "/login", DESK, _still),
    ]
    narrow = [(f"{name}-340", path, NARROW, act) for name, path, _, act in wide if name not in ("panel", "watch")]
    return [*wide, *narrow]


def _still(page: Page) -> None:
    page.mouse.move(0, 0)


def _decided(page: Page) -> None:
    page.locator("#workbench[data-ready]").wait_for()
    for title in ("学历证书", "思想品德鉴定表"):
        card = page.locator("#pane-findings .finding", has=page.locator(".title", has_text=title)).first
        button = card.locator('[data-act="accept"]')
        if button.count():
            button.click()
            card.locator(".tag.good").wait_for()
    if page.locator(".switch").is_visible():
        page.locator('.switch [data-show="panel"]').click()
    card = page.locator("#pane-findings .finding", has=page.locator(".title", has_text="无犯罪记录证明")).first
    card.locator("summary").click()
    card.scroll_into_view_if_needed()
    if not page.locator(".switch").is_visible():
        card.locator(".jump").click()
    page.evaluate("document.getElementById('toasts').replaceChildren()")


def _checked(page: Page) -> None:
    page.locator("#text").fill(CITED)
    page.locator("#check .primary").click()
    page.locator(".cited").wait_for()


def _watched(page: Page) -> None:
    page.locator("#tab-watch").click()
    page.locator("#law").fill("食品经营许可管理办法")
    page.keyboard.press("Enter")
    page.locator("#affected table").wait_for()


def _selected(page: Page) -> None:
    panel = page.frame_locator("#panel")
    panel.locator("#pane-findings .finding", has_text="健在证明").locator(".jump").click()


def _save(picture: bytes, path: Path) -> None:
    """In 128 colours: flat pages lose nothing that a reader sees."""
    image = Image.open(io.BytesIO(picture)).convert("RGB").quantize(128)
    image.save(path, optimize=True)
    print(path.relative_to(ROOT), f"{path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    take()
