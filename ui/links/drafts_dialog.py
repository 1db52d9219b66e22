"""«Заходи з адрес»: pasted addresses, what their pages say of themselves, and the rows that will be added."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme, wording
from ui.dialogs import Dialog
from ui.links import drafts
from ui.links.drafts import LinkDraft, PastedList
from ui.links.drafts_model import DraftsModel
from ui.links.drafts_table import DraftsTable

_SIZE = (1240, 640)
_LINES = 4
#: More signs than these are no list of addresses that a person put together.
_LONGEST = 400_000
#: The list is looked at so long after the last letter, in milliseconds.
PAUSE = 250
_LEAD = (
    "Кожна адреса стане новим заходом; поки що нічого не додано. Перевірте назви і дати: сторінка каже, "
    "коли її опубліковано, а не коли відбувся захід."
)
_CONSENT = (
    "Програма відкриє кожну адресу через інтернет, як браузер, і візьме з неї назву, дату і видання. "
    "Без позначки рядки матимуть лише адреси."
)


class DraftsDialog(Dialog):
    """``listed`` tells the pages of the list; ``consented`` whether pages may be read; ``reading_wanted``,
    ``stopped`` begin and end it; ``agreed`` carries the drafts to be added."""

    TOPIC = "links"

    listed = Signal(object)
    consented = Signal(bool)
    reading_wanted = Signal()
    stopped = Signal()
    agreed = Signal(object)

    def __init__(
        self, text: str, whither: str, *, consent: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "Заходи з адрес", _LEAD, "Додати")
        self._whither = whither
        self._list = PastedList()
        self._unread = 0
        self.addresses = QPlainTextEdit(text, self)
        self.consent = QCheckBox("Прочитати &заголовки сторінок", self)
        self.consent.setChecked(consent)
        self.read = QPushButton("&Прочитати", self)
        self.stop = QPushButton("З&упинити", self)
        self.progress = QProgressBar(self)
        self.note = QLabel(self)
        self.model = DraftsModel(self)
        self.table = DraftsTable(self.model, self)
        self.every = QCheckBox("Узяти &всі рядки", self)
        self._count = QLabel(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._connect()
        self.run(0, 0)
        self._recount()
        self.resize(*_SIZE)
        (self.table if text else self.addresses).setFocus()

    def _build(self) -> None:
        self.addresses.setAccessibleName("Адреси, по одній на рядок")
        self.addresses.setPlaceholderText("Вставте адреси, по одній на рядок")
        self.addresses.setTabChangesFocus(True)
        self.addresses.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        lines = _LINES * self.addresses.fontMetrics().lineSpacing()
        self.addresses.setFixedHeight(lines + 4 * theme.GRID)
        self.consent.setToolTip(_CONSENT)
        self.consent.setAccessibleDescription(_CONSENT)
        self.progress.setAccessibleName("Читання сторінок")
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(15 * theme.GRID)
        for button in (self.read, self.stop):
            button.setAutoDefault(False)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        theme.quiet(self.note)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        theme.strong(self._count)
        self.every.setTristate(True)
        self._lay_out()

    def _lay_out(self) -> None:
        reading, foot, top = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for widget in (self.consent, self.read, self.stop, self.progress):
            reading.addWidget(widget)
        reading.addWidget(self.note, 1)
        foot.addWidget(self.every)
        foot.addStretch(1)
        foot.addWidget(self._count)
        top.addWidget(self.addresses)
        top.addLayout(reading)
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(foot)
        order = [self.addresses, self.consent, self.read, self.stop, self.table, self.every]
        for first, second in pairwise([*order, self.cancel, self.action]):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        self.addresses.textChanged.connect(self._wait)
        self._pause.timeout.connect(self.look)
        self.consent.toggled.connect(self._offer_reading)
        self.consent.toggled.connect(lambda _on: self.say(""))
        self.consent.toggled.connect(self.consented)
        self.read.clicked.connect(self.reading_wanted)
        self.stop.clicked.connect(self.stopped)
        self.every.clicked.connect(self._tick_all)
        self.model.ticked.connect(self._recount)

    def look(self) -> None:
        """Read the list as it stands now."""
        self._pause.stop()
        self._list = drafts.read_list(self.addresses.toPlainText()[:_LONGEST])
        self.say("")
        self.listed.emit(self._list.pages)

    def show_drafts(self, found: Sequence[LinkDraft], unread: int) -> None:
        """Show what is offered; ``unread`` pages were not read yet."""
        self._unread = unread
        self.model.show(found)
        self._offer_reading()

    def run(self, done: int, total: int) -> None:
        """``done`` of ``total`` pages are read; ``total`` 0: none is being read."""
        under_way = total > 0
        focused = self.read.hasFocus() or self.stop.hasFocus()
        self.read.setVisible(not under_way)
        for widget in (self.stop, self.progress):
            widget.setVisible(under_way)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if under_way:
            self.note.setText(f"Прочитано {done} з {total}")
        if focused:
            (self.stop if under_way else self.read).setFocus()
        self._offer_reading()

    def say(self, text: str) -> None:
        """One sentence beside the consent; without one, what to mind in the list, or what is agreed to."""
        self.note.setText(text or " ".join(self._doubts()) or ("" if self.consent.isChecked() else _CONSENT))

    @property
    def summary(self) -> str:
        """What is said about the number of rows."""
        return self._count.text()

    def accept(self) -> None:
        """Tell the ticked drafts and close."""
        self.agreed.emit(self.model.chosen)
        super().accept()

    def _wait(self) -> None:
        """The list is being changed: what is shown is not what it says."""
        self.action.setEnabled(False)
        self._pause.start()

    def _doubts(self) -> list[str]:
        said, found = [], self._list
        if found.wordy:
            said.append(f"Без адреси: {wording.rows(found.wordy)}, їх не взято.")
        if found.repeated:
            said.append(f"Повторів тієї самої сторінки: {found.repeated}, узято один раз.")
        if found.beyond:
            said.append(f"За раз беруться {drafts.MOST} адрес; решту ({found.beyond}) вставте окремо.")
        return said

    def _offer_reading(self) -> None:
        self.read.setEnabled(self.consent.isChecked() and self._unread > 0)
        self.read.setText(f"&Прочитати ({self._unread})" if self._unread else "&Прочитати")

    def _tick_all(self) -> None:
        rows = range(self.model.rowCount())
        self.model.tick_all(not all(self.model.is_ticked(row) for row in rows))

    def _recount(self) -> None:
        taken, total = len(self.model.chosen), self.model.rowCount()
        state = Qt.CheckState.Checked if taken == total and total else Qt.CheckState.PartiallyChecked
        self.every.setCheckState(state if taken else Qt.CheckState.Unchecked)
        self.every.setEnabled(total > 0)
        nothing = "Нічого не буде додано" if total else "Адрес ще немає"
        self._count.setText(f"Буде додано: {wording.events(taken)} {self._whither}" if taken else nothing)
        self.action.setText(f"Додати {wording.rows(taken)}" if taken else "Додати")
        self.action.setEnabled(taken > 0)
