"""Percent-encoding: what is damaged, and what only looks so.

Old sites name their pages in windows-1251: ``%EF%EB%E0%ED`` is «план» there. Such an address opens as it
stands, and a Cyrillic letter without encoding does too; neither is a fault.
"""

from __future__ import annotations

import re

from courtcomms.cells.typography import INVISIBLE

_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_RUN = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_CYRILLIC = re.compile("[А-Яа-яЇїІіЄєҐґЁё№«»–—’“” ]+")

#: What the end of an address takes along when it is copied: blanks, line ends, quotation marks.
_STUCK_END = re.compile(r"%(?:20|09|0A|0D|22|C2%A0|C2%AB|C2%BB|E2%80%9[CDE])\Z", re.IGNORECASE)
_LONGEST_SIGN = 9
_MOST_NESTED = 20
_UNSEEN = re.compile(
    "|".join(re.escape("".join(f"%{b:02X}" for b in sign.encode())) for sign in INVISIBLE), re.I
)


def has_stray_percent(text: str) -> bool:
    """Whether a percent sign stands without two hexadecimal digits after it."""
    return _STRAY.search(text) is not None


def is_cut_letter(text: str) -> bool:
    """Whether an encoded letter is cut through: its first byte stands there, the rest of it does not."""
    return any(_is_torn(run[0]) for run in _RUN.finditer(text))


def _is_torn(run: str) -> bool:
    data = bytes.fromhex(run.replace("%", ""))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        begun = error.start > 0 and error.reason == "unexpected end of data"
        return begun or (error.start > 0 and not _is_old(data))
    return False


def _is_old(data: bytes) -> bool:
    """Whether bytes are words in windows-1251."""
    try:
        return _CYRILLIC.fullmatch(data.decode("cp1251")) is not None
    except UnicodeDecodeError:
        return False


def without_stuck_end(text: str) -> str:
    """The address without encoded blanks and quotation marks at its end."""
    end = len(text)
    while sign := _STUCK_END.search(text, max(0, end - _LONGEST_SIGN), end):
        end = sign.start()
    return text[:end]


def without_unseen(text: str) -> str:
    """The address without encoded signs that have no width, also those that come together when one goes."""
    for _ in range(_MOST_NESTED):
        text, gone = _UNSEEN.subn("", text) if "%" in text else (text, 0)
        if not gone:
            break
    return text


def without_leftovers(text: str) -> str:
    """The address without anything that clings to it after copying."""
    return without_stuck_end(without_unseen(text))
