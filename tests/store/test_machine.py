"""Any order of work, undo and redo gives what a plain model of it gives."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
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
from machine_world import World

from courtcomms.errors import Frozen
from courtcomms.model import Cells, Column, Court, CourtName, EventState, ReportState
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register

PERIODS = (Period.quarter(2021, 3), Period.quarter(2021, 4))
COLUMNS = st.sampled_from([Column.TITLE, Column.GOAL, Column.RESPONSIBLE])
TEXTS = st.sampled_from(["", "суд", "Суд", "брифінг\u00a05", "їжак 🎙️", "об'єднання"])


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

    def refused(self, period, act):
        """Whether an act would reach the rows of a submitted report; then it must be refused."""
        if period not in self.world.sent:
            return False
        with pytest.raises(Frozen):
            act()
        return True

    @rule(target=events, text=TEXTS, period=st.sampled_from([None, *PERIODS]))
    def add(self, text, period):
        if self.refused(period, lambda: self.register.add_event(1, Cells(title=text), period=period)):
            return multiple()
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
                checked=self.world.unchecked(period=period),
            ),
        )
        return event_id

    @rule(target=events, texts=st.lists(TEXTS, max_size=4), period=st.sampled_from(PERIODS))
    def add_rows(self, texts, period):
        """Placed rows stand before those that were typed in; the model places all of these first."""
        if any(event_id for event_id in self.world.rows.get(period, ())) or period in self.world.sent:
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
                checked=self.world.unchecked(period=period if new else None),
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
            checked, known = self.world.unchecked(event_id), self.world.texts
            after = replace(self.world, texts={**known, event_id: texts}, checked=checked)
            self.step(changes, self.world if event.cells[column] == text else after)

    @rule(ids=st.lists(events, max_size=3), state=st.sampled_from([EventState.TRASHED, EventState.LIVE]))
    def trash_or_restore(self, ids, state):
        act = self.register.trash_events if state is EventState.TRASHED else self.register.restore_events
        known = {event_id: state for event_id in ids if event_id in self.world.states}
        turned = [event_id for event_id in known if self.world.states[event_id] is not state]
        checked = self.world.unchecked(*turned)
        self.step(act(ids), replace(self.world, states={**self.world.states, **known}, checked=checked))

    @rule(data=st.data(), period=st.sampled_from(PERIODS))
    def move(self, data, period):
        """Some rows, in any order among themselves, behind another one or first."""
        rows = self.world.rows.get(period, ())
        if len(rows) < 2 or not all(self.live(event_id) for event_id in rows):
            return
        block = data.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=3, unique=True))
        others = [other for other in rows if other not in block]
        place = data.draw(st.integers(0, len(others)))
        report, after = self.register.report(1, period), others[place - 1] if place else None
        if self.refused(period, lambda: self.register.move_rows(report.id, block, after=after)):
            return
        moved = (*others[:place], *block, *others[place:])
        checked = self.world.checked if moved == rows else self.world.unchecked(period=period)
        self.step(
            self.register.move_rows(report.id, block, after=after),
            replace(self.world, rows={**self.world.rows, period: moved}, checked=checked),
        )

    @rule(ids=st.lists(events, max_size=2), period=st.sampled_from(PERIODS), included=st.booleans())
    def include(self, ids, period, included):
        rows = self.world.rows.get(period, ())
        ids = [event_id for event_id in ids if self.live(event_id) and event_id in rows]
        if not ids or period in self.world.sent:
            return
        pairs = frozenset((period, event_id) for event_id in ids)
        excluded = self.world.excluded - pairs if included else self.world.excluded | pairs
        same = excluded == self.world.excluded
        checked = self.world.checked if same else self.world.unchecked(period=period)
        report = self.register.report(1, period)
        self.step(
            self.register.set_included(report.id, ids, included),
            replace(self.world, excluded=excluded, checked=checked),
        )

    @rule(ids=st.lists(events, max_size=4, unique=True), period=st.sampled_from(PERIODS))
    def carry_over(self, ids, period):
        """No event of the model stands, so all that is carried goes first."""
        ids = [event_id for event_id in ids if self.live(event_id)]
        if self.refused(period, lambda: self.register.carry_over(1, period, ids)):
            return
        rows = self.world.rows.get(period, ())
        fresh = [id_ for id_ in ids if id_ not in rows or (period, id_) in self.world.excluded]
        changed = fresh or period not in self.world.rows
        self.step(
            self.register.carry_over(1, period, ids),
            replace(
                self.world,
                rows={**self.world.rows, period: (*fresh, *(id_ for id_ in rows if id_ not in fresh))},
                excluded=self.world.excluded - {(period, id_) for id_ in fresh},
                checked=self.world.unchecked(period=period if changed else None),
            ),
        )

    @rule(event_id=events, day=st.sampled_from([None, date(2021, 9, 30), date(2021, 12, 31)]))
    def close(self, event_id, day):
        if not self.live(event_id):
            return
        (event,) = self.register.events([event_id])
        known = {id_: closed for id_, closed in self.world.closed if id_ != event_id}
        if day is None:
            changes = self.register.reopen_event(event_id, version=event.version)
        else:
            known[event_id] = day
            changes = self.register.close_event(event_id, day, version=event.version)
        self.step(changes, replace(self.world, closed=frozenset(known.items())))

    @rule(period=st.sampled_from(PERIODS))
    def check(self, period):
        report = self.register.report(1, period)
        if report is not None and not self.refused(period, lambda: self.register.mark_checked(report.id)):
            checked = self.world.checked | {period}
            self.step(self.register.mark_checked(report.id), replace(self.world, checked=checked))

    @rule(period=st.sampled_from(PERIODS))
    def submit(self, period):
        report = self.register.report(1, period)
        if report is None or period in self.world.sent:
            return
        shown = self.register.current_events(report.id)
        rows = tuple((event.id, event.cells.title) for event in shown)
        changes = self.register.submit(
            report.id, shown, CourtName("Суд", "Суду"), {".docx": repr(rows).encode()}
        )
        sent, checked = {**self.world.sent, period: rows}, self.world.checked - {period}
        self.step(changes, replace(self.world, sent=sent, checked=checked))

    @rule(period=st.sampled_from(PERIODS))
    def take_back_into_work(self, period):
        report = self.register.report(1, period)
        if report is not None:
            sent = {one: rows for one, rows in self.world.sent.items() if one != period}
            checked = self.world.checked - {period}
            self.step(self.register.reopen(report.id), replace(self.world, sent=sent, checked=checked))

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
        for period in self.world.rows:
            shown = self.world.shown(period)
            sent = self.world.sent.get(period)
            ids = shown if sent is None else tuple(id_ for id_, _title in sent)
            report = self.register.report(1, period)
            assert self.register.event_ids(EventQuery(1, period=period)) == ids
            assert report.rows == counted[period] == len(ids)
            assert tuple(event.id for event in self.register.current_events(report.id)) == shown

    @invariant()
    def reports_are_as_far_as_the_model(self):
        for report in self.register.reports(1):
            sent, frozen = self.world.sent.get(report.period), self.register.frozen(report.id)
            assert (report.state is ReportState.CHECKED) == (report.period in self.world.checked)
            assert (report.state is ReportState.SUBMITTED) == (frozen is not None) == (sent is not None)
            if frozen is not None:
                assert tuple((row.event_id, row.cells.title) for row in frozen.rows) == sent
                assert frozen.files == {".docx": repr(sent).encode()}

    @invariant()
    def closed_events_are_those_of_the_model(self):
        events = self.register.events(tuple(self.world.states))
        closed = {(event.id, event.closed_on) for event in events if event.closed_on is not None}
        assert closed == self.world.closed

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
