"""The outlet's name is offered from its address, by a directory that learns and can be edited."""

from __future__ import annotations

import pytest
from fake_register import FakeRegister
from hands import edit_of, press, settle, trigger, type_over, type_text
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from courtcomms.model import Column
from courtcomms.store import Outlet
from ui.editor.naming import Style, offer_names, style_of
from ui.main_window import MainWindow
from ui.settings.outlets_dialog import OutletsDialog
from ui.settings.outlets_model import NAME, OutletModel

M = Column.MEDIA
UKR, VESK = "https://www.ukrinform.ua/rubric/1", "https://veskr.com.ua/2"


@pytest.fixture
def fake(fake: FakeRegister) -> FakeRegister:
    fake.named = {"ukrinform.ua": "Укрінформ", "veskr.com.ua": "Весь Кривий Ріг"}
    return fake


def offer(window: MainWindow, text: str) -> str:
    """What is offered for a text once the pause after typing is over."""
    type_over(window, text, M)
    window.panel.help._pause.stop()
    window.panel.help._look_up()
    settle()
    return window.panel.help.offer


def add(window: MainWindow) -> str:
    """Take the offer."""
    window.panel.help._offer.click()
    return edit_of(window, M).text()


def test_a_known_address_without_a_name_gets_an_offer(window: MainWindow, fake: FakeRegister) -> None:
    assert offer(window, UKR) == "Додати назву: Укрінформ"
    assert edit_of(window, M).text() == UKR
    assert add(window) == f"Укрінформ: {UKR}"
    window.panel.save()
    assert fake.stored[1].cells.media == f"Укрінформ: {UKR}"
    assert window.panel.help.offer == ""


def test_the_offer_is_one_edit_of_the_field(window: MainWindow) -> None:
    offer(window, UKR)
    add(window)
    edit_of(window, M).undo()
    assert edit_of(window, M).text() == UKR


@pytest.mark.parametrize(
    "text",
    [
        f"Укрінформ: {UKR}",
        f"«Укрінформ»\n{UKR}",
        f"{UKR} (Укрінформ)",
        f"Укрінформ:\n{UKR}\n{UKR}2",
        "https://nevidomo.example/1",
        "газета «Зоря» № 5",
        "-",
        "",
    ],
)
def test_nothing_is_offered_where_it_is_named_or_unknown(window: MainWindow, text: str) -> None:
    assert offer(window, text) == ""


def test_one_after_the_other(window: MainWindow) -> None:
    assert offer(window, f"{VESK}\n{UKR}") == "Додати назву: Весь Кривий Ріг"
    add(window)
    window.panel.help._pause.stop()
    window.panel.help._look_up()
    assert window.panel.help.offer == "Додати назву: Укрінформ"
    assert add(window) == f"Весь Кривий Ріг: {VESK}\nУкрінформ: {UKR}"


def test_names_are_written_as_this_register_writes_them(window: MainWindow, fake: FakeRegister) -> None:
    fake.change_elsewhere(2, M, f"«Весь Кривий Ріг»\n{VESK}")
    offer(window, UKR)
    assert add(window) == f"«Укрінформ»\n{UKR}"


def test_typing_on_takes_the_offer_away(window: MainWindow) -> None:
    offer(window, UKR)
    type_text(edit_of(window, M), "0")
    assert window.panel.help.offer == ""


def test_another_event_takes_the_offer_away(window: MainWindow) -> None:
    offer(window, UKR)
    window.page.view.choose(2)
    settle()
    assert window.panel.help.offer == ""


