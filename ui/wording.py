"""Ukrainian words that depend on a number or a date."""

from __future__ import annotations

from datetime import date

from courtcomms.plural import counted
from courtcomms.plural import counted_events as events
from courtcomms.plural import counted_rows as rows

__all__ = ["MONTHS", "MONTHS_OF", "counted", "day", "digits", "events", "listed", "rows", "thousands"]

MONTHS = (
    "січень", "лютий", "березень", "квітень", "травень", "червень",
    "липень", "серпень", "вересень", "жовтень", "листопад", "грудень",
)  # fmt: skip
MONTHS_OF = (
    "січня", "лютого", "березня", "квітня", "травня", "червня",
    "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
)  # fmt: skip


def day(value: date) -> str:
    """«13 серпня 2021»."""
    return f"{value.day} {MONTHS_OF[value.month - 1]} {value.year}"


def digits(value: date) -> str:
    """«13.08.2021»."""
    return value.strftime("%d.%m.%Y")


def thousands(number: int) -> str:
    """«12 000»."""
    return f"{number:,}".replace(",", "\u00a0")


def listed(parts: list[str]) -> str:
    """«а, б і в»."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} і {parts[-1]}" if parts else ""
