"""What only all rows of a report together tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from courtcomms.cells.search_key import search_key
from courtcomms.cells.typography import is_blank, plain, visible
from courtcomms.model import Cells, Column, Event, Finding, Repair, Severity
from courtcomms.review.required import NEEDED
from courtcomms.review.row import WRITTEN, finding

#: The columns in which nothing is an answer too.
_MAY_BE_EMPTY = tuple(column for column in WRITTEN if column not in NEEDED)


def same_event_twice(events: Sequence[Event]) -> Iterator[Finding]:
    """Two rows with the same title and the same date, whatever the manner of typing.

    Days of a series have different dates; the same talk for another audience on one day is only a hint.
    """
    seen: dict[tuple[str, object], int] = {}
    for index, event in enumerate(events):
        title = search_key(event.cells.title)
        if not title:
            continue
        first = seen.setdefault((title, _date_key(event)), index)
        if first == index:
            continue
        message = f"Такий самий захід уже є в рядку {first + 1}: однакові назва й дата."
        severity = Severity.WARN if _agree(events[first].cells, event.cells) else Severity.HINT
        yield finding(event, severity, "event_twice", Column.TITLE, message)


def _date_key(event: Event) -> object:
    span = event.date_span
    if span.start is None and span.end is None:
        return plain(event.cells.date)
    return (span.kind, span.start, span.end, span.dates)


def _agree(first: Cells, second: Cells) -> bool:
    """Whether no cell of one row contradicts the other's."""
    columns = (Column.SITE_LINKS, Column.AUDIENCE, Column.PARTICIPANTS)
    pairs = [(first[column], second[column]) for column in columns]
    return all(is_blank(one) or is_blank(other) or plain(one) == plain(other) for one, other in pairs)


def empty_cells_alike(events: Sequence[Event]) -> Iterator[Finding]:
    """Empty cells that are left empty here and have a dash there: the more frequent form for all."""
    forms = [
        (event, column, visible(event.cells[column]).strip())
        for event in events
        for column in _MAY_BE_EMPTY
        if is_blank(event.cells[column])
    ]
    counts = Counter(form for _, _, form in forms)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda form: (counts[form], form == "-", form))
    for event, column, form in forms:
        if form != usual:
            text = event.cells[column]
            label = f"Поставити «{usual}»" if usual else "Лишити порожньою"
            repair = Repair(label, 0, len(text), usual)
            yield finding(event, Severity.HINT, "empty_form", column, _unlike(form, usual), repair=repair)


def _unlike(form: str, usual: str) -> str:
    here = f"Тут «{form}»" if form else "Клітинка порожня"
    there = f"в інших порожніх клітинках «{usual}»" if usual else "в інших порожніх клітинках риски немає"
    return f"{here}, а {there}: зробіть однаково."
