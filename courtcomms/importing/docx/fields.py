"""Fields of Word: the address in ``HYPERLINK "…" \\l "…"`` and what fields without a result show.

Rules are those of ECMA-376 part 1, 17.16.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from courtcomms.importing.docx.names import attribute, child, inside, number_of, switched_on, value_of
from courtcomms.importing.docx.symbols import sign_of
from courtcomms.importing.files.xml_safe import Element

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\])')
_QUOTES = str.maketrans("“”„", '"""')
#: Switches of HYPERLINK that are followed by a value.
_VALUED = frozenset({"\\l", "\\o", "\\t"})
_LONGEST = 4_000


def hyperlink_target(instruction: str) -> str:
    """The address of a HYPERLINK field, with its bookmark after ``#``; ``""`` for any other field."""
    words = _words(instruction)
    if not words or words[0].upper() != "HYPERLINK":
        return ""
    address, bookmark, at = "", "", 1
    while at < len(words):
        word = words[at]
        if word.lower() in _VALUED:
            at += 1
            bookmark = words[at] if word.lower() == "\\l" and at < len(words) else bookmark
        elif not word.startswith("\\"):
            address = address or word
        at += 1
    return joined(address, bookmark)


def joined(address: str, bookmark: str) -> str:
    """An address with the bookmark that Word keeps apart from it."""
    return f"{address}#{bookmark}" if bookmark and "#" not in address else address


def _words(instruction: str) -> list[str]:
    if '"' not in instruction:
        instruction = instruction.translate(_QUOTES)
    found = _TOKEN.finditer(instruction)
    return [_ESCAPE.sub(r"\1", match[1]) if match[1] is not None else match[2] for match in found]


@dataclass(slots=True)
class Field:
    """A complex field being read: its instruction until «separate», then its shown result.

    ``unread`` are words met in the instruction, ``choice`` what a form field of the old kind has ticked or
    chosen.
    """

    start: int = 0
    instruction: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    in_result: bool = False
    choice: str = ""

    def target(self) -> str:
        """The address if it is a link field."""
        return hyperlink_target(self._instruction())

    def shown(self) -> str:
        """What a field shows that keeps no result in the file; ``""`` where it shows nothing."""
        words = _words(self._instruction())
        name = words[0].upper() if words else ""
        if name in ("FORMCHECKBOX", "FORMDROPDOWN"):
            return self.choice
        if name in ("MACROBUTTON", "GOTOBUTTON"):
            return " ".join(words[2:])
        return _symbol(words[1:]) if name == "SYMBOL" else ""

    def _instruction(self) -> str:
        return "".join(self.instruction)[:_LONGEST]


def _symbol(words: list[str]) -> str:
    """``SYMBOL 183 \\f "Symbol"``."""
    if not words:
        return ""
    code = int(words[0], 16) if re.fullmatch(r"0[xX][0-9a-fA-F]{1,5}", words[0]) else number_of(words[0], 0)
    named = [words[at + 1] for at, word in enumerate(words[:-1]) if word.lower() == "\\f"]
    return (sign_of(named[0] if named else "", code) or "") if 0x20 <= code <= 0xFFFF else ""


def form_choice(mark: Element) -> str:
    """What the form field that begins at a ``w:fldChar`` has ticked or chosen."""
    data = child(mark, "ffData")
    box = child(data, "checkBox") if data is not None else None
    if box is not None:
        ticked = switched_on(box, "checked")
        return "☒" if (switched_on(box, "default") if ticked is None else ticked) else "☐"
    entries = child(data, "ddList") if data is not None else None
    if entries is None:
        return ""
    chosen = number_of(value_of(entries, "result") or value_of(entries, "default"), 0)
    names = [attribute(item, "val") or "" for item in inside(entries, "listEntry")]
    return names[chosen] if 0 <= chosen < len(names) else ""
