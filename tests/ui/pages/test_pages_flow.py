"""«Аркуші» in the window: there and back, following the register, the way to an event, the PDF."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hands import press, settle, type_over
from paper import bare, read
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from courtcomms.paths import DataDir
from courtcomms.reports.form_model import Signatory
from courtcomms.sample import fill_sample
from courtcomms.store import Register
from ui.main_window import MainWindow
from ui.pages import flow as pages_flow
from ui.pages.flow import PagesFlow
from ui.places import ALL, TRASH, Place, PlaceKind

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_flow, "REST", 0)


@pytest.fixture
def pages(sampled: MainWindow) -> PagesFlow:
    """The sheets of the sample's newest report, shown."""
    sampled.actions_["pages"].trigger()
    settle()
    return sampled.commands.pages


def shown_text(pages: PagesFlow) -> str:
    report = pages.page.view.report
    assert report is not None
    return "\n".join(text for page in range(report.page_count) for _area, text in report.sheet(page).texts())


def test_one_click_there_and_one_back(sampled: MainWindow) -> None:
    sampled.page.switch.setCurrentIndex(1)
    settle()
    pages = sampled.commands.pages
    assert pages.page.isVisible()
    assert not sampled.page.isVisible()
    assert sampled.actions_["pages"].isChecked()
    assert sampled.panel.isVisible(), "the editor stays beside"
    assert pages.page.detail.startswith("Аркуш 1 з ")
    pages.page.switch.setCurrentIndex(0)
    settle()
    assert sampled.page.isVisible()
    assert not sampled.actions_["pages"].isChecked()
    assert sampled.page.view.hasFocus()


def test_the_sheets_hold_the_report_that_is_chosen(pages: PagesFlow, sampled: MainWindow) -> None:
    reports = sampled.parts.workspace.overview.reports
    assert len(reports) > 1
    for report in reports:
        sampled.parts.workspace.go(Place(PlaceKind.REPORT, report.period))
        settle()
        assert report.period.name.split()[0] in pages.page._title.whole
        assert report.period.title.split()[0] in shown_text(pages)
        laid = pages.page.view.report
        assert laid is not None
        assert laid.snapshot.period == report.period


def test_they_follow_what_is_typed_and_keep_their_place(pages: PagesFlow, sampled: MainWindow) -> None:
    bar = pages.page.view.verticalScrollBar()
    bar.setValue(40)
    type_over(sampled, "Зовсім нова назва заходу")
    sampled.panel.save()
    settle()
    settle()
    assert "Зовсім нова назва заходу" in shown_text(pages).replace("\n", " ")
    assert bar.value() == 40
    sampled.commands.undo()
    settle()
    settle()
    assert "Зовсім нова назва заходу" not in shown_text(pages).replace("\n", " ")


@pytest.mark.parametrize("place", [ALL, TRASH])
def test_what_is_no_report_says_so(pages: PagesFlow, sampled: MainWindow, place: Place) -> None:
    sampled.parts.workspace.go(place)
    settle()
    assert "Виберіть звіт" in pages.page.hint
    assert pages.page.view.report is None
    assert not sampled.actions_["print"].isEnabled()
    sampled.parts.workspace.go(sampled.parts.workspace.overview.first)
    settle()
    assert pages.page.hint == ""


def test_two_clicks_on_a_row_lead_to_its_event(pages: PagesFlow, sampled: MainWindow) -> None:
    view = pages.page.view
    assert view.report is not None
    page, top = view.report.place_of(2)
    view.go_to(page)
    place = view.frame_of(page).topLeft() + QPoint(view.frame_of(page).width() // 2, 0)
    place += QPoint(0, round(top * view._scale) + 4)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseButtonDblClick, QPointF(place), QPointF(place), left, left, none)
    QApplication.sendEvent(view.viewport(), event)
    settle()
    assert sampled.page.isVisible()
    assert sampled.table.place_of(sampled.page.view.current_id) == 3


def test_a_search_does_not_hide_the_event_of_a_row(pages: PagesFlow, sampled: MainWindow) -> None:
    pages.leave()
    sampled.search._line.setText("немає такого слова")
    sampled.page.search("немає такого слова")
    settle()
    assert sampled.table.rowCount() == 0
    sampled.actions_["pages"].trigger()
    settle()
    pages.page.view.row_chosen.emit(1)
    settle()
    settle()
    assert sampled.table.place_of(sampled.page.view.current_id) == 2


def test_another_event_in_the_editor_comes_into_sight(pages: PagesFlow, sampled: MainWindow) -> None:
    view = pages.page.view
    assert view.report is not None
    last = sampled.table.ids[-1]
    sampled.page.view.choose(last)
    settle()
    page, top = view.report.place_of(sampled.table.place_of(last) - 1)
    y = view.frame_of(page).top() + top * view._scale
    assert 0 <= y < view.viewport().height()


def test_what_acts_on_rows_of_the_table_waits_for_it(pages: PagesFlow, sampled: MainWindow) -> None:
    for action in ("delete", "paste", "paste_rows", "cut", "duplicate", "row_up"):
        assert not sampled.actions_[action].isEnabled(), action
    pages.leave()
    settle()
    assert sampled.actions_["delete"].isEnabled()


def test_a_search_leads_back_to_the_table(pages: PagesFlow, sampled: MainWindow) -> None:
    sampled.search.searched.emit("суд")
    settle()
    assert sampled.page.isVisible()


def test_keys_go_from_pane_to_pane_over_the_sheets(pages: PagesFlow, sampled: MainWindow) -> None:
    sampled.places.setFocus()
    sampled.actions_["pane"].trigger()
    assert pages.page.view.hasFocus()
    press(pages.page.view, Qt.Key.Key_End)
    assert pages.page.view.page == pages.page.view.page_count - 1


