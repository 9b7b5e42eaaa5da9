"""Little Word files to mark, and reviews of them made by hand: what goes and what is wrong is said by its words."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

from assistant.model.citation import Citation
from assistant.model.decision import Anchor, Decision
from assistant.model.document import Document
from assistant.model.finding import Action, Finding, Ground, Target
from assistant.model.guide import Guide, Head
from assistant.model.material import Material
from assistant.model.plan import Counts, Cut, Plan
from assistant.model.review import Review
from assistant.model.span import Span
from assistant.reading import read_bytes

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W_URI}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
DAY = date(2026, 11, 24)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def word(body: str, namespaces: str = NAMESPACES, **parts: str) -> bytes:
    """``parts``: further parts below word/, by name without .xml."""
    return packed(f"<w:document {namespaces}><w:body>{body}</w:body></w:document>".encode(), parts)


def packed(main: bytes, parts: Mapping[str, str] | None = None) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", main)
        for name, content in (parts or {}).items():
            package.writestr(name if "/" in name else f"word/{name}.xml", content)
    return file.getvalue()


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(map(r, runs))}</w:p>"


def r(words: str) -> str:
    """A run of words; XML as it is."""
    return words if words.startswith("<") else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def row(*cells: str) -> str:
    """Cells are words, or XML of a ``w:tc``."""
    return f"<w:tr>{''.join(c if c.startswith('<') else f'<w:tc>{p(c)}</w:tc>' for c in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def reviewed(data: bytes, name: str, *cuts: str, kept: Sequence[str] = (), entry: str = "line") -> Review:
    """``cuts`` and ``kept`` are materials by their words; each cut has a finding. ``entry``: line, row or words."""
    document = read_bytes(data, name)
    places = sorted((span_of(document, words), words) for words in (*cuts, *kept))
    materials = tuple(
        Material(f"m{n}", words, words, span, _entry(document, span, entry))
        for n, (span, words) in enumerate(places, 1)
    )
    ids = {m.name: m.id for m in materials}
    findings = tuple(finding(f"x{n}", span_of(document, words), ids[words]) for n, words in enumerate(cuts, 1))
    chosen = tuple(Cut("g1", f.target.id, f.action, (f.id,), True) for f in findings)
    return review_of(document, materials, findings, chosen)


def review_of(
    document: Document,
    materials: tuple[Material, ...] = (),
    findings: tuple[Finding, ...] = (),
    cuts: tuple[Cut, ...] = (),
    citations: tuple[Citation, ...] = (),
) -> Review:
    guide = Guide("g1", Head("事项"), Span(0, len(document.text)), (), materials, citations, (), ())
    none = Counts(0, 0, 0, None)
    return Review(document, DAY, (guide,), findings, Plan(none, none, cuts, ()), ())


def finding(id: str, span: Span, target: str, action: Action = "cut", replacement: str | None = None) -> Finding:
    ground = Ground("优化营商环境条例", "国务院令第722号", "第四十四条第二款")
    return Finding(
        id, "odd-proof", "odd_proof", "warning", "g1", Target("material", target), (), action, replacement,
        f"{id}：不应要求", "本人到场即可证明", (ground,), "high", span,
    )  # fmt: skip


def keep(id: str) -> tuple[str, Decision]:
    return id, Decision(Anchor("事项", "material", "健在证明"), "keep", "上级要求", "张三", DAY)


def span_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def _entry(document: Document, span: Span, kind: str) -> Span:
    text = document.text
    if kind == "words":
        return span
    marks = "\n" if kind == "row" else "\n\t"
    start = max(text.rfind(mark, 0, span.start) for mark in marks) + 1
    end = min(found if (found := text.find(mark, span.end)) >= 0 else len(text) for mark in marks)
    return Span(start, end)
