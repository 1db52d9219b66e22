"""«Зведена таблиця» and «Копіювати таблицю звіту» on the real program with the invented court."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from hands import settle, titles, trigger
from lxml import html
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from report_flows import BEFORE, NEWEST, RealWindow, dialog, go, nameless, with_sample

from courtcomms.importing.clips.clipboard import read_clipboard
from courtcomms.period import Period
from courtcomms.services import only_court, report_events
from ui.files import WEB, SaveDialog
from ui.main_window import MainWindow
from ui.places import ALL
from ui.report.summary_dialog import SummaryDialog


@pytest.fixture
def window(real_window: RealWindow) -> MainWindow:
    return with_sample(real_window)


def begin(window: MainWindow) -> SummaryDialog:
    trigger(window, "summary")
    return dialog(window, SummaryDialog)


def ids(window: MainWindow, *quarters: Period) -> list[int]:
    register = window.parts.service._desk.register
    court = only_court(register)
    return [event.id for quarter in quarters for event in report_events(register, court.id, quarter)]


def test_the_dialog_offers_periods_quarters_and_their_numbers(window: MainWindow) -> None:
    asked = begin(window)
    assert [asked.period.itemText(row) for row in range(asked.period.count())] == [
        "2026 рік",
        "ІІ півріччя 2026 року",
        "І півріччя 2026 року",
    ]
    assert [asked.list.item(row).text() for row in range(4)] == [
        "І квартал 2026 року — звіту немає",
        "ІІ квартал 2026 року — чернетка, як зараз",
        "ІІІ квартал 2026 року — чернетка, як зараз",
        "ІV квартал 2026 року — звіту немає",
    ]
    shown = ids(window, BEFORE, NEWEST)
    assert asked.said.startswith(f"У таблиці буде {len(set(shown))} ")
    assert f" {len(shown)} " in asked.said
    assert len(set(shown)) < len(shown)
    asked.by_quarters.setChecked(True)
    settle()
    assert asked.said.startswith(f"У таблиці буде {len(shown)} ")
    assert nameless(asked) == []


def test_a_quarter_may_be_left_out_and_none_is_no_table(window: MainWindow) -> None:
    asked = begin(window)
    asked.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    settle()
    assert asked.choice.quarters == (BEFORE,)
    assert asked.said.startswith(f"У таблиці буде {len(ids(window, BEFORE))} ")
    asked.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    settle()
    assert not asked.action.isEnabled()
    assert asked.said == "Позначте хоча б один квартал."
    asked.accept()
    assert asked.isVisible()


def test_a_quarter_without_a_report_cannot_be_ticked(window: MainWindow) -> None:
    missing = begin(window).list.item(0)
    assert not missing.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert missing.checkState() is Qt.CheckState.Unchecked


def test_the_table_is_written_under_the_offered_name(window: MainWindow, tmp_path: Path) -> None:
    asked = begin(window)
    asked.by_quarters.setChecked(True)
    settle()
    asked.action.click()
    settle()
    saving = dialog(window, SaveDialog)
    assert Path(saving.selectedFiles()[0]).name == "zvit_komunikatsii_2026.docx"
    saving.reject()
    target = tmp_path / "rik.docx"
    window.commands.summary.write(str(target))
    settle()
    assert window.status.note_text == "·  Зведену таблицю записано у файл «rik.docx»"
    table = Document(str(target)).tables[0]
    lines = [row.cells[0].text for row in table.rows]
    assert "ІІ\u00a0квартал 2026\u00a0року" in lines
    assert [line for line in lines if line.isdigit()] == [
        str(number + 1) for number in range(len(ids(window, BEFORE, NEWEST)))
    ]


def test_each_event_once(window: MainWindow, tmp_path: Path) -> None:
    asked = begin(window)
    asked.action.click()
    settle()
    dialog(window, SaveDialog).reject()
    target = tmp_path / "rik.html"
    window.commands.summary.write(str(target))
    settle()
    rows = html.fromstring(target.read_bytes()).findall(".//tbody/tr")
    assert len(rows) == len(set(ids(window, BEFORE, NEWEST)))


def test_a_file_that_cannot_be_written_says_so(window: MainWindow, tmp_path: Path) -> None:
    begin(window).action.click()
    settle()
    dialog(window, SaveDialog).reject()
    window.commands.summary.write(str(tmp_path / "немає" / "a.docx"))
    settle()
    assert "Немає теки" in window.messenger.box.text()


def test_the_report_shown_goes_out_as_a_page(window: MainWindow, tmp_path: Path) -> None:
    go(window, NEWEST)
    trigger(window, "export")
    saving = dialog(window, SaveDialog)
    saving.selectNameFilter(WEB)
    saving.filterSelected.emit(WEB)
    assert Path(saving.selectedFiles()[0]).name == "zvit_komunikatsii_2026_q3.html"
    saving.reject()
    target = tmp_path / "a.html"
    window.commands.exporting.write(str(target))
    settle()
    rows = html.fromstring(target.read_bytes()).findall(".//tbody/tr")
    assert [row[1].text_content() for row in rows] == [title.replace("\n", "") for title in titles(window)]


def test_what_a_format_cannot_do_is_not_overlooked(window: MainWindow, tmp_path: Path) -> None:
    go(window, NEWEST)
    window.table.setData(window.table.index(0, 1), "слово за словом " * 250)
    settle()
    window.commands.exporting.write(str(tmp_path / "a.xlsx"))
    settle()
    assert "Excel не показує рядків" in window.messenger.box.informativeText()


def test_the_whole_report_is_copied_also_what_a_search_hides(window: MainWindow) -> None:
    go(window, NEWEST)
    whole = titles(window)
    window.search._line.setText("буклети")
    window.page.search("буклети")
    settle()
    assert 0 < len(titles(window)) < len(whole)
    trigger(window, "copy_table")
    data = QGuiApplication.clipboard().mimeData()
    copied = read_clipboard(data.html(), data.text())
    heading, *rows = [[cell.text for cell in row] for row in copied.rows]
    assert heading[:2] == ["№", "Назва (вид) заходу"]
    assert [row[:2] for row in rows] == [[str(number), title] for number, title in enumerate(whole, 1)]
    assert data.text().startswith("№\tНазва (вид) заходу\t")
    assert window.status.note_text.startswith("·  Скопійовано звіт за ІІІ квартал 2026 року: ")
    QGuiApplication.clipboard().clear()


def test_both_need_reports(window: MainWindow) -> None:
    window.parts.workspace.go(ALL)
    settle()
    assert not window.actions_["copy_table"].isEnabled()
    assert window.actions_["summary"].isEnabled()
