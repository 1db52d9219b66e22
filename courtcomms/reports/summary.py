"""One table over several quarters: a half-year's or a year's, put together from the quarters' reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from courtcomms.model import Column, Court, Event
from courtcomms.period import Period
from courtcomms.reports.carry_over import returns
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import (
    CellContent,
    ReportSnapshot,
    Row,
    SectionRow,
    plain_cell,
    take_snapshot,
    unbroken_period,
)
from courtcomms.reports.summary_cells import Version, joined_cell


@dataclass(frozen=True, slots=True)
class QuarterRows:
    """The report of a quarter: its events in its order, with the texts that it has."""

    quarter: Period
    events: tuple[Event, ...]


def snapshot_together(
    form: ReportForm, court: Court, period: Period, quarters: Sequence[QuarterRows]
) -> ReportSnapshot:
    """Each event once: standing ones as the newest report orders them, then the others by date.

    ``quarters`` are oldest first. A standing event that the newest report no longer has comes after those
    it has. Where the quarters' cells differ, the cell tells what each of them had.
    """
    stories = _stories(quarters)
    newest = [story.newest for story in stories]
    snapshot = take_snapshot(form, court, period, newest)
    if not stories:
        return snapshot
    return replace(snapshot, rows=tuple(_row(place, story) for place, story in enumerate(stories, 1)))


def snapshot_by_quarters(
    form: ReportForm, court: Court, period: Period, quarters: Sequence[QuarterRows]
) -> ReportSnapshot:
    """The quarters' rows one after another, each quarter under its name; numbered through.

    ``quarters`` are oldest first. A quarter without events says so in its line.
    """
    events = [event for report in quarters for event in report.events]
    sections, place = [], 0
    for report in quarters:
        nothing = "" if report.events else " – заходів не було"
        sections.append(SectionRow(place, unbroken_period(report.quarter) + nothing))
        place += len(report.events)
    snapshot = take_snapshot(form, court, period, events)
    return replace(snapshot, sections=tuple(sections)) if events else snapshot


@dataclass(frozen=True, slots=True)
class _Story:
    """An event over the quarters in which it stood, oldest first; ``place`` is that in the newest of them."""

    versions: tuple[Version, ...]
    newest: Event
    place: int

    @property
    def quarter(self) -> Period:
        return self.versions[-1].quarter


def _stories(quarters: Sequence[QuarterRows]) -> list[_Story]:
    versions: dict[int, list[Version]] = {}
    newest: dict[int, tuple[Event, int]] = {}
    for report in quarters:
        for place, event in enumerate(report.events):
            versions.setdefault(event.id, []).append(Version(report.quarter, event.cells))
            newest[event.id] = (event, place)
    stories = [_Story(tuple(told), *newest[event_id]) for event_id, told in versions.items()]
    standing = sorted((story for story in stories if returns(story.newest)), key=_by_newest)
    return standing + sorted((story for story in stories if not returns(story.newest)), key=_by_date)


def _by_newest(story: _Story) -> tuple[int, int]:
    return -story.quarter.end.toordinal(), story.place


def _by_date(story: _Story) -> tuple[date, date, int]:
    """By the first day; what tells none stands at its quarter's end."""
    span = story.newest.date_span
    return span.start or span.end or story.quarter.end, story.quarter.end, story.place


def _row(place: int, story: _Story) -> Row:
    return (plain_cell(str(place)), *_cells(story))


def _cells(story: _Story) -> Iterator[CellContent]:
    for column in Column:
        if column is not Column.NUMBER:
            yield joined_cell(column, story.versions)