def test_they_follow_the_form(pages: PagesFlow, sampled: MainWindow) -> None:
    forms = sampled.parts.forms
    report = pages.page.view.report
    assert report is not None
    court = sampled.parts.workspace.overview.court
    assert court is not None
    name = forms.chosen(court.id, report.snapshot.period)
    form = forms.load(name)
    forms.save(name, replace(form, signatory=Signatory(True, "Голова суду", "Ім'я ПРІЗВИЩЕ")))
    sampled.commands.forms.changed.emit()
    settle()
    assert "Ім'я ПРІЗВИЩЕ" in shown_text(pages)


def test_the_head_tells_the_form_of_the_report(pages: PagesFlow, sampled: MainWindow) -> None:
    forms, court = sampled.parts.forms, sampled.parts.workspace.overview.court
    report, title, detail = pages.page.view.report, pages.page._title, pages.page._detail
    assert report is not None
    assert court is not None
    period = report.snapshot.period
    settle()
    assert forms.chosen(court.id, period) in title.toolTip()
    forms.create("Велика", forms.load(forms.chosen(court.id, period)))
    forms.choose(court.id, period, "Велика")
    sampled.commands.forms.changed.emit()
    settle()
    assert title.toolTip().splitlines() == [title.whole, "Форма: «Велика»"]
    assert detail.toolTip() == detail.accessibleDescription() == "Форма: «Велика»"
    sampled.parts.workspace.go(ALL)
    settle()
    assert "Форма" not in title.toolTip() + detail.toolTip()


def test_escape_leads_back(pages: PagesFlow, sampled: MainWindow) -> None:
    press(pages.page.view, Qt.Key.Key_Escape)
    settle()
    assert sampled.page.isVisible()


def test_f1_tells_of_printing(pages: PagesFlow, sampled: MainWindow) -> None:
    pages.page.setFocus()
    assert sampled.commands.help.topic == "submit"


def test_nothing_is_laid_out_while_the_table_is_shown(
    pages: PagesFlow, sampled: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[object] = []
    monkeypatch.setattr(pages_flow, "lay_out", lambda *given: laid.append(given))
    pages.leave()
    type_over(sampled, "Ще одна назва")
    sampled.panel.save()
    settle()
    assert laid == []


def test_a_link_opens_in_the_browser(pages: PagesFlow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        pages_flow.QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toString()))
    )
    pages.page.view.link_chosen.emit("https://vyhadanyi.example/a")
    assert opened == ["https://vyhadanyi.example/a"]


def test_the_report_is_saved_as_pdf(
    pages: PagesFlow, sampled: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sampled.actions_["pdf"].trigger()
    settle()
    dialog = sampled.findChild(QFileDialog)
    assert dialog is not None
    assert "PDF" in dialog.selectedNameFilter()
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.fileSelected.emit(str(tmp_path / "zvit.pdf"))
    dialog.close()
    settle()
    data = (tmp_path / "zvit.pdf").read_bytes()
    assert len(read(data).pages) == pages.page.view.page_count
    written = bare("".join(page.extract_text() for page in read(data).pages))
    assert bare(shown_text(pages)) in written or len(written) == len(bare(shown_text(pages)))


def test_threads_lay_out_too(real_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    data = DataDir(tmp_path / "data")
    data.create()
    register = Register.open(data.database, who="тест")
    fill_sample(register)
    register.close()
    window = real_window(threads=True)
    _wait(lambda: window.parts.workspace.place is not None)
    window.actions_["pages"].trigger()
    _wait(lambda: window.commands.pages.page.view.page_count > 0)
    assert window.commands.pages.page.hint == ""


def _wait(until: Callable[[], bool]) -> None:
    from time import sleep

    for _ in range(1000):
        settle()
        if until():
            return
        sleep(0.01)
    raise AssertionError("it does not come")


def test_the_command_line_writes_a_pdf_without_a_screen(tmp_path: Path) -> None:
    data = DataDir(tmp_path / "data")
    data.create()
    register = Register.open(data.database, who="тест")
    fill_sample(register)
    period = register.reports(register.courts()[0].id)[0].period
    register.close()
    out = tmp_path / "zvit.pdf"
    command = [sys.executable, "-m", "ui", "--data-dir", str(data.root), "report", "export"]
    done = subprocess.run(
        [*command, "--period", period.code, "--out", str(out)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "zvit.pdf" in done.stderr
    assert period.title.split()[0] in read(out.read_bytes()).pages[0].extract_text()


def test_without_qt_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    data = DataDir(tmp_path / "data")
    data.create()
    register = Register.open(data.database, who="тест")
    fill_sample(register)
    period = register.reports(register.courts()[0].id)[0].period
    register.close()
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from ui.__main__ import main\n"
        "raise SystemExit(main(sys.argv[1:]))\n"
    )
    arguments = ["--data-dir", str(data.root), "report", "export", "--period", period.code]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments, "--out", str(tmp_path / "zvit.pdf")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    assert done.returncode == 2
    assert "PDF" in done.stderr
    assert not (tmp_path / "zvit.pdf").exists()


def test_nothing_of_the_sheets_is_loaded_at_the_start() -> None:
    program = (
        "import sys; import ui.main_window\n"
        "unwanted = ('ui.pages.', 'PySide6.QtPrint', 'pypdf')\n"
        "print([name for name in sys.modules if name.startswith(unwanted)])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60
    )
    assert done.stdout.strip() == "['ui.pages.switch']"
