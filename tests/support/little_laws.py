"""Laws of our own invention, laid out as the collections that can be imported lay theirs out."""

import sqlite3
from contextlib import closing
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

OLD = [
    "## 第一章 总则",
    "第一条 为了管好灯塔，制定本法。",
    "第二条 灯塔由灯塔局管理。",
    "灯塔局应当每年检查灯塔。",
    "## 第二章 许可",
    "第三条 设立灯塔应当取得许可，提交下列材料：",
    "（一）申请书；",
    "（二）塔址图；",
    "（三）灯塔局规定的其他材料。",
    "第四条 本法自2010年3月1日起施行。《灯船暂行办法》同时废止。",
]
NEW = [
    "## 第一章 总则",
    "第一条 为了管好灯塔，保障航行，制定本法。",
    "第二条 国家鼓励建设无人灯塔，支持灯塔用太阳能发电。",
    "第三条 灯塔由灯塔局管理。",
    "灯塔局应当每年检查灯塔。",
    "## 第二章 许可",
    "第四条 设立灯塔应当取得许可，提交下列材料：",
    "（一）申请书；",
    "（二）塔址图。",
    "第四条之一 灯塔局应当自受理之日起十日内作出决定。",
    "第五条 本法自2020年6月1日起施行。",
]
TITLE = "中华人民共和国灯塔法"
OLD_HEAD = ["2010年1月5日 第九届灯塔会议通过", "2010年3月1日 施行"]
NEW_HEAD = ["2010年1月5日 第九届灯塔会议通过", "2020年4月2日 第十届灯塔会议修订"]


def lawrefbook(folder: Path) -> Path:
    """Two versions of a law, one with its day in the file name alone, and a regulation."""
    write(folder / "行政法/灯塔法(2010-01-05).md", markdown(TITLE, OLD_HEAD, OLD))
    write(folder / "行政法/灯塔法(2020-04-02).md", markdown(TITLE, NEW_HEAD, NEW))
    order = ["2015年5月1日 中华人民共和国国务院令第999号公布"]
    write(folder / "行政法规/灯船条例(2015-05-01).md", markdown("灯船条例", order, ["第一条 灯船归灯船站管。"]))
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database:
        database.execute("CREATE TABLE category (id, name, folder)")
        database.execute("CREATE TABLE law (name, publish, valid_from, expired)")
        database.execute("INSERT INTO law VALUES ('灯塔法', '2010-01-05', '2010-03-01', 1)")
        database.execute("INSERT INTO law VALUES ('灯船条例', '2015-05-01', '2015-07-01', 0)")
        database.commit()
    return folder


def just_laws(folder: Path) -> Path:
    """A law in one file, and one in several whose order is not that of their names."""
    write(folder / "LAWS_PROGRESS.md", "# 法律收录进度\n")
    write(folder / "docs/category/social.md", "# 社会法\n\n中华人民共和国灯塔法\n")
    bold = [line.replace(" ", "**　", 1) if line.startswith("第") else line for line in NEW]
    bold = [f"**{line}" if line.startswith("第") else line for line in bold]
    write(folder / "docs/social/lighthouse-law/README.md", "\n\n".join([f"# {TITLE}", *NEW_HEAD, *bold]))
    code = folder / "docs/social/harbour-code"
    write(code / "README.md", "# 中华人民共和国港湾法典\n\n2019年1月1日港湾会议通过\n")
    write(code / "00-supplementary.md", "# 附则\n\n**第三条**　本法自2019年9月1日起施行。\n")
    write(code / "01-general.md", "# 总则\n\n**第一条**　港湾归公。\n\n**第二条**　港湾应当通畅。\n")
    return folder


def laws_db(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.execute(
            "CREATE TABLE laws (law_id, law_name, doc_type, level, issuing_body, publish_date, effective_date,"
            " version_date, status, law_department)"
        )
        database.execute("CREATE TABLE articles (id, law_id, chapter, article_no, article_text)")
        row = ("a1", TITLE, "法律", "法律", "灯塔会议", "2010-01-05", "2010-03-01", "2010-01-05", "历史版本", "行政法")
        database.execute(f"INSERT INTO laws VALUES ({', '.join('?' * 10)})", row)
        texts = ["为了管好灯塔，制定本法。", "灯塔由灯塔局管理。\n灯塔局应当每年检查灯塔。\n附件：灯塔名录"]
        for number, (label, text) in enumerate(zip(("第一条", "第二条"), texts, strict=True)):
            database.execute("INSERT INTO articles VALUES (?, 'a1', '第一章 总则', ?, ?)", (number, label, text))
        database.commit()
    return path


def flk_docx(path: Path, title: list[str], history: list[str], lines: list[str]) -> Path:
    """As the national database offers it: title and bracket centred, a table of contents, 第X条 and a wide blank."""
    word = docx.Document()
    for line in [*title, *history, "目　　录", *(line for line in lines if line.startswith("第") and "章" in line[:4])]:
        word.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in lines:
        paragraph = word.add_paragraph("　　" if "条" in line[:6] else "")
        paragraph.add_run(line[: len(line) // 2])
        paragraph.add_run(line[len(line) // 2 :])
    path.parent.mkdir(parents=True, exist_ok=True)
    word.save(str(path))
    return path


def index_csv(path: Path) -> Path:
    rows = [
        "bbbs,title,gbrq,sxrq,sxx,zdjgName,flxz",
        "x1,青山县灯塔条例,2021-02-03,2021-05-01,3,青山县人民代表大会常务委员会,地方法规",
        "x2,青山县灯船条例,2001-02-03,2001-05-01,1,青山县人民代表大会,地方法规",
        "x3,灯标条例,2026-10-01,2027-01-01,4,国务院,行政法规",
        "x4,灯塔补充规定,2005-01-01,,2,国务院,行政法规",
    ]
    return write(path, "\n".join(rows) + "\n")


def markdown(title: str, head: list[str], lines: list[str]) -> str:
    return "\n\n".join([f"# {title}", *head, "<!-- INFO END -->", *lines]) + "\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
