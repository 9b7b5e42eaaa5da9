import io
import zipfile

import pytest

from assistant.errors import TooLargeError
from assistant.reading import read_bytes

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_URI = "urn:oasis:names:tc:opendocument:xmlns"


def ods(rows: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", _TYPE)
        package.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{_URI}:manifest:1.0"/>')
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{_URI}:office:1.0" xmlns:table="{_URI}:table:1.0" '
            f'xmlns:text="{_URI}:text:1.0"><office:body><office:spreadsheet><table:table table:name="s">{rows}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return file.getvalue()


def cell(words: str, repeated: int = 1) -> str:
    count = f'table:number-columns-repeated="{repeated}"'
    return f'<table:table-cell office:value-type="string" {count}><text:p>{words}</text:p></table:table-cell>'


def test_empty_rows_to_the_end_of_the_sheet_cost_nothing() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = f"<table:table-row>{cell('身份证')}{empty}</table:table-row>"
    rows += f'<table:table-row table:number-rows-repeated="1048570">{empty}</table:table-row>'
    assert read_bytes(ods(rows), "a.ods").text == "身份证"


def test_a_cell_that_stands_for_millions_is_refused_before_it_is_laid_out() -> None:
    row = f'<table:table-row table:number-rows-repeated="9000">{cell("身份证", 9000)}</table:table-row>'
    with pytest.raises(TooLargeError, match="单元格"):
        read_bytes(ods(row), "a.ods")
