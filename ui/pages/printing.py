"""The report on paper: the system's own questions, then a sheet after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from courtcomms.reports.properties import properties_of
from ui.pages.layout import PagedReport
from ui.pages.measures import SHEET
from ui.pages.pdf import page_layout
from ui.wording import counted

NO_PRINTER = (
    "На цьому комп'ютері немає жодного принтера, тому друкувати нікуди. "
    "Збережіть звіт як PDF і надрукуйте його там, де принтер є."
)
_REFUSED = (
    "Принтер не прийняв звіту: нічого не надруковано. Перевірте, чи він увімкнений, і спробуйте ще раз."
)


def has_printer() -> bool:
    """Whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


class Printing(QObject):
    """One printing; ``finished`` and ``refused`` tell a sentence. The window is free between two sheets."""

    finished = Signal(str)
    refused = Signal(str)

    def __init__(self, report: PagedReport, window: QWidget, printer: QPrinter | None = None) -> None:
        super().__init__(window)
        self._report = report
        self._window = window
        self._printer = printer or QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(page_layout())
        self._printer.setFullPage(True)
        self._printer.setDocName(properties_of(report.snapshot).title)
        self._painter = QPainter()
        self._pages: list[int] = []
        self._total = 0

    def begin(self) -> None:
        """Ask which printer, which sheets and how many times."""
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self._report.page_count)
        dialog.accepted.connect(self.start)
        dialog.rejected.connect(self.deleteLater)
        QDialog.open(dialog)

    def start(self) -> None:
        """Print as was answered."""
        self._pages = self._wanted()
        self._total = len(self._pages)
        if not self._painter.begin(self._printer):
            self.refused.emit(_REFUSED)
            self.deleteLater()
            return
        self._print_next()

    def _wanted(self) -> list[int]:
        """The sheets in the order of printing, from 0."""
        printer, count = self._printer, self._report.page_count
        ranged = printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0
        first, last = (printer.fromPage(), printer.toPage() or count) if ranged else (1, count)
        pages = list(range(first - 1, min(last, count)))
        return pages[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else pages

    def _print_next(self) -> None:
        painter, printer = self._painter, self._printer
        if len(self._pages) < self._total:
            printer.newPage()
        if self._pages:
            # Other paper than the form's gets the sheet as large as it goes there.
            scale = min(printer.width() / SHEET.width(), printer.height() / SHEET.height())
            painter.save()
            painter.scale(scale, scale)
            self._report.paint(self._pages.pop(0), painter)
            painter.restore()
        if self._pages:
            QTimer.singleShot(0, self._print_next)
            return
        painter.end()
        sheet_words = counted(self._total, "аркуш", "аркуші", "аркушів")
        self.finished.emit(f"На принтер надіслано {sheet_words}")
        self.deleteLater()
