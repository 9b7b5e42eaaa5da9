import pytest

from assistant.errors import UnsupportedError
from assistant.reading import read_bytes

DATA = (
    '{"事项名称": "高龄津贴申领", 法定时限: \'20个工作日\', "code": "A1", list: [{"name": "居民身份证"}], // 注释\n'
    ' "申请材料": ["1.户口簿", "2.\\u7167片"], "html": "<p>受理条件</p><p>年满80周岁&amp;有本县户籍</p>", "份数": 2}'
)
LINES = (
    "事项名称：高龄津贴申领\n法定时限：20个工作日\n居民身份证\n"
    "申请材料：\n1.户口簿\n2.照片\n受理条件\n年满80周岁&有本县户籍\n份数：2"
)


@pytest.mark.parametrize(("before", "name"), [("", "a.json"), ("export default ", "a.js"), ("const data = ", "a.js")])
def test_data_is_read_as_keys_and_values(before: str, name: str) -> None:
    assert read_bytes((before + DATA).encode(), name).text == LINES


def test_a_page_written_by_its_script_is_read_from_the_script() -> None:
    document = read_bytes(f'<div id="app"></div><script>var data = {DATA};</script>'.encode(), "a.html")
    assert document.text == LINES
    assert "script" in [notice.code for notice in document.notices]


def test_scripts_of_a_page_that_says_something_are_left_out() -> None:
    page = f"<p>{'居民身份证、户口簿；' * 5}</p><script>var data = {DATA};</script>"
    assert "高龄津贴" not in read_bytes(page.encode(), "a.html").text


def test_a_program_without_chinese_is_refused() -> None:
    with pytest.raises(UnsupportedError, match="没有可读的中文"):
        read_bytes(b"function f(a) { return a ? 'x' : 'y' }", "a.js")


@pytest.mark.parametrize("opener", ["/*", "`", '"', "{", "'\\", "//", "<script>"])
def test_what_is_opened_and_never_closed_takes_no_time(opener: str) -> None:
    source = "var a = '居民身份证户口簿结婚证不动产权证书营业执照副本';\n" + opener * 100_000
    assert "居民身份证" in read_bytes(source.encode(), "a.js").text
