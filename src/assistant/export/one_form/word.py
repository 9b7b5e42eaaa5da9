"""The one form as a fillable Word document in the official look; with answers it is the sample."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from assistant.export.official_docx import add_paragraph, add_title, official, saved
from assistant.export.one_form.controls import control
from assistant.export.one_form.rows import Line, asked, column_name, lines, list_name, merged
from assistant.model.plan import OneForm, OneFormField

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
# of the text's 16.6 cm, in twentieths of a point: label, answer, label, answer
_GRID = (2000, 2700, 2000, 2700)
_WIDTH = sum(_GRID)
_SIZE = '<w:sz w:val="21"/><w:szCs w:val="21"/>'  # 五号
_LIST_ROWS = 3
_CELL = "FormCell"
_SAMPLE = "样　例（内容均为虚构，仅供填写参考）"
_NOTE = "带 * 的栏目必填；灰字处点击即可填写或选择；括号中注明可带出的，授权后由系统预填，只需核对。"


def write(form: OneForm, answers: Mapping[str, str]) -> bytes:
    """``answers`` by key; without any the form is empty."""
    word = official(form.title)
    page = word.sections[0]
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin = page.bottom_margin = Cm(2.5)
    _cell_style(word)
    title = add_title(word, form.title + ("（样表）" if answers else ""))
    title.paragraph_format.space_after = Pt(6)
    _small(word, _SAMPLE if answers else _NOTE)
    body = word.element.body
    table = parse_xml(_table(form, answers))
    body.insert(list(body).index(body.find(qn("w:sectPr"))), table)
    _small(word, merged(form))
    return saved(word)


def _cell_style(word: Word) -> None:
    """LibreOffice looks at the paragraph's style alone for the size of a text control."""
    style = word.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    style.font.size = Pt(10.5)
    style.paragraph_format.line_spacing_rule, style.paragraph_format.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(14)


def _small(word: Word, words: str) -> None:
    paragraph = add_paragraph(word, words, indent=False)
    paragraph.paragraph_format.line_spacing = 1.2
    for run in paragraph.runs:
        run.font.size = Pt(10.5)


def _table(form: OneForm, answers: Mapping[str, str]) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
        for side, size in (("top", 8), ("left", 8), ("bottom", 8), ("right", 8), ("insideH", 4), ("insideV", 4))
    )
    rows = "".join(
        _heading(section, fields) + "".join(_line(line, answers) for line in lines(fields))
        for section, fields in form.sections()
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _GRID)
    return (
        f'<w:tbl {_NAMES}><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _heading(section: str, fields: Sequence[OneFormField]) -> str:
    items = sorted({item for field in fields for item in field.items})
    words = f"{section}（{'、'.join(items)}）" if items and all(field.items for field in fields) else section
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7ECF3"/>'
    look = '<w:rFonts w:ascii="黑体" w:eastAsia="黑体" w:hAnsi="黑体"/>'
    # A heading stays with the line below it.
    return _row(_cell(_WIDTH, 4, _text(words, look), shade, centred=True, keep="<w:keepNext/>"))


def _line(line: Line, answers: Mapping[str, str]) -> str:
    if line.columns:
        return _list(line.fields, answers)
    cells = ""
    for field in line.fields:
        label, answer = _GRID[:2]
        span = 1 if len(line.fields) > 1 else 3
        width = answer if span == 1 else answer + label + answer
        cells += _cell(label, 1, _text(_label(field)), centred=True)
        cells += _cell(width, span, control(field, answers.get(field.key)))
    tall = 1000 if line.fields[0].type in ("long_text", "signature") else 480
    return _row(cells, tall)


def _label(field: OneFormField) -> str:
    return f"* {field.label}" if field.required and asked(field) else field.label


def _list(columns: Sequence[OneFormField], answers: Mapping[str, str]) -> str:
    """A table of its own in one cell: four columns of the form do not fit any list."""
    width = (_WIDTH - 220) // len(columns)
    head = _row("".join(_cell(width, 1, _text(column_name(column)), centred=True) for column in columns))
    rows = "".join(
        _row("".join(_cell(width, 1, control(each, _listed(each, answers, n), n)) for each in columns))
        for n in range(1, _LIST_ROWS + 1)
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = f'<w:gridCol w:w="{width}"/>' * len(columns)
    inner = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * len(columns)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{head}{rows}</w:tbl>"
    )
    wide = f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTH}" w:type="dxa"/><w:gridSpan w:val="4"/></w:tcPr>'
    name = list_name(columns[0])
    title = f"{'' if name.startswith('form-') else name}（每行一项，可增加行）"
    # Word wants a paragraph behind an inner table.
    end = '<w:p><w:pPr><w:spacing w:line="60" w:lineRule="exact"/></w:pPr></w:p>'
    return f"<w:tr>{wide}{_paragraph(_text(title), centred=False)}{inner}{end}</w:tc></w:tr>"


def _listed(field: OneFormField, answers: Mapping[str, str], row: int) -> str | None:
    """The sample fills the first row alone."""
    if not answers:
        return None
    return answers.get(field.key) if row == 1 else ""


def _row(cells: str, height: int = 480) -> str:
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>'


def _cell(width: int, span: int, content: str, more: str = "", centred: bool = False, keep: str = "") -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{more}<w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(content, centred, keep)}</w:tc>"
    )


def _paragraph(content: str, centred: bool, keep: str = "") -> str:
    side = '<w:jc w:val="center"/>' if centred else '<w:jc w:val="left"/>'
    content = content.replace("</w:rPr>", _SIZE + "</w:rPr>")
    return f'<w:p><w:pPr><w:pStyle w:val="{_CELL}"/>{keep}{side}</w:pPr>{content}</w:p>'


def _text(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
