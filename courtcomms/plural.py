"""Ukrainian plurals."""

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
