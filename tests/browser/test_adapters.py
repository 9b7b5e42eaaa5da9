"""The contract of the panel's adapters: ours keep it, and planted faults are caught."""

from pathlib import Path
from typing import Any

import pytest
from browsing import Served, until
from playwright.sync_api import Browser, Page

Outcome = list[dict[str, Any]]

# What is wrong with an adapter, and a rule of the contract that must notice.
FAULTS = {
    "quote-unread": "remove is refused when the words are others now",
    "one-off": "select selects the quote and nothing else",
    "paragraph-before": "select finds the second of two equal lines",
    "first-equal-line": "select finds the second of two equal lines",
    "looked-for-elsewhere": "remove is refused when the words have moved",
    "whole-paragraph": "remove takes out the quote and nothing else",
    "cell-for-row": "removeRow takes out the whole row and no other",
    "row-or-paragraph": "removeRow outside of a table is refused",
    "added-not-replaced": "replace puts the words in the place of the quote",
    "comment-in-text": "comment leaves the text and keeps quote and words",
    "comment-lost": "comment leaves the text and keeps quote and words",
    "silent-refusal": "comment is refused one character beside the quote",
    "plain-error": "select is refused behind the last paragraph",
    "cells-as-paragraphs": "paragraphs are all texts in order, cells with their table, row and column",
    "changes-untold": "onChange tells of what a user types, until it is ended",
    "never-ends": "onChange tells of what a user types, until it is ended",
}


@pytest.fixture(scope="module")
def bench(browser: Browser, served: Served) -> Page:
    """A page of the server with the test bench of adapters in it."""
    page = browser.new_page(base_url=served.address)
    page.goto("/login")
    script = (Path(__file__).parent / "adapters.js").read_text("utf-8")
    page.route("**/adapters.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.add_script_tag(url="/adapters.js", type="module")
    until(page, "Boolean(window.bench)")
    return page


def kept(outcome: Outcome) -> list[str]:
    return [f"{each['name']}: {each['fault']}" for each in outcome if each["fault"]]


@pytest.mark.parametrize("adapter", ["plain", "message"])
def test_our_adapters_keep_the_contract(bench: Page, adapter: str) -> None:
    outcome = bench.evaluate("(name) => bench.check(name)", adapter)
    assert len(outcome) > 25
    assert kept(outcome) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_the_contract_notices_a_planted_fault(bench: Page, fault: str) -> None:
    broken = {each["name"] for each in bench.evaluate("(name) => bench.checkFaulty(name)", fault) if each["fault"]}
    assert FAULTS[fault] in broken


def test_messages_of_another_window_are_not_heard(bench: Page) -> None:
    assert bench.evaluate("() => bench.strangerHeard()") is False
