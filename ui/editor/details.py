"""What an event has beside its nine cells: a note, tags, and whether it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from courtcomms.errors import Missing
from courtcomms.model import Changes, Event
from ui.columns import Detail, Part

if TYPE_CHECKING:
    from courtcomms.store import EventDetails, Register

_GONE = "Цього заходу в реєстрі вже немає: зміну не збережено. Оновіть таблицю."


def stored_text(event: Event, part: Part) -> str:
    """The text of a cell or a detail, as its field shows it."""
    if part is Detail.NOTE:
        return event.note
    return ", ".join(event.tags) if isinstance(part, Detail) else event.cells[part]


def same_text(event: Event, part: Part, text: str) -> bool:
    """Whether a field's text says what is stored; of tags the words count, not the blanks between them."""
    return tags_of(text) == event.tags if part is Detail.TAGS else text == stored_text(event, part)


def tags_of(text: str) -> tuple[str, ...]:
    """The tags of a field: set apart by commas, semicolons and lines, each once."""
    parts = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def set_detail(register: Register, event_id: int, detail: Detail, text: str, version: int) -> Changes:
    """Write the note or the tags of an event that was read at ``version``.

    Raises:
        Conflict: changed elsewhere since, or in the trash. Missing: no such event.
    """
    known = _details(_event(register, event_id))
    note, tags = (text, known.tags) if detail is Detail.NOTE else (known.note, tags_of(text))
    return register.set_details(event_id, replace(known, note=note, tags=tags), version=version)


def set_standing(register: Register, event_id: int, standing: bool | None) -> Changes:
    """The user's word on whether an event returns each quarter; ``None`` leaves it to its date.

    Raises:
        Conflict: in the trash. Missing: no such event.
    """
    event = _event(register, event_id)
    details = replace(_details(event), standing=standing)
    return register.set_details(event_id, details, version=event.version)


def _event(register: Register, event_id: int) -> Event:
    found = register.events([event_id])
    if not found:
        raise Missing(_GONE)
    return found[0]


def _details(event: Event) -> EventDetails:
    from courtcomms.store import EventDetails

    return EventDetails(event.note, event.tags, event.standing, event.closed_on)
