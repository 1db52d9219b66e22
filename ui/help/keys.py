"""Every key of the program: those of the table of actions, and the habits of the table and the fields."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from ui.action_table import MENUS, SPECS

#: Keys that belong to the table of events.
TABLE_KEYS = (
    ("↑ ↓ ← →", "До сусідньої клітинки"),
    ("Home · End", "На початок · у кінець рядка"),
    ("Ctrl+Home · Ctrl+End", "До першої · останньої клітинки таблиці"),
    ("PgUp · PgDown", "На сторінку вище · нижче"),
    ("Enter · Shift+Enter", "Записати клітинку і перейти нижче · вище"),
    ("Tab · Shift+Tab", "Записати клітинку і перейти праворуч · ліворуч"),
    ("F2", "Правити текст клітинки"),
    ("літера", "Писати в клітинку заново"),
    ("Backspace", "Очистити клітинку і писати в ній"),
    ("Alt+Enter", "Новий рядок усередині клітинки"),
    ("Esc", "Лишити клітинку, як була"),
    ("Del", "Очистити вибрані клітинки"),
    ("Shift+стрілки", "Вибрати кілька клітинок"),
    ("Shift+Пробіл · Ctrl+Пробіл", "Вибрати рядок · колонку"),
    ("Ctrl+A", "Вибрати все"),
    ("Alt+↓", "Фільтр колонки (в усіх заходах)"),
    ("Shift+F10", "Меню рядка"),
)
#: Keys of the editor's fields and of the search.
FIELD_KEYS = (
    ("Tab · Shift+Tab", "До наступного · попереднього поля"),
    ("↓ · Enter · Esc", "Підказане: вибрати · узяти · прибрати"),
    ("Alt+↓", "Вислови дати і календар (у полі дати); до переліку посилань (у полі адрес)"),
    ("Enter · Пробіл · Ctrl+Enter", "У переліку посилань: відкрити · перевірити · виправити"),
    ("Ctrl+Shift+V", "Вставити адреси, як вони є (у полі посилань)"),
    ("Esc · Enter", "У пошуку: очистити · перейти до таблиці"),
)
#: Keys of the list of findings.
FINDING_KEYS = (
    ("Enter", "До клітинки із зауваженням"),
    ("Ctrl+Enter", "Виправити"),
    ("Ctrl+Shift+Enter", "Виправити всі такі"),
    ("Del", "Приховати для цього рядка"),
)
#: Keys of the list of links.
LINK_KEYS = (
    ("Enter", "До клітинки з адресою; ще раз — до наступного її місця"),
    ("Ctrl+Enter", "Виправити"),
    ("Ctrl+Shift+Enter", "Виправити все…"),
    ("Shift+Enter", "Відкрити у браузері"),
    ("Ctrl+C", "Копіювати адресу"),
    ("Shift+F8", "Перевірити цю адресу"),
    ("Alt+Enter", "Докладно…"),
)
#: Keys of the sheets.
SHEET_KEYS = (
    ("PgUp · PgDown", "На екран вище · нижче"),
    ("Home · End", "До першого · останнього аркуша"),
    ("Ctrl++ · Ctrl+− · Ctrl+0", "Збільшити · зменшити · за шириною"),
    ("Ctrl+коліщатко", "Збільшити чи зменшити там, де миша"),
    ("Ctrl+клацання", "Відкрити посилання у браузері"),
    ("Подвійне клацання", "До заходу в таблиці"),
    ("Esc", "Назад до таблиці"),
)


def sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of keys with what they do: a group for each menu, then those of the parts of the window."""
    specs = {spec.id: spec for spec in SPECS}
    found = [
        (
            title.replace("&", ""),
            [
                (_native(specs[action].shortcut), specs[action].text.rstrip("…"))
                for action in actions
                if action and specs[action].shortcut
            ],
        )
        for title, actions in MENUS
    ]
    parts = (
        ("У таблиці", TABLE_KEYS),
        ("У полях", FIELD_KEYS),
        ("У зауваженнях", FINDING_KEYS),
        ("У посиланнях", LINK_KEYS),
        ("На аркушах", SHEET_KEYS),
    )
    return [(title, list(keys)) for title, keys in (*found, *parts) if keys]


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
