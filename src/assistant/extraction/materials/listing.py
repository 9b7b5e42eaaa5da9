"""Lines to items: numbering levels, group headings, notes, instructions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.extraction.materials.asked import asked_before, asked_first
from assistant.extraction.materials.brackets import ends_in_paper, noun_of
from assistant.extraction.materials.columns import attributes_of
from assistant.extraction.materials.entries import NO_ATTRIBUTES, Attributes, Entry, Item
from assistant.extraction.materials.forms import is_form
from assistant.extraction.materials.heads import plain
from assistant.extraction.materials.lines import Line
from assistant.extraction.materials.settling import names_in, said_by, settled
from assistant.lexicon.materials import Column, MaterialWords
from assistant.model.span import Span


@dataclass(slots=True)
class _Node:
    line: Line
    style: str
    number: int | None
    loose: bool = False
    children: list["_Node"] = field(default_factory=list)
    attributes: Attributes = NO_ATTRIBUTES


@dataclass(slots=True)
class _State:
    """Where the walk over the lines is: open levels, current case, whether notes or a skipped part are being read."""

    scenario: str | None
    stack: list[_Node] = field(default_factory=list)
    roots: list[tuple[_Node, str | None]] = field(default_factory=list)
    notes: bool = False
    notes_numbered: bool = False
    skipping: str | None = None


def items_in(text: str, lines: Sequence[Line], words: MaterialWords, scenario: str | None = None) -> tuple[Item, ...]:
    """The items of a material list that ``lines`` are."""
    lines = tuple(names_in(text, settled(text, lines), words))
    numbered = any(line.mark for line in lines)
    state = _State(scenario)
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        bare = plain(line.body.of(text))
        opens = line_ends_open(line.body.of(text))
        if not bare or _left_out(state, line, bare, opens, words):
            continue
        if line.mark is None and (_tells(state, text, line, words) or _is_row(state, text, line, words)):
            continue
        if line.mark is not None:
            said = said_by(text, replace(line, body=line.span), words) if line.mark.style == "card" else None
            attributes = attributes_of(said.values, said.spans.get("basis"), words) if said else NO_ATTRIBUTES
            _place(state, _Node(line, line.mark.style, line.mark.number, attributes=attributes))
        elif _is_heading(line, bare, opens, following, words):
            _asked_by_heading(state, text, line, words)
            _without_bare_heading(state, text, words)
            state.stack.clear()
            state.scenario = scenario_of(bare, words) or scenario
        elif numbered and state.stack:
            state.stack[-1].children.append(_Node(line, "loose", None, loose=True))
        elif not numbered or ends_in_paper(bare, words):
            state.roots.append((_Node(line, "line", None), state.scenario))
    papers = sum(ends_in_paper(node.line.body.of(text), words) for node, _ in state.roots)
    plain_list = not numbered and 2 * papers >= len(state.roots)
    return tuple(_item(text, node, case, words, plain_list) for node, case in state.roots)


# 申请表 申请人自备 原件 1 纸质 必要 查看详情: a row of a table of which only blanks are left
_ROW = re.compile(
    r"(?P<name>[^\s　]+)(?:[\s　]+(?P<origin>[^\s　]+))?[\s　]+(?P<form>原件|复印件|原件[或和及/、]复印件)"
    r"[\s　]+(?P<copies>\d{1,2})[\s　]+(?P<medium>纸质|电子|纸质[或和及/、]电子)[\s　]+"
    r"(?P<necessity>非?必要)(?:[\s　].*)?"
)


def _is_row(state: _State, text: str, line: Line, words: MaterialWords) -> bool:
    found = _ROW.fullmatch(line.body.of(text))
    if found:
        body = Span(line.body.start, line.body.start + found.end("name"))
        values: dict[Column, str] = {kind: found[kind] or "" for kind in _ROW_COLUMNS}
        state.roots.append(
            (
                _Node(replace(line, body=body), "row", None, attributes=attributes_of(values, None, words)),
                state.scenario,
            )
        )
    return found is not None


_ROW_COLUMNS: tuple[Column, ...] = ("form", "copies", "medium", "necessity", "origin")


def _tells(state: _State, text: str, line: Line, words: MaterialWords) -> bool:
    """``材料类型：原件`` below a material is an attribute of it; without a material above it is nothing."""
    said = said_by(text, line, words)
    if said is None or "name" in said.values:
        return False
    last = state.stack[-1] if state.stack else state.roots[-1][0] if state.roots else None
    if last is not None:
        basis = said.spans.get("basis") or last.attributes.basis_span
        last.attributes = attributes_of(said.values, basis, words).over(last.attributes)
    return True


def _left_out(state: _State, line: Line, bare: str, opens: bool, words: MaterialWords) -> bool:
    """Notes run to the end or to the next group; a skipped part (形式标准) to the next mark of its style."""
    if is_note(bare, words):
        state.notes, state.notes_numbered = True, False
        return True
    style = line.mark.style if line.mark else "line"
    if line.mark is None and _OFFICE_ISSUES.search(bare):
        state.notes, state.notes_numbered = True, False
        return True
    if opens and _REFUSES.search(bare):
        state.notes, state.notes_numbered = True, True
        return True
    if is_skipped_heading(bare, words):
        state.skipping = style
        return True
    if state.notes:
        state.notes = not _goes_on(state, line, style)
        return state.notes
    if state.skipping is not None and (style == state.skipping or (line.mark is None and opens)):
        state.skipping = None
    return state.skipping is not None


# 登记机关为申请人开具《…通知》: what the office hands out
_OFFICE_ISSUES = re.compile(
    r"^[^，,。；;]{0,12}(?:机构|机关|部门|窗口|中心|局|所)(?:为|向|给)[^，,。；;]{2,16}(?:开具|出具|核发|颁发|发给|发放)(?!的)"
)
# 有下列情形之一的，不予办理：
_REFUSES = re.compile(r"不予(?:受理|办理|许可|批准|登记|核发|发放|发给)|暂缓(?:受理|办理)")


def _goes_on(state: _State, line: Line, style: str) -> bool:
    """Whether the list goes on behind a note: with a new group, or with the next number unless the note counts too."""
    known = [node.style for node in state.stack]
    if style in ("han", "paren_han") and style in known and known[-1] != style:
        return True
    number = line.mark.number if line.mark else None
    state.notes_numbered = state.notes_numbered or number == 1
    open_numbers = [node.number for node in state.stack if node.style == style and node.number is not None]
    return not state.notes_numbered and number is not None and number - 1 in open_numbers


def is_note(bare: str, words: MaterialWords) -> bool:
    """注：…, 备注, 温馨提示：… begin notes; 说明书 and 注册证 do not."""
    found = words.starts["note"].match(bare.lstrip("※*＊【[（("))
    if found is None:
        return False
    rest = bare.lstrip("※*＊【[（(")[found.end() :]
    return re.match(r"[0-9０-９一二三]{0,2}\s*(?:[：:】\]]|$|[1１][.、．])", rest) is not None


def is_skipped_heading(bare: str, words: MaterialWords) -> bool:
    return len(bare) <= 20 and words.ends_in("skipped_heading", bare.rstrip("：: "))


def _is_heading(line: Line, bare: str, opens: bool, following: Line | None, words: MaterialWords) -> bool:
    """A line without a mark that names what comes below: it has a colon at its end, or a list begins under it.

    ``申请表：`` with its explanation below is a material and no heading.
    """
    if words.holds("listing", bare) and (opens or (len(bare) <= 45 and words.ends_in("listing", bare))):
        return True
    begins = following is not None and following.mark is not None and following.mark.number == 1
    if begins and not is_form(bare, words) and len(bare) <= 30:
        return True
    return line.heading or (opens and len(bare) <= 45 and not ends_in_paper(bare, words))


def _asked_by_heading(state: _State, text: str, line: Line, words: MaterialWords) -> None:
    """What a heading asks for before it says that a list follows is an item of the list."""
    first = asked_first(text, line.body, words)
    if first:
        state.roots.append((_Node(replace(line, body=first), "line", None), state.scenario))
    before = asked_before(text, line.body)
    node = _Node(Line(before, before, None), "loose", None, loose=True) if before else None
    if node and state.stack:
        state.stack[-1].children.append(node)
    elif node:
        state.roots.append((node, state.scenario))


def _without_bare_heading(state: _State, text: str, words: MaterialWords) -> None:
    """3.注销, and below it 注销时应当提交下列材料：: the item above a heading that names no paper headed it."""
    last = state.stack[-1] if state.stack else None
    if last is None or last.children or last.number is None or len(last.line.body.of(text)) > 12:
        return
    if noun_of(last.line.body.of(text), words) in ("none", "light"):
        del state.stack[-1]
        if state.stack:
            state.stack[-1].children.remove(last)
        else:
            state.roots = [root for root in state.roots if root[0] is not last]


def line_ends_open(written: str) -> bool:
    return written.rstrip().endswith(("：", ":"))


# 新办需提交材料, 单位申请的, 公司设立登记应提交下列材料：
_LISTING_TAIL = re.compile(
    r"(?:[，,]?(?:还|另)?(?:应当?|需要?|须|所需|需要?|要)?(?:提交|提供|准备|携带|报送)?的?(?:以下|下列|如下)?(?:申请|申报|办理|证明)?(?:材料|资料|文件|证件|要件)?(?:目录|清单|如下)?)?[：:]?$"
)


def scenario_of(bare: str, words: MaterialWords) -> str | None:
    """The case a heading is for: 新办, 单位申请的; None for a heading that only says that a list follows."""
    name = _LISTING_TAIL.sub("", bare.rstrip("：: 。；，,")).rstrip("。；，,")
    if not name or words.is_one("subject", name) or words.holds("listing", name) or len(name) > 24 or "，" in name:
        return None
    return name


def _place(state: _State, node: _Node) -> None:
    """Hangs ``node`` where its numbering says: beside an open item of its style, else below the last one."""
    stack = state.stack
    depth = _depth(stack, node)
    del stack[depth:]
    if stack:
        stack[-1].children.append(node)
    else:
        state.roots.append((node, state.scenario))
    stack.append(node)


def _depth(stack: Sequence[_Node], node: _Node) -> int:
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].style == node.style:
            return depth
    if not stack or node.number is None or node.number == 1:
        return len(stack)
    # A slip of style inside one list: 1. 2、 3)
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].number is not None and stack[depth].number == node.number - 1:
            return depth
    return len(stack) - 1


def _item(text: str, node: _Node, scenario: str | None, words: MaterialWords, plain_list: bool) -> Item:
    """``plain_list``: lines without marks, most of them documents: then 银行账户 and 转学申请 are some as well."""
    weak = plain_list and noun_of(node.line.body.of(text), words) in ("light", "partial")
    # 一是…；二是… are clauses: what ends in no noun of a paper is a case of its own
    counted = node.style == "counted" and noun_of(node.line.body.of(text), words) == "none"
    row = node.style == "row"
    strict = node.loose or counted or (node.style == "line" and not weak)
    entry = Entry(node.line.span, node.line.body, node.attributes, scenario, strict, row)
    children = tuple(_item(text, child, scenario, words, plain_list) for child in node.children)
    return Item(entry, children, node.loose, node.style == "bullet")
