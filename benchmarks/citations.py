"""Extract, resolve and judge distinct citations: MB a second of one core, ratio to a peer. Usage: citations.py [PYTHON]

PYTHON is the interpreter of an environment with china-law-mcp; without it only our own figures are printed.
"""

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from random import Random
from time import process_time

from assistant.extraction.citations import cite
from assistant.laws.catalogue import Row, read_rows
from assistant.laws.facts import load_facts

DAY = date(2026, 11, 23)
TAILS = ("的规定受理。", "规定的条件，当场出具凭证。", "。", "的规定，二十个工作日内作出决定。")
# The ratio to the peer depends on how much prose stands between two citations.
PROSE = "窗口当场核对材料，材料齐全的出具受理凭证，不齐的一次告知需要补正的全部内容。"
COMPARED = 300
PEER = """
import sys, time
from china_law_mcp.server import check_citations_in_text
text = open(sys.argv[1], encoding="utf-8").read()
check_citations_in_text("《公司法》第一条")
begun = time.process_time()
found = check_citations_in_text(text)
print(time.process_time() - begun, len(str(found)))
"""


def main(peer: str | None) -> None:
    begun = process_time()
    facts = load_facts()
    print(f"facts loaded in {process_time() - begun:.3f} s")
    text = guide(20_000, Random(722), [row for row in read_rows() if row.get("last_article")])
    for run in ("first run", "second run"):
        begun = process_time()
        found = cite(text, facts, DAY)
        print(
            f"{run}: {_size(text) / (process_time() - begun):.2f} MB/s, {len(found)} citations in {_size(text):.1f} MB"
        )
    if peer:
        laws = [row for row in read_rows() if row["level"] == "法律" and row.get("last_article")]
        for between in ("", PROSE):
            _against(peer, guide(COMPARED, Random(65), laws, between))


def guide(citations: int, random: Random, laws: list[Row], between: str = "") -> str:
    """A text with that many different citations, each with the sentence it stands in and ``between`` after it."""
    written: set[str] = set()
    while len(written) < citations:
        law = random.choice(laws)
        title = law.get("short", law["title"]) if random.random() < 0.5 else law["title"]
        article = random.randint(1, law["last_article"])
        written.add(
            f"《{title}》第{_chinese(article)}条{random.choice(('', '第一款', '第（二）项', '第二款第（一）项'))}"
        )
    openings = ("申请人应当符合", "设定依据：", "依据", "办理条件见")
    return "\n".join(f"{random.choice(openings)}{one}{random.choice(TAILS)}{between}" for one in sorted(written))


def _against(peer: str, text: str) -> None:
    facts = load_facts()
    cite(text, facts, DAY)
    begun = process_time()
    cite(text, facts, DAY)
    ours = process_time() - begun
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text(text, "utf-8")
        done = subprocess.run([peer, "-c", PEER, str(file)], capture_output=True, text=True, check=True)
    theirs = float(done.stdout.split()[0])
    density = f"{len(text.encode()) / COMPARED:.0f} bytes a citation"
    print(f"china-law-mcp: {_size(text) / theirs:.4f} MB/s at {density}; ours is {theirs / ours:.0f} times as fast")


def _size(text: str) -> float:
    return len(text.encode()) / 1e6


def _chinese(number: int) -> str:
    digits, written = "零一二三四五六七八九", ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            written += (
                ("零" if written and written[-1] in "千百" and _skipped(written, name) else "") + digits[digit] + name
            )
    return written.removeprefix("一") if written.startswith("一十") else written


def _skipped(written: str, unit: str) -> bool:
    """Whether a unit was left out before this one: 一百零三."""
    order = "千百十"
    return order.index(written[-1]) + 1 < (order.index(unit) if unit else len(order))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
