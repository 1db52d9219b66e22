"""What is done about links: repairs as undoable steps, the user's word, the browser, the protocol."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hands import opened, press, settle, trigger
from linked import GONE, GOOD, NEW, OLD, WALL, Links, row
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from courtcomms.model import Column
from ui.links import flow
from ui.links.details_dialog import DetailsDialog
from ui.links.model import Part
from ui.links.repairs_dialog import RepairsDialog
from ui.links.repairs_model import NUMBER
from ui.main_window import MainWindow
from ui.report.submit_dialog import SubmitDialog

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
MENDED = f"Про це: {NEW} та на сторінці суду"


@pytest.fixture
def checked(links: Links) -> Links:
    """The list after a check."""
    links.check()
    return links


@pytest.fixture
def visited(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened in the browser."""
    seen: list[str] = []

    class Browser:
        @staticmethod
        def openUrl(url: Any) -> bool:
            seen.append(url.toString())
            return True

    monkeypatch.setattr(flow, "QDesktopServices", Browser)
    return seen


def test_a_line_is_repaired_and_undone_as_one_step(checked: Links) -> None:
    assert checked.cell(OLD, Part.ACTION) == "Виправити"
    checked.choose(OLD)
    checked.panel.act(checked.panel.chosen[0])
    checked.wait(lambda: checked.site_text(2) == MENDED)
    checked.wait(lambda: NEW in checked.groups())
    assert "Виправлення посилань: 1" in checked.window.actions_["undo"].text()
    trigger(checked.window, "undo")
    checked.wait(lambda: OLD in checked.groups())
    assert checked.groups()[OLD] == "Переїхало", "what was seen of the old address is still known"


def test_an_address_that_stands_twice_goes_by_one_click(links: Links) -> None:
    event = links.window.table.event_at(0)
    assert event is not None
    links.window.parts.service.act(_write_site, event.id, f"{GOOD}\n{GOOD}", undoable=False)
    links.wait(lambda: links.groups().get(GOOD) == "Попередження")
    assert links.cell(GOOD, Part.ACTION) == "Виправити"
    links.check()
    assert links.groups()[GOOD] == "Попередження", "that the page is there mends no duplicate"
    trigger(links.window, "links_mend")
    dialog = opened(links.window, RepairsDialog)
    lines = [[dialog.model.index(at, part).data() for part in range(4)] for at in range(2)]
    assert ["1", "Посилання на сайт суду", GOOD, "повтор буде прибрано"] in lines
    dialog.reject()
    settle()
    links.choose(GOOD)
    links.panel.act(links.panel.chosen[0])
    links.wait(lambda: links.site_text(1) == GOOD)
    links.wait(lambda: links.groups()[GOOD] == "Придатне")
    assert links.window.status.note_text.endswith("(1 захід)")
    trigger(links.window, "undo")
    links.wait(lambda: links.site_text(1) == f"{GOOD}\n{GOOD}")


def test_what_the_user_has_seen_is_told_once(checked: Links) -> None:
    checked.panel.confirmed.emit(checked.panel.model.link(checked.panel.model.row_of(WALL)))
    checked.wait(lambda: checked.groups()[WALL] == "Придатне")
    checked.choose(WALL)
    checked.panel.detailed.emit(checked.panel.chosen[0])
    checked.wait(lambda: bool(checked.window.findChildren(DetailsDialog)))
    dialog = opened(checked.window, DetailsDialog)
    assert dialog.text.toPlainText().count("Підтверджено") == 1
    dialog.reject()


