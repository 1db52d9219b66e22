"""One row of a document in full: its doubts, what it is matched with, each cell, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QTextEdit, QVBoxLayout, QWidget

from courtcomms.model import Column
from ui import theme
from ui.columns import COLUMNS, short
from ui.imports.words import doubts, match_line, shown
from ui.word_diff import Fate, Piece, compare_words

if TYPE_CHECKING:
    from courtcomms.model import Cells
    from courtcomms.services.import_model import PlannedRow

#: Texts longer than this together are shown whole: comparing their words would take too long.
_LONGEST = 20_000
_NOTHING = "порожньо"


class RowDetails(QWidget):
    """``decided`` tells what becomes of the row."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = _line(self)
        self._match = _line(self)
        self._doubts = _line(self)
        self._doubts.setForegroundRole(theme.DOUBT)
        theme.strong(self._head)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Клітинки рядка")
        self.text.setFont(theme.small_font())
        # What is said above is never cut for it: it can be scrolled.
        self.text.setMinimumHeight(2 * self.text.fontMetrics().lineSpacing())
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {
            "add": QRadioButton("&Додати як новий захід", self),
            "join": QRadioButton("&Той самий захід", self),
            "skip": QRadioButton("&Не брати", self),
        }
        for button in self.buttons.values():
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._decide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GRID] * 4)
        layout.setSpacing(theme.GRID // 2)
        for widget in (self._head, self._match, self._doubts, *self.buttons.values()):
            layout.addWidget(widget)
        layout.addWidget(self.text, 1)
        self._legend = QLabel("Закреслено — як було, підкреслено — як у файлі.", self)
        self._legend.setWordWrap(True)
        theme.quiet(self._legend)
        layout.addWidget(self._legend)
        self.show_row(-1, None, decidable=False)

    @property
    def head(self) -> str:
        """What is said of the row."""
        return "\n".join(label.text() for label in (self._head, self._match, self._doubts))

    def show_row(self, number: int, planned: PlannedRow | None, *, decidable: bool) -> None:
        """Show a row by its number in the document, from 0; ``None`` for one of which nothing is planned."""
        self._legend.setVisible(planned is not None and bool(planned.differences))
        for button in self.buttons.values():
            button.setVisible(planned is not None)
            button.setEnabled(decidable)
        self._match.setVisible(planned is not None and planned.match is not None)
        self._doubts.setVisible(planned is not None and bool(doubts(planned)))
        self.text.clear()
        self.text.setVisible(planned is not None)
        if planned is None:
            self._head.setText("Виберіть рядок, щоб побачити його повністю.")
            return
        mark = shown(planned)
        place = f" · {planned.row.place}" if planned.row.place else ""
        self._head.setText(f"Рядок {number + 1}: {mark.sign} {mark.word}{place}")
        self._doubts.setText("\n".join(f"⚠ {doubt}" for doubt in doubts(planned)))
        self._show_decision(planned, decidable=decidable)
        self._fill(planned)

    def _show_decision(self, planned: PlannedRow, *, decidable: bool) -> None:
        match = planned.match
        join = self.buttons["join"]
        join.setEnabled(decidable and match is not None)
        own = match is not None and match.own_report
        join.setText("&Узяти текст із файла" if own else "&Той самий захід")
        if match is not None:
            said = "Цей захід уже стоїть у цьому звіті." if own else match_line(match)
            self._match.setText(said)
        self.buttons[planned.decision.value].setChecked(True)

    def _decide(self) -> None:
        from courtcomms.services.import_model import Decision

        for name, button in self.buttons.items():
            if button.isChecked():
                self.decided.emit(Decision(name))

    def _fill(self, planned: PlannedRow) -> None:
        cursor = self.text.textCursor()
        before = planned.match.cells if planned.match is not None else None
        for column in COLUMNS:
            if column is not Column.NUMBER:
                _tell_cell(cursor, column, planned, before)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _tell_cell(cursor: QTextCursor, column: Column, planned: PlannedRow, before: Cells | None) -> None:
    name = QTextCharFormat()
    name.setForeground(_quiet())
    apart = QTextBlockFormat()
    apart.setTopMargin(theme.GRID)
    if cursor.atStart():
        cursor.setBlockFormat(QTextBlockFormat())
    else:
        cursor.insertBlock(apart)
    cursor.insertText(short(column), name)
    text = planned.row.cells[column]
    if before is None or column not in planned.differences:
        _paragraph(cursor, "", (Piece(Fate.KEPT, text),))
        return
    old, new = _compared(before[column], text)
    _paragraph(cursor, "раніше: ", old)
    _paragraph(cursor, "у файлі: ", new)


def _compared(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if len(before) + len(after) > _LONGEST:
        return (Piece(Fate.GONE, before),), (Piece(Fate.NEW, after),)
    return compare_words(before, after)


def _paragraph(cursor: QTextCursor, name: str, pieces: tuple[Piece, ...]) -> None:
    cursor.insertBlock(QTextBlockFormat())
    quiet = QTextCharFormat()
    quiet.setForeground(_quiet())
    cursor.insertText(name, quiet)
    if not any(piece.text for piece in pieces):
        cursor.insertText(_NOTHING, quiet)
    for piece in pieces:
        # A line end within a cell is no new paragraph of the list.
        text = piece.text.replace("\n", "\u2028")
        kept = piece.fate is Fate.KEPT
        cursor.insertText(text, QTextCharFormat() if kept else theme.changed(gone=piece.fate is Fate.GONE))


def _quiet() -> QBrush:
    return QGuiApplication.palette().brush(theme.QUIET)


def _line(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
