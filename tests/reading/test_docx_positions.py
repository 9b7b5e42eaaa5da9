import io
import zipfile

from assistant.reading.docx_positions import run_starts

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def packed(body: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return made.getvalue()


def test_runs_begin_behind_the_characters_of_those_before_them() -> None:
    starts = run_starts(packed("<w:p><w:r><w:t>一二</w:t></w:r><w:r><w:t>三</w:t></w:r></w:p>"), "a.docx")
    assert dict(starts) == {(0, 0): [0, 1], (0, 1): [2]}


def test_a_tab_is_a_character_of_the_run_but_no_text() -> None:
    starts = run_starts(packed("<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r></w:p>"), "a.docx")
    assert starts[0, 0] == [0, -1, 1]


def test_deleted_words_count_nothing() -> None:
    body = "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>新</w:t></w:r></w:p>"
    assert run_starts(packed(body), "a.docx")[0, 1] == [0]
