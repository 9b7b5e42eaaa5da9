"""Names of WordprocessingML elements, spelled out once so that hot loops compare plain strings."""

from assistant.office.names import MC_URI, W_URI

_W = "{" + W_URI + "}"
_MC = "{" + MC_URI + "}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

P, R, T, TBL, TR, TC = _W + "p", _W + "r", _W + "t", _W + "tbl", _W + "tr", _W + "tc"
PPR, RPR, TRPR, TCPR, SDTPR = _W + "pPr", _W + "rPr", _W + "trPr", _W + "tcPr", _W + "sdtPr"
PSTYLE, RSTYLE, NUMPR, NUMID, ILVL, OUTLINE = (
    _W + "pStyle",
    _W + "rStyle",
    _W + "numPr",
    _W + "numId",
    _W + "ilvl",
    _W + "outlineLvl",
)
B, VANISH, VAL = _W + "b", _W + "vanish", _W + "val"
TAB, BR, CR, SYM, CHAR = _W + "tab", _W + "br", _W + "cr", _W + "sym", _W + "char"
HYPHEN, RUBY, RUBY_BASE = _W + "noBreakHyphen", _W + "ruby", _W + "rubyBase"
INS, DEL, MOVE_FROM = _W + "ins", _W + "del", _W + "moveFrom"
DEL_TEXT, INSTRUCTION = _W + "delText", _W + "instrText"
SDT, SDT_CONTENT, GALLERY, PLACEHOLDER = (
    _W + "sdt",
    _W + "sdtContent",
    _W + "docPartGallery",
    _W + "showingPlcHdr",
)
GRID_SPAN, VMERGE, GRID_BEFORE = _W + "gridSpan", _W + "vMerge", _W + "gridBefore"
TXBX = _W + "txbxContent"
DRAWING, PICT, OBJECT = _W + "drawing", _W + "pict", _W + "object"
FOOTNOTE_REF, ENDNOTE_REF, NOTE_ID = _W + "footnoteReference", _W + "endnoteReference", _W + "id"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
MATH_TEXT = _M + "t"
MATH = frozenset((_M + "oMath", _M + "oMathPara"))
BODY = _W + "body"

# What only wraps content and is looked through.
WRAPPERS = frozenset(
    _W + name
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "customXml", "sdtContent", "dir", "bdo")
)


def w(name: str) -> str:
    return _W + name
