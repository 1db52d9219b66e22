"""What each action of the table of actions does: the flows by name, and the shortest slots themselves."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.file_commands import FileCommands
from ui.first_steps import FirstSteps
from ui.places import TRASH
from ui.register.flow import EventFlow
from ui.view_commands import ViewCommands

if TYPE_CHECKING:
    from ui.help.flow import HelpFlow
    from ui.imports.flow import ImportFlow
    from ui.main_window import MainWindow
    from ui.replace.flow import ReplaceFlow
    from ui.report.export_flow import ExportFlow


class Commands(QObject):
    """The slots that the table of actions names by their path from here.

    Flows and dialogs are imported when first asked for, so that the window is there sooner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        parts, messenger = window.parts, window.messenger
        self.events = EventFlow(parts.service, parts.workspace, window.table, window.page.view, messenger)
        self.events.finished.connect(window.status.note)
        self.files = FileCommands(window, self)
        self.steps = FirstSteps(window, self)
        self.view = ViewCommands(window, self)

    @cached_property
    def importing(self) -> ImportFlow:
        """The way of an import."""
        from ui.imports.flow import ImportFlow

        flow = ImportFlow(self._window, self._parts, self._window.messenger)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def exporting(self) -> ExportFlow:
        """The way of an export."""
        from ui.report.export_flow import ExportFlow

        flow = ExportFlow(self._window, self._parts, self._window.messenger)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def replacing(self) -> ReplaceFlow:
        """Find and replace."""
        from ui.replace.flow import ReplaceFlow

        flow = ReplaceFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def help(self) -> HelpFlow:
        """The manual, the keys, the versions."""
        from ui.help.flow import HelpFlow

        return HelpFlow(self._window)

    def undo(self) -> None:
        self._window.panel.save()
        self._parts.history.undo()

    def redo(self) -> None:
        self._window.panel.save()
        self._parts.history.redo()

    def add_event(self) -> None:
        self._window.panel.save()
        self.events.add()

    def trash_event(self) -> None:
        self._window.panel.save()
        self.events.trash()

    def restore_event(self) -> None:
        self.events.restore()

    def find(self) -> None:
        self._window.search.begin()

    def step(self) -> None:
        """The one step that an empty table offers."""
        if self._window.search.text:
            self._window.search.clear()
        elif self._parts.workspace.place != TRASH:
            self.add_event()

    def edit_first(self) -> None:
        """Begin to fill in the chosen event."""
        self._window.actions_["editor"].setChecked(True)
        self._window.panel.focus_first()
