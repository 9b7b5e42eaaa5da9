"""减证: reads a government service guide and says which materials can go, on which ground."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.model.review import Review
    from assistant.review import review_bytes, review_file

__all__ = ["Review", "__version__", "review_bytes", "review_file"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # Lazy: `jianzheng --help` imports this package and must not pull in the whole pipeline.
    if name == "Review":
        from assistant.model.review import Review

        return Review
    if name in ("review_bytes", "review_file"):
        from assistant import review

        return getattr(review, name)
    raise AttributeError(name)
