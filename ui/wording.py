"""Ukrainian words that depend on a number or a date."""

from __future__ import annotations

from datetime import date

from courtcomms.plural import plural

MONTHS = (
    "січень", "лютий", "березень", "квітень", "травень", "червень",
    "липень", "серпень", "вересень", "жовтень", "листопад", "грудень",
)  # fmt: skip
MONTHS_OF = (
    "січня", "лютого", "березня", "квітня", "травня", "червня",
    "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
)  # fmt: skip


def counted(number: int, one: str, few: str, many: str) -> str:
    """The number with its word, thousands set apart: «1 250 рядків»."""
    digits = f"{number:,}".replace(",", "\u00a0")
    return f"{digits} {plural(number, one, few, many)}"


def rows(number: int) -> str:
    """«12 рядків»."""
    return counted(number, "рядок", "рядки", "рядків")


def events(number: int) -> str:
    """«3 заходи»."""
    return counted(number, "захід", "заходи", "заходів")


def day(value: date) -> str:
    """«13 серпня 2021»."""
    return f"{value.day} {MONTHS_OF[value.month - 1]} {value.year}"


def digits(value: date) -> str:
    """«13.08.2021»."""
    return value.strftime("%d.%m.%Y")


def listed(parts: list[str]) -> str:
    """«а, б і в»."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} і {parts[-1]}" if parts else ""
