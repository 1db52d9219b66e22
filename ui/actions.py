"""The one table of everything the user can do; menus and toolbar are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from ui.icons import icon


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing to do. ``slot`` is a method of the window; ``short`` the words on the toolbar."""

    id: str
    text: str
    icon: str
    shortcut: str
    tip: str
    slot: str
    short: str = ""
    checkable: bool = False


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec("import", "Імпорт звіту…", "import", "Ctrl+O",
        "Узяти рядки зі звіту у Word або Excel; спершу покаже, що буде зроблено", "import_report", "Імпорт…"),
    ActionSpec("export", "Експорт звіту…", "export", "Ctrl+E",
        "Записати звіт за квартал у Word або Excel", "export_report", "Експорт…"),
    ActionSpec("save", "Зберегти", "save", "Ctrl+S",
        "Усе зберігається саме; ця дія зберігає щойно набране негайно", "save_now"),
    ActionSpec("backup", "Резервна копія", "backup", "", "Зробити перевірену копію реєстру", "make_backup"),
    ActionSpec("folder", "Тека з даними", "folder", "",
        "Показати теку, де лежать реєстр і його копії", "show_folder"),
    ActionSpec("exit", "Вийти", "exit", "Ctrl+Q", "Закрити програму; усе вже збережено", "close"),
    ActionSpec("undo", "Скасувати", "undo", "Ctrl+Z", "Скасувати останню дію", "undo", "Скасувати"),
    ActionSpec("redo", "Повернути", "redo", "Ctrl+Y", "Повернути скасовану дію", "redo", "Повернути"),
    ActionSpec("add", "Новий захід", "add", "Ctrl+N",
        "Додати рядок після вибраного", "add_event", "Новий захід"),
    ActionSpec("delete", "Видалити захід", "delete", "Ctrl+Del",
        "Перемістити вибраний захід до кошика", "trash_event", "Видалити"),
    ActionSpec("restore", "Відновити з кошика", "restore", "",
        "Повернути вибраний захід до реєстру", "restore_event"),
    ActionSpec("find", "Знайти", "search", "Ctrl+F", "Шукати в усіх колонках", "find"),
    ActionSpec("quarter", "Новий квартал…", "quarter", "Ctrl+Shift+N",
        "Почати звіт за наступний квартал", "new_quarter"),
    ActionSpec("court", "Назва суду…", "court", "", "Як суд зветься у заголовку звіту", "edit_court"),
    ActionSpec("reports", "Панель звітів", "panel_left", "Ctrl+1",
        "Показати або сховати список звітів", "toggle_reports", checkable=True),
    ActionSpec("editor", "Панель заходу", "panel_right", "Ctrl+2",
        "Показати або сховати редактор заходу", "toggle_editor", checkable=True),
    ActionSpec("pane", "До наступної частини вікна", "register", "F6",
        "Перейти від списку звітів до таблиці, редактора і назад", "next_pane"),
    ActionSpec("layout", "Звичайний вигляд", "restore", "",
        "Повернути звичні ширини панелей і колонок", "reset_layout"),
    ActionSpec("about", "Про програму", "info", "", "Версія програми і місце даних", "about"),
)  # fmt: skip

_SPLIT = ""
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("&Файл", ("import", "export", _SPLIT, "save", "backup", "folder", _SPLIT, "exit")),
    ("&Правка", ("undo", "redo", _SPLIT, "add", "delete", "restore", _SPLIT, "find")),
    ("&Звіт", ("quarter", _SPLIT, "court")),
    ("&Вигляд", ("reports", "editor", "pane", _SPLIT, "layout")),
    ("&Довідка", ("about",)),
)
TOOLBAR: tuple[str, ...] = ("add", "delete", _SPLIT, "undo", "redo", _SPLIT, "import", "export")


class Actions:
    """The table brought to life: a QAction for each entry, triggering the target's slot."""

    def __init__(self, target: QObject) -> None:
        self._specs: Mapping[str, ActionSpec] = {spec.id: spec for spec in SPECS}
        self._actions = {spec.id: _action(spec, target) for spec in SPECS}

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> list[QAction]:
        """Every action, in the order of the table."""
        return list(self._actions.values())

    def enable(self, action_id: str, on: bool) -> None:
        """Let an action be chosen, or not."""
        self._actions[action_id].setEnabled(on)

    def describe(self, action_id: str, detail: str) -> None:
        """Name the step in the menu («Скасувати: новий захід»); the toolbar keeps its short words."""
        text = self._specs[action_id].text
        self._actions[action_id].setText(f"{text}: {detail}" if detail else text)
        self._actions[action_id].setIconText(self._specs[action_id].short or text)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Make the menus of the table."""
        for title, ids in MENUS:
            _fill(bar.addMenu(title), ids, self._actions)

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
    slot = getattr(target, spec.slot)
    (action.toggled if spec.checkable else action.triggered).connect(slot)
    return action


def _fill(holder: QMenu | QToolBar, ids: tuple[str, ...], actions: Mapping[str, QAction]) -> None:
    for action_id in ids:
        if action_id == _SPLIT:
            holder.addSeparator()
        else:
            holder.addAction(actions[action_id])
