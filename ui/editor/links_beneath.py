"""Beneath a field with addresses: the list of its links, with a line of buttons for the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from courtcomms.model import Column, Event
from ui import theme
from ui.columns import LINKED, short
from ui.editor.field import CellField

if TYPE_CHECKING:
    from ui.editor.link_list import LinkLine, LinkList
    from ui.links.statuses import LinkStatuses

#: A shorter text holds no address: most fields without one have a dash.
_SHORTEST = 4
#: The links are read anew so long after the last letter, in milliseconds.
PAUSE = 250
OPEN, CHECK, MEND = "Відкрити", "Перевірити", "Виправити"
_KEYS = "Enter — відкрити, пробіл — перевірити, Ctrl+Enter — виправити, Esc — назад до тексту"

#: Opens an address in the browser; asks the network for addresses.
Opener = Callable[[str], object]
Asker = Callable[[Collection[str]], object]


class FieldLinks(QObject):
    """Keeps the lists beneath the fields in step with their texts and with what is known of the addresses.

    Nothing is listed before :meth:`join` and :meth:`begin`.
    """

    def __init__(self, fields: Mapping[Column, CellField], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = {column: fields[column] for column in LINKED}
        self._event: Event | None = None
        self._ready = False
        self._statuses: LinkStatuses | None = None
        self._opener: Opener | None = None
        self._asker: Asker | None = None
        self.boxes: dict[Column, LinkBox] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._list)
        for field in self._fields.values():
            field.edit.edited.connect(self._pause.start)

    def join(self, statuses: LinkStatuses, opener: Opener, asker: Asker) -> None:
        """What is known of addresses, and who opens and asks for them."""
        self._statuses, self._opener, self._asker = statuses, opener, asker
        statuses.changed.connect(self._follow)
        statuses.judged.connect(self._list)
        self._list()

    def begin(self) -> None:
        """From now on list the links: what reads cells is here."""
        self._ready = True
        self._list()

    def show(self, event: Event) -> None:
        """List the links of this event's fields as they stand there."""
        if self._event is None or self._event.id != event.id:
            for box in self.boxes.values():
                box.picked = False
        self._event = event
        self._list()

    def _follow(self, urls: frozenset[str]) -> None:
        """Something else is known of these addresses."""
        if any(box.lines.holds(urls) for box in self.boxes.values()):
            self._list()

    def _list(self) -> None:
        event, statuses = self._event, self._statuses
        if event is None or statuses is None or not self._ready:
            return
        self._pause.stop()
        for column, field in self._fields.items():
            lines = _lines(field.edit.text(), event, column, statuses)
            if lines and column not in self.boxes:
                self.boxes[column] = LinkBox(field, column)
                self.boxes[column].join(self._open, self._check)
            if column in self.boxes:
                self.boxes[column].take(lines)

    def _open(self, line: LinkLine) -> None:
        if self._opener is not None and line.read.url:
            self._opener(line.read.url)

    def _check(self, line: LinkLine) -> None:
        if self._asker is not None and line.read.askable:
            self._asker((line.read.url,))


