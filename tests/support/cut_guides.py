"""Cuts texts and web pages into guides, and reads heads, steps and forms, as the pipeline does."""

from assistant.extraction.forms import find_forms
from assistant.extraction.head import read_head
from assistant.extraction.steps import find_steps
from assistant.guides import outlines
from assistant.lexicon.sections import load_sections
from assistant.lexicon.steps import load_step_words
from assistant.model.document import Document
from assistant.model.guide import Form, Head, Step
from assistant.model.outline import Outline
from assistant.reading import read_bytes, read_text


def cut(text: str) -> tuple[Outline, ...]:
    return outlines(read_text(text), load_sections())


def cut_page(body: str) -> tuple[Document, tuple[Outline, ...]]:
    """``body`` is the HTML between <body> and </body>."""
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    document = read_bytes(page.encode(), "page.html")
    return document, outlines(document, load_sections())


def head(lines: str) -> Head:
    """The head of a guide with these further lines."""
    document = read_text(f"渔船登记办事指南\n申请材料\n1.船图\n{lines}\n")
    return read_head(document, outlines(document, load_sections())[0], load_sections())


def steps(flow: str) -> tuple[Step, ...]:
    """The steps of a guide with this 办理流程."""
    document = read_text(f"渔船登记办事指南\n申请材料\n1.船图\n办理流程\n{flow}\n收费标准\n无\n")
    return find_steps(document, outlines(document, load_sections())[0], load_step_words())


def forms(text: str) -> tuple[Form, ...]:
    document = read_text(text)
    return find_forms(document, outlines(document, load_sections()))
