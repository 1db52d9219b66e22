"""«Додати рядки з реєстру»: events that a report lacks, found by words and ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from courtcomms.model import Event, Report
from ui import theme, wording
from ui.dialogs import Dialog
from ui.report import quarter_words as words
from ui.report.queries import Candidates
from ui.report.two_lines import DETAIL, TwoLines

_EVENT = Qt.ItemDataRole.UserRole
_SIZE = (760, 560)
#: A search begins so long after the last letter, in milliseconds.
PAUSE = 120


class TakeInDialog(Dialog):
    """``searched`` wants the candidates of some words; ``agreed`` tells the ticked ids, in their order.

    What is ticked stays so while other words are looked for.
    """

    TOPIC = "quarter"

    searched = Signal(str)
    agreed = Signal(object)

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        lead = f"Заходи, яких немає у звіті за {report.period.title}. Позначте потрібні."
        super().__init__(parent, "Додати рядки з реєстру", lead, "Додати")
        self._ticked: list[int] = []
        self._filling = False
        self.field = QLineEdit(self)
        self.list = QListWidget(self)
        self._found = QLabel(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self.field.textChanged.connect(self._wait)
        self._pause.timeout.connect(self._search)
        self.list.itemChanged.connect(self._follow)
        self.list.itemDoubleClicked.connect(self._toggle)
        self._count()
        self.resize(*_SIZE)

    def _build(self) -> None:
        self.field.setAccessibleName("Пошук у реєстрі")
        self.field.setPlaceholderText("Слова з назви чи будь-якої клітинки…")
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list.setAccessibleName("Заходи реєстру, яких немає у звіті")
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.quiet(self._found)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._found)
        self.field.setFocus()

    @property
    def found(self) -> str:
        """What is said beneath the list."""
        return self._found.text()

    def show_candidates(self, candidates: Candidates) -> None:
        """Show what was found for the words that stand in the field now."""
        if candidates.words != self.field.text().strip():
            return
        self._filling = True
        self.list.clear()
        for event in candidates.events:
            self._add(event, event.id in candidates.left_out)
        self._filling = False
        self.list.setCurrentRow(0)
        shown, total = len(candidates.events), candidates.total
        said = f"Знайдено: {wording.events(total)}" if total else _nothing(candidates.words)
        more = f"; показано перші {shown}, уточніть пошук" if shown < total else ""
        self._found.setText(f"{said}{more}.")

    def accept(self) -> None:
        """Tell the choice and close."""
        if self._ticked:
            self.agreed.emit(tuple(self._ticked))
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field the arrows lead into the list."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _add(self, event: Event, left_out: bool) -> None:
        phrase = words.dated(event) or "без дати"
        detail = f"вилучено з цього звіту · {phrase}" if left_out else phrase
        item = QListWidgetItem(words.title(event), self.list)
        item.setData(_EVENT, event.id)
        item.setData(DETAIL, detail)
        item.setToolTip(f"{event.cells.title}\n{detail}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words.title(event)}, {detail}")
        item.setCheckState(Qt.CheckState.Checked if event.id in self._ticked else Qt.CheckState.Unchecked)

    def _follow(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        event_id = item.data(_EVENT)
        if event_id in self._ticked:
            self._ticked.remove(event_id)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked.append(event_id)
        self._count()

    def _toggle(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self._ticked)
        self.action.setText(f"Додати {wording.rows(count)}" if count else "Додати")
        self.action.setEnabled(bool(count))

    def _wait(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        self.searched.emit(self.field.text().strip())


def _nothing(searched: str) -> str:
    """Why the list is empty."""
    if searched:
        return f"За словами «{searched}» серед заходів, яких немає у звіті, нічого не знайдено"
    return "Усі заходи реєстру вже є в цьому звіті"