class LinkBox(QWidget):
    """The list of one field and its buttons, which do what the chosen link allows."""

    def __init__(self, field: CellField, column: Column) -> None:
        from ui.editor.link_list import LinkLines, LinkList

        super().__init__(field)
        self._field = field
        #: Whether the user has chosen a link herself.
        self.picked = False
        self.lines = LinkLines(self)
        self.list = LinkList(self.lines, self)
        self.list.setAccessibleName(f"Посилання клітинки «{short(column)}»")
        self.list.setAccessibleDescription(_KEYS)
        self.buttons = {name: self._button(name) for name in (OPEN, CHECK, MEND)}
        self._build()
        self._connect()
        field.put_under_note(self)
        field.edit.help_with(_IntoList(self.list))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(name)
        theme.quiet(button)
        button.setForegroundRole(QPalette.ColorRole.ButtonText)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        # By keyboard the same is done in the list, so that Tab goes from field to field.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID // 2)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.list.mended.connect(self._mend)
        self.list.done.connect(self._back)
        self.list.menu_wanted.connect(self._fill)
        self.buttons[MEND].clicked.connect(self._mend)

    def join(self, opener: Callable[[LinkLine], None], asker: Callable[[LinkLine], None]) -> None:
        """Who opens the chosen link and who asks for it."""
        self._opener, self._asker = opener, asker
        self.list.opened.connect(self._open)
        self.list.checked.connect(self._check)
        self.buttons[OPEN].clicked.connect(self._open)
        self.buttons[CHECK].clicked.connect(self._check)

    def take(self, lines: tuple[LinkLine, ...]) -> None:
        """Show these links; until the user chooses one, the first that asks for a hand is chosen."""
        if not lines and self.list.hasFocus():
            self._back()
        self.lines.take(lines)
        self.list.fit()
        if lines and not (self.picked and self.list.currentIndex().isValid()):
            self.list.setCurrentIndex(self.lines.index(self.lines.first_to_mend))
        self.setVisible(bool(lines))
        self._offer()

    @property
    def chosen(self) -> LinkLine | None:
        """The link that the buttons are about."""
        return self.lines.line(self.list.currentIndex().row())

    def _offer(self, *_signal: object) -> None:
        line, self.picked = self.chosen, self.picked or self.list.hasFocus()
        allowed = {
            OPEN: line is not None and bool(line.read.url),
            CHECK: line is not None and line.read.askable,
            MEND: line is not None and self._mendable(line),
        }
        for name, button in self.buttons.items():
            button.setEnabled(allowed[name])
            button.setAccessibleName(f"{name}: {line.shown}" if line is not None else name)
        self.buttons[MEND].setVisible(allowed[MEND])
        if line is not None and allowed[MEND]:
            self.buttons[MEND].setToolTip(f"Поставити {line.look.repair} (Ctrl+Enter)")

    def _mendable(self, line: LinkLine) -> bool:
        """An anchor's text would lose its target; its repair is the list of links' matter."""
        return bool(line.look.repair) and line.read.typed and not self._field.edit.isReadOnly()

    def _fill(self, menu: QMenu) -> None:
        deeds = {
            OPEN: (self._open, "Enter"),
            CHECK: (self._check, "Пробіл"),
            MEND: (self._mend, "Ctrl+Enter"),
        }
        for name, (deed, key) in deeds.items():
            menu.addAction(f"{name}\t{key}", deed).setEnabled(self.buttons[name].isEnabled())

    def _open(self) -> None:
        if self.chosen is not None:
            self._opener(self.chosen)

    def _check(self) -> None:
        if self.chosen is not None:
            self._asker(self.chosen)

    def _mend(self) -> None:
        """Put the right address in its place, as one edit of the field that undo takes back."""
        line, edit = self.chosen, self._field.edit
        if line is None or not self._mendable(line):
            return
        link = line.read.link
        if edit.text()[link.start : link.end] == link.text:
            edit.put(line.look.repair, link.start, link.end)

    def _back(self) -> None:
        self._field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _IntoList:
    """Alt+↓ in the field leads into its list."""

    def __init__(self, into: LinkList) -> None:
        self._list = into

    def wants(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        down = event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
        return down and not self._list.isHidden() and self._list.model().rowCount() > 0

    def take(self, _event: QKeyEvent) -> None:
        self._list.enter()


def _lines(text: str, event: Event, column: Column, statuses: LinkStatuses) -> tuple[LinkLine, ...]:
    if len(text) < _SHORTEST:
        return ()
    from courtcomms.linkcheck.address import shown
    from ui.editor.link_list import LinkLine
    from ui.links.looks import second
    from ui.links.reading import read_text

    lines: list[LinkLine] = []
    seen: set[str] = set()
    for read in read_text(text, event.cells.anchors_of(column), statuses.grounds):
        look, target = read.look(statuses), read.link.target
        lines.append(LinkLine(read, second(look) if target in seen else look, shown(target)))
        seen.add(target)
    return tuple(lines)
