"""How much of a file we are willing to read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sane bounds for guides; a handbook of a whole city stays well inside them.

    ``bytes`` is the file's size, ``unpacked`` that of what is inside a zip (.docx, .xlsx, .zip), ``ratio`` unpacked to
    packed above which a zip is a bomb, ``members`` the files in a .zip, ``cells`` the table cells of a file,
    ``characters`` those of the reading text, ``seconds`` what LibreOffice or text recognition may take.
    """

    bytes: int = 100 * 1024 * 1024
    unpacked: int = 400 * 1024 * 1024
    ratio: int = 200
    members: int = 2000
    pages: int = 2000
    cells: int = 1_000_000
    characters: int = 20_000_000
    seconds: float = 90.0
