"""The rules of the review: each takes a row and the report's period and yields findings.

They speak of what `cells` understood; what they say is for the author of the row, in Ukrainian.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from courtcomms.cells.links import read_links
from courtcomms.cells.media import read_media
from courtcomms.cells.typography import is_blank
from courtcomms.model import (
    Column,
    Confidence,
    DateKind,
    Event,
    Finding,
    LinkFlaw,
    ParticipantsKind,
    Severity,
)
from courtcomms.period import Period

Rule = Callable[[Event, Period], Iterator[Finding]]

_NEEDED = {
    Column.TITLE: "Немає назви заходу.",
    Column.GOAL: "Немає комунікаційної цілі заходу.",
    Column.DATE: "Немає дати проведення.",
    Column.AUDIENCE: "Не вказано цільову аудиторію.",
    Column.RESPONSIBLE: "Не вказано відповідальну особу.",
}

_FLAWS = {
    LinkFlaw.NO_SCHEME: (Severity.WARN, "Посилання без «https://»: у документі воно може не відкритися."),
    LinkFlaw.OTHER_SCHEME: (Severity.ERROR, "Це не адреса сторінки в інтернеті (очікується http або https)."),
    LinkFlaw.GLUED: (Severity.WARN, "Два посилання злиплися: розділіть їх новим рядком."),
    LinkFlaw.BROKEN: (Severity.WARN, "Посилання розірване: з'єднайте його в один рядок."),
    LinkFlaw.NOT_AN_ADDRESS: (Severity.ERROR, "Адреса записана з помилкою: відкрити її неможливо."),
}


def needed_cells(event: Event, period: Period) -> Iterator[Finding]:
    """The form asks for a title, goal, date, audience and responsible in every row."""
    for column, message in _NEEDED.items():
        if is_blank(event.cells[column]):
            severity = Severity.ERROR if column is Column.TITLE else Severity.WARN
            yield _whole(event, column, severity, f"no_{column.value}", message)


def date_that_reads(event: Event, period: Period) -> Iterator[Finding]:
    """A date that does not exist, cannot be meant, had to be guessed, or says nothing certain."""
    span = event.date_span
    if span.kind is DateKind.INVALID:
        message = "Такої дати не існує: перевірте число і місяць."
        yield _whole(event, Column.DATE, Severity.ERROR, "date_invalid", message)
    elif span.confidence is Confidence.SUSPICIOUS:
        message = "Дата читається, але навряд чи така малась на увазі: перевірте рік і порядок дат."
        yield _whole(event, Column.DATE, Severity.WARN, "date_suspicious", message)
    elif span.confidence is Confidence.PROBABLE:
        message = f"Дату зрозуміло лише здогадно{_as_read(event)}: перевірте літери й розділові знаки."
        yield _whole(event, Column.DATE, Severity.WARN, "date_probable", message)
    elif span.kind is DateKind.TEXT:
        message = "З цього тексту дату не зрозуміло."
        yield _whole(event, Column.DATE, Severity.HINT, "date_text", message)


def _as_read(event: Event) -> str:
    start, end = event.date_span.start, event.date_span.end
    if start is None:
        return ""
    if end is None or end == start:
        return f" ({start:%d.%m.%Y})"
    return f" ({start:%d.%m.%Y} – {end:%d.%m.%Y})"


def date_in_period(event: Event, period: Period) -> Iterator[Finding]:
    """A dated event belongs into the report of its own quarter."""
    span = event.date_span
    if span.start is None and span.end is None:
        return
    if not period.overlaps(span.start, span.end):
        message = f"Дата поза звітним періодом ({period.start:%d.%m.%Y} – {period.end:%d.%m.%Y})."
        yield _whole(event, Column.DATE, Severity.WARN, "date_outside", message)


def media_number(event: Event, period: Period) -> Iterator[Finding]:
    """The number that the cell names against the publications that it names."""
    media = read_media(event.cells.media, event.cells.anchors_of(Column.MEDIA))
    if media.stated is not None and media.items and media.stated != len(media.items):
        message = f"Указано публікацій: {media.stated}, а названо: {len(media.items)}."
        yield _whole(event, Column.MEDIA, Severity.WARN, "media_count", message)
    elif media.stated and not media.items:
        message = "Указано лише кількість публікацій, без посилань."
        yield _whole(event, Column.MEDIA, Severity.HINT, "media_no_links", message)


def participants_number(event: Event, period: Period) -> Iterator[Finding]:
    """A participants cell with words where a number is wanted."""
    if event.participants.kind is ParticipantsKind.TEXT:
        message = "Кількість учасників не зрозуміло: у підсумки цей рядок не ввійде."
        yield _whole(event, Column.PARTICIPANTS, Severity.HINT, "participants_text", message)


def link_flaws(event: Event, period: Period) -> Iterator[Finding]:
    """What the text alone tells to be wrong with a link."""
    for column in (Column.SITE_LINKS, Column.MEDIA):
        for link in read_links(event.cells[column], event.cells.anchors_of(column)):
            if link.flaw is not None:
                severity, message = _FLAWS[link.flaw]
                code = f"link_{link.flaw.value}"
                yield Finding(severity, code, event.id, column, message, link.start, link.end)


def same_link_twice(event: Event, period: Period) -> Iterator[Finding]:
    """The same address a second time in one cell."""
    for column in (Column.SITE_LINKS, Column.MEDIA):
        seen: set[str] = set()
        for link in read_links(event.cells[column], event.cells.anchors_of(column)):
            if link.target in seen:
                message = "Те саме посилання вдруге в цій клітинці."
                yield Finding(Severity.WARN, "link_twice", event.id, column, message, link.start, link.end)
            seen.add(link.target)


def _whole(event: Event, column: Column, severity: Severity, code: str, message: str) -> Finding:
    return Finding(severity, code, event.id, column, message, 0, len(event.cells[column]))


RULES: tuple[Rule, ...] = (
    needed_cells,
    date_that_reads,
    date_in_period,
    media_number,
    participants_number,
    link_flaws,
    same_link_twice,
)
