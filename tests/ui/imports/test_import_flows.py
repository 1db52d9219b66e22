"""Whole imports in the real program: from the files to the reports, and back by one undo."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import made
import pytest
from hands import Q3, press, settle, titles, trigger
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from report_flows import dialog, go, register_of

from courtcomms.importing.mapping.column_memory import load_choices
from courtcomms.model import Column, ReportState
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.store import Register
from ui.columns import COLUMNS
from ui.history.dialog import HistoryDialog
from ui.history.origin_dialog import OriginDialog
from ui.imports.preview import PreviewDialog
from ui.imports.words import Shown
from ui.main_window import MainWindow
from ui.places import ALL, Place, PlaceKind

RealWindow = Callable[..., MainWindow]
Q1, Q2, Q4 = (Period.quarter(2021, number) for number in (1, 2, 4))


@pytest.fixture
def window(real_window: RealWindow) -> MainWindow:
    """The program at its first start."""
    return real_window()


@pytest.fixture
def opened_by_system(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is handed to the system's own programs; nothing is opened."""
    urls: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: urls.append(Path(QUrl(url).toLocalFile())) or True
    )
    return urls


def read(window: MainWindow, *paths: Path) -> PreviewDialog:
    """Read files and show the preview."""
    window.commands.importing.take(list(paths))
    settle()
    return dialog(window, PreviewDialog)


def bring_in(window: MainWindow, *paths: Path) -> None:
    read(window, *paths).accept()
    settle()


def events(register: Register) -> int:
    return register.counts(register.courts()[0].id).live


def test_one_file_by_the_keyboard_alone(window: MainWindow, tmp_path: Path) -> None:
    path = made.report(
        tmp_path / "zvit.docx", 3, [made.standing(made.NEWS), made.event("Лекція", "14.08.2021")]
    )
    window.panes.welcome._steps[0].click()
    asked = dialog(window, QFileDialog)
    asked.filesSelected.emit([str(path)])
    asked.reject()
    settle()
    preview = dialog(window, PreviewDialog)
    assert preview.summary == f"2 рядки буде додано до звіту за {Q3.title}"
    press(preview, Qt.Key.Key_Return)
    settle()
    assert titles(window) == [made.NEWS, "Лекція"]
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, Q3)
    assert window.status.note_text == f"·  Імпортовано 2 рядки до звіту за {Q3.title}"


def test_four_quarters_make_one_event_of_what_comes_back(window: MainWindow, tmp_path: Path) -> None:
    preview = read(window, *made.year(tmp_path / "рік"))
    assert preview.lines.rowCount() == 4
    assert preview.pane.tabs.currentWidget() is preview.pane.proposals
    joined = [one for one in preview._proposals() if one.row >= 0]
    assert len(joined) == 6, "two standing events, in three later reports each"
    assert all(one.on for one in joined)
    preview.accept()
    settle()
    register = register_of(window)
    assert events(register) == 2 + 4
    assert window.parts.workspace.place == Place(PlaceKind.REPORT, Q4), "the newest is shown"
    assert len(titles(window)) == 3
    go(window, Q1)
    assert titles(window)[0] == made.FACEBOOK, "as it was sent"
    report = register.report(register.courts()[0].id, Q1)
    assert report is not None
    assert report.state is ReportState.SUBMITTED
    assert "4 звітів" in window.status.note_text


def test_a_year_is_one_step(window: MainWindow, tmp_path: Path) -> None:
    bring_in(window, tmp_path / "рік" if made.year(tmp_path / "рік") else tmp_path)
    trigger(window, "undo")
    assert window.panes.welcoming
    assert not window.actions_["undo"].isEnabled()
    trigger(window, "redo")
    assert events(register_of(window)) == 6


