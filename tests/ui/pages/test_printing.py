"""Printing: which sheets go to the printer, what is said, and what where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import settle
from paper import bare, read, usual
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from ui.main_window import MainWindow
from ui.pages import printing
from ui.pages.layout import lay_out
from ui.pages.printing import NO_PRINTER, Printing


@pytest.fixture
def owner(qapp: QApplication) -> QWidget:
    return QWidget()


def into_file(path: Path) -> QPrinter:
    """A printer that writes what it prints."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def run(job: Printing, until: Callable[[], bool]) -> None:
    job.start()
    for _ in range(200):
        if until():
            return
        settle()
    raise AssertionError("it does not end")


def test_every_sheet_is_printed(owner: QWidget, tmp_path: Path) -> None:
    report, said = lay_out(usual(9)), []
    job = Printing(report, owner, into_file(tmp_path / "out.pdf"))
    job.finished.connect(said.append)
    run(job, lambda: bool(said))
    assert said == ["На принтер надіслано 2 аркуші"]
    pages = read((tmp_path / "out.pdf").read_bytes()).pages
    assert len(pages) == report.page_count == 2
    for number, page in enumerate(pages):
        shown = bare(page.extract_text())
        assert all(bare(text) in shown for _area, text in report.sheet(number).texts())


def test_only_some_sheets_and_the_last_one_first(owner: QWidget, tmp_path: Path) -> None:
    report, said = lay_out(usual(20)), []
    assert report.page_count >= 3
    printer = into_file(tmp_path / "out.pdf")
    job = Printing(report, owner, printer)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    job.finished.connect(said.append)
    run(job, lambda: bool(said))
    pages = read((tmp_path / "out.pdf").read_bytes()).pages
    assert [page.extract_text().split()[0] for page in pages] == ["3", "2"]


def test_a_printer_that_refuses_is_told_of(owner: QWidget, tmp_path: Path, no_qt_warnings: list[str]) -> None:
    said: list[str] = []
    job = Printing(lay_out(usual(1)), owner, into_file(tmp_path / "немає" / "теки" / "out.pdf"))
    job.refused.connect(said.append)
    run(job, lambda: bool(said))
    assert said[0].startswith("Принтер не прийняв звіту")
    no_qt_warnings.clear()


def test_without_a_printer_one_sentence_tells_what_to_do(
    sampled: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    sampled.actions_["print"].trigger()
    settle()
    box = sampled.messenger.box
    assert box is not None
    assert box.text() == NO_PRINTER
    box.close()


def test_the_system_asks_how_to_print(sampled: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    opened: list[QPrintDialog] = []
    monkeypatch.setattr(printing.QDialog, "open", opened.append)
    sampled.actions_["print"].trigger()
    settle()
    assert len(opened) == 1
    assert opened[0].maxPage() >= 1
    opened[0].close()
    settle()
