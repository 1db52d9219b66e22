"""What the program has to say in a box of its own: never modal for the program, dead once closed."""

from __future__ import annotations

import logging
from time import monotonic

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from courtcomms.errors import CourtcommsError

UNEXPECTED = (
    "Сталася непередбачена помилка. Усе збережене раніше лишилося в реєстрі. "
    "Подробиці записано в журналі програми; якщо це повториться, перезапустіть програму."
)
#: After an unexpected error no second box about one comes for so many seconds.
QUIET_SECONDS = 30.0

log = logging.getLogger(__name__)


def sentence(error: BaseException) -> str:
    """What a refusal says to the user; anything that is no refusal gets the general sentence."""
    return str(error) if isinstance(error, CourtcommsError) else UNEXPECTED


class Messenger(QObject):
    """Shows refusals as they are, and of a row of unexpected errors only the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parent = parent
        self._last_unexpected = -QUIET_SECONDS
        self._box: QMessageBox | None = None

    @property
    def box(self) -> QMessageBox | None:
        """The box that is open now."""
        return self._box if self._box is not None and shiboken6.isValid(self._box) else None

    def refuse(self, error: BaseException) -> None:
        """Say why something was not done."""
        if isinstance(error, CourtcommsError):
            self.warn(str(error))
        else:
            log.error("unexpected", exc_info=error)
            self.unexpected()

    def unexpected(self) -> None:
        """Say once that something went wrong; the log has the rest."""
        if self.box is None and monotonic() - self._last_unexpected >= QUIET_SECONDS:
            self._last_unexpected = monotonic()
            self.warn(UNEXPECTED)

    def warn(self, text: str) -> None:
        """Show one sentence with «OK»."""
        self._show(QMessageBox.Icon.Warning, text, "")

    def inform(self, text: str, details: str = "") -> None:
        """Show a calm note with «OK»."""
        self._show(QMessageBox.Icon.Information, text, details)

    def _show(self, icon: QMessageBox.Icon, text: str, details: str) -> None:
        box = QMessageBox(icon, "Комунікації суду", text, QMessageBox.StandardButton.Ok, self._parent)
        box.button(QMessageBox.StandardButton.Ok).setIcon(QIcon())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(details)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box = box
        box.open()
