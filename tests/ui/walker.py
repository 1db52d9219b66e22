"""Who walks about the program at random: what she can do next, and what must hold whatever she did."""

from __future__ import annotations

from collections.abc import Sequence

from hands import press, settle, type_text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from courtcomms.model import Cells, Event, EventState
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register
from ui.columns import COLUMNS, WRITTEN
from ui.main_window import MainWindow
from ui.places import ALL, TRASH, Place, PlaceKind
from ui.register.queries import event_query, overview

#: What leaves the program, ends it, or only shows a page of words.
_ELSEWHERE = {"exit", "folder", "manual", "about", "keys", "backup", "import", "import_folder", "export"}
Held = dict[str, object]


def held(register: Register) -> Held:
    """Everything in a register that the user put there or can see there."""
    (court,) = register.courts()
    ids = {
        state: register.event_ids(EventQuery(court.id, state=state))
        for state in (EventState.LIVE, EventState.TRASHED)
    }
    events = {event.id: _told(event) for some in ids.values() for event in register.events(some)}
    reports = {
        report.period.code: (report.state, _report_rows(register, court.id, report.period))
        for report in register.reports(court.id)
    }
    return {
        "court": court.names,
        "events": events,
        "reports": reports,
        "defaults": register.defaults(court.id),
        "outlets": [(outlet.domain, outlet.name) for outlet in register.outlets()],
        "hidden": register.dismissals(court.id),
    }


def differences(before: Held, after: Held) -> list[object]:
    """What is not as it was, short enough to be read."""
    found: list[object] = []
    for part, was in before.items():
        now = after[part]
        if isinstance(was, dict) and isinstance(now, dict):
            keys = [*was, *(key for key in now if key not in was)]
            found += [(part, key, was.get(key), now.get(key)) for key in keys if was.get(key) != now.get(key)]
        elif was != now:
            found.append((part, was, now))
    return found


def _told(event: Event) -> tuple[object, ...]:
    return event.cells, event.state, event.note, event.tags, event.closed_on, event.is_standing


def _report_rows(register: Register, court_id: int, period: Period) -> tuple[tuple[int, Cells], ...]:
    ids = register.event_ids(EventQuery(court_id, period=period))
    frozen = register.submitted_report(court_id, period)
    events = register.frozen_events(frozen) if frozen else register.events(ids)
    return tuple((event.id, event.cells) for event in events)


class Walker:
    """The window under her hands."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.listed = True
        window.parts.service.changed.connect(self._hear)
        window.table.listed.connect(self._see)

    @property
    def register(self) -> Register:
        """What lies on the disk."""
        return self.window.parts.service._desk.register

    @property
    def open_actions(self) -> list[str]:
        """The actions that are allowed here and now, in the order of the table."""
        actions = self.window.actions_
        return [name for name in actions._actions if actions[name].isEnabled() and name not in _ELSEWHERE]

    @property
    def places(self) -> list[Place]:
        """Where she can go."""
        reports = [
            Place(PlaceKind.REPORT, one.period) for one in self.window.parts.workspace.overview.reports
        ]
        return [*reports, ALL, TRASH]

    def dialogs(self) -> list[QDialog]:
        """The dialogs that are open, the uppermost last."""
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def answer(self, agree: bool) -> None:
        """Close whatever opened: agree with it where it can be agreed with, or not."""
        for menu in self.window.findChildren(QMenu):
            menu.close()
        settle()
        for _ in range(4):
            open_now = self.dialogs()
            if not open_now:
                return
            dialog = open_now[-1]
            action = getattr(dialog, "action", None)
            may = agree and not isinstance(dialog, QFileDialog) and (action is None or action.isEnabled())
            dialog.accept() if may else dialog.reject()
            settle()
        assert not self.dialogs()

    def write(self, text: str) -> None:
        """Type where the keyboard is, as a person does; nothing, where it is nowhere."""
        for letter in text:
            widget = QApplication.focusWidget()
            if widget is not None:
                type_text(widget, letter)
        settle()

    def key(self, key: Qt.Key, held_down: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        widget = QApplication.focusWidget()
        if widget is not None:
            press(widget, key, held_down)
        settle()

    def rest(self) -> None:
        """Leave what is being typed."""
        self.window.page.view.finish_typing()
        self.window.panel.save()
        settle()

    def look(self) -> None:
        """What the window shows is what the register holds."""
        self._look_at_places()
        self._look_at_rows()
        self._look_at_panel()
        self._look_at_focus()

    def _look_at_places(self) -> None:
        workspace = self.window.parts.workspace
        assert workspace.overview == overview(self.register)
        assert workspace.place in self.places

    def _look_at_rows(self) -> None:
        table = self.window.table
        query = table.query
        assert query is not None
        assert query.place == self.window.parts.workspace.place
        if self.listed:
            assert table.ids == self.register.event_ids(event_query(query))
        stored = (
            self.register.frozen_events(table.frozen) if table.frozen else self.register.events(table.ids)
        )
        by_id = {event.id: event for event in stored}
        for row, event_id in enumerate(table.ids):
            shown = [table.index(row, COLUMNS.index(column)).data() for column in WRITTEN]
            assert shown == [by_id[event_id].cells[column] for column in WRITTEN]

    def _look_at_panel(self) -> None:
        window = self.window
        panel, event = window.panel, window.panel.event_shown
        assert (event.id if event is not None else 0) == window.page.view.current_id
        if event is None:
            return
        assert window.parts.saver.drafts == 0, [field.note for field in panel.fields.values()]
        for column, field in panel.fields.items():
            if not field.dirty:
                assert field.edit.text() == window.table.event_at(window.table.row_of(event.id)).cells[column]

    def _look_at_focus(self) -> None:
        if not self.window.isActiveWindow():
            return
        widget: QWidget | None = QApplication.focusWidget()
        assert widget is not None, "the keyboard is nowhere"
        assert widget.isVisible(), widget

    def _hear(self, outcome: object) -> None:
        self.listed = self.listed and not getattr(outcome, "cells_only", False)

    def _see(self, _rows: int) -> None:
        self.listed = True


def refusals(window: MainWindow) -> Sequence[str]:
    """What the window refuses in boxes right now."""
    return [one.text() for one in window.findChildren(QMessageBox) if one.isVisible()]
