"""Keys under which titles and numbers of documents are compared."""

import re

from assistant.text.numerals import number

# Marks, quotation marks and blanks say nothing about which document is meant.
DROPPED = frozenset("《》〈〉<>＜＞«»“”\"'‘’「」『』＂＇ \t\r\n\u3000\xa0\u200b\ufeff")
_ROUND = dict.fromkeys("（【[〔［﹝﹙{", "(") | dict.fromkeys("）】]〕］﹞﹚}", ")")
_WIDE = {chr(c + 0xFEE0): chr(c) for c in range(0x21, 0x7F)}
_TABLE = str.maketrans({**_WIDE, **_ROUND, **dict.fromkeys(DROPPED, "")})

STATE = "中华人民共和国"
# 国发[2018]28号, 财政部令2011年第64号, 国务院190号令, 国务院令第l63号; groups: year, number
_YEAR_IN_BRACKETS = re.compile(r"\((\d{4})\)第?(\d+)号?文?$")
_ORDER = re.compile(r"^(.*?)令?(?:\(?(\d{4})\)?年?)?(?:第)?([0-9一二三四五六七八九十百零〇]+)号?令?$")
# 国务院令(第412号), 第412号国务院令
_ORDINAL_IN_BRACKETS = re.compile(r"(?<=令)\((第?[\dlIoO一二三四五六七八九十百零〇]+号)\)")
_OFFICE_BEHIND = re.compile(r"^(第\d+号)([^号]+令)$")
# OCR takes 1 for l or I and 0 for O, between or beside digits only.
_OCR_ONE = re.compile(r"(?<=[\d第])[lI](?=\d|号|$)|(?<=令)[lI](?=\d)")
_OCR_ZERO = re.compile(r"(?<=\d)[OoＯ○](?=\d|号)")


def title_key(title: str) -> str:
    """The title without marks, quotation marks and blanks, brackets round and half-width: ``《水法》`` -> ``水法``."""
    return title.translate(_TABLE)


def short_key(key: str) -> str:
    """A title key without the words 中华人民共和国, wherever they stand."""
    return key.replace(STATE, "")


def number_form(written: str) -> str:
    """A document or order number in its usual form.

    ``国发[2018]28号`` -> ``国发〔2018〕28号``; ``国务院190号令`` -> ``国务院令第190号``.
    What is neither comes back half-width and without blanks.
    """
    flat = written.translate(_TABLE).replace(STATE, "")
    flat = _OFFICE_BEHIND.sub(r"\2\1", _ORDINAL_IN_BRACKETS.sub(r"\1", flat))
    flat = _OCR_ZERO.sub("0", _OCR_ONE.sub("1", flat))
    bracketed = _YEAR_IN_BRACKETS.search(flat)
    if bracketed and "令" not in flat[: bracketed.start()]:
        return f"{flat[: bracketed.start()]}〔{bracketed[1]}〕{int(bracketed[2])}号"
    return _order_form(flat) if "令" in flat else flat


def number_key(written: str) -> str:
    """Numbers compare without 第 and with the usual short names of the issuing office."""
    return number_form(written).replace("第", "").replace("国家市场监管总局", "国家市场监督管理总局")


def _order_form(flat: str) -> str:
    match = _ORDER.match(flat)
    value = number(match[3]) if match else None
    if not match or value is None:
        return flat
    issuer = match[1].removesuffix("令").rstrip("第(")
    year = f"{match[2]}年" if match[2] else ""
    return f"{issuer}令{year}第{value}号"
