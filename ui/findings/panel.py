"""The panel at the foot of the window: the findings of the report that is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from courtcomms.model import Finding
from ui import theme
from ui.elided_label import ElidedLabel
from ui.findings.list_view import FindingsList
from ui.findings.model import HIDE, MEND, UNHIDE, Entry, FindingsModel, Found
from ui.findings.show_menu import ShowMenu
from ui.foot import FootPage


class FindingsPanel(FootPage):
    """The list of findings, what can be done about the chosen ones, and which of them are listed.

    ``entered`` leads to a finding's cell; ``mended``, ``hidden_away`` and ``brought_back`` carry the findings
    to be repaired, hidden, shown again.
    """

    entered = Signal(object)
    mended = Signal(object)
    hidden_away = Signal(object)
    brought_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Зауваження")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.model = FindingsModel(self)
        self.list = FindingsList(self.model, self)
        self._said = ""
        self._heading = ElidedLabel(self)
        self._hint = QLabel(self)
        self._go = self.list.offer("Перейти до клітинки", "", self._enter)
        self._mend = self.list.offer(MEND, "Ctrl+Return", self._repair)
        self._mend_all = self.list.offer("Виправити всі такі", "Ctrl+Shift+Return", self._repair_all)
        self._hide = self.list.offer("Приховати для цього рядка", "Del", self._put_away)
        self._hide.setIconText(HIDE)
        self._unhide = self.list.offer(UNHIDE, "", self._bring_back)
        self.shown = ShowMenu(self.model, self)
        self._build()
        self.list.entered.connect(self.entered)
        self.list.acted.connect(self._act)
        self.list.selectionModel().selectionChanged.connect(self._look)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._return)
        self._kept: tuple[Finding | None, int] = (None, -1)
        self._look()

    def _build(self) -> None:
        theme.strong(self._heading)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(theme.QUIET)
        self._hint.setMargin(2 * theme.GRID)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = self.head
        head.addWidget(self._heading, 1)
        for action in (self._mend, self._mend_all, self._hide):
            button = QToolButton(self)
            button.setDefaultAction(action)
            head.addWidget(self._dressed(button))
        head.addWidget(self._dressed(self.shown))
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)

    def _dressed(self, button: QToolButton) -> QToolButton:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    @property
    def heading(self) -> str:
        """What is said over the list."""
        return self._said

    @property
    def hint(self) -> str:
        """What is said where there is no list."""
        return self._hint.text() if self._stack.currentWidget() is self._hint else ""

    def say(self, heading: str, hint: str = "") -> None:
        """The heading; and, where nothing is listed, a sentence in the list's place."""
        self._said = heading
        # The tab beside it has the word already.
        told = heading.removeprefix("Зауваження: ")
        self._heading.say(told if told != "Зауваження" else "", heading)
        self.list.setAccessibleDescription(heading)
        self._hint.setText(hint)
        self._turn()

    def show_found(self, found: Found) -> None:
        """List the findings of a report."""
        self.shown.count(len(found.hidden))
        self.model.show(found)
        self._turn()
        self._look()

    def _turn(self) -> None:
        listed = self.model.rowCount() > 0
        self._stack.setCurrentWidget(self.list if listed or not self._hint.text() else self._hint)
        # A hidden list cannot take the keyboard.
        self.setFocusProxy(self.list if listed else self.shown)

    def _chosen(self) -> list[Entry]:
        entries = [self.model.entry(row) for row in self.list.chosen_rows]
        return [entry for entry in entries if entry is not None]

    def _look(self) -> None:
        """Allow what can be done about the chosen findings."""
        chosen = self._chosen()
        mendable = [entry for entry in chosen if entry.finding.repair is not None and not entry.hidden]
        alike = self.model.alike(mendable[0].finding) if len(mendable) == len(chosen) == 1 else ()
        self._go.setEnabled(len(chosen) == 1)
        self._mend.setEnabled(bool(mendable))
        self._mend_all.setEnabled(len(alike) > 1)
        self._mend_all.setText(f"Виправити всі такі ({len(alike)})" if alike else "Виправити всі такі")
        self._hide.setEnabled(any(not entry.hidden for entry in chosen))
        self._unhide.setVisible(any(entry.hidden for entry in chosen))
        self._explain(mendable)

    def _explain(self, mendable: list[Entry]) -> None:
        """Over «Виправити» stands what it would do."""
        row = self.model.row_of(mendable[0].finding) if len(mendable) == 1 else -1
        tip = self.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) if row >= 0 else ""
        self._mend.setToolTip(tip or "Виправити вибрані зауваження (Ctrl+Enter)")
        self._mend_all.setToolTip("Виправити в усьому звіті те саме; скасовується одним кроком")
        self._hide.setToolTip("Більше не показувати це зауваження до цього рядка (Delete)")

    def _enter(self) -> None:
        for entry in self._chosen()[:1]:
            self.entered.emit(entry.finding)

    def _act(self, entry: Entry) -> None:
        if entry.hidden:
            self.brought_back.emit((entry.finding,))
        elif entry.finding.repair is not None:
            self.mended.emit((entry.finding,))
        else:
            self.hidden_away.emit((entry.finding,))

    def _repair(self) -> None:
        self.mended.emit(
            tuple(one.finding for one in self._chosen() if one.finding.repair is not None and not one.hidden)
        )

    def _repair_all(self) -> None:
        for entry in self._chosen()[:1]:
            self.mended.emit(self.model.alike(entry.finding))

    def _put_away(self) -> None:
        self.hidden_away.emit(tuple(entry.finding for entry in self._chosen() if not entry.hidden))

    def _bring_back(self) -> None:
        self.brought_back.emit(tuple(entry.finding for entry in self._chosen() if entry.hidden))

    def _remember(self) -> None:
        row = self.list.currentIndex().row()
        entry = self.model.entry(row)
        self._kept = (entry.finding if entry is not None else None, row)

    def _return(self) -> None:
        """After the list changed: the same finding chosen, else the one that took its place."""
        finding, row = self._kept
        if finding is not None:
            same = self.model.row_of(finding)
            self.list.go(same if same >= 0 else min(row, self.model.rowCount() - 1))
        self._turn()
        self._look()
