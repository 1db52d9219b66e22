"""The first page of an empty register: what belongs here and the steps to begin with."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import icon

_WIDTH = 620
_PICTURE = 32


class WelcomePage(QWidget):
    """Two big steps and a small one; each is a signal."""

    importing = Signal()
    sampling = Signal()
    starting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = (
            BigStep(
                "import",
                "Імпортувати попередній звіт (Word або Excel)",
                "Програма знайде таблицю, покаже, що прочитала, і лише тоді збереже.",
            ),
            BigStep(
                "sample",
                "Спробувати на прикладі",
                "Вигаданий суд із двома кварталами: можна сміливо все змінювати.",
            ),
        )
        self._blank = QPushButton("Почати з чистого аркуша…")
        self._steps[0].clicked.connect(self._import)
        self._steps[1].clicked.connect(self._sample)
        self._blank.clicked.connect(self._start)
        self._blank.setIcon(icon("blank"))
        self._lay_out()

    def _lay_out(self) -> None:
        title = QLabel("Заходи комунікації суду — в одному реєстрі")
        theme.headline(title)
        lead = QLabel(
            "Захід записують один раз, коли він відбувся. Звіт за квартал («Таблиця 1») "
            "складається з реєстру сам і виходить у Word та Excel за звичною формою."
        )
        lead.setWordWrap(True)
        column = QWidget(self)
        column.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * theme.GRID)
        for widget in (title, lead, QLabel("З чого почати?"), *self._steps):
            inner.addWidget(widget)
        inner.addWidget(self._blank, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def showEvent(self, event: QShowEvent) -> None:
        """The steps' words have their final size only now; Enter takes the first step."""
        super().showEvent(event)
        for step in self._steps:
            step.setFixedHeight(step.layout().sizeHint().height())
        self._steps[0].setFocus()

    def offer_sample(self, on: bool) -> None:
        """Offer the invented court, or not."""
        self._steps[1].setVisible(on)

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


class BigStep(QPushButton):
    """A button as large as its words: picture, what it does, and what then happens."""

    def __init__(self, picture: str, text: str, description: str) -> None:
        super().__init__()
        self._picture = icon(picture)
        self.setAccessibleName(text)
        self.setAccessibleDescription(description)
        name, more = QLabel(text, self), QLabel(description, self)
        theme.strong(name)
        theme.quiet(more)
        words = QVBoxLayout()
        words.setSpacing(theme.GRID // 2)
        words.addWidget(name)
        words.addWidget(more)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.setSpacing(2 * theme.GRID)
        layout.addSpacing(_PICTURE + 2 * theme.GRID)
        layout.addLayout(words, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setFrameShape(QFrame.Shape.NoFrame)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as a large button leads one to expect."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, and frame the step that has the keyboard."""
        super().paintEvent(event)
        painter = QPainter(self)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        top = (self.height() - _PICTURE) // 2
        self._picture.paint(painter, QRect(2 * theme.GRID, top, _PICTURE, _PICTURE), mode=mode)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()
