"""Names of WordprocessingML elements, spelled out once so that hot loops compare plain strings."""

from assistant.office.names import MC_URI, W_URI

_W = "{" + W_URI + "}"
_MC = "{" + MC_URI + "}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

P, R, T, TBL, TR, TC = _W + "p", _W + "r", _W + "t", _W + "tbl", _W + "tr", _W + "tc"
PPR, RPR, TRPR, TCPR, SDTPR = _W + "pPr", _W + "rPr", _W + "trPr", _W + "tcPr", _W + "sdtPr"
PSTYLE, NUMPR, NUMID, ILVL, OUTLINE = (
    _W + "pStyle",
    _W + "numPr",
    _W + "numId",
    _W + "ilvl",
    _W + "outlineLvl",
)
B, VANISH, VAL = _W + "b", _W + "vanish", _W + "val"
TAB, BR, CR, SYM, CHAR = _W + "tab", _W + "br", _W + "cr", _W + "sym", _W + "char"
HYPHEN, RUBY, RUBY_BASE = _W + "noBreakHyphen", _W + "ruby", _W + "rubyBase"
DEL, MOVE_FROM = _W + "del", _W + "moveFrom"
SDT, SDT_CONTENT, GALLERY, PLACEHOLDER = (
    _W + "sdt",
    _W + "sdtContent",
    _W + "docPartGallery",
    _W + "showingPlcHdr",
)
GRID_SPAN, VMERGE, GRID_BEFORE = _W + "gridSpan", _W + "vMerge", _W + "gridBefore"
TXBX = _W + "txbxContent"
FOOTNOTE_REF, ENDNOTE_REF = _W + "footnoteReference", _W + "endnoteReference"
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
