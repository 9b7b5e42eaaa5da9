"""The index of names against a comparison with every name. Usage: matching.py [NAMES] [QUERIES]"""

import resource
import sys
from collections.abc import Iterator
from random import Random
from time import perf_counter

from rapidfuzz import fuzz, process

from assistant.lexicon.kinds import load_kinds
from assistant.lexicon.slots import load_slots
from assistant.matching.name_index import NameIndex, index_names

_PLACES = "青山 白河 赤山 云岭 东湖 南屏 西川 北塔 石桥 柳河 金沙 银滩 双井 三江 长岭 大水 平安 永和 新城 老营"
_ABOUT = "新建 改建 扩建 变更 延续 注销 补办 换发 首次 年度 临时 长期 跨区域 单位 个人 农村 城镇 线上 现场 委托"


def main(count: int, asked: int) -> None:
    random = Random(722)
    names = _names(random, count)
    before = _memory()
    start = perf_counter()
    index = index_names(names)
    built = perf_counter() - start
    size = sum(len(ranks) * ranks.itemsize for ranks in index.ranks.values()) >> 20
    print(f"{count} names: built in {built:.1f} s, {_memory() - before} MB more at most ({size} MB of ranks)")
    queries = [query for _, query in zip(range(asked), _queries(random, names), strict=False)]
    _compare(index, names, queries)


def _compare(index: NameIndex, names: list[str], queries: list[str]) -> None:
    start = perf_counter()
    ours = [index.like(query, 0.5, 1) for query in queries]
    middle = perf_counter()
    brute = [process.extractOne(query, names, scorer=fuzz.ratio) for query in queries]
    slow, fast = perf_counter() - middle, middle - start
    kept = [bool(hits) and hits[0][1] * 100 >= best[1] - 1e-6 for hits, best in zip(ours, brute, strict=True) if best]
    print(f"{len(queries) / fast:.0f} queries/s on one core, extractOne {len(queries) / slow:.1f}: {slow / fast:.0f} x")
    print(f"best kept: {sum(kept)} of {len(kept)} ({sum(kept) / len(kept):.2%})")
    for query, hits, best in zip(queries, ours, brute, strict=True):
        if best and not (hits and hits[0][1] * 100 >= best[1] - 1e-6):
            print(f"  lost: {query} -> {best[0]} {best[1]:.0f}, not {hits and index.names[hits[0][0]]}")


def _names(random: Random, count: int) -> list[str]:
    """Names of papers as guides write them: whose, of what place, for what, which paper, in what form."""
    kinds, slots = load_kinds(), load_slots()
    stems = sorted({name for kind in kinds.rows.values() for name in (kind.name, *kind.aliases)})
    holders, tails = sorted(slots.holders), sorted(slots.tails)
    found: dict[str, None] = {}
    while len(found) < count:
        parts = [
            random.choice(holders),
            random.choice(_PLACES.split()),
            random.choice(_ABOUT.split()),
            random.choice(stems),
        ]
        chosen = [part for part in parts[:3] if random.random() < 0.5]
        tail = random.choice(tails) if random.random() < 0.4 else ""
        found["".join((*chosen, parts[3], tail))] = None
    return list(found)


def _queries(random: Random, names: list[str]) -> Iterator[str]:
    """As written, with wrong characters, a word put in, cut short, or two names mixed."""
    alphabet = "".join(random.sample(names, 300))
    while True:
        name = random.choice(names)
        at = random.randrange(len(name))
        other = random.choice(names)
        yield name
        yield name[:at] + random.choice(alphabet) + name[at + 1 :]
        yield _typos(random, name, alphabet)
        yield name[:at] + random.choice(_ABOUT.split()) + name[at:]
        yield name[: max(2, len(name) - 3)]
        yield name[len(name) // 3 :] or name
        yield name[: len(name) // 2] + other[len(other) // 2 :]
        yield name[:at] + name[at + 1 :] or name


def _typos(random: Random, name: str, alphabet: str) -> str:
    return "".join(random.choice(alphabet) if random.random() < 0.15 else letter for letter in name)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000, int(sys.argv[2]) if len(sys.argv) > 2 else 200)
