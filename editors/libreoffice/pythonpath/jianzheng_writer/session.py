"""The panel's work on one document, without a window: review, jump, take up, keep, undo."""

import getpass
import json
from collections.abc import Callable
from datetime import date
from typing import Any

from jianzheng_writer.adapter import Anchor, WriterAdapter
from jianzheng_writer.cards import Card, Place, cards_of, summary
from jianzheng_writer.client import Client
from jianzheng_writer.passages import units
from jianzheng_writer.take_up import deed, remark

# Decisions travel with the document: the next review of it, on another machine too, knows them.
PROPERTY = "减证决定"


class Session:
    """``paragraphs`` and ``cards`` belong together: both are of the last answer."""

    def __init__(self, document: Any, client: Client) -> None:
        self.adapter = WriterAdapter(document)
        self.document = document
        self.client = client
        self.paragraphs: list[dict[str, Any]] = []
        self.cards: tuple[Card, ...] = ()
        self.summary = ""
        self.notices: tuple[str, ...] = ()

    def question(self) -> Callable[[], dict[str, Any]]:
        """Reads the document now (on the office's thread); what is returned asks the server and may take its time."""
        paragraphs, name, decisions = self.adapter.paragraphs(), self.document.Title or "文档", self.decisions()
        client = self.client

        def ask() -> dict[str, Any]:
            return {"paragraphs": paragraphs, **client.review(name, paragraphs, decisions)}

        return ask

    def take(self, answer: dict[str, Any]) -> None:
        self.paragraphs = answer["paragraphs"]
        self.cards = cards_of(answer)
        self.summary = summary(answer["review"])
        self.notices = tuple(notice["message"] for notice in answer["review"]["notices"])

    def select(self, card: Card) -> None:
        if card.place:
            self.adapter.select(self._anchor(card.place))

    def accept(self, card: Card) -> None:
        """Raises AnchorError when the text has changed since; then nothing happens."""
        act = deed(card, self.paragraphs)
        if act is None:
            return
        anchor = self._anchor(act.place)
        if act.kind == "comment":
            self.adapter.comment(anchor, act.text)
            self._decide(card, "cut", "")
        elif act.kind == "remove_row":
            self.adapter.remove_row(anchor)
        else:
            self.adapter.remove(anchor)

    def remark(self, card: Card) -> None:
        if card.place:
            self.adapter.comment(self._anchor(card.place), remark(card))

    def keep(self, card: Card, reason: str) -> None:
        """Raises ValueError without a reason."""
        if not reason.strip():
            raise ValueError("保留要写明理由")
        self._decide(card, "keep", reason.strip())

    def undo(self, card: Card) -> None:
        about = card.place.about if card.place else None
        self._store([each for each in self.decisions() if each["anchor"] != about])

    def decisions(self) -> list[dict[str, Any]]:
        properties = self.document.DocumentProperties.UserDefinedProperties
        if not properties.PropertySetInfo.hasPropertyByName(PROPERTY):
            return []
        try:
            rows: list[dict[str, Any]] = json.loads(properties.getPropertyValue(PROPERTY))
        except ValueError:
            return []
        return rows

    def _decide(self, card: Card, choice: str, reason: str) -> None:
        if not card.place or not card.place.about:
            return
        others = [each for each in self.decisions() if each["anchor"] != card.place.about]
        row = {"anchor": card.place.about, "choice": choice, "reason": reason}
        self._store([*others, {**row, "person": getpass.getuser(), "day": date.today().isoformat()}])

    def _store(self, rows: list[dict[str, Any]]) -> None:
        properties = self.document.DocumentProperties.UserDefinedProperties
        if properties.PropertySetInfo.hasPropertyByName(PROPERTY):
            properties.removeProperty(PROPERTY)
        properties.addProperty(PROPERTY, 128, json.dumps(rows, ensure_ascii=False))  # 128: may be removed again

    def _anchor(self, place: Place) -> Anchor:
        """Characters to the UTF-16 units that Writer counts."""
        text = self.paragraphs[place.paragraph]["text"]
        return Anchor(place.paragraph, units(text[: place.offset]), place.quote)
