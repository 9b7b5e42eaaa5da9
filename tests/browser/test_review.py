"""The review page: document and panel, both ways; decisions; downloads."""

import io
import zipfile
from collections.abc import Callable

from browsing import Witness, until
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]
TEACHER = "教师资格认定/教师资格认定.docx"


def card(page: Page, title: str) -> Locator:
    return page.locator("#pane-findings .finding").filter(has=page.locator(".title", has_text=title)).first


def accept(page: Page, title: str) -> None:
    card(page, title).locator('[data-act="accept"]').click()
    expect(card(page, title).locator(".tag.good")).to_have_text("已采纳")


def downloaded(page: Page, format: str) -> bytes:
    page.locator("#downloads > summary").click()
    with page.expect_download() as waiting:
        page.locator(f'[data-format="{format}"]').click()
    return waiting.value.path().read_bytes()


def painted(page: Page, name: str) -> list[str]:
    return list(page.evaluate("(name) => [...(CSS.highlights.get(name) ?? [])].map(String)", name))


def test_an_accepted_cut_is_a_tracked_deletion_in_the_downloaded_file(reviewed: Open) -> None:
    page = reviewed(TEACHER)
    accept(page, "思想品德鉴定表")
    with zipfile.ZipFile(io.BytesIO(downloaded(page, "marked"))) as package:
        written = package.read("word/document.xml").decode()
    deleted = [part.split("</w:del>")[0] for part in written.split("<w:del ")[1:]]
    assert any("思想品德鉴定表" in part for part in deleted)
    assert not any("居民身份证" in part for part in deleted)


def test_the_view_shows_an_accepted_cut_struck_out(reviewed: Open) -> None:
    page = reviewed(TEACHER)
    accept(page, "学历证书")
    expect(page.locator("#view del", has_text="学历证书")).to_be_visible()


def test_the_counter_follows_every_decision(reviewed: Open) -> None:
    page = reviewed(TEACHER)
    figure = page.locator(".counter .main dd")
    before = figure.inner_text()
    keep(page, "学历证书", "系统还没有联通")
    expect(figure).not_to_have_text(before)
    card(page, "学历证书").locator('[data-act="undo"]').click()
    expect(figure).to_have_text(before)


def keep(page: Page, title: str, reason: str) -> None:
    card(page, title).locator('[data-act="keep"]').click()
    page.keyboard.type(reason)
    card(page, title).locator("form .primary").click()


def test_keeping_wants_a_reason(reviewed: Open) -> None:
    page = reviewed(TEACHER)
    keep(page, "学历证书", "")
    expect(card(page, "学历证书").locator("form")).to_be_visible()
    card(page, "学历证书").locator("textarea").fill("系统还没有联通")
    card(page, "学历证书").locator("form .primary").click()
    expect(card(page, "学历证书").locator(".kept")).to_contain_text("系统还没有联通")


def test_a_card_jumps_to_its_place_in_the_document(looked_at: Open) -> None:
    page = looked_at(TEACHER)
    card(page, "无犯罪记录证明").locator(".jump").click()
    assert painted(page, "now") == ["派出所出具的无犯罪记录证明"]


def test_a_place_in_the_document_selects_its_card(looked_at: Open) -> None:
    page = looked_at(TEACHER)
    page.locator("#view p", has_text="派出所出具的无犯罪记录证明").click(position={"x": 40, "y": 8})
    expect(page.locator('.finding[aria-current="true"] .title')).to_have_text("无犯罪记录证明")


def test_every_kind_of_advice_can_be_looked_at_alone(looked_at: Open) -> None:
    page = looked_at(TEACHER)
    page.locator('[data-filter="cut"]').click()
    tags = page.locator(".finding .tag.act").all_inner_texts()
    assert set(tags) == {"取消"}


def test_citations_have_a_tab_with_their_verdicts(looked_at: Open) -> None:
    page = looked_at(TEACHER)
    page.locator("#tab-citations").click()
    expect(page.locator("#pane-citations .tag.bad")).to_have_text("没有这一条")


def test_a_pdf_is_pictures_with_boxes(looked_at: Open) -> None:
    page = looked_at("临时救助/临时救助.pdf")
    card(page, "家庭困难证明").locator(".jump").click()
    expect(page.locator(".sheet-page rect.now")).to_have_count(1)
    until(page, "document.querySelector('.sheet-page img').naturalWidth > 500")


def test_a_table_of_a_web_page_is_a_table(looked_at: Open) -> None:
    page = looked_at("个体工商户注销/个体工商户注销.html")
    assert painted(page, "verify") or painted(page, "cut")


def test_a_document_that_is_gone_says_so(open_page: Open, witness: Witness) -> None:
    page = open_page("/documents/0123456789abcdef")
    expect(page.locator("#view .empty")).to_contain_text("没有")
    witness.faults.clear()  # the browser writes every 404 down


def test_on_paper_every_reason_is_open_and_no_button_is_left(looked_at: Open) -> None:
    page = looked_at(TEACHER)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("#pane-findings .ground").first).to_be_visible()
    expect(page.locator("#pane-findings .title").first).to_be_visible()
    expect(page.locator('#pane-findings [data-act="accept"]').first).to_be_hidden()


def test_a_format_that_cannot_be_made_says_why(looked_at: Open, witness: Witness) -> None:
    page = looked_at("高龄津贴/高龄津贴.docx")
    page.locator("#downloads > summary").click()
    page.locator('[data-format="form"]').click()
    expect(page.locator("#toasts .bad")).to_contain_text("表")
    witness.faults.clear()  # the browser writes every refusal down
