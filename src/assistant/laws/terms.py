"""Words of law texts for the word index, stored parted by blanks: SQLite itself sees no Chinese words."""

import re
from functools import cache
from typing import Any

# What FTS5 can hold as a word; punctuation and 《》 are dropped.
_WORD = re.compile(r"\w+")


def index_terms(text: str) -> str:
    """Words and the shorter words inside them ("行政许可" gives 行政, 许可 and 行政许可)."""
    return " ".join(word for word in _jieba().cut_for_search(text, HMM=False) if _WORD.fullmatch(word))


def query_terms(words: str) -> str:
    """An FTS5 query that wants every word: 营业执照 变更 -> "营业执照" "变更"; "" where nothing can be asked."""
    return " ".join(f'"{word}"' for word in _jieba().cut(words, HMM=False) if _WORD.fullmatch(word))


@cache
def _jieba() -> Any:
    # 0.8 s: only an import of laws or a search pays for it.
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()
