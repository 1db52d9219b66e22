"""Everything the user can do, and where it stands in the menus; no code here, only the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing to do.

    ``slot`` is a path from the commands («quarter.begin»), looked up when the action is triggered;
    ``needs`` names conditions of :class:`ui.situation.Situation`, all of which must hold; ``short`` are the
    words on the toolbar.
    """

    id: str
    text: str
    icon: str
    shortcut: str
    tip: str
    slot: str
    short: str = ""
    checkable: bool = False
    needs: tuple[str, ...] = ()


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec("import", "Імпорт звіту…", "import", "Ctrl+O",
        "Узяти рядки зі звіту у Word або Excel; спершу покаже, що буде зроблено",
        "files.import_report", "Імпорт…", needs=("unbroken",)),
    ActionSpec("export", "Експорт звіту…", "export", "Ctrl+E",
        "Записати звіт за квартал у Word або Excel", "files.export_report", "Експорт…", needs=("report",)),
    ActionSpec("save", "Зберегти", "save", "Ctrl+S",
        "Усе зберігається саме; ця дія зберігає щойно набране негайно", "files.save_now"),
    ActionSpec("backup", "Резервна копія", "backup", "", "Зробити перевірену копію реєстру",
        "files.make_backup", needs=("some",)),
    ActionSpec("folder", "Тека з даними", "folder", "",
        "Показати теку, де лежать реєстр і його копії", "files.show_folder"),
    ActionSpec("exit", "Вийти", "exit", "Ctrl+Q", "Закрити програму; усе вже збережено", "files.close"),
    ActionSpec("undo", "Скасувати", "undo", "Ctrl+Z", "Скасувати останню дію", "undo", "Скасувати",
        needs=("can_undo",)),
    ActionSpec("redo", "Повернути", "redo", "Ctrl+Y", "Повернути скасовану дію", "redo", "Повернути",
        needs=("can_redo",)),
    ActionSpec("add", "Новий захід", "add", "Ctrl+N",
        "Додати рядок після вибраного", "add_event", "Новий захід", needs=("writable",)),
    ActionSpec("delete", "Видалити захід", "delete", "Ctrl+Del",
        "Перемістити вибраний захід до кошика", "trash_event", "Видалити", needs=("chosen_writable",)),
    ActionSpec("restore", "Відновити з кошика", "restore", "",
        "Повернути вибраний захід до реєстру", "restore_event", needs=("chosen_trashed",)),
    ActionSpec("find", "Знайти", "search", "Ctrl+F", "Шукати в усіх колонках", "find", needs=("some",)),
    ActionSpec("quarter", "Новий квартал…", "quarter", "Ctrl+Shift+N",
        "Почати звіт за наступний квартал", "steps.new_quarter", needs=("some",)),
    ActionSpec("court", "Назва суду…", "court", "", "Як суд зветься у заголовку звіту", "steps.edit_court",
        needs=("some",)),
    ActionSpec("reports", "Панель звітів", "panel_left", "Ctrl+1",
        "Показати або сховати список звітів", "view.toggle_reports", checkable=True, needs=("some",)),
    ActionSpec("editor", "Панель заходу", "panel_right", "Ctrl+2",
        "Показати або сховати редактор заходу", "view.toggle_editor", checkable=True, needs=("some",)),
    ActionSpec("findings", "Панель зауважень", "panel_foot", "Ctrl+3",
        "Показати або сховати зауваження до звіту", "view.toggle_findings", checkable=True, needs=("some",)),
    ActionSpec("pane", "До наступної частини вікна", "register", "F6",
        "Перейти від списку звітів до таблиці, редактора і назад", "view.next_pane", needs=("some",)),
    ActionSpec("layout", "Звичайний вигляд", "restore", "",
        "Повернути звичні ширини панелей і колонок", "view.reset_layout", needs=("some",)),
    ActionSpec("about", "Про програму", "info", "", "Версія програми і місце даних", "about"),
)  # fmt: skip

#: Parts two groups of a menu.
SPLIT = ""
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("&Файл", ("import", "export", SPLIT, "save", "backup", "folder", SPLIT, "exit")),
    ("&Правка", ("undo", "redo", SPLIT, "add", "delete", "restore", SPLIT, "find")),
    ("&Звіт", ("quarter", SPLIT, "court")),
    ("&Вигляд", ("reports", "editor", "findings", "pane", SPLIT, "layout")),
    ("&Довідка", ("about",)),
)
#: The menu of a row in the table.
ROW_MENU: tuple[str, ...] = ("add", "delete", "restore")
TOOLBAR: tuple[str, ...] = ("add", "delete", SPLIT, "undo", "redo", SPLIT, "import", "export")
