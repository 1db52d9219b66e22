"""Any order of work, undo and redo gives what a plain model of it gives."""

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from courtcomms.model import Cells, Column, Court, CourtName, EventState
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register

PERIODS = (Period.quarter(2021, 3), Period.quarter(2021, 4))
COLUMNS = st.sampled_from([Column.TITLE, Column.GOAL, Column.RESPONSIBLE])
TEXTS = st.sampled_from(["", "суд", "Суд", "брифінг\u00a05", "їжак 🎙️", "об'єднання"])


@dataclass(frozen=True)
class World:
    """What the user sees: texts and states of events, and of each report its rows in order."""

    texts: dict[int, dict[Column, str]] = field(default_factory=dict)
    states: dict[int, EventState] = field(default_factory=dict)
    rows: dict[Period, tuple[int, ...]] = field(default_factory=dict)
    excluded: frozenset[tuple[Period, int]] = frozenset()


class Work(RuleBasedStateMachine):
    """Undated events, so that a report's rows are exactly those that were put there."""

    events = Bundle("events")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.register = Register.open(self.folder / "register.sqlite3")
        self.world = World()
        self.done: list[tuple[int, World]] = []
        self.undone: list[tuple[int, World]] = []

    def teardown(self) -> None:
        assert self.register.integrity() == ()
        self.register.close()
        shutil.rmtree(self.folder)

    @initialize()
    def court(self) -> None:
        self.register.save_court(Court(0, (CourtName("Суд", "Суду"),)))

    def step(self, changes, world: World) -> None:
        """A step of the user: something to undo, and nothing to redo any more."""
        assert bool(changes) == (world != self.world)
        if changes:
            self.done.append((changes.step_id, self.world))
            self.undone.clear()
            self.world = world

    @rule(target=events, text=TEXTS, period=st.sampled_from([None, *PERIODS]))
    def add(self, text, period):
        changes = self.register.add_event(1, Cells(title=text), period=period)
        (event_id,) = changes.created
        rows = dict(self.world.rows)
        if period is not None:
            rows[period] = (*rows.get(period, ()), event_id)
        self.step(
            changes,
            replace(
                self.world,
                texts={**self.world.texts, event_id: {Column.TITLE: text}},
                states={**self.world.states, event_id: EventState.LIVE},
                rows=rows,
            ),
        )
        return event_id

    @rule(target=events, texts=st.lists(TEXTS, max_size=4), period=st.sampled_from(PERIODS))
    def add_rows(self, texts, period):
        """Placed rows stand before those that were typed in; the model places all of these first."""
        if any(event_id for event_id in self.world.rows.get(period, ())):
            return multiple()
        changes = self.register.add_rows(1, period, [Cells(title=text) for text in texts], label="Імпорт")
        new = dict(zip(changes.created, texts, strict=True))
        self.step(
            changes,
            replace(
                self.world,
                texts={**self.world.texts, **{id_: {Column.TITLE: text} for id_, text in new.items()}},
                states={**self.world.states, **dict.fromkeys(new, EventState.LIVE)},
                rows={**self.world.rows, period: tuple(new)},
            ),
        )
        return multiple(*new)

    def live(self, event_id):
        return self.world.states.get(event_id) is EventState.LIVE

    @rule(event_id=events, column=COLUMNS, text=TEXTS)
    def edit(self, event_id, column, text):
        if self.live(event_id):
            (event,) = self.register.events([event_id])
            changes = self.register.set_cell(event_id, column, text, version=event.version)
            texts = {**self.world.texts[event_id], column: text}
            if event.cells[column] == text:
                texts = self.world.texts[event_id]
            self.step(changes, replace(self.world, texts={**self.world.texts, event_id: texts}))

    @rule(ids=st.lists(events, max_size=3), state=st.sampled_from([EventState.TRASHED, EventState.LIVE]))
    def trash_or_restore(self, ids, state):
        act = self.register.trash_events if state is EventState.TRASHED else self.register.restore_events
        known = {event_id: state for event_id in ids if event_id in self.world.states}
        self.step(act(ids), replace(self.world, states={**self.world.states, **known}))

    @rule(data=st.data(), period=st.sampled_from(PERIODS))
    def move(self, data, period):
        rows = [event_id for event_id in self.world.rows.get(period, ()) if self.live(event_id)]
        if len(rows) < 2 or any(not self.live(event_id) for event_id in self.world.rows[period]):
            return
        event_id = data.draw(st.sampled_from(rows))
        others = [other for other in rows if other != event_id]
        place = data.draw(st.integers(0, len(others)))
        report = self.register.report(1, period)
        after = others[place - 1] if place else None
        moved = (*others[:place], event_id, *others[place:])
        self.step(
            self.register.move_row(report.id, event_id, after=after),
            replace(self.world, rows={**self.world.rows, period: moved}),
        )

    @rule(event_id=events, period=st.sampled_from(PERIODS), included=st.booleans())
    def include(self, event_id, period, included):
        if not self.live(event_id) or event_id not in self.world.rows.get(period, ()):
            return
        excluded = (
            self.world.excluded - {(period, event_id)}
            if included
            else self.world.excluded | {(period, event_id)}
        )
        report = self.register.report(1, period)
        self.step(
            self.register.set_included(report.id, event_id, included), replace(self.world, excluded=excluded)
        )

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        step_id, before = self.done.pop()
        changes = self.register.revert(step_id)
        self.undone.append((changes.step_id, self.world))
        self.world = before

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        step_id, after = self.undone.pop()
        changes = self.register.revert(step_id)
        self.done.append((changes.step_id, self.world))
        self.world = after

    @rule()
    def reopen(self):
        self.register.close()
        self.register = Register.open(self.folder / "register.sqlite3")

    @invariant()
    def looks_as_the_model(self):
        for state in (EventState.LIVE, EventState.TRASHED):
            ids = self.register.event_ids(EventQuery(1, state=state))
            assert set(ids) == {id_ for id_, its in self.world.states.items() if its is state}
            for event in self.register.events(ids):
                texts = {column: text for column, text in event.cells.texts() if text}
                assert texts == {column: text for column, text in self.world.texts[event.id].items() if text}
        counted = {report.period: report.rows for report in self.register.reports(1)}
        assert counted.keys() == self.world.rows.keys()
        for period, rows in self.world.rows.items():
            shown = tuple(id_ for id_ in rows if self.live(id_) and (period, id_) not in self.world.excluded)
            assert self.register.event_ids(EventQuery(1, period=period)) == shown
            assert self.register.report(1, period).rows == counted[period] == len(shown)

    @invariant()
    def finds_what_is_there(self):
        found = self.register.event_ids(EventQuery(1, search="суд"))
        expected = {
            id_
            for id_, texts in self.world.texts.items()
            if self.live(id_) and "суд" in " ".join(texts.values()).lower()
        }
        assert set(found) == expected


TestWork = Work.TestCase
TestWork.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
