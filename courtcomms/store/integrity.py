"""Whether the register is sound: its file, references, search index, sent reports and what is derived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from courtcomms.plural import counted_events, plural
from courtcomms.store import derived, search, sent_reports
from courtcomms.store.chunks import chunks
from courtcomms.store.identity import APPLICATION_ID, SCHEMA_VERSION
from courtcomms.store.tables import EventLinkRecord, EventRecord

_DERIVED = (
    *("rules_version", "date_kind", "date_start", "date_end", "date_list", "date_confidence"),
    *("participants_kind", "participants_low", "participants_high", "media_count", "link_count"),
    *(f"{column.value}_key" for column in derived.SORTED_BY_TEXT),
)


def of_file(session: Session) -> tuple[str, ...]:
    """What is wrong with the file, its references, its search index and sent reports, in Ukrainian.

    Changes nothing, but needs a writing transaction: FTS5's own check is an INSERT.
    """
    damage = tuple(_file(session))
    # Reading on in a damaged file would only fail.
    return damage or (*_references(session), *_words(session), *sent_reports.problems(session))


def of_readings(session: Session) -> tuple[str, ...]:
    """Which derived columns are not what the rules read in the texts now; about 1 ms an event."""
    return tuple(_understood(session))


def _file(session: Session) -> Iterator[str]:
    if _pragma(session, "application_id") != APPLICATION_ID:
        yield "Файл не має позначки реєстру цієї програми."
    if _pragma(session, "user_version") != SCHEMA_VERSION:
        yield "Версія схеми у файлі не та, яку очікує програма."
    answers = [row[0] for row in session.connection().exec_driver_sql("PRAGMA integrity_check(5)")]
    if answers != ["ok"]:
        yield (
            f"Файл реєстру пошкоджено ({len(answers)} "
            f"{plural(len(answers), 'пошкодження', 'пошкодження', 'пошкоджень')} або більше): "
            "відновіть його з резервної копії."
        )


def _references(session: Session) -> Iterator[str]:
    broken = session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({row[0] for row in broken}))
        yield f"Записи посилаються на те, чого немає: {len(broken)} у таблицях {tables}."


def _words(session: Session) -> Iterator[str]:
    connection = session.connection()
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("INSERT INTO event_words (event_words) VALUES ('integrity-check')")
    except DatabaseError:
        yield "Пошуковий покажчик пошкоджено: відновіть реєстр із резервної копії."
        return
    rows = connection.exec_driver_sql(f"SELECT rowid, {', '.join(search.COLUMNS)} FROM event_words")
    stored = {row[0]: hash(tuple(row[1:])) for row in rows}
    words = ((row.id, hash(tuple(search.words_of(row).values()))) for row in _events(session))
    wrong = len([event_id for event_id, right in words if stored.pop(event_id, None) != right])
    if wrong + len(stored):
        yield f"Пошуковий покажчик розходиться із заходами: {wrong + len(stored)}."


def _understood(session: Session) -> Iterator[str]:
    """Read everything anew, compare, and forget."""
    counted = select(EventLinkRecord.event_id, func.count()).group_by(EventLinkRecord.event_id)
    links = dict(session.execute(counted).all())
    wrong = 0
    for some in chunks(session.scalars(select(EventRecord.id)).all()):
        rows = derived.rows_of(session, some)
        before = [_values(row) for row in rows]
        with session.no_autoflush:
            derived.read_only(session, rows)
        wrong += sum(
            values != _values(row) or links.get(row.id, 0) != row.link_count
            for row, values in zip(rows, before, strict=True)
        )
        session.expunge_all()
    if wrong:
        yield f"Розпізнані дати, посилання чи числа застаріли: {counted_events(wrong)}."


def _values(row: EventRecord) -> list[object]:
    return [getattr(row, name) for name in _DERIVED]


def _events(session: Session) -> Iterable[EventRecord]:
    return session.scalars(select(EventRecord).execution_options(yield_per=500))


def _pragma(session: Session, name: str) -> object:
    return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
