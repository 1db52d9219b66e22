"""How an entry of the history is told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ui.columns import Detail, Part, short

if TYPE_CHECKING:
    from courtcomms.store import HistoryEntry

_FIELDS = {
    "": "захід",
    "report": "Звіт",
    "anchors": "Гіперпосилання",
    "state": "Кошик",
    "standing": "Повернення щокварталу",
    "closed_on": "Дата завершення",
}
_STATES = {"live": "у реєстрі", "trashed": "у кошику", "withdrawn": "скасовано"}
NOBODY = "не вказано"


def part_of(entry: HistoryEntry) -> Part | None:
    """The cell or detail whose text was changed; ``None`` for anything else."""
    if entry.column is not None:
        return entry.column
    return Detail(entry.field) if entry.field in tuple(Detail) else None


def has_texts(entry: HistoryEntry) -> bool:
    """Whether something was before and after that can be compared; else the entry's own words say it all."""
    return entry.field not in ("", "report")


def place_of(entry: HistoryEntry) -> str:
    """Which cell it was, or what else of the event."""
    part = part_of(entry)
    return short(part) if part is not None else _FIELDS.get(entry.field, entry.field)


def moment(entry: HistoryEntry, today: datetime) -> str:
    """The local time: «сьогодні о 14:02», «13.08.2021 о 09:30»."""
    when = entry.when.astimezone(today.tzinfo)
    day = "сьогодні" if when.date() == today.date() else when.strftime("%d.%m.%Y")
    return f"{day} о {when:%H:%M}"


def told(entry: HistoryEntry, stored: str | None) -> str:
    """A value before or after as the user knows it."""
    if entry.field == "state":
        return _STATES.get(stored or "", "")
    if entry.field == "standing":
        return stored or "за датою проведення"
    if entry.field == "closed_on" and stored:
        return datetime.fromisoformat(stored).strftime("%d.%m.%Y")
    return stored or ""
