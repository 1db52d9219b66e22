"""Short names for SpreadsheetML, the same for Transitional and Strict files, and addresses of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from courtcomms.importing.files.xml_safe import Element

_SHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


def tags(*names: str) -> tuple[str, ...]:
    """Full tags of SpreadsheetML elements in both namespaces."""
    return tuple(f"{{{namespace}}}{name}" for namespace in _SHEET for name in names)


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return _local_of(element.tag)


@lru_cache(maxsize=2048)
def _local_of(tag: str) -> str:
    return tag.rpartition("}")[2]


def switched(element: Element, name: str) -> bool:
    """A boolean attribute, false where absent."""
    return element.get(name) in ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, all ends inclusive: rows from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def single(self) -> bool:
        """Whether it is one cell."""
        return self.top == self.bottom and self.left == self.right

    @property
    def first(self) -> str:
        """The address of its top left cell."""
        return f"{column_name(self.left)}{self.top}"


def read_address(text: str) -> tuple[int, int] | None:
    """Row (from 1) and column (from 0) of ``B7``; ``None`` for anything else."""
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    return int(match[2]), _column_of(match[1])


@lru_cache(maxsize=1024)
def _column_of(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def column_name(column: int) -> str:
    """``A`` for 0."""
    name, column = "", column + 1
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def read_area(text: str) -> Area | None:
    """The rectangle of ``A3:I3`` or ``B7``; ``None`` for anything else."""
    first, _, last = text.partition(":")
    start, end = read_address(first), read_address(last or first)
    if start is None or end is None:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Area(rows[0], columns[0], rows[1], columns[1])
