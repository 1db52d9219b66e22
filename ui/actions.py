"""The table of actions brought to life: menus and toolbar are made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from ui.action_table import MENUS, REPORT_MENU, ROW_MENU, SPECS, SPLIT, TOOLBAR, ActionSpec
from ui.icons import icon
from ui.situation import Situation


class Actions:
    """The table brought to life: a QAction for each entry, triggering the target's slot."""

    def __init__(self, target: QObject) -> None:
        self._specs: Mapping[str, ActionSpec] = {spec.id: spec for spec in SPECS}
        self._actions = {spec.id: _action(spec, target) for spec in SPECS}
        self._allowed: Situation | None = None

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> list[QAction]:
        """Every action, in the order of the table."""
        return list(self._actions.values())

    def allow(self, situation: Situation) -> None:
        """Let those actions be chosen whose conditions hold; most often nothing has changed since."""
        if situation == self._allowed:
            return
        self._allowed = situation
        for spec in SPECS:
            self._actions[spec.id].setEnabled(situation.holds(*spec.needs))

    def describe(self, action_id: str, detail: str) -> None:
        """Name the step in the menu («Скасувати: новий захід»); the toolbar keeps its short words."""
        text = self._specs[action_id].text
        self._actions[action_id].setText(f"{text}: {detail}" if detail else text)
        self._actions[action_id].setIconText(self._specs[action_id].short or text)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Make the menus of the table."""
        for title, ids in MENUS:
            _fill(bar.addMenu(title), ids, self._actions)

    def fill_row_menu(self, menu: QMenu) -> None:
        """Put into a menu what can be done to the chosen row."""
        _fill(menu, ROW_MENU, self._actions)

    def fill_report_menu(self, menu: QMenu) -> None:
        """Put into a menu what can be done with the report that is shown."""
        _fill(menu, REPORT_MENU, self._actions)

    def make_toolbar(self) -> QToolBar:
        """Make the toolbar, words beside icons."""
        toolbar = QToolBar("Панель дій")
        toolbar.setAccessibleName("Панель дій")
        toolbar.setMovable(False)
        toolbar.setIconSize(QSize(20, 20))
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        _fill(toolbar, TOOLBAR, self._actions)
        return toolbar


def _action(spec: ActionSpec, target: QObject) -> QAction:
    action = QAction(icon(spec.icon), spec.text, target)
    action.setObjectName(f"action_{spec.id}")
    action.setIconText(spec.short or spec.text)
    action.setShortcut(QKeySequence(spec.shortcut))
    action.setCheckable(spec.checkable)
    action.setStatusTip(spec.tip)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{spec.tip} ({keys})" if keys else spec.tip)
    if spec.id == "exit":
        action.setMenuRole(QAction.MenuRole.QuitRole)
    elif spec.id == "about":
        action.setMenuRole(QAction.MenuRole.AboutRole)
    (action.toggled if spec.checkable else action.triggered).connect(_runner(spec, target))
    return action


def _runner(spec: ActionSpec, target: QObject) -> Callable[[bool], None]:
    """Looks the slot up when it is wanted, so that what it needs is loaded only then."""
    slot, prepare = attrgetter(spec.slot), attrgetter("prepare")

    def run(on: bool = False) -> None:
        prepare(target)()
        slot(target)(on) if spec.checkable else slot(target)()

    return run


def _fill(holder: QMenu | QToolBar, ids: tuple[str, ...], actions: Mapping[str, QAction]) -> None:
    for action_id in ids:
        if action_id == SPLIT:
            holder.addSeparator()
        else:
            holder.addAction(actions[action_id])
