"""What opens under a heading, as in a spreadsheet: the order by this column, and its filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from courtcomms.model import Column
from courtcomms.store import ColumnFilter
from ui import theme
from ui.columns import full
from ui.icons import icon
from ui.register.filters_fields import DayFields, FilledField, FilterField, NumberFields

_TEXT = Qt.ItemDataRole.UserRole
#: Room for a value beside its box and the scroll bar, in pixels.
_WIDTH, _LIST_WIDTH = 380, 290
_NUMBERS = (Column.MEDIA, Column.SITE_LINKS, Column.PARTICIPANTS)


@dataclass(frozen=True, slots=True)
class Choice:
    """The order that the user asks for: downwards, upwards, or (``None``) none."""

    column: Column
    descending: bool | None


class FilterPopup(QDialog):
    """``chosen`` tells a column's filter, ``None`` for none; ``ordered`` the order asked for."""

    chosen = Signal(object, object)
    ordered = Signal(object)

    def __init__(
        self,
        column: Column,
        now: ColumnFilter | None,
        values: Sequence[tuple[str, int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Фільтр: {full(column)}")
        self.column = column
        self.words = QLineEdit(self)
        self.filled = FilledField(self)
        self.more: FilterField | None = None
        if column is Column.DATE:
            self.more = DayFields(self)
        elif column in _NUMBERS:
            self.more = NumberFields(column, self)
        self.values = QListWidget(self)
        self._build(values)
        self._show(now or ColumnFilter(column))
        self.words.setFocus()

    def _build(self, values: Sequence[tuple[str, int]]) -> None:
        title = QLabel(full(self.column), self)
        title.setWordWrap(True)
        theme.strong(title)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setSpacing(theme.GRID)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText("початки слів")
        self.words.setAccessibleName("Містить слова")
        form.addRow("Містить слова", self.words)
        form.addRow("Клітинка", self.filled)
        if self.more is not None:
            self.more.add_to(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        layout.addWidget(title)
        layout.addLayout(self._order_buttons())
        layout.addLayout(form)
        self._list(values)
        if values:
            caption = QLabel("Лише ці значення (скільки разів трапляється)", self)
            caption.setBuddy(self.values)
            theme.quiet(caption)
            layout.addWidget(caption)
            layout.addWidget(self.values)
        self.values.setVisible(bool(values))
        layout.addWidget(self._buttons())
        self.setFixedWidth(_WIDTH)

    def _order_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, picture, slot in (
            ("За зростанням", "order_up", self._order_up),
            ("За спаданням", "order_down", self._order_down),
        ):
            button = QPushButton(icon(picture), text, self)
            button.setAccessibleDescription(f"Упорядкувати за колонкою «{full(self.column)}»")
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    def _list(self, values: Sequence[tuple[str, int]]) -> None:
        self.values.setAccessibleName("Лише ці значення")
        self.values.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.values.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.values.setUniformItemSizes(True)
        line = self.values.fontMetrics().lineSpacing() + 6
        self.values.setFixedHeight(line * min(max(len(values), 2), 8) + 6)
        for text, times in values:
            item = QListWidgetItem(self._counted(text, times), self.values)
            item.setSizeHint(QSize(0, line))
            item.setToolTip(text)
            item.setData(_TEXT, text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        if values:
            self.values.setCurrentRow(0)

    def _counted(self, text: str, times: int) -> str:
        """A value on one line with how often it occurs; a long one is cut before the number."""
        metrics, number = self.values.fontMetrics(), f"  ({times})"
        room = _LIST_WIDTH - metrics.horizontalAdvance(number)
        return metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room) + number

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox(self)
        apply = box.addButton("Застосувати", QDialogButtonBox.ButtonRole.AcceptRole)
        clear = box.addButton("Очистити", QDialogButtonBox.ButtonRole.ResetRole)
        for button in (apply, clear):
            button.setIcon(QIcon())
        apply.setDefault(True)
        clear.setAutoDefault(False)
        box.accepted.connect(self.accept)
        clear.clicked.connect(self._clear)
        return box

    def _show(self, now: ColumnFilter) -> None:
        self.words.setText(now.words)
        self.filled.show_value(now.filled)
        if self.more is not None:
            self.more.show_filter(now)
        known = set()
        for row in range(self.values.count()):
            item = self.values.item(row)
            known.add(item.data(_TEXT))
            if item.data(_TEXT) in now.values:
                item.setCheckState(Qt.CheckState.Checked)
        self._other_values = now.values - known

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin frame sets it off from what lies beneath."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def open_at(self, point: QPoint) -> None:
        """Open with the upper left corner at a point of the screen, all of it on the screen."""
        self.adjustSize()
        room = (self.screen() or self.parentWidget().screen()).availableGeometry()
        x = max(min(point.x(), room.right() - self.width()), room.left())
        y = max(min(point.y(), room.bottom() - self.height()), room.top())
        self.move(x, y)
        self.show()

    def accept(self) -> None:
        """Tell the filter and close; what cannot be read keeps the popup open, with the reason."""
        bounds = self.more.bounds() if self.more is not None else {}
        if bounds is None:
            return
        checked = {
            self.values.item(row).data(_TEXT)
            for row in range(self.values.count())
            if self.values.item(row).checkState() == Qt.CheckState.Checked
        }
        found = ColumnFilter(
            self.column,
            words=self.words.text().strip(),
            filled=self.filled.value,
            values=frozenset(checked | self._other_values),
            **bounds,
        )
        super().accept()
        self.chosen.emit(self.column, found if found != ColumnFilter(self.column) else None)

    def _clear(self) -> None:
        self.close()
        self.chosen.emit(self.column, None)

    def _order_up(self) -> None:
        self._order(descending=False)

    def _order_down(self) -> None:
        self._order(descending=True)

    def _order(self, *, descending: bool) -> None:
        self.close()
        self.ordered.emit(Choice(self.column, descending))
