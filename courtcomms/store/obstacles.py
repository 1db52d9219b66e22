"""What stands in the way of taking a step back, named in one sentence."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.errors import Conflict, Frozen
from courtcomms.model import EventState
from courtcomms.period import Period
from courtcomms.store import labels
from courtcomms.store.base import Recorded
from courtcomms.store.journal import ChangeRecord, StepRecord
from courtcomms.store.tables import CourtRecord, EventRecord, ReportRecord, ReportRowRecord

_KEPT = "Нічого не змінено, теперішні дані збережено."


def field_changed(
    session: Session, target: StepRecord, entry: ChangeRecord, row: Recorded | None
) -> Conflict:
    """A field has another value than the step left, or its row is gone."""
    if row is None or _state(row) == EventState.WITHDRAWN.value:
        return row_changed(session, target, entry, row)
    stands = isinstance(row, ReportRecord) and entry.field == "state"
    name = "Стан звіту" if stands else labels.FIELD_NAMES.get(entry.field, entry.field)
    return _conflict(target, f"{_subject(session, row)} відтоді змінено: «{name}»{_by(session, entry)}")


def row_changed(session: Session, target: StepRecord, entry: ChangeRecord, row: Recorded | None) -> Conflict:
    """A row is gone, came back, or is not as the step left it."""
    if row is None or _state(row) == EventState.WITHDRAWN.value:
        return _conflict(target, "те, чого вона стосується, вже вилучено або скасовано")
    if _state(row) == EventState.TRASHED.value:
        return _conflict(target, f"{_subject(session, row)} лежить у кошику")
    if entry.after is None:
        return _conflict(target, f"{_subject(session, row)} вже повернуто")
    return _conflict(target, f"{_subject(session, row)} відтоді змінено{_by(session, entry)}")


def report_in_use(target: StepRecord, report: ReportRecord) -> Conflict:
    """A report would go that has rows by now."""
    return _conflict(target, f"звіт за {Period.parse(report.period).title} уже має рядки")


def event_in_use(target: StepRecord, event: EventRecord) -> Conflict:
    """An event would go that was put into a report since."""
    return _conflict(target, f"{_quoted(event)} відтоді поставлено до звіту")


def court_in_use(target: StepRecord) -> Conflict:
    """A court would go that has reports or events by now."""
    return _conflict(target, "у цього суду вже є звіти, заходи чи типові значення")


def submitted(report: ReportRecord) -> Frozen:
    """Something would change the rows of a report that was sent."""
    return Frozen(
        f"Звіт за {Period.parse(report.period).title} подано, його рядки не змінюються: нічого не записано. "
        "Поверніть звіт у роботу і повторіть дію."
    )


def leaned_on(target: StepRecord) -> Conflict:
    """The database itself refuses: what would go is referred to, or its place is taken."""
    return _conflict(target, "на цих даних уже тримаються пізніші записи реєстру")


def _conflict(target: StepRecord, reason: str) -> Conflict:
    title = labels.turned(target.title, target.turn)
    return Conflict(f"Дію «{title}» не скасовано: {reason}. {_KEPT}")


def _state(row: Recorded) -> str:
    return row.state if isinstance(row, EventRecord) else ""


def _by(session: Session, entry: ChangeRecord) -> str:
    """Who changed it last and when, as far as the journal knows."""
    last = session.scalar(
        select(StepRecord)
        .join(ChangeRecord, ChangeRecord.step_id == StepRecord.id)
        .where(
            ChangeRecord.subject == entry.subject,
            ChangeRecord.subject_id == entry.subject_id,
            StepRecord.id > entry.step_id,
        )
        .order_by(StepRecord.id.desc())
        .limit(1)
    )
    if last is None:
        return ""
    when = last.at.astimezone().strftime("%d.%m.%Y о %H:%M")
    return f" ({last.who}, {when})" if last.who else f" ({when})"


def _subject(session: Session, row: Recorded) -> str:
    if isinstance(row, EventRecord):
        return _quoted(row)
    if isinstance(row, ReportRecord):
        return f"звіт за {Period.parse(row.period).title}"
    if isinstance(row, ReportRowRecord):
        event = session.get(EventRecord, row.event_id)
        return f"рядок звіту {_quoted(event)}" if event else "рядок звіту"
    return "суд" if isinstance(row, CourtRecord) else "назву суду"


def _quoted(event: EventRecord) -> str:
    title = " ".join(event.title.split())
    return f"захід «{title[:60]}{'…' if len(title) > 60 else ''}»" if title else f"захід № {event.id}"
