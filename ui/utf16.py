"""Letters as Python counts them and places as Qt does: in UTF-16 units, of which some letters take two."""

from __future__ import annotations


def units_of(text: str) -> int:
    """How many units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def letters_of(text: str, units: int) -> int:
    """How many letters the first ``units`` of a text are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
