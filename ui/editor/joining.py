"""How the editor and the table's own field reach what stands around them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from courtcomms.model import Column
from ui.columns import Part
from ui.editor.helping import help_in_place

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.main_window import MainWindow


class EditorJoin(QObject):
    """Hands on what the editor's fields ask for, and helps in the field over a cell as in the editor."""

    def __init__(self, window: MainWindow, commands: Commands) -> None:
        super().__init__(commands)
        self._window = window
        self._commands = commands
        window.panel.told.connect(window.status.note)
        window.panel.history_wanted.connect(self._show_history)
        window.panel.default_wanted.connect(self._make_default)
        window.page.view.delegate.opened.connect(self._help_in_place)
        window.panel.links.join(window.parts.links, self._open_address, self._check_addresses)

    def _show_history(self, part: Part) -> None:
        self._commands.details.history(part)

    def _make_default(self, column: Column, text: str) -> None:
        self._commands.details.make_default(column, text)

    def _open_address(self, url: str) -> None:
        if not QDesktopServices.openUrl(QUrl(url)):
            self._window.status.note("Браузер не відкрився: скопіюйте адресу й відкрийте її самі")

    def _check_addresses(self, urls: Collection[str]) -> None:
        self._window.panel.save()
        self._commands.links.check_addresses(tuple(urls))

    def _help_in_place(self) -> None:
        editor, place = self._window.page.view.delegate.editor, self._window.parts.workspace.place
        if editor is not None:
            period = place.period if place is not None else None
            help_in_place(editor, self._window.parts.service, *editor.cell, period)
