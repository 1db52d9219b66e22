"""What the findings ask of the register; each runs in the register's worker thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from courtcomms.errors import Conflict
from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import Changes, Court, Dismissal, Event, Finding, LinkStatus
from courtcomms.period import Period
from courtcomms.progress import Progress
from ui.findings.repairs import CellRepair

if TYPE_CHECKING:
    from courtcomms.store import Register

#: Events are read in such portions.
_PORTION = 500


@dataclass(frozen=True, slots=True)
class Material:
    """What a check works on: the rows of a report in its order, and what was hidden in it.

    ``events`` is ``None`` where there are more rows than are checked unasked. ``fresh`` are the rows that
    the report before it did not have. ``statuses`` is what is known of the addresses of its links.
    """

    court: Court
    period: Period
    ids: tuple[int, ...]
    events: tuple[Event, ...] | None
    fresh: frozenset[int]
    dismissed: frozenset[Dismissal]
    statuses: Mapping[str, LinkStatus] = field(default_factory=dict)

    def fits(self, changed: Sequence[int], events: Sequence[Event]) -> bool:
        """Whether these are all the changed events, and the rows are known."""
        return self.events is not None and {event.id for event in events} >= set(changed)

    def with_events(self, events: Sequence[Event]) -> Material:
        """The same rows with some events as they are now."""
        now = {event.id: event for event in events}
        return replace(self, events=tuple(now.get(event.id, event) for event in self.events or ()))

    def with_statuses(self, known: Mapping[str, LinkStatus | None]) -> Material:
        """The same rows with what is known of some addresses now; the very same where nothing is new."""
        if all(self.statuses.get(url) == status for url, status in known.items()):
            return self
        now = {**self.statuses, **known}
        return replace(self, statuses={url: status for url, status in now.items() if status is not None})


def material(
    register: Register, court: Court, period: Period, before: Period | None, most: int | None
) -> Material:
    """Read what a check needs; of more than ``most`` rows the ids alone. ``before`` is the report before."""
    from courtcomms.store import EventQuery

    ids = register.event_ids(EventQuery(court.id, period=period))
    earlier = register.event_ids(EventQuery(court.id, period=before)) if before is not None else ids
    events: tuple[Event, ...] | None = None
    if most is None or len(ids) <= most:
        portions = (ids[start : start + _PORTION] for start in range(0, len(ids), _PORTION))
        events = tuple(event for portion in portions for event in register.events(portion))
    fresh = frozenset(ids).difference(earlier)
    statuses = _statuses(register, court, period) if events is not None else {}
    return Material(court, period, ids, events, fresh, register.dismissals(court.id), statuses)


def _statuses(register: Register, court: Court, period: Period) -> Mapping[str, LinkStatus]:
    """What is known of the addresses of a report's links."""
    from courtcomms.linkcheck.address import read_address
    from courtcomms.linkcheck.standing import status_of
    from ui.links.statuses import link_histories

    addresses = (read_address(use.target) for use in register.link_uses(court.id, period))
    urls = tuple({address.url for address in addresses if address is not None})
    now = datetime.now(UTC)
    return {
        url: status_of(history.checks, history.confirmation, now)
        for url, history in link_histories(register, urls).items()
    }


def period_before(period: Period, others: Sequence[Period]) -> Period | None:
    """The period of the report before that of a period."""
    earlier = [other for other in others if other.end < period.start]
    return max(earlier, key=lambda other: other.start, default=None)


def examine(material: Material, settings: LinkSettings, progress: Progress) -> tuple[Finding, ...]:
    """Every finding of the rows, the hidden ones too; not in the register's thread."""
    from courtcomms.review import review

    return review(
        material.events or (),
        material.period,
        court=material.court,
        statuses=material.statuses,
        link_settings=settings,
        progress=progress,
    )


def repair(register: Register, cells: Sequence[CellRepair], label: str) -> Changes:
    """Make repairs as one step, in the cells that still have the text they were found in.

    Raises:
        Conflict: none of the cells has.
    """
    from courtcomms.review import repaired
    from courtcomms.store import CellEdit

    events = {event.id: event for event in register.events([cell.event_id for cell in cells])}
    edits = [
        CellEdit(cell.event_id, cell.column, repaired(cell.seen, cell.repairs), events[cell.event_id].version)
        for cell in cells
        if cell.event_id in events and events[cell.event_id].cells[cell.column] == cell.seen
    ]
    if not edits:
        raise Conflict(
            "Текст клітинки тим часом змінився: нічого не виправлено. Звіт перевіряється знову, "
            "виберіть зауваження ще раз."
        )
    return register.set_cells(edits, label=label)


def dismiss(register: Register, findings: Sequence[Dismissal]) -> Changes:
    """Hide findings for their rows."""
    return register.dismiss(findings)


def restore(register: Register, findings: Sequence[Dismissal]) -> Changes:
    """Show hidden findings again."""
    return register.restore_dismissed(findings)
