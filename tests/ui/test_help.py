"""Help: the manual opens at what the user is about, every link and picture of it is there, keys are true."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hands import edit_of, opened, press, settle, trigger, type_text
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from courtcomms import __version__
from ui.action_table import MENUS, SPECS
from ui.help.about import AboutDialog
from ui.help.keys import FIELD_KEYS, FINDING_KEYS, TABLE_KEYS, sections
from ui.help.keys_dialog import KeysDialog
from ui.help.manual import ManualWindow
from ui.help.topics import Topic, manual_dir, topics
from ui.links import words as words_of_links
from ui.main_window import MainWindow

IDS = [topic.id for topic in topics()]
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


@pytest.mark.parametrize("topic", topics(), ids=IDS)
def test_every_link_and_picture_of_the_manual_is_there(topic: Topic) -> None:
    for picture, words, target in _LINK.findall(topic.text):
        assert words, f"a link to {target} without words: nobody could hear it read out"
        if picture:
            assert not QImage(str(manual_dir() / target)).isNull(), target
        elif not target.startswith("http"):
            assert (manual_dir() / target).is_file(), target


@pytest.mark.parametrize("topic", topics(), ids=IDS)
def test_the_manual_names_actions_as_the_menus_do(topic: Topic) -> None:
    """Bold words with an ellipsis or a key in backticks are promises: such an action, such a key."""
    texts = {spec.text for spec in SPECS} | {spec.short for spec in SPECS}
    for name in re.findall(r"\*\*([^*]+…)\*\*", topic.text):
        assert name in texts, name
    keys = {spec.shortcut for spec in SPECS} | {
        part for _, keys in sections() for key, _ in keys for part in key.split(" · ")
    }
    for key in re.findall(r"`([^`]+)`", topic.text):
        if "+" in key or re.fullmatch(r"F\d+", key):
            assert key in keys, key


@pytest.mark.parametrize(
    ("pane", "words"),
    [
        (lambda window: window.page.view, "Таблиця"),
        (lambda window: edit_of(window), "Записати захід"),
        (lambda window: window.findings.list, "Зауваження"),
        (lambda window: window.places, "Новий квартал"),
        (lambda window: window.search.findChild(QLineEdit), "Шукати"),
    ],
)
def test_f1_opens_the_topic_of_the_pane_that_has_the_keyboard(
    sampled: MainWindow, pane: Callable[[MainWindow], QWidget], words: str
) -> None:
    pane(sampled).setFocus()
    trigger(sampled, "manual")
    assert opened(sampled, ManualWindow).page.toPlainText().strip().startswith(words)


def test_an_empty_register_is_explained_first(real_window: Callable[..., MainWindow]) -> None:
    window = real_window()
    trigger(window, "manual")
    assert opened(window, ManualWindow).page.toPlainText().startswith("Перші кроки")


def test_the_manual_is_searched_as_one_types(sampled: MainWindow) -> None:
    trigger(sampled, "manual")
    manual = opened(sampled, ManualWindow)
    everything = manual.titles
    manual._search.setFocus()
    type_text(manual._search, "КОШИК")
    assert 0 < len(manual.titles) < len(everything)
    type_text(manual._search, "щзхъ")
    assert manual.titles == []
    assert manual._nothing.isVisible()
    manual._search.clear()
    assert manual.titles == everything


def test_a_link_leads_to_its_topic(sampled: MainWindow) -> None:
    trigger(sampled, "manual")
    manual = opened(sampled, ManualWindow)
    manual.page.anchorClicked.emit(QUrl("06_quarter.md"))
    assert manual.page.toPlainText().strip().startswith("Новий квартал")


def test_the_same_manual_comes_to_the_front_again(sampled: MainWindow) -> None:
    trigger(sampled, "manual")
    first = opened(sampled, ManualWindow)
    trigger(sampled, "manual")
    assert opened(sampled, ManualWindow) is first
    press(first, Qt.Key.Key_Escape)
    settle()
    assert sampled.findChildren(ManualWindow) == []


def test_every_key_of_the_menus_is_in_the_list(sampled: MainWindow) -> None:
    trigger(sampled, "keys")
    text = opened(sampled, KeysDialog).text.toPlainText()
    for spec in SPECS:
        if spec.shortcut:
            native = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            assert native in text, spec.id
            assert spec.text.rstrip("…") in text


def test_no_key_is_given_twice() -> None:
    keys = [spec.shortcut for spec in SPECS if spec.shortcut]
    assert len(keys) == len(set(keys))


def test_every_action_stands_in_a_menu() -> None:
    listed = {action for _, actions in MENUS for action in actions if action}
    assert listed == {spec.id for spec in SPECS}


def test_about_tells_versions_and_the_place_of_the_data_and_copies_them(sampled: MainWindow) -> None:
    trigger(sampled, "about")
    about = opened(sampled, AboutDialog)
    shown = " ".join(label.text() for label in about.findChildren(QLabel))
    assert __version__ in shown
    assert str(sampled.parts.folder) in shown
    about._copy()
    copied = QGuiApplication.clipboard().text()
    assert f"Версія програми: {__version__}" in copied
    assert str(sampled.parts.folder) in copied


@pytest.mark.parametrize("topic", IDS)
def test_pictures_fit_into_the_page(sampled: MainWindow, topic: str) -> None:
    sampled.commands.help.show_topic(topic)
    settle()
    manual = opened(sampled, ManualWindow)
    assert manual.page.horizontalScrollBar().maximum() == 0
    manual.resize(700, 600)
    settle()
    assert manual.page.horizontalScrollBar().maximum() == 0


def test_bold_names_of_the_manual_are_actions_or_places(window: MainWindow) -> None:
    """A bold word without an ellipsis too is what a person looks for in the menus."""
    said = {spec.text.rstrip("…") for spec in SPECS}
    words = [name for topic in topics() for name in re.findall(r"\*\*([^*]+)\*\*", topic.text)]
    unknown = {name for name in words if name[0].isupper()} - said - {spec.text for spec in SPECS}
    places = {"Ліворуч", "Посередині", "Праворуч", "Унизу", "Помилка", "Попередження", "Порада"}
    assert unknown <= places | set(words_of_links.STATES)


def test_the_first_steps_name_what_the_first_page_offers(real_window: Callable[..., MainWindow]) -> None:
    window = real_window()
    buttons = window.panes.welcome.findChildren(QAbstractButton)
    spoken = [step.accessibleName() or step.text() for step in buttons]
    text = next(topic.text for topic in topics() if topic.id == "first_steps")
    for name in ("Спробувати на прикладі", "Почати з чистого аркуша…"):
        assert name in spoken
        assert f"«{name}»" in text


@pytest.mark.parametrize(
    "keys",
    [TABLE_KEYS, FIELD_KEYS, FINDING_KEYS],
)
def test_no_key_of_a_part_is_listed_twice(keys: tuple[tuple[str, str], ...]) -> None:
    assert len({key for key, _ in keys}) == len(keys)


def test_the_listed_keys_of_the_findings_are_those_of_its_actions(sampled: MainWindow) -> None:
    actions = {action.shortcut().toString(): action.text() for action in sampled.findings.list.actions()}
    listed = {key.replace("Enter", "Return"): deed for key, deed in FINDING_KEYS if key != "Enter"}
    assert listed == {key: text for key, text in actions.items() if key}
