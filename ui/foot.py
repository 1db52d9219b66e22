"""The foot of the window: pages beneath the table, one at a time, each with its tab."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from ui import theme
from ui.marked_tabs import MarkedTabs


class FootPage(QWidget):
    """A page; ``head`` is its first line, which leaves room for the tabs at its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.GRID // 2)
        self.make_room(0)

    def make_room(self, width: int) -> None:
        """Leave so many pixels free at the left of the first line."""
        self._room = width
        left = width or 2 * theme.GRID
        self.head.setContentsMargins(left, theme.GRID // 2, theme.GRID, theme.GRID // 2)

    @property
    def head_width(self) -> int:
        """The width that the first line needs without the tabs."""
        return self.head.minimumSize().width() - self._room

    @property
    def least(self) -> QSize:
        """The size that the page needs without the tabs."""
        hint, layout = self.minimumSizeHint(), self.layout()
        others = (layout.itemAt(number) for number in range(1, layout.count()))
        rest = max((item.minimumSize().width() for item in others if item is not None), default=0)
        return QSize(max(self.head_width, rest), hint.height())


class Foot(QWidget):
    """Pages by name. The tabs stand in the first line of the page itself, for a low screen has no line to
    spare for them; where the foot is too narrow for that, above it. ``chosen``: the user turns to a page.
    """

    chosen = Signal(str)

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = tuple(titles)
        self._titles = dict(titles)
        self._tabs = MarkedTabs(self)
        self._tabs.setAccessibleName("Під таблицею")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages: dict[str, FootPage] = {}
        self._offered = dict.fromkeys(titles, True)
        self._room = QWidget(self)
        self._stack = QStackedLayout(self._room)
        for title in titles.values():
            self._tabs.addTab(title)
            self._stack.addWidget(QWidget(self._room))
        self._tabs.raise_()
        self._tabs.currentChanged.connect(self._turn)
        self._tabs.installEventFilter(self)

    def put(self, name: str, page: FootPage) -> None:
        """Put a page into its place."""
        number = self.names.index(name)
        blank = self._stack.widget(number)
        self._stack.insertWidget(number, page)
        self._stack.removeWidget(blank)
        blank.deleteLater()
        self._pages[name] = page
        self.setTabOrder(self._tabs, page)
        self._stack.setCurrentIndex(self._tabs.currentIndex())
        self._tabs.raise_()
        self._lay()
        self._lead()

    def holds(self, name: str) -> bool:
        """Whether the page is there already; those that nobody wants to see yet are made later."""
        return name in self._pages

    @property
    def current(self) -> str:
        """The page that is turned to."""
        return self.names[self._tabs.currentIndex()]

    def turn_to(self, name: str) -> None:
        """Show a page; nobody is told."""
        self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(self.names.index(name))
        self._tabs.blockSignals(False)
        self._stack.setCurrentIndex(self._tabs.currentIndex())
        self._enable()
        self._lay()
        self._lead()

    def offer(self, name: str, on: bool) -> None:
        """Whether the user can turn to a page."""
        self._offered[name] = on
        self._enable()

    def count(self, name: str, number: int) -> None:
        """Say on a page's tab how much is on it; nothing on it is not said."""
        title = self._titles[name]
        self._tabs.setTabText(self.names.index(name), f"{title} {number}" if number else title)
        self._lay()

    def title(self, name: str) -> str:
        """What a page's tab says."""
        return self._tabs.tabText(self.names.index(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def minimumSizeHint(self) -> QSize:
        sizes = [page.least for page in self._pages.values()] or [QSize()]
        high = max(size.height() for size in sizes) + self._tabs.sizeHint().height()
        return QSize(max(size.width() for size in sizes), high)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The tabs are laid anew when their letters change."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay()
        return False

    def _lay(self) -> None:
        """The tabs beside what the page's first line has to say, or above it."""
        tabs = self._tabs.sizeHint()
        room = tabs.width() + 2 * theme.GRID
        page = self._pages.get(self.current)
        beside = page is not None and page.head_width + room <= self.width()
        for each in self._pages.values():
            each.make_room(room if beside else 0)
        top = 0 if beside else tabs.height() + 2
        self._tabs.setGeometry(theme.GRID // 2, 2, tabs.width(), tabs.height())
        self._room.setGeometry(0, top, self.width(), self.height() - top)
        self.updateGeometry()

    def _turn(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._enable()
        self._lay()
        self._lead()
        self.chosen.emit(self.names[number])

    def _enable(self) -> None:
        """The page that is turned to keeps its tab: else the bar would turn away from it by itself."""
        for number, name in enumerate(self.names):
            self._tabs.setTabEnabled(number, self._offered[name] or number == self._tabs.currentIndex())

    def _lead(self) -> None:
        """The keyboard goes to the page, or to the tabs while there is none."""
        self.setFocusProxy(self._pages.get(self.current, self._tabs))
