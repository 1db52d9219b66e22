"""The first page of an empty register: what belongs here and the steps to begin with."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCommandLinkButton, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import icon

_WIDTH = 600


class WelcomePage(QWidget):
    """Two big steps and a small one; each is a signal."""

    importing = Signal()
    sampling = Signal()
    starting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("Заходи комунікації суду — в одному реєстрі")
        theme.headline(title)
        lead = QLabel(
            "Захід записують один раз, коли він відбувся. Звіт за квартал («Таблиця 1») "
            "складається з реєстру сам і виходить у Word та Excel за звичною формою.\n\nЗ чого почати?"
        )
        lead.setWordWrap(True)
        self._steps = (
            _step(
                "Імпортувати попередній звіт (Word або Excel)",
                "Програма знайде таблицю, покаже, що прочитала, і лише тоді збереже.",
            ),
            _step(
                "Спробувати на прикладі", "Вигаданий суд із двома кварталами: можна сміливо все змінювати."
            ),
        )
        self._blank = QPushButton("Почати з чистого аркуша…")
        self._blank.setFlat(True)
        self._steps[0].clicked.connect(self._import)
        self._steps[1].clicked.connect(self._sample)
        self._blank.clicked.connect(self._start)
        self._lay_out([title, lead, *self._steps, self._blank])
        self.colour()

    def _lay_out(self, widgets: list[QWidget]) -> None:
        column = QWidget(self)
        column.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setSpacing(2 * theme.GRID)
        for widget in widgets[:-1]:
            inner.addWidget(widget)
        inner.addWidget(widgets[-1], 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def colour(self) -> None:
        """Draw the icons anew, in the colours of the present palette."""
        for button, name in zip((*self._steps, self._blank), ("import", "sample", "blank"), strict=True):
            button.setIcon(icon(name))

    def set_busy(self, busy: bool) -> None:
        """While the first step is under way no second one can be begun."""
        for button in (*self._steps, self._blank):
            button.setEnabled(not busy)

    def _import(self) -> None:
        self.importing.emit()

    def _sample(self) -> None:
        self.sampling.emit()

    def _start(self) -> None:
        self.starting.emit()


def _step(text: str, description: str) -> QCommandLinkButton:
    button = QCommandLinkButton(text, description)
    button.setIconSize(QSize(28, 28))
    button.setAccessibleDescription(description)
    return button
