"""From pasted addresses to rows, in the real program, against servers on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hands import press, settle, titles, trigger
from linked import Links
from pages import Page, news
from played import Net, moved, playing
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from courtcomms.errors import CannotWrite
from courtcomms.model import Changes, Column
from courtcomms.paths import DataDir
from courtcomms.services.links import load_settings
from courtcomms.store import Register
from ui.clipboard.preview import PasteDialog
from ui.columns import COLUMNS
from ui.links import network_run
from ui.links.drafts_dialog import DraftsDialog
from ui.links.drafts_model import Part
from ui.main_window import MainWindow
from ui.places import ALL

OWN = "https://zr.court.gov.ua/sud1/news/7/"
PAPER = "https://gazeta.example/statti/5"
GONE = "https://gazeta.example/statti/vtracheno"
SHORT = "https://korotko.example/a1"
HOSTILE = "https://lykho.example/1"
TEN = tuple(f"https://zr.court.gov.ua/sud1/news/{number}/" for number in range(20, 30))

SAYS = {
    "zr.court.gov.ua/sud1/robota/1/": news("Як працює суд"),
    "zr.court.gov.ua/sud1/news/7/": news("Суд відвідали студенти", "2021-08-20"),
    "gazeta.example/statti/5": news("Урок права у школі", "2021-12-01", "Зразківська газета"),
    "korotko.example/a1": moved(OWN),
    "lykho.example/1": Page(
        title="Сторінка",
        head='<meta property="og:title" content="&#x202e;&lt;b&gt;Назва&lt;/b&gt; &lt;img src=x&gt; '
        + "я" * 10_000
        + '">',
    ),
    **{place.removeprefix("https://"): news(f"Новина {place[-3:-1]}", "2021-09-01") for place in TEN},
}


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is taken over at once."""
    monkeypatch.setattr(network_run, "PORTION", 10)


@pytest.fixture
def net() -> Iterator[Net]:
    """The hosts of these addresses, on loopback."""
    with playing(SAYS) as world:
        yield world


@pytest.fixture
def desk(links: Links) -> Links:
    """The report; pages are asked for at the played hosts."""
    links.window.commands.drafts.make = links.net.checker
    links.net.asked.clear()
    return links


