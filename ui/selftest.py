"""The program tries itself out: what a bundle may have lost on its way to another machine shows here.

``courtcomms --selftest`` does a quarter's work in a temporary folder and leaves nothing behind.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from courtcomms.importing import ImportedRow, read_document
from courtcomms.model import Column
from courtcomms.paths import DataDir, resources_dir
from courtcomms.reports.export import export_report
from courtcomms.reports.filename import offered_name
from courtcomms.reports.form import load_form
from courtcomms.reports.snapshot import CellContent, ReportSnapshot, Row
from courtcomms.sample import fill_sample
from courtcomms.services import only_court, snapshot_report
from courtcomms.store import Register

#: A window with nothing painted has one colour; a real one hundreds, through its smoothed letters.
_FEWEST_COLOURS = 16
_SMALLEST_PICTURE = 300


class Fault(Exception):
    """A step's result is wrong; the Ukrainian text says what."""


class Trial:
    """A register and a report on their way through the program, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._database = DataDir(folder).database
        self._snapshot: ReportSnapshot | None = None

    def open_register(self) -> str:
        """A new register, brought to the present schema by its migrations."""
        with Register.open(self._database) as register:
            problems = register.integrity()
        if problems:
            raise Fault("; ".join(problems))
        return self._database.name

    def fill_register(self) -> str:
        """The sample, and its newest report as it would be written."""
        with Register.open(self._database) as register:
            fill_sample(register)
            court = only_court(register)
            period = register.reports(court.id)[0].period
            self._snapshot = snapshot_report(register, court, period, load_form(None))
        return f"{period.name}, рядків: {len(self.snapshot.rows)}"

    @property
    def snapshot(self) -> ReportSnapshot:
        """The report of the sample's newest quarter."""
        assert self._snapshot is not None
        return self._snapshot

    def document(self, suffix: str) -> Path:
        """Where the report lies as a document."""
        return self.folder / offered_name(self.snapshot.period, suffix)

    def export(self, suffix: str) -> str:
        """The report as a document."""
        export_report(self.snapshot, self.document(suffix))
        return f"{self.document(suffix).stat().st_size} байтів"

    def import_back(self, suffix: str) -> str:
        """The exported document read again: every cell and link as it was sent out."""
        read = read_document(self.document(suffix))
        if read.period != self.snapshot.period:
            raise Fault(f"прочитано інший період: {read.period}")
        differences = list(_differences(self.snapshot.rows, read.rows))
        if differences:
            raise Fault("; ".join(differences[:3]))
        return f"клітинок однакових: {len(read.rows) * len(Column)}"

    def draw_window(self) -> str:
        """The window with the sample in it, without a screen."""
        from PySide6.QtGui import QImage

        from ui.app import draw_window

        picture = self.folder / "window.png"
        draw_window(self.folder, picture)
        image = QImage(str(picture))
        if min(image.width(), image.height()) < _SMALLEST_PICTURE:
            raise Fault(f"розмір малюнка {image.width()}×{image.height()}")
        if _colours(image) < _FEWEST_COLOURS:
            raise Fault("вікно порожнє")
        return f"{image.width()}×{image.height()}"


def _differences(sent: tuple[Row, ...], read: tuple[ImportedRow, ...]) -> Iterable[str]:
    if len(sent) != len(read):
        yield f"рядків {len(read)} замість {len(sent)}"
    for place, (row, back) in enumerate(zip(sent, read, strict=False), 1):
        for column, cell, links in zip(Column, row, back.links, strict=True):
            targets = tuple(dict.fromkeys(link.target for link in links))
            if not _same(cell, back.cells[column], targets):
                yield f"рядок {place}, колонка {column}: «{back.cells[column]}» замість «{cell.text}»"


def _same(cell: CellContent, text: str, targets: tuple[str, ...]) -> bool:
    return cell.text.strip("\n") == text and cell.targets == targets


def _colours(image: object) -> int:
    from PySide6.QtGui import QImage

    assert isinstance(image, QImage)
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return len({image.pixel(x, y) for x, y in places})


def load_icons() -> str:
    """Every icon of the program can be drawn."""
    from PySide6.QtSvg import QSvgRenderer

    icons = sorted((resources_dir() / "icons").glob("*.svg"))
    broken = [icon.name for icon in icons if not QSvgRenderer(str(icon)).isValid()]
    if broken or not icons:
        raise Fault(", ".join(broken) or "значків немає")
    return f"значків: {len(icons)}"


def load_translation() -> str:
    """Qt's own dialogs speak Ukrainian."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator()
    if not translator.load("qtbase_uk", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        raise Fault("немає файла qtbase_uk.qm")
    word = translator.translate("QPlatformTheme", "Cancel")
    if not word:
        raise Fault("у qtbase_uk.qm немає перекладу кнопок")
    return f"Cancel — «{word}»"


def steps(trial: Trial) -> tuple[tuple[str, Callable[[], str]], ...]:
    """Each step's name and the step, which returns what it found or raises."""
    return (
        ("Реєстр створено й доведено до чинної схеми", trial.open_register),
        ("Приклад заповнено", trial.fill_register),
        ("Звіт записано у Word", lambda: trial.export(".docx")),
        ("Звіт записано в Excel", lambda: trial.export(".xlsx")),
        ("Word прочитано назад", lambda: trial.import_back(".docx")),
        ("Excel прочитано назад", lambda: trial.import_back(".xlsx")),
        ("Вікно намальовано", trial.draw_window),
        ("Значки прочитано", load_icons),
        ("Переклад Qt прочитано", load_translation),
    )


def selftest() -> int:
    """Do all steps, telling each in a line; 0 when all went well, 1 at the first that did not."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="courtcomms-", ignore_cleanup_errors=True) as folder:
        for name, step in steps(Trial(Path(folder))):
            try:
                _say(f"✓ {name}: {step()}")
            except Exception as error:  # noqa: BLE001 - whatever a bundle lacks must end in a line, not a window
                _say(f"✖ Не вийшло — {name}: {type(error).__name__}: {error}")
                return 1
    _say("Програма справна.")
    return 0


def _say(line: str) -> None:
    """A windowed program on Windows has no stdout; its exit code still tells."""
    stream = sys.stdout
    if stream is None:
        return
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")
    stream.write(line + "\n")
    stream.flush()
