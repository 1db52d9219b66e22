"""«Порівняти з реєстром»: what changed since a report was submitted, word by word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from courtcomms.model import DifferenceKind, RowDifference
from ui import theme, wording
from ui.columns import short
from ui.dialogs import Dialog
from ui.places import Place
from ui.report import quarter_words as words
from ui.report.queries import Comparison
from ui.report.two_lines import DETAIL, TwoLines
from ui.word_diff import Fate, Piece, compare_words

_SIZE = (860, 600)
_DIFFERENCE = Qt.ItemDataRole.UserRole
_KINDS = {
    DifferenceKind.ADDED: "рядок додано",
    DifferenceKind.REMOVED: "рядка більше немає",
    DifferenceKind.MOVED: "рядок переміщено",
}


class CompareDialog(Dialog):
    """The differences as a list, the chosen one beneath in full. ``wanted`` tells place, event and column to
    go to."""

    TOPIC = "submit"

    wanted = Signal(object, int, object)

    def __init__(self, comparison: Comparison, parent: QWidget | None = None) -> None:
        count = wording.counted(len(comparison.differences), "відмінність", "відмінності", "відмінностей")
        lead = (
            f"Звіт за {comparison.report.period.title} подано; відтоді в реєстрі {count}. "
            "У поданому звіті нічого не змінилося."
        )
        super().__init__(parent, "Порівняння з реєстром", lead, "Перейти до заходу")
        self._comparison = comparison
        self.list = QListWidget(self)
        self.before = _pane("Було: у поданому звіті", self)
        self.after = _pane("Стало: тепер у реєстрі", self)
        self._build()
        self.list.currentItemChanged.connect(self._look)
        self.list.itemActivated.connect(self.accept)
        for difference in comparison.differences:
            self._add(difference)
        self.list.setCurrentRow(0)
        self.resize(*_SIZE)

    def _build(self) -> None:
        self.cancel.setText("Закрити")
        self.list.setAccessibleName("Відмінності")
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        panes = QHBoxLayout()
        panes.setSpacing(2 * theme.GRID)
        for pane in (self.before, self.after):
            column = QVBoxLayout()
            column.setSpacing(theme.GRID // 2)
            label = QLabel(f"{pane.accessibleName()}:", self)
            label.setBuddy(pane)
            column.addWidget(label)
            column.addWidget(pane)
            panes.addLayout(column)
        legend = QLabel("Закреслено — слова, яких не стало; підкреслено — нові.", self)
        theme.quiet(legend)
        self.body.addWidget(self.list, 3)
        self.body.addLayout(panes, 2)
        self.body.addWidget(legend)

    def accept(self) -> None:
        """Tell where to go and close."""
        difference, place = self._current, self._place
        if difference is not None and place is not None:
            self.wanted.emit(place, difference.event_id, difference.column)
            super().accept()

    @property
    def _current(self) -> RowDifference | None:
        item = self.list.currentItem()
        difference = item.data(_DIFFERENCE) if item is not None else None
        return difference if isinstance(difference, RowDifference) else None

    @property
    def _place(self) -> Place | None:
        return self._comparison.places.get(self._current.event_id) if self._current else None

    def _add(self, difference: RowDifference) -> None:
        name, title = headline(difference), self._comparison.titles.get(difference.event_id, "")
        item = QListWidgetItem(name, self.list)
        item.setData(_DIFFERENCE, difference)
        item.setData(DETAIL, words.one_line(title) or words.NAMELESS)
        spoken = f"{name}, {title}: було {difference.before or '–'}, стало {difference.after or '–'}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _look(self) -> None:
        difference = self._current
        if difference is None:
            return
        before, after = texts(difference)
        old, new = compare_words(before, after)
        changed = difference.kind is DifferenceKind.CHANGED
        _fill(self.before, old if changed else _kept(before))
        _fill(self.after, new if changed else _kept(after))
        self.action.setEnabled(self._place is not None)


def headline(difference: RowDifference) -> str:
    """«№ 3 · Дата проведення: змінено»."""
    if difference.kind is DifferenceKind.CHANGED and difference.column is not None:
        return f"№ {difference.number} · {short(difference.column)}: змінено"
    return f"№ {difference.number} · {_KINDS.get(difference.kind, '')}"


def texts(difference: RowDifference) -> tuple[str, str]:
    """What it was and what it is."""
    if difference.kind is DifferenceKind.MOVED:
        return f"рядок № {difference.before}", f"рядок № {difference.after}"
    return difference.before, difference.after


def _kept(text: str) -> tuple[Piece, ...]:
    return (Piece(Fate.KEPT, text),) if text else ()


def _pane(name: str, parent: QWidget) -> QPlainTextEdit:
    pane = QPlainTextEdit(parent)
    pane.setAccessibleName(name)
    pane.setReadOnly(True)
    pane.setTabChangesFocus(True)
    return pane


def _fill(pane: QPlainTextEdit, pieces: tuple[Piece, ...]) -> None:
    pane.clear()
    cursor = pane.textCursor()
    for piece in pieces:
        cursor.insertText(piece.text, _format(piece.fate))
    pane.moveCursor(cursor.MoveOperation.Start)


def _format(fate: Fate) -> QTextCharFormat:
    return QTextCharFormat() if fate is Fate.KEPT else theme.changed(gone=fate is Fate.GONE)
