"""The rows of a document as a table, over each column a choice of what it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from courtcomms.model import Column
from courtcomms.services.import_model import Decision
from ui import theme
from ui.clipboard.preview_table import ChoiceHeader
from ui.columns import COLUMNS, LOOKS
from ui.imports.column_choice import KeyChoice
from ui.imports.row_model import DECISION, FIRST, MARK, RowModel
from ui.imports.words import PARTS

if TYPE_CHECKING:
    from courtcomms.importing.document import SourceColumn

_LINES = 3
#: Widths in digits: of the two first columns, and of one that is not told; in pixels what a choice has
#: beside its words.
_MARK, _DECISION, _UNTOLD, _ARROW = 13, 15, 14, 44
_ROLE_OF_COLUMN = {column.value: column for column in Column}


class RowTable(QTableView):
    """``rechosen`` tells what each column was chosen for. The blank key takes the chosen rows or leaves
    them; the menu has every decision."""

    rechosen = Signal(object)

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.choices: list[KeyChoice] = []
        self._columns: tuple[SourceColumn, ...] = ()
        self.setAccessibleName("Рядки документа")
        self.setFont(theme.small_font())
        self.setModel(model)
        self._header = ChoiceHeader((), self, FIRST)
        self.setHorizontalHeader(self._header)
        self._header.setAccessibleName("Стовпці документа")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setAccessibleName("Номери рядків")
        # No part of a further line: the last one ends in «…» where there is more.
        self.verticalHeader().setDefaultSectionSize(_LINES * self.fontMetrics().lineSpacing() + 2)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def keys(self) -> tuple[str | None, ...]:
        """What each column of the document is, as chosen."""
        return tuple(choice.key for choice in self.choices)

    @property
    def chosen(self) -> list[int]:
        """The chosen rows of the table from the top."""
        # Qt would ask about each cell of ten thousand rows; whole rows are selected.
        parts = self.selectionModel().selection()
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def offer(self, deeds: dict[str, Decision]) -> None:
        """Have these words in the menu of the rows, each with its decision."""
        for text, decision in deeds.items():
            action = QAction(text, self)
            action.setData(decision)
            action.triggered.connect(self._decide)
            self.addAction(action)

    def show_columns(self, columns: tuple[SourceColumn, ...]) -> None:
        """Have a choice over each column of a document."""
        if columns == self._columns:
            return
        self._columns = columns
        focused = next((place for place, choice in enumerate(self.choices) if choice.hasFocus()), -1)
        if focused >= 0:
            # Else the keyboard would go on to the next choice, and the last of them would come into sight.
            self.setFocus()
        for choice in self.choices:
            choice.hide()
            choice.deleteLater()
        self.choices = [_choice(number, column, self) for number, column in enumerate(columns, 1)]
        for choice in self.choices:
            choice.currentIndexChanged.connect(self._rechoose)
            choice.reached.connect(self._follow)
        self._header.offer(self.choices)
        for choice in self.choices:
            choice.show()
        for first, second in pairwise([*self.choices, self]):
            QWidget.setTabOrder(first, second)
        self._set_widths()
        self._header.show()
        self._header.arrange()
        if 0 <= focused < len(self.choices):
            self.choices[focused].setFocus()

    def _set_widths(self) -> None:
        digit = self.fontMetrics().horizontalAdvance("0")
        self.setColumnWidth(MARK, _MARK * digit)
        self.setColumnWidth(DECISION, _DECISION * digit)
        for place in range(self.model().columnCount() - FIRST):
            wished = self._width(place) * digit
            if place < len(self.choices):
                choice = self.choices[place]
                words = choice.fontMetrics().horizontalAdvance(choice.currentText()) + _ARROW
                wished = max(wished, words)
            self.setColumnWidth(FIRST + place, wished)

    def _width(self, place: int) -> int:
        """In digits."""
        key = self.choices[place].key if self.choices else COLUMNS[place].value
        column = _ROLE_OF_COLUMN.get(PARTS.get(key or "", key or ""))
        if column is None:
            return _UNTOLD
        return (LOOKS[column].least + LOOKS[column].wished) // 2

    def _rechoose(self) -> None:
        self.rechosen.emit(self.keys)

    def _follow(self) -> None:
        """The column whose choice has the focus comes into sight."""
        for section, choice in enumerate(self.choices, FIRST):
            if choice.hasFocus() and self.rows.rowCount():
                self.scrollTo(self.rows.index(max(self.rowAt(0), 0), section))

    def _decide(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            # Qt gives a word back for the enum that is one.
            self.rows.decide(self.chosen, Decision(action.data()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.chosen:
            self._turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        """Take the chosen rows, or leave them where the first of them is taken."""
        first = self.rows.planned(self.chosen[0])
        if first is None:
            return
        if first.decision is not Decision.SKIP:
            self.rows.decide(self.chosen, Decision.SKIP)
            return
        matched: list[int] = []
        fresh: list[int] = []
        for row in self.chosen:
            planned = self.rows.planned(row)
            (matched if planned is not None and planned.match is not None else fresh).append(row)
        self.rows.decide(matched, Decision.JOIN)
        self.rows.decide(fresh, Decision.ADD)


def _choice(number: int, column: SourceColumn, parent: QWidget) -> KeyChoice:
    heading = " ".join(column.source.split())
    return KeyChoice(column.key, f"Чим є стовпець {number}" + (f" «{heading}»" if heading else ""), parent)
