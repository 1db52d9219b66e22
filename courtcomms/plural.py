"""Ukrainian plurals, and numbers with their words."""

from __future__ import annotations


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form of a noun that goes with a number: 1 захід, 2 заходи, 5 заходів.

    Only the noun comes back. Negative numbers go by their absolute value.
    """
    last_two, last = abs(number) % 100, abs(number) % 10
    if 11 <= last_two <= 14:
        return many
    if last == 1:
        return one
    return few if 2 <= last <= 4 else many


def counted(number: int, one: str, few: str, many: str) -> str:
    """The number with its word, thousands set apart: «1 250 рядків»."""
    digits = f"{number:,}".replace(",", "\u00a0")
    return f"{digits} {plural(number, one, few, many)}"


def counted_rows(number: int) -> str:
    """«12 рядків»."""
    return counted(number, "рядок", "рядки", "рядків")


def counted_events(number: int) -> str:
    """«3 заходи»."""
    return counted(number, "захід", "заходи", "заходів")
