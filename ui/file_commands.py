"""The slots of the menu «Файл»."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.register import queries
from ui.status import show_folder

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.main_window import MainWindow


class FileCommands(QObject):
    """Documents in and out, saving, copies, the end."""

    def __init__(self, window: MainWindow, commands: Commands) -> None:
        super().__init__(commands)
        self._window = window
        self._parts = window.parts
        self._commands = commands

    def import_report(self) -> None:
        self._commands.importing.begin()

    def import_folder(self) -> None:
        self._commands.importing.begin_folder()

    def import_files(self, paths: list[Path]) -> None:
        """Files and folders that were dropped onto the window."""
        if self._window.situation.unbroken:
            self._commands.importing.take(paths)

    def export_report(self) -> None:
        self._window.panel.save()
        self._commands.exporting.begin()

    def save_now(self) -> None:
        self._window.panel.save()
        self._window.status.note("Усе набране збережено" if not self._parts.saver.drafts else "")

    def make_backup(self) -> None:
        self._window.panel.save()
        self._parts.service.ask(queries.backup, done=self._tell_backup)

    def show_folder(self) -> None:
        show_folder(self._parts.folder)

    def close(self) -> None:
        self._window.close()

    def _tell_backup(self, path: Path) -> None:
        self._parts.copies.look()
        self._window.status.note(f"Резервну копію записано: {path}", path)
