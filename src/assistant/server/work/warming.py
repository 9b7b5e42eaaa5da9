"""The first thing a worker process does. Imports nothing by itself: the server's own process stays light."""


def warm() -> None:
    """Loads what every review needs, so that nobody's first review waits for it."""
    from datetime import date

    from assistant.export.json import review_text
    from assistant.knowledge import load_knowledge
    from assistant.reading import read_text
    from assistant.review import review_document

    document = read_text("办事指南\n申请材料\n1.居民身份证")
    review_text(review_document(document, date(2026, 1, 1), load_knowledge()))
