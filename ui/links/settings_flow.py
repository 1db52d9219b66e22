"""The way of the settings of links: read, shown, kept, and heeded at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.linkcheck.settings import LinkSettings
from ui.jobs import Lane
from ui.links import link_settings

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class SettingsFlow(QObject):
    """``changed``: other settings hold now; ``finished`` says so."""

    changed = Signal()
    finished = Signal(str)

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._parts = window, window.parts

    def begin(self) -> None:
        """Show the settings."""
        work = partial(link_settings.read_told, self._parts.folder)
        self._parts.jobs.start(
            Lane.DOCUMENTS, work, key="link-settings", done=self._open, failed=self._refuse
        )

    def _open(self, told: tuple[LinkSettings, str]) -> None:
        from ui.links.settings_dialog import SettingsDialog

        dialog = SettingsDialog(*told, parent=self._window)
        dialog.agreed.connect(self._keep)
        dialog.open()

    def _keep(self, settings: LinkSettings) -> None:
        work = partial(link_settings.keep, self._parts.folder, settings)
        self._parts.jobs.start(Lane.DOCUMENTS, work, kept=True, done=self._kept, failed=self._refuse)

    def _kept(self, _settings: LinkSettings) -> None:
        self._parts.links.ground_again()
        self.finished.emit("Налаштування посилань збережено")
        self.changed.emit()

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)