def test_the_offer_is_reached_by_tab(window: MainWindow) -> None:
    offer(window, UKR)
    edit_of(window, M).setFocus()
    press(edit_of(window, M), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.panel.help._offer
    press(window.panel.help._offer, Qt.Key.Key_Space)
    assert edit_of(window, M).text() == f"Укрінформ: {UKR}"


@pytest.mark.parametrize(
    ("texts", "written"),
    [
        ([], "Вісті: "),
        ([f"Укрінформ: {UKR}"], "Вісті: "),
        ([f"Укрінформ – {UKR}"], "Вісті – "),
        ([f"«Укрінформ»\n{UKR}"], "«Вісті»\n"),
        ([f"«Укрінформ» {UKR}", f"«Весь» {VESK}", f"Весь: {VESK}"], "«Вісті» "),
        ([UKR, "-", "5"], "Вісті: "),
    ],
)
def test_the_style_is_that_of_most_names(texts: list[str], written: str) -> None:
    assert style_of(texts).written("Вісті") == written
    assert Style().written("Вісті") == "Вісті: "


def test_where_the_name_goes(fake: FakeRegister) -> None:
    first, second = offer_names(fake, 1, f"1) {VESK}\n2) {UKR}")
    assert (first.name, first.at) == ("Весь Кривий Ріг", 3)
    assert (second.name, second.at) == ("Укрінформ", len(f"1) {VESK}\n2) "))


def opened(window: MainWindow) -> OutletsDialog:
    trigger(window, "outlets")
    (dialog,) = [one for one in window.findChildren(OutletsDialog) if one.isVisible()]
    return dialog


def shown(dialog: OutletsDialog) -> dict[str, list[str]]:
    model = dialog.model
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    return {row[0]: row[1:] for row in rows}


def test_the_directory_learns_from_the_cells(sampled: MainWindow) -> None:
    type_over(sampled, "Вісті Зразкова: https://visti.example/1", M)
    sampled.panel.save()
    dialog = opened(sampled)
    assert shown(dialog)["visti.example"] == ["Вісті Зразкова", "з клітинок", "1"]
    dialog.close()


def test_the_users_own_name_wins_and_can_be_undone(sampled: MainWindow) -> None:
    type_over(sampled, "Вісті: https://visti.example/1", M)
    sampled.panel.save()
    dialog = opened(sampled)
    row = dialog.model.row_of("visti.example")
    assert dialog.model.setData(dialog.model.index(row, NAME), "Зразківські вісті")
    settle()
    assert shown(dialog)["visti.example"] == ["Зразківські вісті", "ваша назва", "1"]
    dialog.close()
    settle()
    assert offer(sampled, "https://visti.example/2") == "Додати назву: Зразківські вісті"
    sampled.panel.save()
    trigger(sampled, "undo")
    trigger(sampled, "undo")
    dialog = opened(sampled)
    assert shown(dialog)["visti.example"][:2] == ["Вісті", "з клітинок"]
    dialog.close()


def test_an_outlet_is_added_and_removed(sampled: MainWindow) -> None:
    dialog = opened(sampled)
    assert not dialog.adding.isEnabled()
    dialog.domain.setText("https://www.nova.example/stattia/5")
    dialog.name.setText("Нова")
    dialog.name.setFocus()
    press(dialog.name, Qt.Key.Key_Return)
    settle()
    assert shown(dialog)["nova.example"] == ["Нова", "ваша назва", "0"]
    assert dialog.domain.text() == dialog.name.text() == ""
    dialog.table.selectRow(dialog.model.row_of("nova.example"))
    dialog.removing.click()
    settle()
    assert "nova.example" not in shown(dialog)
    assert dialog.isVisible()
    dialog.close()
    settle()
    assert sampled.findChildren(OutletsDialog) == []


def test_what_is_no_address_is_refused_in_a_sentence(sampled: MainWindow) -> None:
    dialog = opened(sampled)
    before = shown(dialog)
    dialog.domain.setText("просто слова")
    dialog.name.setText("Нова")
    dialog.adding.click()
    settle()
    assert "не схоже на адресу" in dialog.note.text()
    assert dialog.domain.text() == "просто слова"
    assert shown(dialog) == before
    dialog.close()


def test_the_directory_is_searched(sampled: MainWindow) -> None:
    dialog = opened(sampled)
    domains = list(shown(dialog))
    dialog.search.setText(domains[0][:4].upper())
    assert domains[0] in shown(dialog)
    dialog.search.setText("такого немає")
    assert shown(dialog) == {}
    assert not dialog.removing.isEnabled()
    dialog.close()


def test_the_model_keeps_qts_rules(qapp: QApplication) -> None:
    model = OutletModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    asked: list[tuple[str, str]] = []
    model.renamed.connect(lambda domain, name: asked.append((domain, name)))
    model.take((Outlet("a.ua", "А"), Outlet("b.ua", "Б", own=True, uses=3)))
    for name in ("  ", "А"):
        model.setData(model.index(0, NAME), name)
    assert asked == []
    model.setData(model.index(1, NAME), " Бета ")
    assert asked == [("b.ua", "Бета")]
    assert not model.setData(model.index(0, 0), "c.ua")
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    model.look_for("б")
    assert [model.outlet(row).domain for row in range(model.rowCount())] == ["b.ua"]
