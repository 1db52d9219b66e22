"""Every key of the program: those of the table of actions, and the habits of the table and the fields."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from ui.action_table import MENUS, SPECS

#: Keys that belong to the table of events.
TABLE_KEYS = (
    ("↑ ↓ ← →", "До сусідньої клітинки"),
    ("Enter · Shift+Enter", "Записати клітинку і перейти нижче · вище"),
    ("Tab · Shift+Tab", "Записати клітинку і перейти праворуч · ліворуч"),
    ("F2", "Правити текст клітинки"),
    ("літера", "Писати в клітинку заново"),
    ("Alt+Enter", "Новий рядок усередині клітинки"),
    ("Esc", "Лишити клітинку, як була"),
    ("Del", "Очистити вибрані клітинки"),
    ("Shift+стрілки", "Вибрати кілька клітинок"),
    ("Alt+↓", "Відбір за колонкою (в усіх заходах)"),
    ("Shift+F10", "Меню рядка"),
)


def sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """Groups of keys with what they do: a group for each menu, then the table's own."""
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
    return [(title, keys) for title, keys in [*found, ("У таблиці", list(TABLE_KEYS))] if keys]


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
