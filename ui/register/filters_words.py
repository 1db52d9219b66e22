"""A column's filter in words, and days as they are typed into it. No widgets here."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from ui import wording
from ui.columns import short

if TYPE_CHECKING:
    from courtcomms.store import ColumnFilter

_DAY = re.compile(r"(?:(?:(\d{1,2})[.\-/])?(\d{1,2})[.\-/])?(\d{4})")
_LONGEST_VALUE = 40


def described(one: ColumnFilter) -> str:
    """«Цільова аудиторія: працівники суду», as it stands on the filter's chip."""
    parts = [f"«{one.words}»"] if one.words else []
    if one.filled is not None:
        parts.append("заповнено" if one.filled else "порожньо")
    if one.values:
        parts.append(_values(sorted(one.values)))
    if one.standing is not None:
        parts.append("постійні" if one.standing else "не постійні")
    since = wording.digits(one.since) if one.since else None
    until = wording.digits(one.until) if one.until else None
    parts += _bounds(("з", since), ("до", until))
    parts += _bounds(("від", one.least), ("до", one.most))
    return f"{short(one.column)}: {', '.join(parts)}"


def _bounds(*ends: tuple[str, object]) -> list[str]:
    told = [f"{word} {value}" for word, value in ends if value is not None]
    return [" ".join(told)] if told else []


def _values(values: list[str]) -> str:
    if len(values) > 2:
        return wording.counted(len(values), "значення", "значення", "значень")
    return " або ".join(f"«{one_line(value, _LONGEST_VALUE)}»" for value in values)


def one_line(text: str, longest: int) -> str:
    """A cell's text on one line, cut where it is longer."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def day_of(text: str, *, last: bool = False) -> date | None:
    """«13.08.2021», «08.2021» or «2021» as its first day, or its ``last``.

    Raises:
        ValueError: it is none of these, or there is no such day. Nothing typed is no day: ``None``.
    """
    if not text.strip():
        return None
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    day, month, year = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        month = 12 if last else 1
    if day is None:
        day = calendar.monthrange(year, month)[1] if last and 1 <= month <= 12 else 1
    return date(year, month, day)
