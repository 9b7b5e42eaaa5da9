"""Codes of items: the basic code (12 characters) stands inside the long codes of those who carry it out."""

import re

# 11440000006940116U2440102003001(03): the body (18) and one more, the basic code, the case (2 or none)
_NATIONAL = re.compile(r"[0-9A-Z]{18}[0-9A-Z](?P<basic>[0-9A-Z]{12})(?:[0-9A-Z]{2})?")
# 511A0138000000-511602000000-000-115113010833722043-1-00: the basic code, the area, then the body
_DASHED = re.compile(r"(?P<basic>[0-9A-Z-]+?)-\d{12}-\d{3}-.+")


def full_code(code: str) -> str:
    """Letters and digits alone, in capitals: two codes are one where these are."""
    return re.sub(r"\W", "", code).upper()


def basic_code(code: str) -> str:
    """The part that all levels share; the whole code where it has none of the known shapes."""
    found = _DASHED.fullmatch(code.strip().upper()) or _NATIONAL.fullmatch(full_code(code))
    return full_code(found["basic"] if found else code)
