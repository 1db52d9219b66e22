"""Keys for searching and sorting Ukrainian text."""

from __future__ import annotations


def search_key(text: str) -> str:
    """The text folded for search."""
    return text.casefold()


def sort_key(text: str) -> str:
    """Ukrainian alphabetical order as a comparable string."""
    return text.casefold()
