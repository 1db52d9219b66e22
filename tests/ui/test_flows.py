"""Whole flows on the real program: real window, real register on disk, real documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from hands import Q3, TITLE, press, settle, titles, trigger, type_text
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit

from courtcomms.model import Column, Court, CourtName
from courtcomms.store import EventQuery, Register
from courtcomms.user import user_name
from ui.columns import COLUMNS
from ui.files import EXCEL, SaveDialog
from ui.imports.preview import PreviewDialog
from ui.main_window import MainWindow
from ui.places import ALL, Place, PlaceKind
from ui.register import queries
from ui.report.quarter_dialog import QuarterDialog
from ui.settings.court_dialog import CourtDialog

RealWindow = Callable[..., MainWindow]


def dialog(window: MainWindow, kind: type) -> object:
    """The one open dialog of a kind."""
    (found,) = [child for child in window.findChildren(kind) if child.isVisible()]
    return found


def test_an_empty_register_offers_the_first_steps(real_window: RealWindow) -> None:
    window = real_window()
    assert window.panes.welcoming
    assert not window.places.isVisible()
    assert not window.panel.isVisible()
    assert not window.actions_["add"].isEnabled()
    assert window.actions_["import"].isEnabled()


def test_the_sample_fills_the_window(sampled: MainWindow) -> None:
    assert sampled.panes.working
    assert len(sampled.parts.workspace.overview.reports) >= 2
    assert sampled.table.rowCount() > 3
    assert "Приклад готовий" in sampled.status.note_text
    assert not sampled.actions_["undo"].isEnabled()


def test_what_is_typed_is_there_after_reopening(sampled: MainWindow, real_window: RealWindow) -> None:
    text = "Їхній ґанок\nдруга стрічка № 5"
    edit = sampled.panel.fields[Column.TITLE].edit
    edit.setFocus()
    edit.selectAll()
    type_text(edit, text)
    sampled.close()
    settle()
    again = real_window()
    assert titles(again)[0] == text
    assert again.panel.fields[Column.TITLE].edit.text() == text


def test_add_type_delete_undo_redo(sampled: MainWindow) -> None:
    before = titles(sampled)
    sampled.actions_["add"].trigger()
    settle()
    type_text(QApplication.focusWidget(), "Круглий стіл")
    sampled.actions_["save"].trigger()
    after = titles(sampled)
    assert sorted(after) == sorted([*before, "Круглий стіл"])
    sampled.actions_["delete"].trigger()
    settle()
    assert titles(sampled) == before
    for wanted in (after, None, before):
        sampled.actions_["undo"].trigger()
        settle()
        assert wanted is None or titles(sampled) == wanted
    for wanted in (None, after, before):
        sampled.actions_["redo"].trigger()
        settle()
        assert wanted is None or titles(sampled) == wanted


def test_no_cell_changes_by_being_looked_at(sampled: MainWindow, tmp_path: Path) -> None:
    def stored() -> list[object]:
        with Register.open(tmp_path / "data" / "register.sqlite3") as register:
            court = register.courts()[0]
            return [event.cells for event in register.events(register.event_ids(EventQuery(court.id)))]

    before = stored()
    sampled.parts.workspace.go(ALL)
    settle()
    for row in range(sampled.table.rowCount()):
        sampled.page.view.setCurrentIndex(sampled.table.index(row, TITLE))
        for field in sampled.panel.fields.values():
            field.edit.setFocus()
        sampled.page.view.setFocus()
        press(sampled.page.view, Qt.Key.Key_F2)
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert stored() == before
    assert sampled.parts.history.count == 0


def test_beneath_the_date_stands_what_was_understood(sampled: MainWindow) -> None:
    field = sampled.panel.fields[Column.DATE]
    field.edit.setFocus()
    field.edit.selectAll()
    type_text(field.edit, "з 25.06.2018 на постійній основі")
    assert field.note == "триває з 25.06.2018"
    field.edit.selectAll()
    type_text(field.edit, "31.06.2021")
    assert field.note == "⚠ такої дати немає в календарі, перевірте"
    sampled.panel.save()
    assert field.note == "⚠ такої дати немає в календарі, перевірте"


def test_a_clean_start_asks_for_court_and_quarter(real_window: RealWindow) -> None:
    window = real_window()
    window.panes.welcome._blank.click()
    asked = dialog(window, CourtDialog)
    assert not asked.action.isEnabled()
    type_text(asked._nominative, "Зразківський районний суд")
    assert asked._genitive.text() == "Зразківського районного суду"
    asked._period.choose(Q3)
    asked.accept()
    settle()
    assert window.page.heading == "ІІІ квартал 2021 року 0 рядків · чернетка"
    assert window.parts.workspace.overview.court.names == (
        CourtName("Зразківський районний суд", "Зразківського районного суду"),
    )


def test_the_court_is_renamed_with_undo(sampled: MainWindow) -> None:
    old = sampled.parts.workspace.overview.court
    sampled.actions_["court"].trigger()
    asked = dialog(sampled, CourtDialog)
    asked._nominative.setText("Інший суд")
    asked._genitive.setText("Іншого суду")
    asked.accept()
    settle()
    assert sampled.windowTitle().startswith("Інший суд")
    sampled.actions_["undo"].trigger()
    settle()
    assert isinstance(old, Court)
    assert sampled.parts.workspace.overview.court.names == old.names


def test_a_new_quarter_follows_the_newest_report(sampled: MainWindow) -> None:
    newest = sampled.parts.workspace.overview.reports[0].period
    sampled.actions_["quarter"].trigger()
    asked = dialog(sampled, QuarterDialog)
    asked.accept()
    settle()
    assert sampled.parts.workspace.place == Place(PlaceKind.REPORT, newest.shifted(1))


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_the_report_shown_is_exported(sampled: MainWindow, tmp_path: Path, suffix: str) -> None:
    shown = titles(sampled)
    target = tmp_path / f"zvit.{suffix}"
    sampled.commands.exporting.write(str(target))
    settle()
    if suffix == "docx":
        rows = [row.cells[1].text for row in Document(str(target)).tables[0].rows][1:]
    else:
        sheet = load_workbook(target).worksheets[0]
        rows = [str(cell.value) for cell in sheet["B"] if cell.value in shown]
    assert rows == shown
    assert sampled.status.note_text == f"·  Звіт записано у файл «zvit.{suffix}»"
    assert sampled.status._show.isVisible()


def test_an_export_includes_what_was_just_typed(sampled: MainWindow, tmp_path: Path) -> None:
    edit = sampled.panel.fields[Column.TITLE].edit
    edit.setFocus()
    edit.selectAll()
    type_text(edit, "Щойно")
    sampled.actions_["export"].trigger()
    asked = dialog(sampled, SaveDialog)
    asked.reject()
    sampled.commands.exporting.write(str(tmp_path / "zvit.docx"))
    settle()
    assert Document(str(tmp_path / "zvit.docx")).tables[0].rows[1].cells[1].text == "Щойно"


def test_an_export_that_cannot_be_written_says_so(sampled: MainWindow, tmp_path: Path) -> None:
    sampled.commands.exporting.write(str(tmp_path / "немає" / "zvit.docx"))
    settle()
    assert "Немає теки" in sampled.messenger.box.text()
    sampled.commands.exporting.write(str(tmp_path / "zvit.doc"))
    settle()
    assert not (tmp_path / "zvit.doc").exists()
    assert sampled.messenger.box.text()


def test_the_save_dialog_offers_a_name_and_follows_the_kind(sampled: MainWindow) -> None:
    sampled.actions_["export"].trigger()
    asked = dialog(sampled, SaveDialog)
    period = sampled.parts.workspace.place.period
    stem = f"zvit_komunikatsii_{period.year}_q{period.number}"
    assert Path(asked.selectedFiles()[0]).name == f"{stem}.docx"
    asked.selectNameFilter(EXCEL)
    asked.filterSelected.emit(EXCEL)
    assert Path(asked.selectedFiles()[0]).name == f"{stem}.xlsx"
    asked.reject()


def test_the_projects_own_report_goes_out_and_comes_in_again(
    sampled: MainWindow, real_window: RealWindow, tmp_path: Path
) -> None:
    """Export, import into the next quarter: the same rows, one step, undone as one."""
    shown = titles(sampled)
    target = tmp_path / "zvit.docx"
    sampled.commands.exporting.write(str(target))
    settle()
    sampled.commands.importing.read(str(target))
    settle()
    preview = dialog(sampled, PreviewDialog)
    assert preview.summary.endswith("додавати нічого")
    assert not preview.action.isEnabled()
    later = preview.period.period.shifted(4)
    preview.period.choose(later)
    settle()
    assert preview.summary.startswith(f"{len(shown)} ")
    assert preview.action.isEnabled()
    preview.accept()
    settle()
    assert sampled.parts.workspace.place == Place(PlaceKind.REPORT, later)
    assert titles(sampled) == shown
    assert sampled.status.note_text.startswith("·  Імпортовано")
    sampled.actions_["undo"].trigger()
    settle()
    assert titles(sampled) != shown or sampled.parts.workspace.place.period != later


def test_import_of_nonsense_is_one_sentence(sampled: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "зламаний.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    sampled.commands.importing.read(str(broken))
    settle()
    assert "зламаний.docx" in sampled.messenger.box.text()
    assert "Traceback" not in sampled.messenger.box.text()


def test_the_import_dialog_is_the_platforms(sampled: MainWindow) -> None:
    sampled.actions_["import"].trigger()
    asked = dialog(sampled, QFileDialog)
    assert asked.nameFilters()[0].startswith("Звіти (*.docx *.docm *.xlsx")
    assert asked.fileMode() is QFileDialog.FileMode.ExistingFiles
    asked.reject()


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_the_real_report_through_the_window(
    real_window: RealWindow, shared_data: Path, suffix: str, qtbot: object
) -> None:
    window = real_window(threads=True)
    qtbot.waitUntil(lambda: window.panes.welcoming)  # type: ignore[attr-defined]
    window.commands.importing.read(str(shared_data / f"table1_2021q3.{suffix}"))
    found: list[PreviewDialog] = []
    qtbot.waitUntil(lambda: bool(found.extend(window.findChildren(PreviewDialog)) or found), timeout=20_000)  # type: ignore[attr-defined]
    assert found[0].period.period == Q3
    assert found[0].summary == "12 рядків буде додано до звіту за ІІІ квартал 2021 року"
    found[0].accept()
    qtbot.waitUntil(lambda: window.table.rowCount() == 12, timeout=20_000)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.table.event_at(11) is not None)  # type: ignore[attr-defined]
    truth = json.loads((shared_data / "table1_2021q3.json").read_text(encoding="utf-8"))
    for row, wanted in enumerate(truth["rows"]):
        event = window.table.event_at(row)
        got = [" ".join(event.cells[column].split()) for column in COLUMNS]
        assert got == [" ".join(cell["text"].split()) for cell in wanted["cells"]]
    assert window.page.heading == "ІІІ квартал 2021 року 12 рядків · чернетка"


def test_a_backup_is_made_and_shown(sampled: MainWindow, tmp_path: Path) -> None:
    sampled.actions_["backup"].trigger()
    settle()
    (copy,) = (tmp_path / "data" / "backups").glob("register_*.sqlite3")
    assert sampled.status.note_text == f"·  Резервну копію записано: {copy}"
    assert sampled.status._file == copy
    assert "резервна копія сьогодні" in sampled.status._copy.text()


def import_first(window: MainWindow, path: Path) -> None:
    """Import a document as it is."""
    window.commands.importing.read(str(path))
    settle()
    dialog(window, PreviewDialog).accept()  # type: ignore[attr-defined]
    settle()


@pytest.fixture
def document(sampled: MainWindow, tmp_path: Path) -> Path:
    """A report of the invented court; the window it came from is closed."""
    target = tmp_path / "zvit.docx"
    sampled.commands.exporting.write(str(target))
    settle()
    sampled.close()
    sampled.parts.close()
    (tmp_path / "data" / "register.sqlite3").unlink()
    return target


def test_undoing_the_very_first_import_leads_back_to_the_first_steps(
    document: Path, real_window: RealWindow
) -> None:
    """Its court goes with it: the sample's is the only one again."""
    window = real_window()
    import_first(window, document)
    shown = titles(window)
    assert len(shown) > 3
    trigger(window, "undo")
    assert window.panes.welcoming
    assert window.panes.welcome._steps[0].isVisible()
    assert window.panes.welcome._steps[1].isVisible()
    assert not window.actions_["add"].isEnabled()
    assert window.parts.service._desk.register.courts() == ()
    assert window.status.note_text.startswith("·  Скасовано: Імпорт")
    trigger(window, "redo")
    assert window.panes.working
    assert titles(window) == shown


