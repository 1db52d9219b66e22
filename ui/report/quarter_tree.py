"""What a new quarter gets, as a list in three named groups; standing events can be unticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from courtcomms.model import Event
from ui import theme
from ui.icons import icon
from ui.report import quarter_words as words
from ui.report.queries import QuarterPlan
from ui.report.two_lines import DETAIL, TwoLines

_EVENT = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class QuarterTree(QTreeWidget):
    """«Перенесуться», «Додадуться самі», «Завершені, не переносяться». Empty groups are not shown.

    ``ticked`` tells that another choice was made, ``ending`` the id of an event that the user wants ended.
    """

    ticked = Signal()
    ending = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._unticked: set[int] = set()
        self._carried: list[QTreeWidgetItem] = []
        self.setAccessibleName("Рядки нового звіту")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(theme.GRID)
        self.setIconSize(QSize(18, 18))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TwoLines(self))
        self.itemChanged.connect(self._follow)
        self.itemDoubleClicked.connect(self._toggle)

    def fill(self, plan: QuarterPlan) -> None:
        """Show a plan; what the user unticked before stays so."""
        carry, current = plan.carry, self.current_event
        self._filling = True
        self.clear()
        self._carried = []
        coming = () if plan.report else carry.dated
        group = self._add_group("Перенесуться", _events(plan, carry.carried), words.lasting, "again")
        self._make_tickable(group)
        self._add_group("Додадуться самі", _events(plan, coming), words.dated, "period")
        self._add_group("Завершені, не переносяться", _events(plan, carry.closed), words.ended, "end")
        self._filling = False
        self._go_to(current.id if current is not None else 0)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ticked events, in their order."""
        return tuple(
            item.data(0, _EVENT).id for item in self._carried if item.checkState(0) is not _UNCHECKED
        )

    @property
    def current_event(self) -> Event | None:
        """The standing event that is the current one; none where another entry is."""
        item = self.currentItem()
        event = item.data(0, _EVENT) if item is not None and item in self._carried else None
        return event if isinstance(event, Event) else None

    def tick_all(self, on: bool) -> None:
        """Tick every standing event, or none."""
        for item in self._carried:
            item.setCheckState(0, _CHECKED if on else _UNCHECKED)

    def _add_group(
        self, name: str, events: Sequence[Event], detail: Callable[[Event], str], picture: str
    ) -> QTreeWidgetItem | None:
        if not events:
            return None
        group = QTreeWidgetItem(self, [f"{name} ({len(events)})"])
        group.setIcon(0, icon(picture))
        font = group.font(0)
        font.setWeight(font.Weight.DemiBold)
        group.setFont(0, font)
        for event in events:
            item = QTreeWidgetItem(group, [words.title(event)])
            item.setData(0, _EVENT, event)
            item.setData(0, DETAIL, detail(event))
            item.setToolTip(0, f"{event.cells.title}\n{detail(event)}")
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words.title(event)}, {detail(event)}")
        group.setExpanded(True)
        return group

    def _make_tickable(self, group: QTreeWidgetItem | None) -> None:
        if group is None:
            return
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        for place in range(group.childCount()):
            item = group.child(place)
            if item is None:
                continue
            on = item.data(0, _EVENT).id not in self._unticked
            item.setCheckState(0, _CHECKED if on else _UNCHECKED)
            self._carried.append(item)

    def _follow(self, item: QTreeWidgetItem) -> None:
        if self._filling or item not in self._carried:
            return
        self._unticked = {
            item.data(0, _EVENT).id for item in self._carried if item.checkState(0) is _UNCHECKED
        }
        self.ticked.emit()

    def _toggle(self, item: QTreeWidgetItem) -> None:
        """A double click on the words ticks too."""
        if item in self._carried:
            item.setCheckState(0, _CHECKED if item.checkState(0) is _UNCHECKED else _UNCHECKED)

    def _go_to(self, event_id: int) -> None:
        wanted = [item for item in self._carried if item.data(0, _EVENT).id == event_id]
        first = next(iter(wanted or self._carried), self.topLevelItem(0))
        if first is not None:
            self.setCurrentItem(first)


def _events(plan: QuarterPlan, ids: Sequence[int]) -> list[Event]:
    return [plan.events[event_id] for event_id in ids if event_id in plan.events]
