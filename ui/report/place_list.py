"""The list on the left: the court's reports by year, the whole register, the trash."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from courtcomms.model import Report
from courtcomms.period import ROMAN_QUARTERS, Period, PeriodKind
from ui import theme, wording
from ui.icons import icon
from ui.places import ALL, STATE_ICONS, TRASH, Overview, Place, PlaceKind, state_words
from ui.report.two_lines import DETAIL, TwoLines

_PLACE = Qt.ItemDataRole.UserRole
_COLUMN = 0


class PlaceList(QTreeWidget):
    """Places, the newest report first.

    ``chosen`` tells the one the user goes to, ``menu_wanted`` where on the screen a report's menu is wanted.
    """

    chosen = Signal(object)
    menu_wanted = Signal(QPoint)

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
        self.setItemDelegate(TwoLines(self))
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_menu)
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
            self._add_report(group, report)
        group.setExpanded(year not in self._folded)

    def _add_report(self, group: QTreeWidgetItem, report: Report) -> None:
        """The number of rows stands by the name: a date of submission beside it would be cut off."""
        place = Place(PlaceKind.REPORT, report.period)
        detail = f"{wording.rows(report.rows)} · {state_words(report)}"
        item = self._add_place(group, place, short_name(report.period), detail, STATE_ICONS[report.state])
        item.setText(_COLUMN, f"{short_name(report.period)} ({report.rows})")
        item.setData(_COLUMN, DETAIL, state_words(report))

    def _add_place(
        self, parent: QTreeWidgetItem, place: Place, name: str, detail: str, picture: str
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [name])
        item.setIcon(_COLUMN, icon(picture))
        item.setData(_COLUMN, _PLACE, place)
        item.setData(_COLUMN, DETAIL, detail)
        item.setData(_COLUMN, Qt.ItemDataRole.AccessibleTextRole, f"{place.title}, {detail}")
        item.setToolTip(_COLUMN, f"{place.title}: {detail}")
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        found = self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
        return [item for item in found if item.data(_COLUMN, _PLACE) is not None]

    def _announce(self, current: QTreeWidgetItem | None, _previous: QTreeWidgetItem | None) -> None:
        place = current.data(_COLUMN, _PLACE) if current is not None else None
        if isinstance(place, Place) and not self._filling:
            self.chosen.emit(place)

    def _offer_menu(self, where: QPoint) -> None:
        """By mouse or by the menu key; for reports only."""
        item = self.itemAt(where)
        place = item.data(_COLUMN, _PLACE) if item is not None else None
        if isinstance(place, Place) and place.period is not None and item is self.currentItem():
            self.menu_wanted.emit(self.viewport().mapToGlobal(where))

    def _fold(self, item: QTreeWidgetItem) -> None:
        self._folded.add(item.text(_COLUMN))

    def _unfold(self, item: QTreeWidgetItem) -> None:
        self._folded.discard(item.text(_COLUMN))


def short_name(period: Period) -> str:
    """A period's name where its year is said already: «ІІІ квартал», «рік»."""
    if period.kind is PeriodKind.YEAR:
        return "Увесь рік"
    word = "квартал" if period.kind is PeriodKind.QUARTER else "півріччя"
    return f"{ROMAN_QUARTERS[period.number - 1]} {word}"


def _year(report: Report) -> int:
    return report.period.year