def put(text: str) -> None:
    """Copy a text elsewhere."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def at(desk: Links, row: int, column: Column) -> None:
    desk.window.page.view.setFocus()
    desk.window.page.view.choose(desk.window.table.ids[row], COLUMNS.index(column))
    settle()


def dialog(desk: Links) -> DraftsDialog:
    """The dialog, once its lines are here."""
    flow = desk.window.commands.drafts
    desk.wait(lambda: flow.dialog is not None and flow.dialog.model.rowCount() > 0)
    assert flow.dialog is not None
    return flow.dialog


def paste(desk: Links, *addresses: str, row: int = 1, column: Column = Column.TITLE) -> DraftsDialog:
    at(desk, row, column)
    put("\n".join(addresses))
    trigger(desk.window, "paste")
    return dialog(desk)


def agree(desk: Links, shown: DraftsDialog) -> None:
    """Let the pages be read, and wait for all of them."""
    shown.consent.click()
    desk.wait(lambda: not shown.read.isEnabled() and shown.stop.isHidden() and still(desk))


def still(desk: Links) -> bool:
    settle()
    return not desk.window.parts.jobs.busy


def cell(shown: DraftsDialog, row: int, part: Part) -> str:
    return str(shown.model.index(row, part).data())


def write(shown: DraftsDialog, row: int, part: Part, text: str) -> None:
    assert shown.model.setData(shown.model.index(row, part), text)


def column_of(window: MainWindow, row: int, column: Column) -> str:
    return str(window.table.index(row, COLUMNS.index(column)).data())


def settings_of(desk: Links) -> DataDir:
    return DataDir(desk.window.parts.folder)


def test_ten_addresses_become_ten_rows_in_one_step(desk: Links) -> None:
    before = titles(desk.window)
    shown = paste(desk, *TEN)
    assert shown.summary == "Буде додано: 10 заходів до звіту за ІІІ квартал 2021 року, після рядка № 2"
    agree(desk, shown)
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == len(before) + 10)
    assert titles(desk.window) == [
        *before[:2],
        *(f"Новина {number}" for number in range(20, 30)),
        *before[2:],
    ]
    assert column_of(desk.window, 2, Column.DATE) == "01.09.2021"
    assert column_of(desk.window, 2, Column.SITE_LINKS) == TEN[0]
    assert "Додано з адрес: 10 заходів" in desk.window.status.note_text
    assert "Додано з адрес: 10 заходів" in desk.window.actions_["undo"].text()
    desk.wait(lambda: desk.window.page.view.currentIndex().row() == 2)
    trigger(desk.window, "undo")
    desk.wait(lambda: titles(desk.window) == before)


def test_without_consent_nothing_is_asked_and_rows_have_their_addresses(desk: Links) -> None:
    shown = paste(desk, OWN, PAPER)
    assert not shown.consent.isChecked()
    assert not shown.read.isEnabled()
    assert "через інтернет" in shown.note.text(), "what the tick means is said before it is set"
    assert [cell(shown, row, Part.TITLE) for row in (0, 1)] == ["", ""]
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)
    assert desk.net.asked == []
    assert column_of(desk.window, 2, Column.SITE_LINKS) == OWN
    assert column_of(desk.window, 3, Column.MEDIA) == PAPER
    assert not load_settings(settings_of(desk)).read_pages


def test_consent_is_remembered_and_taken_back(desk: Links) -> None:
    shown = paste(desk, OWN, PAPER)
    agree(desk, shown)
    assert load_settings(settings_of(desk)).read_pages
    shown.reject()
    settle()
    again = paste(desk, TEN[0], TEN[1])
    desk.wait(lambda: cell(again, 1, Part.TITLE) == "Новина 21")
    assert again.consent.isChecked()
    again.consent.click()
    desk.wait(lambda: not load_settings(settings_of(desk)).read_pages)


def test_title_date_outlet_and_column_are_offered(desk: Links) -> None:
    shown = paste(desk, OWN, PAPER, GONE)
    agree(desk, shown)
    assert [cell(shown, 0, part) for part in (Part.TITLE, Part.DATE, Part.WHERE, Part.OUTLET)] == [
        "Суд відвідали студенти",
        "20.08.2021",
        "Сайт суду",
        "",
    ]
    assert [cell(shown, 1, part) for part in (Part.TITLE, Part.DATE, Part.WHERE, Part.OUTLET)] == [
        "Урок права у школі",
        "01.12.2021",
        "ЗМІ",
        "Зразківська газета",
    ]
    assert "поза звітним періодом" in cell(shown, 1, Part.NOTE)
    assert cell(shown, 2, Part.TITLE) == ""
    assert "404" in cell(shown, 2, Part.NOTE)
    assert shown.model.is_ticked(2), "a page that says nothing still makes a draft"


def test_all_that_is_offered_can_be_changed_and_stays_changed(desk: Links) -> None:
    shown = paste(desk, OWN, PAPER)
    write(shown, 0, Part.TITLE, "Екскурсія")
    write(shown, 1, Part.WHERE, "Сайт суду")
    assert not shown.model.flags(shown.model.index(1, Part.OUTLET)) & Qt.ItemFlag.ItemIsEditable
    agree(desk, shown)
    assert cell(shown, 0, Part.TITLE) == "Екскурсія", "what is read goes by what was written"
    assert cell(shown, 0, Part.DATE) == "20.08.2021"
    write(shown, 0, Part.DATE, "19.08.2021")
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)
    assert column_of(desk.window, 2, Column.TITLE) == "Екскурсія"
    assert column_of(desk.window, 2, Column.DATE) == "19.08.2021"
    assert column_of(desk.window, 3, Column.SITE_LINKS) == PAPER


def test_a_name_of_an_unknown_outlet_is_learned_and_unlearned(desk: Links) -> None:
    shown = paste(desk, PAPER, OWN)
    write(shown, 0, Part.OUTLET, "Наша газета")
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)
    assert column_of(desk.window, 2, Column.MEDIA) == f"Наша газета: {PAPER}"
    assert outlet(desk) == [("gazeta.example", "Наша газета", True)]
    again = paste(desk, "https://gazeta.example/statti/99", "https://gazeta.example/statti/98")
    assert cell(again, 0, Part.OUTLET) == "Наша газета"
    again.reject()
    settle()
    trigger(desk.window, "undo")
    desk.wait(lambda: desk.window.table.rowCount() == 4)
    assert outlet(desk) == [], "one step back takes back rows and name"
    trigger(desk.window, "redo")
    desk.wait(lambda: desk.window.table.rowCount() == 6)
    assert outlet(desk) == [("gazeta.example", "Наша газета", True)]


def test_a_name_that_a_page_gave_is_no_word_of_the_user(desk: Links) -> None:
    shown = paste(desk, PAPER, OWN)
    agree(desk, shown)
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)
    assert column_of(desk.window, 2, Column.MEDIA) == f"Зразківська газета: {PAPER}"
    assert outlet(desk) == [("gazeta.example", "Зразківська газета", False)]


def test_what_the_register_has_is_told_and_not_taken(desk: Links) -> None:
    shown = paste(desk, "http://www.zr.court.gov.ua/sud1/robota/1", OWN)
    assert cell(shown, 0, Part.NOTE) == "Уже є у звіті: № 1, 4"
    assert [shown.model.is_ticked(row) for row in (0, 1)] == [False, True]
    assert shown.action.text() == "Додати 1 рядок"
    shown.every.click()
    assert len(shown.model.chosen) == 2, "the user may have it there twice"
    write(shown, 0, Part.TITLE, "Ще раз")
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)


def test_reading_is_stopped_and_what_was_read_stays(desk: Links) -> None:
    held = desk.net.hold("gazeta.example/statti/5")
    shown = paste(desk, OWN, PAPER)
    shown.consent.click()
    desk.wait(lambda: cell(shown, 0, Part.TITLE) == "Суд відвідали студенти")
    assert "Читаю" in cell(shown, 1, Part.NOTE)
    assert shown.note.text() == "Прочитано 1 з 2"
    shown.stop.click()
    desk.wait(lambda: still(desk) and shown.read.isEnabled())
    assert cell(shown, 1, Part.NOTE) == ""
    assert shown.read.text() == "&Прочитати (1)"
    held.set()
    shown.read.click()
    desk.wait(lambda: cell(shown, 1, Part.TITLE) == "Урок права у школі")


def test_closing_the_dialog_stops_the_reading(desk: Links) -> None:
    desk.net.hold("gazeta.example/statti/5")
    shown = paste(desk, PAPER, OWN)
    shown.consent.click()
    desk.wait(lambda: PAPER.removeprefix("https://") in desk.net.asked)
    press(shown, Qt.Key.Key_Escape)
    desk.wait(lambda: still(desk))
    assert desk.window.findChildren(DraftsDialog) == []
    assert desk.window.table.rowCount() == 4


def test_no_network_is_one_sentence(desk: Links) -> None:
    desk.net.online = False
    shown = paste(desk, *TEN)
    shown.consent.click()
    desk.wait(lambda: "Немає зв'язку" in shown.note.text())
    assert {cell(shown, row, Part.NOTE) for row in range(10)} == {""}
    assert len(shown.model.chosen) == 10
    desk.net.online = True
    shown.read.click()
    desk.wait(lambda: cell(shown, 9, Part.TITLE) == "Новина 29")


def test_a_hostile_title_is_text_of_bounded_length(desk: Links) -> None:
    shown = paste(desk, HOSTILE, OWN)
    agree(desk, shown)
    title = cell(shown, 0, Part.TITLE)
    assert title.startswith("<b>Назва</b> <img src=x> яяя")
    assert len(title) <= 300
    assert "\u202e" not in title
    tip = shown.model.index(0, Part.TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    assert "<b>" not in tip
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)
    assert column_of(desk.window, 2, Column.TITLE) == title


def test_a_list_can_be_mended_in_the_dialog(desk: Links) -> None:
    shown = paste(desk, OWN, PAPER)
    write(shown, 0, Part.TITLE, "Моя назва")
    shown.addresses.setPlainText(f"Новини за серпень\n{OWN}\n{TEN[0]}\n{OWN}#top")
    assert not shown.action.isEnabled(), "what is shown is not what the list says"
    desk.wait(lambda: cell(shown, 1, Part.ADDRESS) == TEN[0])
    assert cell(shown, 0, Part.TITLE) == "Моя назва"
    assert "Без адреси: 1 рядок" in shown.note.text()
    assert "Повторів тієї самої сторінки: 1" in shown.note.text()
    shown.addresses.clear()
    desk.wait(lambda: shown.model.rowCount() == 0)
    assert not shown.action.isEnabled()


def test_the_command_takes_what_the_clipboard_has(desk: Links) -> None:
    put(OWN)
    trigger(desk.window, "links_drafts")
    shown = dialog(desk)
    assert shown.addresses.toPlainText() == OWN
    shown.reject()
    settle()
    put("Про це писали")
    trigger(desk.window, "links_drafts")
    desk.wait(lambda: desk.window.commands.drafts.dialog is not None)
    empty = desk.window.commands.drafts.dialog
    assert empty is not None
    assert empty.addresses.toPlainText() == ""
    assert not empty.action.isEnabled()


def test_usual_values_begin_a_draft_too(desk: Links) -> None:
    court = desk.window.parts.workspace.overview.court
    assert court is not None
    desk.window.parts.service.act(set_default, court.id, undoable=False)
    shown = paste(desk, OWN, TEN[0])
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)
    assert column_of(desk.window, 2, Column.AUDIENCE) == "Громадяни"


def test_in_the_register_rows_stand_in_no_report(desk: Links) -> None:
    desk.window.parts.workspace.go(ALL)
    settle()
    desk.wait(lambda: desk.window.table.rowCount() == 4)
    shown = paste(desk, OWN, PAPER)
    assert shown.summary == "Буде додано: 2 заходи до реєстру"
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)


def test_on_a_cell_of_links_addresses_are_that_cells(desk: Links) -> None:
    at(desk, 1, Column.SITE_LINKS)
    put(f"{OWN}\n{PAPER}")
    trigger(desk.window, "paste")
    desk.wait(lambda: column_of(desk.window, 1, Column.SITE_LINKS) == f"{OWN}\n{PAPER}")
    trigger(desk.window, "paste_rows")
    assert dialog(desk).model.rowCount() == 2


def test_one_address_on_a_cell_is_a_text(desk: Links) -> None:
    at(desk, 1, Column.TITLE)
    put(OWN)
    trigger(desk.window, "paste")
    desk.wait(lambda: column_of(desk.window, 1, Column.TITLE) == OWN)


def test_words_among_addresses_are_pasted_as_ever(desk: Links) -> None:
    at(desk, 1, Column.TITLE)
    put(f"Новини:\n{OWN}\n{PAPER}")
    trigger(desk.window, "paste_rows")
    desk.wait(lambda: bool(desk.window.findChildren(PasteDialog)))
    assert desk.window.commands.drafts.dialog is None


def test_a_typed_name_goes_on_while_its_page_arrives(desk: Links) -> None:
    held = desk.net.hold("zr.court.gov.ua/sud1/news/7/")
    shown = paste(desk, OWN, PAPER)
    shown.consent.click()
    table = shown.table
    index = shown.model.index(0, Part.TITLE)
    table.setCurrentIndex(index)
    table.edit(index)
    (editor,) = table.viewport().findChildren(QLineEdit)
    editor.setText("Пишу")
    held.set()
    desk.wait(lambda: cell(shown, 0, Part.DATE) == "20.08.2021")
    assert editor.text() == "Пишу"


def test_a_shortened_address_is_known_by_where_it_leads(desk: Links) -> None:
    shown = paste(desk, SHORT, PAPER)
    agree(desk, shown)
    assert [cell(shown, 0, part) for part in (Part.TITLE, Part.WHERE)] == [
        "Суд відвідали студенти",
        "Сайт суду",
    ]
    shown.accept()
    desk.wait(lambda: desk.window.table.rowCount() == 6)
    assert column_of(desk.window, 2, Column.SITE_LINKS) == SHORT, "what was pasted is what is written"


def test_a_foreign_host_follows_the_habit_of_the_register(desk: Links) -> None:
    page = "https://www.facebook.com/zrazkivskyi.sud/posts/"
    event = desk.window.table.event_at(0)
    assert event is not None
    desk.window.parts.service.act(write_site, event.id, f"{page}1", undoable=False)
    desk.wait(lambda: desk.site_text(1) == f"{page}1")
    shown = paste(desk, f"{page}2", "https://www.facebook.com/inshyi/posts/2")
    assert [cell(shown, row, Part.WHERE) for row in (0, 1)] == ["Сайт суду", "ЗМІ"]


def test_settings_that_cannot_be_kept_are_told(desk: Links, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = paste(desk, OWN, PAPER)
    monkeypatch.setattr("courtcomms.services.link_settings.write_bytes", refuse)
    shown.consent.click()
    desk.wait(lambda: desk.window.messenger.box is not None)
    assert "не записано" in desk.window.messenger.box.text()


def refuse(*_what: object) -> None:
    raise CannotWrite("Немає місця: налаштування не записано.")


def set_default(register: Register, court_id: int) -> Changes:
    return register.set_default(court_id, Column.AUDIENCE, "Громадяни")


def write_site(register: Register, event_id: int, text: str) -> Changes:
    (event,) = register.events([event_id])
    return register.set_cell(event_id, Column.SITE_LINKS, text, version=event.version)


def outlet(desk: Links) -> list[tuple[str, str, bool]]:
    """What the directory holds."""
    found: list[tuple[str, str, bool]] = []
    desk.window.parts.service.ask(read_outlets, done=found.extend)
    desk.wait(lambda: still(desk))
    return found


def read_outlets(register: Register) -> list[tuple[str, str, bool]]:
    return [(one.domain, one.name, one.own) for one in register.outlets()]
