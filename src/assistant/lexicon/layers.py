"""A user's own lexicons on top of the shipped ones: a file of the same name extends it and overrides by key and id."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, cast

import yaml

from assistant import resources
from assistant.errors import LexiconError

T = TypeVar("T")
# Without libyaml PyYAML has only the slow one.
LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ROOT = "lexicons/"
# Entries of a list are the same entry when the first of these that both have is the same.
_IDS = ("id", "element", "case", "number", "name")
# words: !only [甲]: in the place of the shipped list, not after it
_ONLY = "!only"
# Rows of kinds, merged by id where they are read
_ROWS = (".jsonl",)
# Lists of their own make: see lexicon/layouts.py
_FOLDERS_OF_OTHERS = ("layouts/",)
# What is read before a user's folders are known, or by parts of the program that do not ask for them
_FIXED = frozenset({"matching/baseline.yaml", "flow.yaml", "sections/new_guide.yaml", "rules/proof_documents.yaml"})


@dataclass(frozen=True, slots=True, eq=False)
class Layered:
    """The shipped file and the user's of the same name; ``node`` is the merged YAML, each node with its own place."""

    name: str
    node: yaml.Node
    last: Path

    def value(self) -> object:
        return yaml.constructor.SafeConstructor().construct_document(self.node)


def read_layered(name: str, folders: Sequence[Path], read: Callable[[Traversable, str], T]) -> T:
    """``read`` of the lexicon ``name`` ("lexicons/steps.yaml") with what ``folders`` have of it on top.

    Raises LexiconError with the user's path:line for what is wrong in theirs.
    """
    own = [path for folder in folders if (path := folder / name.removeprefix(ROOT)).is_file()]
    shipped = resources.data(name)
    if not own:
        return read(shipped, name)
    node = _compose(shipped, name)
    for path in own:
        node = _merged(node, _compose(path, str(path)), "")
    source = Layered(name.rpartition("/")[2], node, own[-1])
    try:
        return read(cast(Traversable, source), name)
    except LexiconError as error:
        raise LexiconError(_moved(error.where, name, own[-1]), str(error.args[1])) from error
    except (KeyError, TypeError, AttributeError, ValueError, re.error) as error:
        raise LexiconError(f"{own[-1]}:1", f"写法与随附的“{name}”不一致：{error}") from error


def own_rows(name: str, folders: Sequence[Path]) -> list[tuple[Traversable, str]]:
    """The user's files of rows (proofs.jsonl) below ``folders``, with the path shown in messages."""
    paths = [folder / name.removeprefix(ROOT) for folder in folders]
    return [(path, str(path)) for path in paths if path.is_file()]


def check_folders(folders: Sequence[Path]) -> None:
    """Raises LexiconError for a file that is no lexicon's: misspelt, it would be passed over in silence."""
    known = {path for path, _ in _known()}
    for folder in folders:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            name = path.relative_to(folder).as_posix()
            if name.startswith((".", *_FOLDERS_OF_OTHERS)) or not name.endswith((".yaml", ".yml", *_ROWS)):
                continue
            if name in _FIXED:
                raise LexiconError(f"{path}:1", f"“{name}”这个词表不能在本地增补")
            if name not in known:
                raise LexiconError(f"{path}:1", f"没有叫“{name}”的词表{_near(name, sorted(known))}")


def _near(name: str, known: Sequence[str]) -> str:
    """Those of the same name in another folder, of the same folder, or the folders there are: not all fifty."""
    folder, own = str(PurePosixPath(name).parent), PurePosixPath(name).stem
    stems = {each: PurePosixPath(each).stem for each in known}
    near = get_close_matches(own, stems.values(), 3, 0.75)
    same = [each for each in known if stems[each] in near]
    if same:
        return f"；是不是 {'、'.join(same)}"
    beside = [each for each in known if each.startswith(f"{folder}/")]
    return f"；{folder} 里有 {'、'.join(beside)}" if beside else "；文件要和随附的词表同名（源码的 lexicons 文件夹）"


def _known() -> Iterator[tuple[str, Traversable]]:
    root = resources.data(ROOT.rstrip("/"))
    for suffix in (".yaml", *_ROWS):
        yield from resources.walk(root, suffix)


def _moved(where: str, name: str, own: Path) -> str:
    """lexicons/steps.yaml:3 -> the user's file, line 3: the shipped one has no faults."""
    return f"{own}{where.removeprefix(name)}" if where.startswith(name) else where


