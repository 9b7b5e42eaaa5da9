"""The law library: which laws there are, and what they say on a day."""

from dataclasses import asdict
from datetime import date
from typing import Annotated

from fastapi import Path, Query

from assistant.server.api.calling import TheBench, api_router
from assistant.server.api.shapes import Shape
from assistant.server.problems import Problem
from assistant.server.work.lawbook import Question, find, read

router = api_router("法规库")
Day = Annotated[date | None, Query(description="哪一天有效的文本，默认今天")]


class LawBody(Shape):
    title: str
    level: str | None
    status: str
    version: str | None
    articles: int | None
    number: str | None


class HitBody(Shape):
    title: str
    version: str
    level: str | None
    label: str
    text: str
    exact: bool


class LawsBody(Shape):
    """with_texts：装有法规库，因此也查了条文。"""

    laws: list[LawBody]
    articles: list[HitBody]
    with_texts: bool


class ArticleBody(Shape):
    label: str
    chapter: str | None
    text: str


class LawTextBody(Shape):
    """superseded：已知有更晚的修改而库中没有其文本，为其日期；没有则为空。"""

    title: str
    version: str
    superseded: str
    articles: list[ArticleBody]


@router.get("/laws", response_model=LawsBody, summary="按名称、文号或条文用语查找")
def laws(bench: TheBench, q: Annotated[str, Query(min_length=1, max_length=200)], as_of: Day = None) -> LawsBody:
    found = bench.desk.ask(find, Question(q, as_of or date.today(), bench.settings.library))
    return LawsBody(
        laws=[LawBody(**asdict(law)) for law in found.laws],
        articles=[HitBody(**asdict(hit)) for hit in found.hits],
        with_texts=found.with_texts,
    )


@router.get("/laws/{title}/articles", response_model=LawTextBody, summary="某一天有效的全文")
def articles(
    bench: TheBench, title: Annotated[str, Path(min_length=1, max_length=300)], as_of: Day = None
) -> LawTextBody:
    found = bench.desk.ask(read, Question(title, as_of or date.today(), bench.settings.library))
    if found is None:
        words = f"法规库中没有《{title}》在这一天有效的文本；请管理员用 jianzheng laws import 导入"
        raise Problem(404, "no_text", words)
    rows = [ArticleBody(label=label, chapter=chapter, text=text) for label, chapter, text in found.articles]
    return LawTextBody(title=found.title, version=found.version, superseded=found.superseded, articles=rows)
