"""Where in a .docx a revision cannot be made without harm, and why."""

from assistant.export.marked.body import Atom, Body, paragraph_of
from assistant.office.markup import Node, attribute

# Content controls whose words are a choice, a date or a picture, or come from elsewhere: Word writes them anew.
_CONTROLLED = frozenset(
    {"w:dropDownList", "w:comboBox", "w:date", "w:picture", "w:citation", "w:bibliography", "w:dataBinding"}
)
_LOCKED = frozenset({"contentLocked", "sdtContentLocked"})


def hindrance(body: Body, atom: Atom, insertion: bool = False) -> str | None:
    """Why the atom cannot be struck (with ``insertion``: replaced), as words for a comment; None where it can."""
    inside = True  # of its own paragraph
    for node in atom.run.up():
        if node.name == "w:sdt" and _is_bound(body.xml, node):
            return "这里是受控的内容控件"
        if not inside:
            continue
        if node.name == "w:r":
            return "这里是注音文字"
        if node.name == "mc:AlternateContent":
            return "这里有新旧两种版本的内容"
        if insertion and node.name in {"w:ins", "w:moveTo"}:
            return "这里已有尚未接受的修订"
        inside = node.name != "w:p"
    if box_of(atom.run) is not None and (insertion or twin(body, paragraph_of(atom.run)) is False):
        return "这里是文本框"
    return None


def _is_bound(xml: str, control: Node) -> bool:
    own = control.child("w:sdtPr")
    if own is None:
        return False
    lock = own.child("w:lock")
    locked = lock is not None and attribute(xml, lock, "val") in _LOCKED
    return locked or any(child.name in _CONTROLLED or child.name == "?:checkbox" for child in own.children)


def box_of(node: Node) -> Node | None:
    """The outermost run whose text box holds it; None outside of text boxes."""
    if node.within("w:txbxContent") is None:
        return None
    return next((outer for outer in reversed(node.up()) if outer.name == "w:r"), None)


def twin(body: Body, paragraph: Node) -> Node | bool | None:
    """The same paragraph in the version that mc:Fallback keeps for old programs; None where there is no such version,
    False where that version says something else.
    """
    choice = paragraph.within("mc:Choice")
    if choice is None or choice.parent is None:
        return None
    fallback = choice.parent.child("mc:Fallback")
    others = fallback.all("w:p") if fallback is not None else []
    if not others:
        return None
    own = choice.all("w:p")
    if len(own) != len(others):
        return False
    other = others[own.index(paragraph)]
    return other if _letters(body, other) == _letters(body, paragraph) else False


def _letters(body: Body, paragraph: Node) -> list[str]:
    return [atom.char for atom in letters(body, paragraph)]


def letters(body: Body, paragraph: Node) -> list[Atom]:
    """What can be read of a paragraph, outside of its text boxes."""
    return [atom for atom in own_atoms(body, paragraph) if atom.kind in {"text", "mark"}]


def own_atoms(body: Body, paragraph: Node) -> list[Atom]:
    return [atom for run in body.own_runs(paragraph) for atom in body.atoms(run)]
