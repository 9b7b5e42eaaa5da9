"""The lines of an article that a citation down to 款 and 项 means."""

from collections.abc import Sequence

from assistant.laws.law_text import is_item, is_subitem

Paragraph = list[str]  # the line of a 款, and those of its 项 and 目


def cited_lines(lines: Sequence[str], paragraph: int | None, item: int | None) -> tuple[str, ...]:
    """The 款 with its 项; the opening words of the 款 and the one 项 where one is named; all where neither is.

    A 项 without its 款 is looked for in the first 款 that has 项. () where the article has no such 款 or 项.
    """
    parted = _paragraphs(lines)
    if paragraph is None and item is None:
        return tuple(lines)
    if paragraph is None:
        paragraph = next((at for at, part in enumerate(parted, 1) if any(map(is_item, part))), 1)
    if paragraph > len(parted):
        return ()
    chosen = parted[paragraph - 1]
    return tuple(chosen) if item is None else _item(chosen, item)


def _paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    parted: list[Paragraph] = []
    for line in lines:
        below = parted and (is_item(line) or (is_subitem(line) and any(map(is_item, parted[-1]))))
        if below:
            parted[-1].append(line)
        else:
            parted.append([line])
    return parted


def _item(paragraph: Paragraph, item: int) -> tuple[str, ...]:
    starts = [at for at, line in enumerate(paragraph) if at and is_item(line)]
    if item > len(starts):
        return ()
    end = starts[item] if item < len(starts) else len(paragraph)
    return (paragraph[0], *paragraph[starts[item - 1] : end])
