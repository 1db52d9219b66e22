"""An invented court's quarters, to try the program on and to test it with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from courtcomms.model import Cells, Changes, Column, Court, CourtName
from courtcomms.paths import resources_dir
from courtcomms.period import Period
from courtcomms.store import Register


@dataclass(frozen=True, slots=True)
class SampleEvent:
    """One event of the sample and the periods in whose reports it has a row."""

    cells: Cells
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """The invented court with its events, in the order of the reports."""

    court: Court
    events: tuple[SampleEvent, ...]

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that have a report, oldest first."""
        return tuple(sorted({period for event in self.events for period in event.periods}))


def load_sample() -> Sample:
    """Read the sample from ``resources/sample/register.toml``."""
    with (resources_dir() / "sample" / "register.toml").open("rb") as file:
        data = tomllib.load(file)
    name = CourtName(data["court"]["nominative"], data["court"]["genitive"])
    court = Court(0, (name,), data["court"]["site"], data["court"]["code"])
    return Sample(court, tuple(_event(entry) for entry in data["event"]))


def _event(entry: dict[str, Any]) -> SampleEvent:
    cells = Cells()
    for column in Column:
        cells = cells.with_text(column, entry.get(column.value, ""))
    return SampleEvent(cells, tuple(Period.parse(code) for code in entry["periods"]))


def fill_sample(register: Register) -> Changes:
    """Put the sample's court, events and reports into a register.

    A standing event is one event with a row in each of its reports. Returns the last step, which names
    the newest report.
    """
    sample = load_sample()
    register.save_court(sample.court)
    court = next(court for court in register.courts() if court.names == sample.court.names)
    ids: dict[SampleEvent, int] = {}
    changes = Changes()
    for period in sample.periods:
        changes = _fill_report(register, court.id, period, sample, ids)
    return changes


def _fill_report(
    register: Register, court_id: int, period: Period, sample: Sample, ids: dict[SampleEvent, int]
) -> Changes:
    changes = register.add_report(court_id, period)
    report = register.report(court_id, period)
    assert report is not None
    for event in sample.events:
        if period in event.periods and event in ids:
            changes = register.set_included(report.id, ids[event], True)
    fresh = [event for event in sample.events if period in event.periods and event not in ids]
    if fresh:
        changes = register.add_rows(court_id, period, [event.cells for event in fresh], label="Приклад")
        ids.update(zip(fresh, changes.created, strict=True))
    return changes
