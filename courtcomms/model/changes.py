"""What a step changed; the unit of undo and of history."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CellChange:
    """One field before and after a step.

    ``subject`` is what was changed: ``event``, ``report``, ``report_row``, ``court``, ``court_name``;
    ``field`` its stored field, empty for the row as a whole: it came or went. ``before`` and ``after`` are
    the stored values as JSON text (a whole row as an object of its fields), ``None`` for absent.
    """

    subject: str
    subject_id: int
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What one public method of the register changed; the unit of undo.

    ``step_id`` is 0 when nothing changed. ``label`` is the step's name in Ukrainian, as the undo menu
    shows it. ``events`` and ``reports`` are the ids whose cached copies are stale; ``created`` the ids of
    new events, in order.
    """

    step_id: int = 0
    label: str = ""
    events: tuple[int, ...] = ()
    reports: tuple[int, ...] = ()
    created: tuple[int, ...] = ()
    entries: tuple[CellChange, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return self.step_id != 0
