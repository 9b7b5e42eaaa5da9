"""Changing the text: the review follows in place."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]
GUIDE = "高龄津贴\n申请材料\n1. 高龄津贴申请表\n2. 居住证明\n"


def pasted(open_page: Open, text: str = GUIDE) -> Page:
    page = open_page("/new")
    page.locator("#text").fill(text)
    page.locator("#new .primary").click()
    page.locator("#workbench[data-ready]").wait_for()
    return page


def test_pasted_text_is_reviewed(open_page: Open) -> None:
    page = pasted(open_page)
    expect(page.locator(".counter .main dd")).to_contain_text("2")


def test_typing_refreshes_the_review_and_keeps_the_caret(open_page: Open) -> None:
    page = pasted(open_page)
    page.locator("#edit").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("3. 健在证明")
    expect(page.locator("#pane-findings .title", has_text="健在证明")).to_be_visible()
    page.keyboard.type("原件")
    assert page.locator(".plain").inner_text().rstrip().endswith("3. 健在证明原件")


def test_what_was_typed_is_there_after_a_reload(open_page: Open) -> None:
    page = pasted(open_page)
    page.locator("#edit").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("3. 健在证明")
    expect(page.locator("#pane-findings .title", has_text="健在证明")).to_be_visible()
    page.reload()
    expect(page.locator("#view")).to_contain_text("3. 健在证明")


def test_a_rare_character_does_not_shift_what_is_painted(open_page: Open) -> None:
    page = pasted(open_page, "高龄津贴（𠮷祥镇）\n申请材料\n1. 高龄津贴申请表\n2. 健在证明\n")
    page.locator("#pane-findings .finding", has=page.locator(".title", has_text="健在证明")).locator(".jump").click()
    assert page.evaluate("[...CSS.highlights.get('now')].map(String)") == ["健在证明"]


def test_a_paragraph_of_a_word_file_is_changed_in_the_panel(reviewed: Open) -> None:
    page = reviewed("教师资格认定/教师资格认定.docx")
    card = page.locator("#pane-findings .finding", has=page.locator(".title", has_text="思想品德鉴定表")).first
    card.get_by_text("改这一段").click()
    page.locator(".paragraph-editor textarea").fill("近期免冠照片")
    expect(page.locator("#view ins", has_text="照片")).to_be_visible()
    expect(page.locator("#pane-findings .title", has_text="思想品德鉴定表")).to_have_count(0)


def test_a_text_that_is_no_guide_says_so_where_advice_would_be(open_page: Open) -> None:
    page = pasted(open_page, "今天天气很好。\n大家都去爬山。\n")
    expect(page.locator("#pane-findings .empty")).to_contain_text("没有认出办事指南")
