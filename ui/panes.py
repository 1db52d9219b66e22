"""The panes of the window: places on the left, the table over its foot, the editor on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.editor.panel import EditorPanel
from ui.findings.panel import FindingsPanel
from ui.foot import Foot
from ui.memory import Memory
from ui.register.page import RegisterPage
from ui.report.place_list import PlaceList
from ui.trouble import TroublePage
from ui.welcome import WelcomePage

_LEAST_LEFT, _LEAST_MIDDLE, _LEAST_RIGHT = 150, 360, 260
_USUAL_LEFT, _USUAL_RIGHT = 188, 300
_LEAST_FOOT, _USUAL_FOOT = 72, 172
#: The pages of the foot; only one of them is seen.
_FOOT = {"findings": "Зауваження", "links": "Посилання"}


class Panes(QSplitter):
    """Widths and visibility of the panes; the outer two rest while there is nothing to show in them.

    ``turned``: the foot shows another of its pages, or none.
    """

    turned = Signal()
    #: The panes that can be hidden, by the names of their actions, and those of a first start.
    names = ("reports", "editor", *_FOOT)
    usual = ("reports", "editor", "findings")

    def __init__(
        self,
        places: PlaceList,
        page: RegisterPage,
        panel: EditorPanel,
        findings: FindingsPanel,
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.welcome = WelcomePage(self)
        self.trouble = TroublePage(self)
        self._page = page
        self._places = places
        self._panel = panel
        self.foot = Foot(_FOOT, self)
        self.foot.put("findings", findings)
        self.foot.chosen.connect(self._choose)
        self._outer = {"reports": _framed(places), "editor": _framed(panel), "foot": _framed(self.foot)}
        self.sheets: QWidget | None = None
        self._wanted = {"reports": True, "editor": True, "foot": True}
        self._offered = dict.fromkeys(_FOOT, True)
        self._middle = QStackedWidget(self)
        self._middle.setFrameShape(QFrame.Shape.NoFrame)
        blank = QWidget(self)
        for widget in (blank, page, self.welcome, self.trouble):
            self._middle.addWidget(widget)
        self.upright = QSplitter(Qt.Orientation.Vertical, self)
        self.upright.addWidget(self._middle)
        self.upright.addWidget(self._outer["foot"])
        for widget in (self._outer["reports"], self.upright, self._outer["editor"]):
            self.addWidget(widget)
        self._outer["reports"].setMinimumWidth(_LEAST_LEFT)
        # Else the widest page, the welcome, would keep the window wider than a small screen.
        self._middle.setMinimumWidth(_LEAST_MIDDLE)
        self._outer["editor"].setMinimumWidth(_LEAST_RIGHT)
        self._outer["foot"].setMinimumHeight(_LEAST_FOOT)
        self._set_handles()
        self._look()

    def _set_handles(self) -> None:
        for splitter in (self, self.upright):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
            for number in range(1, splitter.count()):
                splitter.handle(number).setAccessibleName("Межа панелей")
        self.setStretchFactor(1, 1)
        self.upright.setStretchFactor(0, 1)

    @property
    def welcoming(self) -> bool:
        """Whether the first page of an empty register is shown."""
        return self._middle.currentWidget() is self.welcome

    @property
    def broken(self) -> bool:
        """Whether there is no register to work with."""
        return self._middle.currentWidget() is self.trouble

    @property
    def working(self) -> bool:
        """Whether the table is shown, or the sheets in its place."""
        return self._middle.currentWidget() in (self._page, self.sheets)

    @property
    def at_table(self) -> bool:
        """Whether the table itself is shown."""
        return self._middle.currentWidget() is self._page

    def show_page(self) -> None:
        """Show the table, or the sheets in its place, with the panels."""
        self._turn(self.sheets or self._page)

    def show_sheets(self, sheets: QWidget | None) -> None:
        """Put sheets into the table's place, or the table back where it was."""
        working, self.sheets = self.working, sheets
        if sheets is not None and self._middle.indexOf(sheets) < 0:
            self._middle.addWidget(sheets)
        if working:
            self.show_page()

    def show_welcome(self, *, sample: bool) -> None:
        """Show the first steps alone; with the ``sample`` only where there is no court of the user's own."""
        self.welcome.offer_sample(sample)
        self._turn(self.welcome)

    def show_trouble(self, reason: str) -> None:
        """Show why there is no register, alone."""
        self.trouble.say(reason)
        self._turn(self.trouble)

    def want(self, name: str, on: bool) -> None:
        """Show or hide one of the panes of :attr:`names`; a page of the foot takes the other's place."""
        if name not in _FOOT:
            self._wanted[name] = on
        elif on:
            self.foot.turn_to(name)
            self._wanted["foot"] = True
        elif name == self.foot.current:
            self._wanted["foot"] = False
        self._look()
        if name in _FOOT:
            self.turned.emit()

    def offer(self, name: str, on: bool) -> None:
        """Whether there is anything to show in a page of the foot where the user is."""
        if self._offered[name] is not on:
            self._offered[name] = on
            self.foot.offer(name, on)
            self._look()

    @property
    def page(self) -> str:
        """The page of the foot that is wanted; empty where none is."""
        return self.foot.current if self._wanted["foot"] else ""

    def _choose(self, _name: str) -> None:
        self._look()
        self.turned.emit()

    def focus_next(self) -> None:
        """Go with the keyboard to the next visible pane."""
        ring = [self._places, self.sheets or self._page.view, self.foot, self._panel]
        focus = QApplication.focusWidget()
        at = next(
            (n for n, pane in enumerate(ring) if focus and (pane is focus or pane.isAncestorOf(focus))), -1
        )
        for step in range(1, len(ring) + 1):
            pane = ring[(at + step) % len(ring)]
            if pane.isVisible():
                self._focus(pane)
                return

    def usual_widths(self) -> None:
        """The widths of a first start."""
        rest = max(self.width() - _USUAL_LEFT - _USUAL_RIGHT, 300)
        self.setSizes([_USUAL_LEFT, rest, _USUAL_RIGHT])
        self.upright.setSizes([max(self.height() - _USUAL_FOOT, 300), _USUAL_FOOT])

    def restore(self, memory: Memory) -> None:
        """Take back what was remembered."""
        if not (
            memory.restore_splitter("splitter", self) and memory.restore_splitter("upright", self.upright)
        ):
            self.usual_widths()

    def keep(self, memory: Memory) -> None:
        """Remember the widths and the height of the panes."""
        memory.keep_splitter("splitter", self)
        memory.keep_splitter("upright", self.upright)

    def _focus(self, pane: QWidget) -> None:
        if pane is self._panel:
            self._panel.focus_first()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn(self, page: QWidget) -> None:
        self._middle.setCurrentWidget(page)
        self._look()

    def _look(self) -> None:
        for name, pane in self._outer.items():
            offered = name != "foot" or self._offered[self.foot.current]
            pane.setVisible(self.working and self._wanted[name] and offered)


def _framed(widget: QWidget) -> QFrame:
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.NoFrame)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    return frame
