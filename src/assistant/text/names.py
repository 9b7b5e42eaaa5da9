"""Names of papers brought to one spelling, so that writing does not decide what they are."""

import re
import unicodedata
from dataclasses import dataclass

# （原件及复印件）, 【电子版】, 〔副本〕: what stands in brackets is a remark on the name
_BRACKET = re.compile(r"[(\[{【〔][^()\[\]{}【】〔〕]*[)\]}】〕]")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """``replace`` is applied in order, everywhere; ``heads`` at the end of a name, until none fits."""

    replace: tuple[tuple[str, str], ...]
    heads: tuple[tuple[str, str], ...]


def tidy(name: str) -> str:
    """Half-width, without blanks and title marks: ``《户口簿》（ 原件 ）`` -> ``户口簿(原件)``."""
    name = unicodedata.normalize("NFKC", name)
    return re.sub(r"[\s《》〈〉“”\"'‘’*★※●◆☆]+", "", name)


def without_asides(name: str) -> str:
    """``残疾证（第三代）`` -> ``残疾证``; nested brackets too."""
    name, before = tidy(name), ""
    while before != name:
        before, name = name, _BRACKET.sub("", name)
    return name


def key(name: str, spelling: Spelling) -> str:
    """The name in one spelling, letters, digits and Han characters only; brackets are opened, not dropped."""
    bare = _NOT_WORD.sub("", tidy(name))
    for written, standard in spelling.replace:
        if written in bare:
            bare = bare.replace(written, standard)
    return one_head(bare, spelling)


def one_head(bare: str, spelling: Spelling) -> str:
    """The ending in one spelling: 资质证书 -> 资质证."""
    before = ""
    while before != bare:
        before = bare
        for written, standard in spelling.heads:
            if bare.endswith(written) and len(bare) > len(written):
                bare = bare[: -len(written)] + standard
    return bare
