"""Materials (申请材料) of a guide: from lines, tables and running text to single documents."""

from assistant.extraction.materials.collect import documents_in, find_materials

__all__ = ["documents_in", "find_materials"]
