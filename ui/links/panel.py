"""The links at the foot of the window: list, filters, and what can be done about the chosen ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from courtcomms.model import LinkGroup
from ui import theme
from ui.elided_label import ElidedLabel
from ui.foot import FootPage
from ui.links import words
from ui.links.archive_flow import may_be_archived
from ui.links.filters import GroupFilters
from ui.links.list_view import LinksList
from ui.links.menu_button import MenuButton
from ui.links.model import LinksModel, Shown

if TYPE_CHECKING:
    from courtcomms.services.link_values import ReportLink


class LinksPanel(FootPage):
    """``entered`` leads to a link's cell; ``mended``, ``asked`` carry the links to be repaired, checked;
    ``opened``, ``copied``, ``confirmed``, ``taken_back``, ``detailed``, ``sought`` (in the archive) one link.
    ``begun``, ``stopped`` and ``all_mended`` are the buttons over the list.
    """

    entered = Signal(object)
    mended = Signal(object)
    asked = Signal(object)
    opened = Signal(object)
    copied = Signal(object)
    confirmed = Signal(object)
    taken_back = Signal(object)
    detailed = Signal(object)
    sought = Signal(object)
    begun = Signal()
    stopped = Signal()
    all_mended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Посилання")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.model = LinksModel(self)
        self.list = LinksList(self.model, self)
        self.filters = GroupFilters(self)
        self._heading = ElidedLabel(self)
        self._hint = QLabel(self)
        self._trouble = QLabel(self)
        self._add_actions()
        self.check = self._button("Перевірити", "Запитати через інтернет адреси, про які ще не відомо (F8)")
        self.stop = self._button("Зупинити", "Зупинити перевірку; знайдене лишиться")
        self.mend_all = self._button("Виправити все…", "Показати всі певні виправлення (Ctrl+Shift+Enter)")
        self._deeds = MenuButton("Дії", self)
        self._build()
        self._connect()
        self._kept: tuple[str, int, int] = ("", -1, 0)
        self.run(under_way=False)
        self._look()

    def _add_actions(self) -> None:
        self._go = self._offer("Перейти до клітинки", "", self._enter)
        self._mend = self._offer(words.MEND, "Ctrl+Return", self._repair)
        self._open = self._offer("Відкрити у браузері", "Shift+Return", self._browse)
        # The key itself is the list's: the window has its own action for it.
        self._copy = self._offer("Копіювати адресу\tCtrl+C", "", self._take_copy)
        self._ask = self._offer("Перевірити цю адресу", "Shift+F8", self._check_chosen)
        self._confirm = self._offer("Підтвердити: відкривається", "", self._vouch)
        self._withdraw = self._offer("Забрати підтвердження", "", self._take_word_back)
        self._copies = self._offer("Знайти копію в архіві…", "", self._seek)
        self._details = self._offer("Докладно…", "Alt+Return", self._tell_details)
        self._all = self._offer("Виправити все…", "Ctrl+Shift+Return", self.all_mended.emit)

    def _offer(self, text: str, keys: str, slot: Callable[[], None]) -> QAction:
        # Qt calls the key «Return»; on the user's keyboard it is «Enter».
        shown = f"{text}\t{keys.replace('Return', 'Enter')}" if "Return" in keys else text
        return self.list.offer(shown, keys, slot)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _build(self) -> None:
        theme.strong(self._heading)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(theme.QUIET)
        self._hint.setMargin(2 * theme.GRID)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self._heading, 1)
        for button in (self.mend_all, self.check, self.stop):
            self.head.addWidget(button)
        row = QHBoxLayout()
        row.setContentsMargins(theme.GRID, 0, theme.GRID, theme.GRID // 2)
        row.addWidget(self.filters, 1)
        row.addWidget(self._deeds, 0, Qt.AlignmentFlag.AlignTop)
        self._trouble.setWordWrap(True)
        self._trouble.setForegroundRole(theme.DOUBT)
        self._trouble.setContentsMargins(2 * theme.GRID, 0, theme.GRID, theme.GRID // 2)
        self._trouble.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addLayout(row)
        column.addWidget(self._trouble)
        column.addLayout(self._stack, 1)
        self._hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def _connect(self) -> None:
        self._deeds.offer(self.list.actions())
        self.list.entered.connect(self.entered)
        self.list.acted.connect(self.act)
        self.list.copied.connect(self._take_copy)
        self.list.selectionModel().selectionChanged.connect(self._look)
        self.filters.chosen.connect(self._choose)
        self.check.clicked.connect(self.begun)
        self.stop.clicked.connect(self.stopped)
        self.mend_all.clicked.connect(self.all_mended)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._return)
        self.model.dataChanged.connect(self._look)

    @property
    def heading(self) -> str:
        """What is said over the list."""
        return self._heading.whole

    @property
    def hint(self) -> str:
        """What is said where there is no list."""
        return self._hint.text() if self._stack.currentWidget() is self._hint else ""

    def say(self, heading: str, hint: str = "", tip: str = "") -> None:
        """The heading, with more of it over it; where nothing is listed, a sentence in the list's place."""
        self._heading.say(heading, tip)
        self.list.setAccessibleDescription(heading)
        self._hint.setText(hint)
        self._turn()

    def warn(self, text: str) -> None:
        """One sentence over the list; empty: there is nothing to warn of."""
        self._trouble.setText(f"⚠ {text}" if text else "")
        self._trouble.setVisible(bool(text))

    @property
    def warning(self) -> str:
        """The sentence over the list."""
        return self._trouble.text() if self._trouble.isVisibleTo(self) else ""

    def show_links(self, shown: Shown) -> None:
        """List the links of a place."""
        self.filters.count(words.counts(shown.links))
        self.model.show(shown)
        number = len(shown.repairs)
        self.mend_all.setText(f"Виправити все ({number})…" if number else "Виправити все…")
        self.mend_all.setEnabled(number > 0)
        self._all.setEnabled(number > 0)
        self._turn()
        self._look()

    def run(self, *, under_way: bool) -> None:
        """A check goes on, or none does; its pace needs the room of the other button meanwhile."""
        focused = self.check.hasFocus() or self.stop.hasFocus()
        self.check.setVisible(not under_way)
        self.stop.setVisible(under_way)
        self.mend_all.setVisible(not under_way)
        if focused:
            (self.stop if under_way else self.check).setFocus()

    def act(self, link: ReportLink) -> None:
        """Do what a link's line offers."""
        deeds: dict[str, Callable[[], None]] = {
            words.MEND: lambda: self.mended.emit((link,)),
            words.OPEN: lambda: self.opened.emit(link),
            words.CONFIRM: lambda: self.confirmed.emit(link),
            words.CHECK: lambda: self.asked.emit((link,)),
            words.ENTER: lambda: self.entered.emit(link),
        }
        deeds[self.model.act(link)]()

    def _turn(self) -> None:
        listed = self.model.rowCount() > 0
        self._stack.setCurrentWidget(self.list if listed or not self._hint.text() else self._hint)
        # A hidden list cannot take the keyboard.
        self.setFocusProxy(self.list if listed else self.filters.button(self.filters.wanted))

    @property
    def chosen(self) -> list[ReportLink]:
        """The links of the chosen lines."""
        links = [self.model.link(row) for row in self.list.chosen_rows]
        return [link for link in links if link is not None]

    def _look(self, *_signal: object) -> None:
        """Allow what can be done about the chosen links."""
        chosen = self.chosen
        one = chosen[0] if len(chosen) == 1 else None
        confirmed = one is not None and one.status is not None and one.status.confirmation is not None
        self._go.setEnabled(one is not None and bool(one.places))
        self._mend.setEnabled(any(self.model.shown.mendable(link) for link in chosen))
        self._open.setEnabled(one is not None and one.askable)
        self._copy.setEnabled(one is not None)
        self._ask.setEnabled(any(link.askable for link in chosen))
        self._confirm.setEnabled(one is not None and one.askable)
        self._confirm.setVisible(not confirmed)
        self._withdraw.setVisible(confirmed)
        self._copies.setEnabled(one is not None and may_be_archived(one))
        self._details.setEnabled(one is not None)
        self._deeds.setEnabled(bool(chosen))

    def _choose(self, group: LinkGroup | None) -> None:
        self.model.choose(group)
        self._turn()
        self._look()

    def _tell(self, signal: Signal) -> None:
        for link in self.chosen[:1]:
            signal.emit(link)

    def _enter(self) -> None:
        self._tell(self.entered)

    def _browse(self) -> None:
        self._tell(self.opened)

    def _take_copy(self) -> None:
        self._tell(self.copied)

    def _vouch(self) -> None:
        self._tell(self.confirmed)

    def _take_word_back(self) -> None:
        self._tell(self.taken_back)

    def _tell_details(self) -> None:
        self._tell(self.detailed)

    def _seek(self) -> None:
        self._tell(self.sought)

    def _check_chosen(self) -> None:
        self.asked.emit(tuple(link for link in self.chosen if link.askable))

    def _repair(self) -> None:
        self.mended.emit(tuple(link for link in self.chosen if self.model.shown.mendable(link)))

    def _remember(self) -> None:
        row = self.list.currentIndex().row()
        link = self.model.link(row)
        self._kept = (link.target if link is not None else "", row, self.list.verticalScrollBar().value())

    def _return(self) -> None:
        """After the list changed: the same link chosen, else the one that took its place."""
        target, row, scrolled = self._kept
        self.list.verticalScrollBar().setValue(scrolled)
        if row >= 0:
            same = self.model.row_of(target)
            self.list.go(same if same >= 0 else min(row, self.model.rowCount() - 1))
        self._turn()
        self._look()
