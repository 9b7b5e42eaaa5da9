"""The one word pipeline: spaCy over jieba, with our lexicon's words instead of jieba's dictionary.

Costs about 1.5 s when first used (spaCy's import): known terms are matched on characters, and only names that stay
doubtful come here (docs/decisions). jieba's own dictionary is not loaded: 0.8 s and 100 MB for words that papers' names
do not need; what our words do not hold jieba cuts by its hidden Markov model.
"""

import warnings
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Vocabulary = frozenset[str]
# A word of the lexicon must win against cutting it into its characters, whatever their number.
_OFTEN = 1000


def words(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """``性别鉴定证明`` -> ``("性别", "鉴定", "证明")``; no blanks, every character of ``text`` else is in one word."""
    return tuple(token.text for token in pipeline(vocabulary)(text) if not token.is_space)


@cache
def pipeline(vocabulary: Vocabulary) -> "Language":
    """A blank Chinese pipeline that cuts with jieba and the words of ``vocabulary``."""
    import spacy

    language = spacy.blank("zh")
    language.tokenizer = _Cutter(language.vocab, _frequencies(vocabulary))
    return language


class _Cutter:
    """spaCy's own jieba segmenter would load the big dictionary; this one takes ours."""

    def __init__(self, vocab: "Vocab", frequencies: Mapping[str, int]) -> None:
        with warnings.catch_warnings():
            # jieba imports pkg_resources, which warns of its own end.
            warnings.simplefilter("ignore")
            from jieba import Tokenizer

        self._vocab = vocab
        self._jieba = Tokenizer()
        # Set here and not read from a file: jieba would leave a cache file in the temporary folder.
        self._jieba.FREQ = dict(frequencies)
        self._jieba.total = sum(frequencies.values())
        self._jieba.initialized = True

    def __call__(self, text: str) -> "Doc":
        from spacy.tokens import Doc

        found = [word for word in self._jieba.cut(text) if word]
        return Doc(self._vocab, words=found, spaces=[False] * len(found))


def _frequencies(vocabulary: Vocabulary) -> dict[str, int]:
    """jieba's prefix dictionary: every word with its weight, every beginning of a word with 0."""
    found: dict[str, int] = {}
    for word in sorted(vocabulary):
        found[word] = _OFTEN * len(word) ** 2
        for end in range(1, len(word)):
            found.setdefault(word[:end], 0)
    return found