class _Named(io.StringIO):
    name = ""


def _compose(source: Traversable | Path, where: str) -> yaml.Node:
    try:
        text = _Named(source.read_text("utf-8"))
    except UnicodeDecodeError as cause:
        raise LexiconError(f"{where}:1", "不是 UTF-8 编码，请另存为 UTF-8") from cause
    text.name = where
    try:
        node = yaml.compose(text, LOADER)
    except yaml.MarkedYAMLError as cause:
        line = cause.problem_mark.line + 1 if cause.problem_mark else 1
        raise LexiconError(f"{where}:{line}", f"YAML 写法有误：{cause.problem}") from cause
    if node is None:
        raise LexiconError(f"{where}:1", "没有内容")
    return node


def _merged(base: yaml.Node, own: yaml.Node, key: str) -> yaml.Node:
    """``own`` on top of ``base``. Raises LexiconError where one is a list and the other is none."""
    if type(base) is not type(own):
        kind = "“键: 值”的形式" if isinstance(base, yaml.MappingNode) else "列表"
        kind = "一个词" if isinstance(base, yaml.ScalarNode) else kind
        raise LexiconError(_place(own), f"应当是{kind}，与随附的词表一样")
    only = own.tag == _ONLY
    if only:
        own.tag = base.tag
    if isinstance(base, yaml.MappingNode) and isinstance(own, yaml.MappingNode) and not only:
        return _mapping(base, own)
    if isinstance(base, yaml.SequenceNode) and isinstance(own, yaml.SequenceNode):
        _alike(base, own)
        return own if only else _sequence(base, own, key)
    return own


def _mapping(base: yaml.MappingNode, own: yaml.MappingNode) -> yaml.Node:
    values = {name.value: (name, value) for name, value in base.value}
    for name, value in own.value:
        shipped = values.get(name.value)
        values[name.value] = (name, _merged(shipped[1], value, str(name.value)) if shipped else value)
    return yaml.MappingNode(base.tag, list(values.values()), own.start_mark, own.end_mark)


def _sequence(base: yaml.SequenceNode, own: yaml.SequenceNode, key: str) -> yaml.Node:
    items = list(base.value)
    for item in own.value:
        same = next((at for at, each in enumerate(items) if _same(each, item, key)), None)
        if same is None:
            items.append(item)
        else:
            items[same] = _merged(items[same], item, "")
    return yaml.SequenceNode(base.tag, items, own.start_mark, own.end_mark)


def _same(one: yaml.Node, other: yaml.Node, key: str) -> bool:
    """One entry by its id; an example by all of it but the answer."""
    if isinstance(one, yaml.MappingNode) and isinstance(other, yaml.MappingNode):
        mine, theirs = _scalars(one), _scalars(other)
        name = next((name for name in _IDS if name in mine and name in theirs), None)
        return name is not None and mine[name] == theirs[name]
    if key == "examples" and isinstance(one, yaml.SequenceNode) and isinstance(other, yaml.SequenceNode):
        return [each.value for each in one.value[:-1]] == [each.value for each in other.value[:-1]] != []
    return False


def _alike(base: yaml.SequenceNode, own: yaml.SequenceNode) -> None:
    """A new entry has what all shipped ones have. Raises LexiconError."""
    kinds = {type(item) for item in base.value}
    tags = {item.tag for item in base.value}
    for item in own.value:
        plain = isinstance(item, yaml.ScalarNode) and len(tags) == 1 and item.tag not in tags
        if plain or (len(kinds) == 1 and type(item) not in kinds):
            raise LexiconError(_place(item), "这一项的写法与随附的词表里其他项不同（文字里有特殊符号时加引号）")
        if kinds != {yaml.MappingNode} or any(_same(each, item, "") for each in base.value):
            continue
        needed = set.intersection(*({name.value for name, _ in each.value} for each in base.value))
        missing = sorted(needed - {name.value for name, _ in item.value})
        if missing:
            raise LexiconError(_place(item), f"这一项缺少 {'、'.join(missing)}")


def _scalars(node: yaml.MappingNode) -> dict[str, Any]:
    return {name.value: value.value for name, value in node.value if isinstance(value, yaml.ScalarNode)}


def _place(node: yaml.Node) -> str:
    return f"{node.start_mark.name}:{node.start_mark.line + 1}"
