"""The links beneath a field of the editor: what is known of each, opened, checked and mended from there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fake_register import FakeRegister
from hands import Q3, edit_of, press, settle, trigger, type_over
from looks import ALL, FINE, GONE, LOOKS, MOVED, NEW, UNSEEN, look
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from courtcomms.model import Anchor, Cells, Column, EventState, Severity, Verdict
from ui.editor import links_beneath
from ui.editor.link_list import MOST_ROWS
from ui.editor.links_beneath import CHECK, MEND, OPEN, LinkBox
from ui.links import statuses as statuses_module
from ui.main_window import MainWindow

Make = Callable[..., MainWindow]
Role = Qt.ItemDataRole


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statuses_module, "_SOON", 0)
    monkeypatch.setattr(links_beneath, "PAUSE", 0)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was asked to open."""
    urls: list[str] = []
    monkeypatch.setattr(
        "ui.editor.joining.QDesktopServices.openUrl", lambda url: urls.append(url.toString()) or True
    )
    return urls


@pytest.fixture
def show(make_window: Make, fake: FakeRegister, opened: list[str]) -> Callable[..., MainWindow]:
    """The window at an event with these links."""

    def make(**cells: object) -> MainWindow:
        fake.looks.update(LOOKS)
        fake.add_rows(1, Q3, [Cells(title="Посилання", **cells)], label="Імпорт")  # type: ignore[arg-type]
        window = make_window(fake)
        window.page.view.choose(max(fake.stored))
        rest()
        return window

    return make


def rest() -> None:
    """What follows from a deed: saving, listing, asking, answering."""
    for _ in range(4):
        settle()


def box_of(window: MainWindow, column: Column = Column.SITE_LINKS) -> LinkBox:
    return window.panel.links.boxes[column]


def said(box: LinkBox, role: Role = Role.DisplayRole) -> list[str]:
    return [box.lines.index(row).data(role) for row in range(box.lines.rowCount())]


def test_each_link_is_listed_with_its_word_and_a_readable_address(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=ALL, media="«Вісті» https://xn--d1acpjx3f.xn--j1amh/%D1%81%D1%83%D0%B4")
    box = box_of(window)
    assert said(box) == ["працює", "сторінки немає (404)", "переїхало", "погляньте самі", "не перевірено"]
    spoken = said(box, Role.AccessibleTextRole)
    assert spoken[1] == f"посилання 2 з 5: сторінки немає (404). Речення: gone. {GONE}"
    assert said(box, Role.ToolTipRole)[2] == f"Речення: moved.\n{MOVED}\nМожна поставити: {NEW}"
    (media,) = said(box_of(window, Column.MEDIA), Role.ToolTipRole)
    assert media.endswith("/суд")


