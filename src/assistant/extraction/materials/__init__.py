"""Materials (申请材料) of a guide: from lines, tables and running text to single documents."""

from assistant.extraction.materials.collect import find_materials

__all__ = ["find_materials"]
