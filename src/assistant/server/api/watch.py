"""The watch list: which of the stored guides break when a law changes."""

import json
from datetime import date
from typing import Annotated

from fastapi.responses import Response
from pydantic import StringConstraints

from assistant.server.api.calling import Caller, TheBench, api_router
from assistant.server.api.shapes import Shape
from assistant.server.bench import Bench
from assistant.server.openapi import WatchContract
from assistant.server.store.documents import StoredDocument, Who, with_citations
from assistant.server.work.citing import Watched, title_of, watch

router = api_router("法规变动")


class WatchBody(Shape):
    """law：法律名称；day：从哪一天看，默认今天（看此后的下一次修改，没有则看最近一次）。"""

    law: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    day: date | None = None


@router.post("/watch", response_model=WatchContract, summary="法规一改，哪些已存的指南须改（watch/1）")
def affected(bench: TheBench, who: Caller, body: WatchBody) -> Response:
    """每条另有 document：文件编号。"""
    title = bench.desk.ask(title_of, (body.law, bench.settings.library))
    total, documents = _citing(bench, who, title)
    rows = tuple((each.id, bench.blobs.path(each.sha256), each.name) for each in documents)
    wanted = Watched(title, body.day or date.today(), bench.settings.library, rows, total, bench.settings.lexicons)
    return Response(bench.desk.ask(watch, wanted), media_type="application/json")


def _citing(bench: Bench, who: Who, title: str) -> tuple[int, list[StoredDocument]]:
    with bench.store.reading() as connection:
        rows = with_citations(connection, who)
    return len(rows), [document for document, cited in rows if title in json.loads(cited)]
