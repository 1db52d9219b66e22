"""The list on the left: the court's reports by year, the whole register, the trash."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from courtcomms.model import Report
from courtcomms.period import ROMAN_QUARTERS, Period, PeriodKind
from ui import theme, wording
from ui.icons import icon
from ui.places import ALL, STATES, TRASH, Overview, Place, PlaceKind

_PLACE = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_COLUMN = 0


class PlaceList(QTreeWidget):
    """Places, the newest report first. ``chosen`` tells the one the user goes to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._folded: set[str] = set()
        self.setAccessibleName("Звіти і реєстр")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(theme.GRID)
        self.setIconSize(QSize(18, 18))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(False)
        self.currentItemChanged.connect(self._announce)
        self.itemCollapsed.connect(self._fold)
        self.itemExpanded.connect(self._unfold)

    def fill(self, overview: Overview, place: Place | None) -> None:
        """Show the places anew and mark where the user is."""
        self._filling = True
        self.clear()
        for year, reports in groupby(overview.reports, key=_year):
            self._add_year(str(year), list(reports))
        self._add_place(
            self.invisibleRootItem(), ALL, "Усі заходи", wording.events(overview.live), "register"
        )
        self._add_place(self.invisibleRootItem(), TRASH, "Кошик", wording.events(overview.trashed), "trash")
        self._filling = False
        self.mark(place)

    def mark(self, place: Place | None) -> None:
        """Show where the user is."""
        self._filling = True
        for item in self._items():
            if item.data(_COLUMN, _PLACE) == place:
                self.setCurrentItem(item)
                self.scrollToItem(item)
        self._filling = False

    def _add_year(self, year: str, reports: list[Report]) -> None:
        group = QTreeWidgetItem(self, [year])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setData(_COLUMN, Qt.ItemDataRole.AccessibleTextRole, f"Звіти за {year} рік")
        for report in reports:
            detail = f"{wording.rows(report.rows)} · {STATES[report.state]}"
            place = Place(PlaceKind.REPORT, report.period)
            self._add_place(group, place, short_name(report.period), detail, "report")
        group.setExpanded(year not in self._folded)

    def _add_place(self, parent: QTreeWidgetItem, place: Place, name: str, detail: str, picture: str) -> None:
        item = QTreeWidgetItem(parent, [name])
        item.setIcon(_COLUMN, icon(picture))
        item.setData(_COLUMN, _PLACE, place)
        item.setData(_COLUMN, _DETAIL, detail)
        item.setData(_COLUMN, Qt.ItemDataRole.AccessibleTextRole, f"{place.title}, {detail}")
        item.setToolTip(_COLUMN, f"{place.title}: {detail}")

    def _items(self) -> list[QTreeWidgetItem]:
        found = self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
        return [item for item in found if item.data(_COLUMN, _PLACE) is not None]

    def _announce(self, current: QTreeWidgetItem | None, _previous: QTreeWidgetItem | None) -> None:
        place = current.data(_COLUMN, _PLACE) if current is not None else None
        if isinstance(place, Place) and not self._filling:
            self.chosen.emit(place)

    def _fold(self, item: QTreeWidgetItem) -> None:
        self._folded.add(item.text(_COLUMN))

    def _unfold(self, item: QTreeWidgetItem) -> None:
        self._folded.discard(item.text(_COLUMN))


class _PlaceDelegate(QStyledItemDelegate):
    """A place in two lines: its name, and beneath it in the quieter colour how much is there."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        detail = index.data(_DETAIL)
        if detail is None:
            super().paint(painter, option, index)
            return
        name, shown = index.data(Qt.ItemDataRole.DisplayRole), QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        self._draw_ground(painter, option)
        state = QStyle.StateFlag
        shown.state &= ~(state.State_Selected | state.State_HasFocus | state.State_MouseOver)
        shown.text = ""
        shown.icon = index.data(Qt.ItemDataRole.DecorationRole)
        style = option.widget.style() if option.widget else QApplication.style()
        shown.decorationAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)
        self._write(painter, option, name, detail)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """As in the table: the style's own ground ends where the branch begins."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Highlight))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), 2))
            whole = QRect(0, option.rect.top(), option.rect.right() + 1, option.rect.height())
            painter.drawRect(whole.adjusted(1, 1, -2, -2))
            painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, name: str, detail: str) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        left = option.rect.left() + option.decorationSize.width() + 2 * theme.GRID
        name_height = QFontMetrics(option.font).height()
        small = theme.small_font()
        total = name_height + QFontMetrics(small).height()
        top = option.rect.top() + (option.rect.height() - total) // 2
        width = option.rect.right() - left - theme.GRID // 2
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(role.HighlightedText if selected else role.Text))
        painter.drawText(QRect(left, top, width, name_height), 0, name)
        painter.setFont(small)
        painter.setPen(option.palette.color(role.HighlightedText if selected else role.PlaceholderText))
        elided = QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, top + name_height, width, total - name_height), 0, elided)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = QFontMetrics(option.font).height()
        if index.data(_DETAIL) is None:
            return QSize(60, lines + 2 * theme.GRID)
        return QSize(60, lines + QFontMetrics(theme.small_font()).height() + 2 * theme.GRID)


def short_name(period: Period) -> str:
    """A period's name where its year is said already: «ІІІ квартал», «рік»."""
    if period.kind is PeriodKind.YEAR:
        return "Увесь рік"
    word = "квартал" if period.kind is PeriodKind.QUARTER else "півріччя"
    return f"{ROMAN_QUARTERS[period.number - 1]} {word}"


def _year(report: Report) -> int:
    return report.period.year
