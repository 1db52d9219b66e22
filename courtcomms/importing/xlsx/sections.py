"""Sections of a number format: which one a value is shown in (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

#: One token: quoted, escaped, fill, currency with locale, other brackets, digit place, anything.
TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|([0#?.,%@])|(.)', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_TEXT_SECTION = 3
_LONGEST_CODE = 255


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[str, ...]:
    """The parts of a format between its semicolons."""
    found = [""]
    for match in TOKEN.finditer(code[:_LONGEST_CODE]):
        if match[0] == ";":
            found.append("")
        else:
            found[-1] += match[0]
    return tuple(found)


def section_for(code: str, number: Decimal) -> tuple[str, Decimal]:
    """The section for a number, and the number to show in it (a «-» is the section's own)."""
    parts = sections(code)[:_TEXT_SECTION]
    if any(_CONDITION.search(part) for part in parts):
        return next((part for part in parts if _holds(part, number)), parts[-1]), number
    if number < 0 and len(parts) > 1:
        return parts[1], -number
    if number == 0 and len(parts) > 2:
        return parts[2], number
    return parts[0], number


def _holds(section: str, number: Decimal) -> bool:
    match = _CONDITION.search(section)
    if match is None:
        return True
    other = Decimal(match[2])
    sign = match[1]
    return {
        "<": number < other,
        ">": number > other,
        "=": number == other,
        "<=": number <= other,
        ">=": number >= other,
        "<>": number != other,
    }[sign]


def literals(section: str) -> str:
    """The words of a section without its places for digits."""
    return "".join(
        quoted or escaped or currency or ("%" if sign == "%" else other) or ""
        for quoted, escaped, currency, sign, other in (match.groups() for match in TOKEN.finditer(section))
    )


def show_text(text: str, code: str) -> str:
    """A text as a format shows it: ``"№ "@`` sets a word before it."""
    section = _text_section(code)
    if section is None or not text:
        return text
    shown = ""
    for match in TOKEN.finditer(section):
        quoted, escaped, currency, sign, other = match.groups()
        shown += text if sign == "@" else quoted or escaped or currency or other or ""
    return shown.strip()


@lru_cache(maxsize=1024)
def _text_section(code: str) -> str | None:
    """The section for texts where it adds words of its own."""
    if "@" not in code or code == "@":
        return None
    parts = sections(code)
    section = parts[_TEXT_SECTION] if len(parts) > _TEXT_SECTION else parts[-1]
    return section if "@" in section and section != "@" and literals(section).strip() else None
