"""Everything has a name for a screen reader, a way by keyboard, and letters that can be drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFontInfo, QKeySequence, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from courtcomms.model import Column
from ui import theme
from ui.actions import MENUS, SPECS, TOOLBAR
from ui.columns import WRITTEN, Detail, full
from ui.editor.cell_edit import CellEdit
from ui.main_window import MainWindow
from ui.register.marks import WORDS

LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяіїєґІЇЄҐʼ№«»—–…·⚠"


def spoken(widget: QWidget) -> str:
    """What a screen reader would call a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def reachable(root: QWidget) -> list[QWidget]:
    """The widgets that take the keyboard or the mouse for themselves."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    ]


def test_every_widget_that_takes_input_has_a_name(window: MainWindow) -> None:
    widgets = reachable(window)
    assert len(widgets) > 20
    assert [type(widget).__name__ for widget in widgets if not spoken(widget).strip()] == []


def test_the_welcome_has_names_too(real_window: Callable[..., MainWindow]) -> None:
    window = real_window()
    said = [spoken(widget) for widget in reachable(window.panes.welcome)]
    assert said == [
        "Імпортувати попередній звіт (Word або Excel)",
        "Спробувати на прикладі",
        "Почати з чистого аркуша…",
    ]


def test_the_fields_are_named_as_in_the_form(window: MainWindow) -> None:
    edits = window.panel.findChildren(CellEdit)
    assert [spoken(edit) for edit in edits] == [full(part) for part in (*WRITTEN, *Detail)]


def test_what_is_understood_is_read_out_with_the_field(window: MainWindow) -> None:
    field = window.panel.fields[Column.SITE_LINKS]
    interface = QAccessible.queryAccessibleInterface(field.edit)
    assert interface.text(QAccessible.Text.Description) == field.note == "посилань немає"


def test_every_dialog_has_names(window: MainWindow) -> None:
    for action in ("quarter", "court"):
        window.actions_[action].trigger()
        settle()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert [type(widget).__name__ for widget in reachable(dialog) if not spoken(widget).strip()] == []
        dialog.close()
        settle()


def test_tab_reaches_every_field_in_order(window: MainWindow) -> None:
    window.panel.focus_first()
    walked = []
    for _ in range(len(WRITTEN)):
        walked.append(QApplication.focusWidget())
        window.focusNextChild()
    assert walked == [field.edit for field in window.panel.fields.values()]


def test_shortcuts_are_unique_and_understood() -> None:
    keys = [QKeySequence(spec.shortcut).toString() for spec in SPECS if spec.shortcut]
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_every_action_is_in_a_menu_with_words_and_picture(window: MainWindow) -> None:
    listed = [action for _, ids in MENUS for action in ids if action]
    assert sorted(listed) == sorted(spec.id for spec in SPECS)
    assert set(TOOLBAR) <= {*listed, ""}
    for action in window.actions_.all():
        assert action.text()
        assert action.statusTip()
        assert not action.icon().isNull()


def test_menu_letters_are_unique_in_the_bar() -> None:
    letters = [title[title.index("&") + 1].lower() for title, _ in MENUS]
    assert len(letters) == len(set(letters))


def test_menus_hold_what_the_table_says(window: MainWindow) -> None:
    menus = [action.menu() for action in window.menuBar().actions()]
    assert all(isinstance(menu, QMenu) for menu in menus)
    shown = [[entry.objectName() for entry in menu.actions() if not entry.isSeparator()] for menu in menus]
    assert shown == [[f"action_{action}" for action in ids if action] for _, ids in MENUS]


def test_the_font_has_ukrainian_letters(qapp: QApplication) -> None:
    font = QRawFont.fromFont(qapp.font())
    drawn = {letter for letter in LETTERS[:-1] if font.supportsCharacter(ord(letter))}
    assert drawn == set(LETTERS[:-1]), QFontInfo(qapp.font()).family()


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground(qapp: QApplication, dark: bool) -> None:
    theme.wear(qapp, dark=dark)
    palette, role = qapp.palette(), QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (theme.QUIET, role.Window),
        (theme.QUIET, role.Base),
        (theme.DOUBT, role.Window),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
    ]
    poor = [(str(a), str(b)) for a, b in pairs if contrast(palette, a, b) < 4.5]
    theme.wear(qapp, dark=False)
    assert poor == []


@pytest.mark.parametrize("dark", [False, True])
def test_the_focus_mark_stands_out(qapp: QApplication, dark: bool) -> None:
    theme.wear(qapp, dark=dark)
    role = QPalette.ColorRole
    found = [
        contrast(qapp.palette(), role.Accent, ground) for ground in (role.Window, role.Base, role.Highlight)
    ]
    theme.wear(qapp, dark=False)
    assert min(found) >= 3.0


def contrast(palette: QPalette, text: QPalette.ColorRole, ground: QPalette.ColorRole) -> float:
    """WCAG's ratio of two roles' lightness."""

    def lightness(role: QPalette.ColorRole) -> float:
        colour = palette.color(role)
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in colour.getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((lightness(text), lightness(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_doubt_is_told_by_more_than_colour(window: MainWindow) -> None:
    notes = [label for label in window.panel.findChildren(QLabel) if label.foregroundRole() == theme.DOUBT]
    assert notes
    signs = ("⚠ ", *(f"{words[0].capitalize()}: " for words in WORDS.values()))
    assert [note.text() for note in notes if not note.text().startswith(signs)] == []


def test_icons_follow_the_palette(window: MainWindow, qapp: QApplication) -> None:
    def ink() -> int:
        image = window.actions_["add"].icon().pixmap(24, 24).toImage()
        return max(
            image.pixelColor(12, y).lightness() for y in range(4, 20) if image.pixelColor(12, y).alpha() > 200
        )

    theme.wear(qapp, dark=True)
    settle()
    dark = ink()
    theme.wear(qapp, dark=False)
    settle()
    assert dark > 180 > 80 > ink()


def test_the_picture_of_the_chosen_place_has_the_colour_of_its_words(
    window: MainWindow, qapp: QApplication
) -> None:
    """A system of high contrast may show what is chosen dark on bright."""
    role = QPalette.ColorRole
    palette = QPalette(qapp.palette())
    for one, colour in (
        (role.WindowText, "#ffffff"),
        (role.Highlight, "#00ffff"),
        (role.HighlightedText, "#000000"),
    ):
        palette.setColor(one, QColor(colour))
    qapp.setPalette(palette)
    settle()
    places = window.places
    image = places.viewport().grab(places.visualRect(places.currentIndex())).toImage()
    across = range(4, image.width() // 3)
    seen = {image.pixelColor(x, y).name() for x in across for y in range(4, image.height() - 4)}
    theme.wear(qapp, dark=False)
    assert "#000000" in seen
    assert "#ffffff" not in seen