def test_the_model_keeps_its_promises(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=ALL)
    box = box_of(window)
    tester = QAbstractItemModelTester(box.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    type_over(window, f"{FINE}\n{GONE}", Column.SITE_LINKS)
    rest()
    assert said(box) == ["працює", "сторінки немає (404)"]
    assert tester.model() is box.lines


def test_a_cell_without_links_shows_no_list(show: Callable[..., MainWindow]) -> None:
    window = show(site_links="-")
    assert window.panel.links.boxes == {}
    type_over(window, FINE, Column.SITE_LINKS)
    rest()
    assert box_of(window).isVisible()
    type_over(window, "немає", Column.SITE_LINKS)
    rest()
    assert not box_of(window).isVisible()


def test_the_list_is_a_few_rows_high_and_scrolls(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=ALL)
    box = box_of(window)
    assert box.list.height() == MOST_ROWS * box.list.row_height
    assert box.list.verticalScrollBar().maximum() > 0
    type_over(window, FINE, Column.SITE_LINKS)
    rest()
    assert box.list.height() == box.list.row_height


def test_the_first_link_that_asks_for_a_hand_is_chosen(show: Callable[..., MainWindow]) -> None:
    box = box_of(show(site_links=ALL))
    assert box.chosen is not None
    assert box.chosen.read.url == GONE


def test_what_stands_there_twice_is_said_of_the_second(show: Callable[..., MainWindow]) -> None:
    box = box_of(show(site_links=f"{FINE}\n{GONE}\n{FINE}\n{GONE}"))
    gone = "сторінки немає (404)"
    assert said(box) == ["працює", gone, "те саме, вдруге", gone], "a graver word stays"


def test_alt_down_leads_into_the_list_and_escape_back(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=ALL)
    field, box = edit_of(window, Column.SITE_LINKS), box_of(window)
    field.setFocus()
    press(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert box.list.hasFocus()
    press(box.list, Qt.Key.Key_Down)
    assert box.chosen is not None
    assert box.chosen.read.url == MOVED
    press(box.list, Qt.Key.Key_Escape)
    assert field.hasFocus()


def test_up_from_the_first_link_leads_back_to_the_text(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=FINE)
    box = box_of(window)
    box.list.enter()
    press(box.list, Qt.Key.Key_Up)
    assert edit_of(window, Column.SITE_LINKS).hasFocus()


def test_tab_still_goes_from_field_to_field(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=ALL)
    field = edit_of(window, Column.SITE_LINKS)
    field.setFocus()
    press(field, Qt.Key.Key_Tab)
    assert edit_of(window, Column.MEDIA).hasFocus()


def test_enter_opens_the_page_in_the_browser(show: Callable[..., MainWindow], opened: list[str]) -> None:
    box = box_of(show(site_links=ALL))
    box.list.enter()
    press(box.list, Qt.Key.Key_Return)
    press(box.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    box.buttons[OPEN].click()
    assert opened == [GONE, GONE, GONE]


def test_the_space_bar_asks_for_this_address_alone(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=ALL)
    asked: list[tuple[str, ...]] = []
    box = box_of(window)
    window.panel.links.join(window.parts.links, print, lambda urls: asked.append(tuple(urls)))
    box.list.enter()
    press(box.list, Qt.Key.Key_Space)
    box.buttons[CHECK].click()
    assert asked == [(GONE,), (GONE,)]


def test_what_is_typed_is_saved_before_its_address_is_asked_for(
    show: Callable[..., MainWindow], fake: FakeRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show(site_links="-")
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(window.commands.links, "check_addresses", asked.append)
    type_over(window, UNSEEN, Column.SITE_LINKS)
    rest()
    box_of(window).buttons[CHECK].click()
    rest()
    assert asked == [(UNSEEN,)]
    assert fake.stored[max(fake.stored)].cells.site_links == UNSEEN


def test_a_file_is_neither_opened_nor_asked_for(show: Callable[..., MainWindow], opened: list[str]) -> None:
    box = box_of(show(site_links="file:///etc/passwd"))
    assert not box.buttons[OPEN].isEnabled()
    assert not box.buttons[CHECK].isEnabled()
    box.list.enter()
    press(box.list, Qt.Key.Key_Return)
    press(box.list, Qt.Key.Key_Space)
    assert opened == []


def test_the_new_address_is_put_in_as_one_step(show: Callable[..., MainWindow], fake: FakeRegister) -> None:
    window = show(site_links=f"Новина: {MOVED}, і ще {FINE}")
    box, stored = box_of(window), fake.stored[max(fake.stored)].id
    assert box.buttons[MEND].isVisible()
    box.list.enter()
    press(box.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.panel.save()
    rest()
    assert fake.stored[stored].cells.site_links == f"Новина: {NEW}, і ще {FINE}"
    assert said(box) == ["не перевірено", "працює"]
    trigger(window, "undo")
    rest()
    assert fake.stored[stored].cells.site_links == f"Новина: {MOVED}, і ще {FINE}"
    assert said(box) == ["переїхало", "працює"]


def test_a_text_that_changed_meanwhile_is_not_mended(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=MOVED)
    box, field = box_of(window), edit_of(window, Column.SITE_LINKS)
    field.put("Див. ", 0, 0)
    box.buttons[MEND].click()
    assert field.text() == f"Див. {MOVED}"


def test_what_is_only_read_offers_no_mend(show: Callable[..., MainWindow], fake: FakeRegister) -> None:
    window = show(site_links=MOVED)
    fake.trash_events([max(fake.stored)])
    event = fake.stored[max(fake.stored)]
    assert event.state is EventState.TRASHED
    window.panel.show_event(event)
    rest()
    assert not box_of(window).buttons[MEND].isVisible()
    assert box_of(window).buttons[OPEN].isEnabled()


def test_behind_an_anchors_words_the_text_is_left_alone(show: Callable[..., MainWindow]) -> None:
    anchor = Anchor(Column.SITE_LINKS, "Новина суду", MOVED)
    box = box_of(show(site_links="Новина суду", anchors=(anchor,)))
    assert said(box) == ["переїхало"]
    assert not box.buttons[MEND].isVisible()


def test_a_flaw_of_the_text_is_said_and_mended_at_once(show: Callable[..., MainWindow]) -> None:
    window = show(site_links="www.court.gov.ua/news/1")
    box = box_of(window)
    assert said(box) == ["адреса без https://"]
    box.buttons[MEND].click()
    rest()
    assert edit_of(window, Column.SITE_LINKS).text() == "https://www.court.gov.ua/news/1"
    assert said(box) == ["не перевірено"]


def test_a_shortened_address_is_named_and_after_a_look_gives_way_to_the_true_one(
    show: Callable[..., MainWindow], fake: FakeRegister
) -> None:
    short = "https://cutt.ly/6jcghde"
    window = show(site_links=short)
    assert said(box_of(window)) == ["скорочена адреса"]
    assert not box_of(window).buttons[MEND].isVisible()
    window.parts.links.learn([look(short, Verdict.MOVED, Severity.HINT, repair=NEW)])
    rest()
    box_of(window).buttons[MEND].click()
    window.panel.save()
    rest()
    assert fake.stored[max(fake.stored)].cells.site_links == NEW


def test_a_fresh_look_is_told_while_the_event_is_open(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=UNSEEN)
    box = box_of(window)
    assert said(box) == ["не перевірено"]
    gone = LOOKS[GONE][0]
    window.parts.links.learn([type(gone)(UNSEEN, gone.verdict, gone.severity, "Нема.", gone.checked_at, 404)])
    rest()
    assert said(box) == ["сторінки немає (404)"]
    assert box.chosen is not None


def test_the_menu_of_a_link_offers_the_same(show: Callable[..., MainWindow]) -> None:
    box = box_of(show(site_links=MOVED))
    box.list.enter()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), box.list.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(box.list.viewport(), event)
    (menu,) = box.list.findChildren(QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words == [OPEN, CHECK, MEND]
    menu.close()
    settle()


def test_every_part_has_a_name(show: Callable[..., MainWindow]) -> None:
    box = box_of(show(site_links=MOVED))
    assert box.list.accessibleName() == "Посилання клітинки «Посилання на сайт суду»"
    assert "Enter" in box.list.accessibleDescription()
    assert box.buttons[OPEN].accessibleName() == f"Відкрити: {MOVED}"


def test_a_narrow_panel_shows_whole_words(show: Callable[..., MainWindow]) -> None:
    window = show(site_links=ALL)
    box = box_of(window)
    box.resize(260, box.height())
    needed = sum(button.sizeHint().width() for button in box.buttons.values())
    assert needed <= 260