def test_a_proposal_that_is_turned_down_makes_an_event_of_its_own(window: MainWindow, tmp_path: Path) -> None:
    first, second, *_ = made.year(tmp_path / "рік")
    preview = read(window, first, second)
    model = preview.pane.proposed
    model.setData(model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    settle()
    assert [one.on for one in preview._proposals() if one.row >= 0] == [False, True]
    preview.accept()
    settle()
    assert events(register_of(window)) == 5


def test_a_report_without_a_period_waits_for_one(window: MainWindow, tmp_path: Path) -> None:
    dated = made.report(tmp_path / "q2.docx", 2, [made.event("Зустріч", "14.04.2021")])
    preview = read(window, dated, made.undated(tmp_path / "без назви.docx"))
    assert preview.lines.index(1, 1).data() == "⚠ звіт без періоду"
    assert preview.summary == f"1 рядок буде додано до звіту за {Q2.title}"
    preview.table.selectRow(1)
    assert "Період у документі не знайдено" in preview.pane.notes.toPlainText()
    preview.period.choose(Q3)
    settle()
    assert preview.summary == "2 рядки буде додано до 2 звітів"
    preview.accept()
    settle()
    go(window, Q3)
    assert titles(window) == ["Лекція"]


def test_a_year_in_one_file_is_four_reports(window: MainWindow, tmp_path: Path) -> None:
    preview = read(window, made.whole_year(tmp_path / "2021.docx"))
    kinds = [preview.lines.index(row, 1).data() for row in range(4)]
    assert kinds == [f"звіт {number} з 4" for number in range(1, 5)]
    preview.lines.setData(preview.lines.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    settle()
    assert preview.summary == "3 рядки буде додано до 3 звітів"
    preview.accept()
    settle()
    assert [report.period for report in window.parts.workspace.overview.reports] == [Q4, Q3, Q1]


def test_an_older_draft_is_kept_as_sent_where_its_text_would_change(
    window: MainWindow, tmp_path: Path
) -> None:
    first, _, third, _ = made.year(tmp_path / "рік")
    bring_in(window, first)
    register = register_of(window)
    court = register.courts()[0].id
    preview = read(window, third)
    kept = [one.text for one in preview._proposals() if one.row < 0]
    assert kept == [f"Звіт за {Q1.title} буде збережено як поданий, щоб його текст не змінився"]
    preview.accept()
    settle()
    report = register.report(court, Q1)
    assert report is not None
    assert report.state is ReportState.SUBMITTED
    go(window, Q1)
    assert titles(window)[0] == made.FACEBOOK
    go(window, Q3)
    assert titles(window)[0] == f"{made.FACEBOOK} та Instagram"


def test_a_folder_with_a_broken_file_and_a_picture(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "звіти"
    made.year(folder)
    (folder / "zlamanyi.docx").write_bytes(b"PK\x03\x04 not a document")
    (folder / "foto.jpg").write_bytes(b"\xff\xd8")
    trigger(window, "import_folder")
    asked = dialog(window, QFileDialog)
    assert asked.fileMode() is QFileDialog.FileMode.Directory
    asked.fileSelected.emit(str(folder))
    asked.reject()
    settle()
    preview = dialog(window, PreviewDialog)
    assert preview.lines.rowCount() == 5
    assert preview.lines.refused == [4]
    sentence = preview.lines.index(4, 1).data()
    assert "zlamanyi.docx" in sentence
    assert sentence.count(".") >= 1
    assert window.messenger.box is None, "one sentence in the list, no box"
    preview.accept()
    settle()
    assert events(register_of(window)) == 6


def test_only_broken_files_are_told_in_the_list(window: MainWindow, tmp_path: Path) -> None:
    paths = [tmp_path / "a.docx", tmp_path / "b.xlsx"]
    for path in paths:
        path.write_bytes(f"{path}: not a document".encode())
    preview = read(window, *paths)
    assert preview.lines.refused == [0, 1]
    assert not preview.action.isEnabled()
    assert preview.summary == "Нічого не буде взято"
    preview.reject()
    settle()
    assert window.panes.welcoming


def test_a_chosen_column_is_remembered_for_the_next_file_of_that_kind(
    window: MainWindow, tmp_path: Path
) -> None:
    preview = read(window, made.remarked(tmp_path / "q3.docx"))
    table = preview.pane.table
    assert table.keys[2] is None
    assert preview.pane.model.planned(0).row.cells.goal == ""  # type: ignore[union-attr]
    table.choices[2].setCurrentIndex(table.choices[2].findData("goal"))
    settle()
    assert preview.pane.model.planned(0).row.cells.goal == "Підвищення довіри до суду"  # type: ignore[union-attr]
    assert table.keys[2] == "goal"
    preview.reject()
    settle()
    again = read(window, made.remarked(tmp_path / "q4.docx", 4))
    assert again.pane.table.keys[2] == "goal"
    assert again.pane.head.remembered.isVisible()
    again.pane.head.forget.click()
    settle()
    assert again.pane.table.keys[2] is None
    assert not again.pane.head.remembered.isVisible()
    assert not load_choices(DataDir(window.parts.folder).import_columns).columns


def test_what_was_decided_of_other_files_survives_another_choice(window: MainWindow, tmp_path: Path) -> None:
    other = made.report(tmp_path / "q2.docx", 2, [made.event("Лекція", "14.04.2021")])
    preview = read(window, other, made.remarked(tmp_path / "q3.docx"))
    preview.pane.model.decide([0], preview.plan.reports[0].rows[0].decision.__class__("skip"))
    settle()
    preview.table.selectRow(1)
    settle()
    choices = preview.pane.table.choices
    choices[2].setCurrentIndex(choices[2].findData("goal"))
    settle()
    assert preview.summary.endswith("не буде взято: 1 рядок")
    assert preview.table.currentIndex().row() == 1


def test_a_changed_row_takes_the_files_text_only_where_that_is_wished(
    window: MainWindow, tmp_path: Path
) -> None:
    bring_in(window, made.report(tmp_path / "a.docx", 3, [made.event("Лекція у школі", "14.08.2021")]))
    later = made.report(
        tmp_path / "b.docx", 3, [made.event("Лекція у школі", "14.08.2021", goal="Правова освіта")]
    )
    preview = read(window, later)
    assert preview.pane.filter.buttons[Shown.CHANGED].text() == "≠ змінено (1)"
    assert preview.summary.endswith("додавати нічого")
    assert not preview.action.isEnabled()
    assert "у файлі: Правова освіта" in preview.pane.details.text.toPlainText()
    preview.pane.details.buttons["join"].click()
    settle()
    assert preview.action.isEnabled()
    preview.accept()
    settle()
    goal = window.table.index(0, COLUMNS.index(Column.GOAL))
    assert goal.data() == "Правова освіта"
    trigger(window, "undo")
    assert goal.data() == "Підвищення довіри до суду"


def test_everything_about_a_messy_file_is_told(window: MainWindow, tmp_path: Path) -> None:
    rows = [made.standing(made.NEWS), made.standing(made.FACEBOOK)]
    bring_in(window, made.report(tmp_path / "q3.docx", 3, rows))
    changed = [
        made.standing(f"{made.NEWS} та в соціальних мережах"),
        made.standing(made.FACEBOOK, goal="Довіра"),
    ]
    preview = read(window, made.messy(tmp_path / "messy.docx", changed=changed))
    notes = preview.pane.notes.toPlainText()
    for words in ("виноска", "зображення", "Оксана ПЕТРЕНКО", "І. Постійні заходи"):
        assert words in notes
    assert preview.pane.table.keys[:4] == ("number", "date", "title", "goal")
    assert preview.pane.model.rowCount() == 4


def test_into_a_submitted_report_nothing_goes(window: MainWindow, tmp_path: Path) -> None:
    paths = made.year(tmp_path / "рік")
    bring_in(window, *paths)
    other = made.report(tmp_path / "інший.docx", 1, [made.event("Ще один", "11.02.2021")])
    preview = read(window, other)
    assert not preview.action.isEnabled()
    assert "подано" in preview.pane.notes.toPlainText()


def test_where_an_event_came_from(window: MainWindow, tmp_path: Path, opened_by_system: list[Path]) -> None:
    paths = made.year(tmp_path / "рік")
    bring_in(window, *paths)
    go(window, Q4)
    window.page.view.choose(window.table.ids[0], 1)
    settle()
    trigger(window, "origin")
    shown = dialog(window, OriginDialog)
    lines = [[shown.sources.index(row, column).data() for column in range(4)] for row in range(4)]
    assert [line[0] for line in lines] == [f"zvit_2021_q{number}.docx" for number in (4, 3, 2, 1)]
    assert [line[2] for line in lines] == [period.name for period in (Q4, Q3, Q2, Q1)]
    assert {line[3] for line in lines} == {"таблиця 1, рядок 2"}
    assert all(line[1].startswith("сьогодні о ") for line in lines)
    for path in paths:
        path.unlink()
    shown.open_copy.click()
    settle()
    (copy,) = opened_by_system
    assert copy.name == "zvit_2021_q4.docx"
    assert copy.read_bytes()
    kept = DataDir(window.parts.folder).sources
    assert kept not in copy.parents, "the kept file itself cannot be changed by mistake"
    shown.show_copy.click()
    assert opened_by_system[-1] == kept


def test_a_kept_copy_that_is_gone_or_changed_is_told(
    window: MainWindow, tmp_path: Path, opened_by_system: list[Path]
) -> None:
    path = made.report(tmp_path / "zvit.docx", 3, [made.event("Лекція", "14.08.2021")])
    bring_in(window, path)
    (kept,) = [one for one in DataDir(window.parts.folder).sources.rglob("*") if one.is_file()]
    kept.chmod(0o600)
    kept.write_bytes(b"something else")
    trigger(window, "origin")
    shown = dialog(window, OriginDialog)
    shown.open_copy.click()
    settle()
    assert "хтось змінив" in shown.said.text()
    shown.close()
    settle()
    kept.unlink()
    trigger(window, "origin")
    shown = dialog(window, OriginDialog)
    assert "немає в теці з даними" in shown.said.text()
    assert not shown.open_copy.isEnabled()
    assert not shown.show_copy.isEnabled()
    assert opened_by_system == []


def test_an_event_of_ones_own_came_from_no_file(sampled: MainWindow) -> None:
    trigger(sampled, "add")
    trigger(sampled, "origin")
    shown = dialog(sampled, OriginDialog)
    assert "записано в програмі" in shown.said.text()
    assert not shown.list.isVisible()
    assert not shown.open_copy.isVisible()


def test_the_history_leads_to_the_files(window: MainWindow, tmp_path: Path) -> None:
    bring_in(window, made.report(tmp_path / "zvit.docx", 3, [made.event("Лекція", "14.08.2021")]))
    trigger(window, "history")
    history = dialog(window, HistoryDialog)
    history.origin.click()
    settle()
    assert dialog(history, OriginDialog).sources.rowCount() == 1  # type: ignore[arg-type]


def test_the_action_needs_an_event(window: MainWindow, tmp_path: Path) -> None:
    assert not window.actions_["origin"].isEnabled()
    bring_in(window, made.report(tmp_path / "zvit.docx", 3, [made.event("Лекція", "14.08.2021")]))
    assert window.actions_["origin"].isEnabled()
    window.parts.workspace.go(ALL)
    settle()
    trigger(window, "origin")
    assert dialog(window, OriginDialog).windowTitle().startswith("Звідки")


def test_reading_many_files_can_be_stopped(real_window: RealWindow, tmp_path: Path, qtbot: object) -> None:
    window = real_window(threads=True)
    qtbot.waitUntil(lambda: window.panes.welcoming)  # type: ignore[attr-defined]
    window.commands.importing.take(made.year(tmp_path / "рік"))
    window.parts.jobs.cancel_named()
    qtbot.waitUntil(lambda: not window.parts.jobs.busy, timeout=30_000)  # type: ignore[attr-defined]
    assert window.findChildren(PreviewDialog) == []
    assert window.status.note_text == "·  Скасовано: Читаю 4 файли"


def test_a_second_import_waits_for_the_first(window: MainWindow, tmp_path: Path) -> None:
    first, second, *_ = made.year(tmp_path / "рік")
    preview = read(window, first)
    window.commands.importing.take([second])
    settle()
    assert dialog(window, PreviewDialog) is preview


def test_the_file_is_kept_by_its_hash(window: MainWindow, tmp_path: Path) -> None:
    path = made.report(tmp_path / "zvit.docx", 3, [made.event("Лекція", "14.08.2021")])
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    bring_in(window, path)
    kept = register_of(window).source_path(digest)
    assert kept is not None
    assert kept.read_bytes() == path.read_bytes()