def test_repair_all_shows_each_change_and_makes_the_ticked_ones(
    real_window: Callable[..., MainWindow], links: Links
) -> None:
    event = links.window.table.event_at(2)
    assert event is not None
    links.window.parts.service.act(_write_site, event.id, f"тут {OLD}", undoable=False)
    links.check()
    trigger(links.window, "links_mend")
    dialog = opened(links.window, RepairsDialog)
    model = dialog.model
    lines = [[model.index(at, part).data() for part in range(4)] for at in range(model.rowCount())]
    assert lines == [
        ["2", "Посилання на сайт суду", OLD, NEW],
        ["3", "Посилання на сайт суду", OLD, NEW],
    ]
    model.setData(model.index(0, NUMBER), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.action.text() == "Виправити (1)"
    dialog.accept()
    links.wait(lambda: links.site_text(3) == f"тут {NEW}")
    assert OLD in links.site_text(2)
    trigger(links.window, "undo")
    links.wait(lambda: links.site_text(3) == f"тут {OLD}")


def test_nothing_ticked_is_nothing_to_do(checked: Links) -> None:
    checked.panel.mend_all.click()
    settle()
    dialog = opened(checked.window, RepairsDialog)
    dialog.model.tick(False)
    assert not dialog.action.isEnabled()
    dialog.model.tick(True)
    assert dialog.action.isEnabled()
    dialog.reject()
    settle()
    assert OLD in checked.site_text(2)


def test_a_text_changed_meanwhile_is_not_touched(checked: Links) -> None:
    trigger(checked.window, "links_mend")
    dialog = opened(checked.window, RepairsDialog)
    event = checked.window.table.event_at(1)
    assert event is not None
    checked.window.parts.service.act(_write_site, event.id, GOOD, undoable=False)
    checked.wait(lambda: checked.site_text(2) == GOOD)
    dialog.accept()
    checked.wait(lambda: checked.window.messenger.box is not None)
    assert "нічого не виправлено" in checked.window.messenger.box.text()
    assert checked.site_text(2) == GOOD


def test_look_yourself_open_then_confirm_then_take_back(checked: Links, visited: list[str]) -> None:
    assert checked.cell(WALL, Part.ACTION) == "Відкрити"
    checked.choose(WALL)
    checked.panel.act(checked.panel.chosen[0])
    assert visited == [WALL]
    assert checked.cell(WALL, Part.ACTION) == "Підтвердити"
    checked.panel.act(checked.panel.chosen[0])
    checked.wait(lambda: checked.groups()[WALL] == "Придатне")
    assert "Підтверджено" in checked.cell(WALL, Part.MESSAGE)
    back = next(one for one in checked.panel.list.actions() if one.text() == "Забрати підтвердження")
    assert back.isVisible()
    back.trigger()
    checked.wait(lambda: checked.groups()[WALL] == "Погляньте самі")


def test_a_confirmed_address_is_not_asked_again(checked: Links) -> None:
    checked.choose(WALL)
    checked.panel.confirmed.emit(checked.panel.chosen[0])
    checked.wait(lambda: checked.groups()[WALL] == "Придатне")
    checked.net.asked.clear()
    checked.check()
    assert "sotsmerezha.example/posts/5" not in checked.net.asked


def test_only_pages_of_the_internet_are_opened(
    real_window: Callable[..., MainWindow], net: Any, qtbot: object, visited: list[str]
) -> None:
    links = Links(real_window(threads=True), net, qtbot)
    links.begin(row("Захід", 13, "file:///etc/passwd"), row("Інший", 14, GOOD))
    for number in range(links.panel.model.rowCount()):
        links.flow.open(links.panel.model.link(number))
    assert visited == [GOOD]
    assert "Це не адреса сторінки" in links.window.status.note_text


def test_the_address_is_copied_by_the_usual_key(links: Links) -> None:
    links.choose(GONE)
    links.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == GONE
    assert links.window.status.note_text == "·  Адресу скопійовано"


def test_enter_leads_to_the_cell_and_selects_the_address(links: Links) -> None:
    links.choose(GONE)
    links.key(Qt.Key.Key_Return)
    edit = links.window.panel.fields[Column.MEDIA].edit
    links.wait(lambda: edit.textCursor().selectedText() == GONE)
    assert links.window.panel.event_shown.cells.title == "Зустріч"


def test_enter_again_goes_to_the_next_place_of_the_address(links: Links) -> None:
    links.choose(GOOD)
    links.key(Qt.Key.Key_Return)
    links.wait(lambda: links.window.panel.event_shown.cells.title == "Круглий стіл")
    links.choose(GOOD)
    links.key(Qt.Key.Key_Return)
    links.wait(lambda: links.window.panel.event_shown.cells.title == "Лекція")


def test_what_the_search_hides_is_shown_where_it_leads(links: Links) -> None:
    links.window.search._line.setText("Лекція")
    links.wait(lambda: links.window.table.rowCount() == 1)
    links.flow.enter(links.panel.model.link(links.panel.model.row_of(GONE)))
    links.wait(lambda: links.window.panel.event_shown.cells.title == "Зустріч")


def test_details_tell_the_way_the_answer_and_every_look(checked: Links) -> None:
    checked.check("links_again")
    checked.choose(OLD)
    checked.panel.detailed.emit(checked.panel.chosen[0])
    checked.wait(lambda: bool(checked.window.findChildren(DetailsDialog)))
    dialog = opened(checked.window, DetailsDialog)
    said = dialog.text.toPlainText()
    assert f"→ {NEW}" in said
    assert "Заголовок сторінки: Нова сторінка" in said
    assert "Відповідь сервера: 200" in said
    assert said.count("сьогодні") >= 1
    press(dialog, Qt.Key.Key_Escape)
    settle()
    assert checked.window.findChildren(DetailsDialog) == []


def test_the_protocol_is_written_where_the_user_wants_it(checked: Links, tmp_path: Path) -> None:
    trigger(checked.window, "links_protocol")
    dialog = opened(checked.window, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("protokol_posylan_2021_q3.xlsx")
    dialog.fileSelected.emit(str(tmp_path / "protokol.xlsx"))
    dialog.done(QFileDialog.DialogCode.Accepted)
    checked.wait(lambda: "Протокол записано" in checked.window.status.note_text)
    cells = [str(cell.value) for line in load_workbook(tmp_path / "protokol.xlsx").active for cell in line]
    assert any(GONE.removeprefix("https://") in text for text in cells)
    assert any("404" in text for text in cells)


def test_a_submitted_report_is_looked_at_and_checked_but_not_mended(checked: Links) -> None:
    window = checked.window
    trigger(window, "submit")
    checked.wait(lambda: bool(window.findChildren(SubmitDialog)))
    opened(window, SubmitDialog).accept()
    checked.wait(lambda: window.situation.submitted and checked.still())
    checked.wait(lambda: checked.cell(OLD, Part.ACTION) == "Відкрити")
    assert checked.panel.isVisible()
    assert not checked.panel.mend_all.isEnabled()
    assert not window.actions_["links_mend"].isEnabled()
    checked.net.asked.clear()
    checked.check("links_again")
    assert "zr.court.gov.ua/sud1/robota/1/" in checked.net.asked
    assert checked.groups()[GONE] == "Помилка"


def _write_site(register: Any, event_id: int, text: str) -> Any:
    (event,) = register.events([event_id])
    return register.set_cell(event_id, Column.SITE_LINKS, text, version=event.version)
