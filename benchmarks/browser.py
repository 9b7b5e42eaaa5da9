"""What a clerk waits for, measured in Chromium: python benchmarks/browser.py [--edits 40]

Prints p50 and p95 of the panel's refresh after an edit of one paragraph in a guide of 10,000 characters (with the
pause before the text is sent, the request, the drawing), and the time from choosing a .docx of about 20 pages to a
panel that can be used. Needs the dev and server dependencies and Debian's chromium.
"""

import argparse
import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests/support"))

from browsing import DESK, browsing, chromium, serving
from docx import Document
from playwright.sync_api import FilePayload, Page

LINES = (
    "受理条件",
    "具有本县户籍且在本县连续居住满一年，年满八十周岁，未享受同类补贴的老年人，可以由本人或者其代理人提出申请。",
    "设定依据",
    "《中华人民共和国老年人权益保障法》第三十三条、《中华人民共和国行政许可法》第三十条。",
    "申请材料",
    "1. 高龄津贴申请表原件1份",
    "2. 居民身份证复印件1份",
    "3. 居民户口簿复印件1份",
    "4. 居住证明（村民委员会盖章）",
    "5. 健在证明原件1份",
    "办理流程",
    "1. 受理：窗口收到申请后当场审查材料，材料不齐的一次性告知需要补正的全部内容，收到即出具受理凭证。",
    "2. 审核：经办人对申请人的年龄和居住情况进行核对，必要时入户了解情况，并填写审核意见，二个工作日。",
    "3. 决定：负责人签发决定，十个工作日，决定书送达申请人并在本单位公示栏公示，公示期满没有异议的发放津贴。",
    "办理时限",
    "法定时限20个工作日，承诺时限15个工作日。",
)
QUESTION = "老人在外地居住的，怎样办理？"
ANSWER = "可以由子女或者其他亲属代为申请，也可以在居住地的窗口提出，由窗口转到户籍所在地办理，不必来回奔波。"
# From a key to the panel: stamps when the key comes and when the review of that text has been drawn.
WATCH = """() => {
  window.times = [];
  const bench = document.getElementById("workbench");
  document.querySelector(".plain").addEventListener("input", () => (window.begun = performance.now()));
  new MutationObserver(() => {
    const asked = performance.getEntriesByType("resource").filter((each) => each.name.endsWith("/text")).at(-1);
    window.times.push([performance.now() - window.begun, asked.responseEnd - asked.startTime]);
    performance.clearResourceTimings();
  }).observe(bench, { attributeFilter: ["data-version"] });
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=40)
    edits = parser.parse_args().edits
    program = chromium()
    if program is None:
        sys.exit("Chromium is missing: apt-get install chromium")
    with tempfile.TemporaryDirectory() as data, serving(Path(data)) as served, browsing(program) as browser:
        page = browser.new_page(base_url=served.address, viewport=DESK)
        page.set_default_timeout(120_000)
        _edit(page, "one guide", _guide(10_000), edits)
        _edit(page, "many guides", _many(10_000), edits)
        _upload(page)


def _edit(page: Page, what: str, text: str, edits: int) -> None:
    page.goto("/new")
    page.locator("#text").fill(text)
    page.locator("#new .primary").click()
    page.locator("#workbench[data-ready]").wait_for()
    page.locator("#edit").click()
    page.evaluate(WATCH)
    _caret(page, text.index("5. 健在证明"))
    for number in range(edits):
        page.keyboard.type(str(number % 10))
        while page.evaluate("window.times.length") <= number:
            time.sleep(0.02)
    times = page.evaluate("window.times")
    _print(f"refresh after an edit ({what}, {len(text)} characters, {edits} edits)", [whole for whole, _ in times])
    _print("  of that the request", [asked for _, asked in times])


def _caret(page: Page, offset: int) -> None:
    page.evaluate("(at) => getSelection().collapse(document.querySelector('.plain').firstChild, at)", offset)


def _guide(length: int) -> str:
    """One guide; what it asks for stands in the first lines, the rest are words about it."""
    text = "\n".join(("高龄津贴发放", *LINES, "常见问题")) + "\n"
    number = 0
    while len(text) < length:
        number += 1
        text += f"问题{number}：{QUESTION}\n答：{ANSWER}\n"
    return text


def _many(length: int) -> str:
    """Guides one after the other: as dense as a file can be."""
    text, number = "", 0
    while len(text) < length:
        number += 1
        text += "\n".join((f"高龄津贴发放（第{number}类）", *LINES)) + "\n"
    return text


def _upload(page: Page) -> None:
    times = []
    for number in range(3):
        page.goto("/")
        page.locator("#recent a").first.wait_for()
        begun = time.perf_counter()
        page.locator("#files").set_input_files(_twenty_pages(number))
        page.locator("#workbench[data-ready]").wait_for()
        times.append((time.perf_counter() - begun) * 1000)
    _print("a .docx of 20 pages, from choosing it to a usable panel (3 files)", times)


def _twenty_pages(number: int) -> FilePayload:
    """Twenty guides of a page each; ``number`` makes the file another one."""
    word = Document()
    for page in range(20):
        word.add_heading(f"高龄津贴发放（第{number}-{page}类）", 1)
        for line in LINES * 2:
            word.add_paragraph(line)
        word.add_page_break()
    written = io.BytesIO()
    word.save(written)
    return {"name": f"二十页{number}.docx", "mimeType": "application/octet-stream", "buffer": written.getvalue()}


def _print(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    worst = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(f"{name}: p50 {statistics.median(ordered):.0f} ms, p95 {worst:.0f} ms")


if __name__ == "__main__":
    main()
