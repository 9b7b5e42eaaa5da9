"""The program's answer to one line of a set."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.batch import Failure, run
from assistant.evaluation.sets import EvaluationSet, Line, Subject
from assistant.export.json import citation_object, review_object
from assistant.model.document import Document
from assistant.model.outline import Outline, Section
from assistant.model.review import Engine
from assistant.model.span import Span

if TYPE_CHECKING:
    from assistant.laws.texts import LawTexts

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One line for a worker. ``files`` is the folder that the paths of ``real`` lines start from."""

    subject: Subject
    line: Line
    files: Path
    library: Path | None
    engine: Engine = "auto"


def predictions(
    found: EvaluationSet, files: Path, library: Path | None, workers: int, timeout: float
) -> Iterator[tuple[str, Answer | Failure]]:
    """The id of each line with its answer, or why there is none."""
    questions = [Question(found.subject, line, files, library) for line in found.lines]
    answers = run(answer, questions, workers, timeout, lambda question: replace(question, engine="reference"))
    yield from ((line.id, found) for line, found in zip(found.lines, answers, strict=True))


def answer(question: Question) -> Answer:
    """Runs in a worker; whatever it raises costs this one line."""
    return ANSWERERS[question.subject](question)


def _citations(question: Question) -> Answer:
    from assistant.extraction.citations import cite
    from assistant.laws.facts import load_facts

    inputs = question.line.inputs
    found = cite(inputs["text"], load_facts(), _day(inputs), texts=_texts(question.library))
    return {"citations": [citation_object(c) | {"start": c.span.start, "end": c.span.end} for c in found]}


@cache
def _texts(library: Path | None) -> "LawTexts | None":
    """Opened once a worker."""
    from assistant.laws.texts import open_texts

    return open_texts(library)


def _kinds(question: Question) -> Answer:
    """A row of a list of materials, read as a guide's list is read: it may hold several."""
    from assistant.extraction.materials import find_materials
    from assistant.lexicon.kinds import load_kinds
    from assistant.lexicon.materials import load_material_words
    from assistant.matching.kinds import match_kind, match_kinds
    from assistant.reading import read_text

    written = question.line.inputs["written"]
    document = read_text(written, question.line.id)
    materials, _ = find_materials(document, _list_of(document), load_material_words())
    if not materials:
        return {"kind": match_kind(written, load_kinds()).id}
    matched = match_kinds(materials, load_kinds())
    if len(matched) == 1:
        return {"kind": matched[0].kind.id}
    return {"names": [material.name for material in matched], "kinds": [material.kind.id for material in matched]}


def _list_of(document: Document) -> Outline:
    whole = Span(0, len(document.text))
    section = Section("materials", "申请材料", whole, whole, document.blocks)
    return Outline("g1", whole, None, "", None, (section,))


def _pairs(question: Question) -> Answer:
    from assistant.lexicon.kinds import load_kinds
    from assistant.matching.pairs import relation

    inputs = question.line.inputs
    return {"relation": relation(inputs["a"], inputs["b"], load_kinds()).value}


def _guides(question: Question) -> Answer:
    from assistant.reading import read_text

    inputs = question.line.inputs
    return _reviewed(read_text(inputs["text"], question.line.id), _day(inputs), question)


def _real(question: Question) -> Answer:
    from assistant.reading import read_file

    return _reviewed(read_file(question.files / question.line.inputs["file"]), date.today(), question)


def _reviewed(document: Document, as_of: date, question: Question) -> Answer:
    from assistant.knowledge import load_knowledge
    from assistant.review import review_document

    knowledge = load_knowledge(None, question.engine, question.library)
    return {"review": review_object(review_document(document, as_of, knowledge))}


def _forms(question: Question) -> Answer:
    from assistant.lexicon.fields import load_fields
    from assistant.matching.fields import form_keys

    forms = [(form["name"], form["fields"]) for form in question.line.inputs["forms"]]
    places: dict[str, list[dict[str, int]]] = defaultdict(list)
    for index, keys in enumerate(form_keys(forms, load_fields())):
        for field, key in enumerate(keys):
            places[key].append({"form": index, "field": field})
    return {"clusters": [cluster for cluster in places.values() if len(cluster) > 1]}


def _day(inputs: Answer) -> date:
    return date.fromisoformat(inputs["as_of"]) if "as_of" in inputs else date.today()


ANSWERERS: dict[Subject, Callable[[Question], Answer]] = {
    "citations": _citations,
    "kinds": _kinds,
    "pairs": _pairs,
    "guides": _guides,
    "forms": _forms,
    "real": _real,
}
