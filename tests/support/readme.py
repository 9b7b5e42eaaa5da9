"""The report that the README shows, as the program writes it today.

    PYTHONPATH=src .venv/bin/python tests/support/readme.py

puts it into README.md anew.
"""

import re
from datetime import date
from pathlib import Path

from assistant.export.text import report
from assistant.knowledge import load_knowledge
from assistant.reading import read_file
from assistant.review import review_document

ROOT = Path(__file__).parents[2]
# The block of code that begins with the report's head
_SHOWN = re.compile(r"(?<=```\n)高龄津贴\.docx · .*?(?=```\n)", re.DOTALL)


def shown(readme: str) -> str:
    found = _SHOWN.search(readme)
    assert found is not None, "the README shows no report"
    return found[0]


def written() -> str:
    """The evaluator in Python gives the same findings everywhere; which one judged is not for the README."""
    document = read_file(ROOT / "corpus/guides/高龄津贴/高龄津贴.docx")
    text = report(review_document(document, date(2026, 11, 24), load_knowledge(engine="reference")), 80, False)
    return text.partition("\n需要人看一眼的地方")[0]


if __name__ == "__main__":
    path = ROOT / "README.md"
    path.write_text(_SHOWN.sub(lambda _: written(), path.read_text("utf-8")), "utf-8")
