"""All of a new .docx but its words: page, styles, fonts and what names the parts."""

from assistant.office.names import RELATIONS_URI, TYPES_URI, W_URI

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FONTS = (("仿宋", "FangSong;仿宋_GB2312;STFangsong"), ("黑体", "SimHei;STHeiti"), ("宋体", "SimSun;STSong"))
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
# A4; margins of official papers, in twentieths of a point
_UPRIGHT, _TURNED = 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
_PAGE = (
    '<w:sectPr><w:pgSz {}/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" '
    'w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
)


def frame_parts() -> dict[str, str]:
    """The parts by path, without the main part."""
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations({"styles": "styles.xml", "fontTable": "fontTable.xml"}),
        "word/styles.xml": _styles(),
        "word/fontTable.xml": _fonts(),
    }


def main_xml(body: str, wide: bool) -> str:
    page = _PAGE.format(_TURNED if wide else _UPRIGHT)
    return f'{_HEAD}<w:document xmlns:w="{W_URI}"><w:body>{body}{page}</w:body></w:document>'


def _types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "fontTable": "fontTable"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_HEAD}<Types xmlns="{TYPES_URI}">{default}{xml}{overrides}</Types>'


def _relations(targets: dict[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{RELATIONS_URI}">{found}</Relationships>'


def _styles() -> str:
    spaced = '<w:spacing w:before="60" w:after="60" w:line="300" w:lineRule="auto"/>'
    plain = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    title = _style("Title", "heading 1", '<w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>', 36)
    heading = _style("Heading", "heading 2", '<w:keepNext/><w:outlineLvl w:val="1"/>', 28)
    cell = (
        '<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Table Text"/><w:pPr><w:spacing w:before="20" '
        f'w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>{_font("仿宋", 21)}</w:style>'
    )
    table = '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    sides = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
    return (
        f'{_HEAD}<w:styles xmlns:w="{W_URI}"><w:docDefaults><w:rPrDefault>{_font("仿宋", 24)}</w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spaced}</w:pPr></w:pPrDefault></w:docDefaults>{plain}{title}{heading}{cell}"
        f"{table}{sides}</w:tblBorders></w:tblPr></w:style></w:styles>"
    )


def _style(id: str, name: str, paragraph: str, half_points: int) -> str:
    head = f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>'
    return f"{head}<w:pPr>{paragraph}</w:pPr>{_font('黑体', half_points)}</w:style>"


def _font(name: str, half_points: int) -> str:
    fonts = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="Times New Roman"/>'
    return f'<w:rPr>{fonts}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'


def _fonts() -> str:
    """What stands in where a font is missing, for Windows, WPS and macOS."""
    found = "".join(f'<w:font w:name="{name}"><w:altName w:val="{others}"/></w:font>' for name, others in _FONTS)
    return f'{_HEAD}<w:fonts xmlns:w="{W_URI}">{found}</w:fonts>'
