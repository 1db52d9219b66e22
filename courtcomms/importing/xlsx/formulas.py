"""The links of HYPERLINK formulas: literal, put together with ``&``, from other cells.

Nothing is computed beyond joining texts; a formula that wants more is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.xlsx.names import column_name, read_address

_LONGEST = 8_192
_TOKEN = re.compile(
    r'\s*(?:"(?P<text>(?:[^"]|"")*)"'
    r"|(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^\W\d][\w.]*))!)?(?P<cell>\$?[A-Za-z]{1,3}\$?\d{1,7})(?![\w(])"
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_][\w.]*)\(|(?P<sign>[&,;()]))"
)
_STRING_OR_CELL = re.compile(r'"(?:[^"]|"")*"|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w(!])')
_JOINING = frozenset({"CONCATENATE", "CONCAT", "_XLFN.CONCAT", "T", "TRIM"})

#: The words of a cell by sheet (``""`` for the formula's own) and address; ``None`` if they are not sure.
Lookup = Callable[[str, str], str | None]


@dataclass(slots=True)
class Formulas:
    """Formulas with links of one sheet, as they are met.

    ``links`` are row, column and formula; ``formatted`` are cells whose words are not what a formula
    would take from them.
    """

    links: list[tuple[int, int, str]] = field(default_factory=list)
    formatted: set[tuple[int, int]] = field(default_factory=set)
    _shared: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def take(self, element: Element, row: int, column: int) -> bool:
        """Look at an ``f`` element of a cell; whether it holds a link."""
        text = (element.text or "")[:_LONGEST]
        key = element.get("si") if element.get("t") == "shared" else None
        if key is not None and text:
            self._shared[key] = (text, row, column)
        elif key in self._shared:
            first, top, left = self._shared[key]
            text = _moved(first, row - top, column - left) if "HYPERLINK" in first.upper() else ""
        if "HYPERLINK" not in text.upper():
            return False
        self.links.append((row, column, text))
        return True


def _moved(formula: str, rows: int, columns: int) -> str:
    """A shared formula as it stands so many rows and columns further on."""

    def moved(match: re.Match[str]) -> str:
        address = read_address(match[0]) if match[4] else None
        if address is None:
            return match[0]
        row = address[0] if match[3] else address[0] + rows
        column = address[1] if match[1] else address[1] + columns
        return f"{match[1]}{column_name(column)}{match[3]}{row}" if row > 0 and column >= 0 else "#REF!"

    return _STRING_OR_CELL.sub(moved, formula)


def formula_link(formula: str, lookup: Lookup) -> tuple[str, str] | None:
    """The address and the words of a HYPERLINK formula (``""`` for none); ``None`` if it must be computed."""
    try:
        reader = _Reader(formula.strip().removeprefix("="), lookup)
        return reader.hyperlink()
    except _NotSimpleError:
        return None


class _NotSimpleError(Exception):
    """The formula is more than texts put together."""


class _Reader:
    """Reads a formula from left to right."""

    def __init__(self, formula: str, lookup: Lookup) -> None:
        self._formula = formula
        self._lookup = lookup
        self._at = 0
        self._depth = 0

    def hyperlink(self) -> tuple[str, str]:
        """The whole formula."""
        if (self._next()["name"] or "").upper() != "HYPERLINK":
            raise _NotSimpleError
        parts = self._arguments()
        if self._formula[self._at :].strip() or not parts[0]:
            raise _NotSimpleError
        return parts[0].strip(), (parts[1] or "") if len(parts) > 1 else ""

    def _next(self) -> dict[str, str | None]:
        match = _TOKEN.match(self._formula, self._at)
        if match is None:
            raise _NotSimpleError
        self._at = match.end()
        return match.groupdict()

    def _arguments(self) -> list[str | None]:
        """Arguments up to the closing bracket; only the first must be understood."""
        found: list[str | None] = []
        while True:
            start = self._at
            try:
                text, sign = self._joined()
            except _NotSimpleError:
                if not found:
                    raise
                self._at, text, sign = start, None, self._skip()
            found.append(text)
            if sign == ")":
                return found

    def _skip(self) -> str:
        """Pass over an argument that is not understood, to the end of the formula."""
        self._at = len(self._formula)
        if not self._formula.rstrip().endswith(")"):
            raise _NotSimpleError
        return ")"

    def _joined(self) -> tuple[str, str]:
        """Texts joined by ``&``, and the sign after them."""
        self._depth += 1
        if self._depth > 20:
            raise _NotSimpleError
        text = self._term()
        sign = self._next()["sign"]
        while sign == "&":
            text += self._term()
            sign = self._next()["sign"]
        if sign not in (",", ";", ")"):
            raise _NotSimpleError
        self._depth -= 1
        return text, sign

    def _term(self) -> str:
        token = self._next()
        if token["text"] is not None:
            return token["text"].replace('""', '"')
        if token["number"] is not None:
            return token["number"].replace(".", ",")
        if token["cell"] is not None:
            sheet = (token["quoted"] or "").replace("''", "'") or token["sheet"] or ""
            found = self._lookup(sheet, token["cell"].replace("$", ""))
            if found is None:
                raise _NotSimpleError
            return found
        if (token["name"] or "").upper() in _JOINING:
            parts = self._arguments()
            if None in parts:
                raise _NotSimpleError
            return "".join(part or "" for part in parts)
        raise _NotSimpleError
