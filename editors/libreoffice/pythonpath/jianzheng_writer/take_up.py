"""What taking up a card does to the text: the same choice as in the browser's panel."""

from dataclasses import dataclass
from typing import Any, Literal

from jianzheng_writer.cards import Card, Place

CUTS = ("cut", "replace", "verify", "commit", "internal", "merge")
SEPARATORS = "、，,；;"
ROW_LIMIT = 120  # a cell with more words than this holds a list, not one material


@dataclass(frozen=True)
class Deed:
    """``place`` counts characters."""

    kind: Literal["remove", "remove_row", "comment"]
    place: Place
    text: str = ""


def deed(card: Card, paragraphs: list[dict[str, Any]]) -> Deed | None:
    """Materials go: their line, their row, or their words in a line that holds others. All else gets a remark."""
    place = card.place
    if place is None:
        return None
    if card.target != "material" or card.action not in CUTS:
        return Deed("comment", place, remark(card))
    here = paragraphs[place.paragraph]
    if card.alone:
        if here["table"] and not _holds_a_list(here, paragraphs):
            return Deed("remove_row", place)
        line = _line(card, place, here["text"])
        if line:
            return Deed("remove", line)
    return Deed("remove", _with_separator(place, here["text"]))


def remark(card: Card) -> str:
    instead = f"改为：{card.instead}" if card.instead else ""
    return " ".join(filter(None, (card.findings[0]["message"], instead)))


def _holds_a_list(here: dict[str, Any], paragraphs: list[dict[str, Any]]) -> bool:
    same = [each for each in paragraphs if each["table"] == here["table"]]
    return len(same) > 1 or len(here["text"]) > ROW_LIMIT


def _line(card: Card, place: Place, text: str) -> Place | None:
    """The whole entry, where its words stand in this paragraph; a number that Writer makes is none of its words."""
    number = max(0, card.before - place.offset)  # characters of the entry that the paragraph's text does not have
    words = card.entry[number:].rstrip("\n")
    start = place.offset - (card.before - number)
    return (
        Place(place.paragraph, start, words, place.about)
        if words and text[start : start + len(words)] == words
        else None
    )


def _with_separator(place: Place, text: str) -> Place:
    """甲、乙、丙 without 乙 is 甲、丙, without 丙 甲、乙."""
    end = place.offset + len(place.quote)
    if text[end : end + 1] and text[end] in SEPARATORS:
        return Place(place.paragraph, place.offset, text[place.offset : end + 1], place.about)
    if place.offset and text[place.offset - 1] in SEPARATORS:
        return Place(place.paragraph, place.offset - 1, text[place.offset - 1 : end], place.about)
    return place