def test_a_clean_start_after_an_undone_import_makes_the_one_court(
    document: Path, real_window: RealWindow
) -> None:
    window = real_window()
    import_first(window, document)
    trigger(window, "undo")
    window.panes.welcome._blank.click()
    asked = dialog(window, CourtDialog)
    assert asked._nominative.text() == "", "the imported court is gone with its rows"
    asked._nominative.setText("Інший суд")
    asked._genitive.setText("Іншого суду")
    asked.accept()
    settle()
    assert window.panes.working
    assert window.windowTitle().startswith("Інший суд")
    assert len(window.parts.service._desk.register.courts()) == 1


def test_an_import_into_an_emptied_register_takes_the_documents_court(
    document: Path, real_window: RealWindow
) -> None:
    window = real_window()
    blank = Court(0, (CourtName("Хибний суд", "Хибного суду"),))
    window.parts.service.act(queries.save_court, blank)
    settle()
    assert window.panes.welcoming
    import_first(window, document)
    assert window.panes.working
    assert not window.windowTitle().startswith("Хибний суд")
    assert len(window.parts.service._desk.register.courts()) == 1


def test_another_courts_document_is_told_and_goes_to_the_windows_court(
    document: Path, real_window: RealWindow
) -> None:
    """The window shows one court: rows of a second one would vanish."""
    window = real_window()
    court = Court(0, (CourtName("Свій суд", "Свого суду"),))
    window.parts.service.act(queries.start_blank, court, Q3)
    settle()
    window.commands.importing.read(str(document))
    settle()
    preview = dialog(window, PreviewDialog)
    said = [label.text() for label in preview.findChildren(QLabel)]
    assert any(text.startswith("⚠ у файлі: ") for text in said)
    notes = [box.toPlainText() for box in preview.findChildren(QPlainTextEdit)]
    assert "інший суд" in notes[0]
    preview.accept()
    settle()
    assert len(titles(window)) > 3
    assert window.windowTitle().startswith("Свій суд")
    assert len(window.parts.service._desk.register.courts()) == 1


def test_the_history_knows_who_changed_the_cells(sampled: MainWindow) -> None:
    edit = sampled.panel.fields[Column.TITLE].edit
    edit.setFocus()
    type_text(edit, "!")
    sampled.actions_["save"].trigger()
    settle()
    entries = sampled.parts.service._desk.register.history(sampled.panel.event_shown.id)
    assert entries[-1].who == user_name()
