from assistant.laws.catalogue import read_rows
from assistant.lexicon.citations import load_citation_words


def test_every_alias_means_a_document_of_the_catalogue() -> None:
    titles = {row["title"] for row in read_rows()}
    assert set(load_citation_words().aliases.values()) <= titles


def test_no_alias_is_the_title_of_another_document() -> None:
    titles = {row["title"] for row in read_rows()}
    assert not titles & set(load_citation_words().aliases)


def test_the_longest_office_is_tried_first() -> None:
    words = load_citation_words()
    assert [len(word) for word, _ in words.orders] == sorted((len(word) for word, _ in words.orders), reverse=True)
