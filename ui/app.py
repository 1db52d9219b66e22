"""Where the program is put together: the Qt application, its data, its window."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QLibraryInfo, QLocale, Qt, QTimer, QTranslator, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QMessageBox

from courtcomms import __version__
from courtcomms.errors import CannotWrite
from courtcomms.log import start_log, stop_log
from courtcomms.paths import DataDir, default_data_dir
from courtcomms.period import Period
from courtcomms.user import user_name
from ui import theme
from ui.faults import Faults, log_qt
from ui.jobs import Lane, thread_executors
from ui.main_window import MainWindow
from ui.parts import Parts, assemble
from ui.places import Place, PlaceKind
from ui.register.rereading import AT_ONCE

if TYPE_CHECKING:
    from courtcomms.store import Register

#: The start is given up waiting for after so many milliseconds.
_PATIENCE = 60_000

log = logging.getLogger(__name__)


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; ``arguments`` may name the place of the data
    (``--data-dir DIR``, ``--database URL``). Returns the exit code."""
    # What is made at the start stays: looking through it for garbage would cost a tenth of the start.
    gc.disable()
    options = _options(arguments)
    app = application()
    folder = Path(options.get("--data-dir") or default_data_dir())
    try:
        data = _prepare(folder)
    except CannotWrite as refusal:
        return _refuse_start(app, str(refusal))
    window, parts = build(data, options.get("--database"))
    faults = Faults(window.messenger, window)
    faults.install()
    window.ready.connect(_collect_garbage)
    QTimer.singleShot(_PATIENCE, _collect_garbage)
    parts.copies.start()
    parts.rereading.start()
    window.show()
    QTimer.singleShot(0, parts.service.open)
    code = app.exec()
    faults.remove()
    parts.copies.finish()
    parts.close()
    log.info("the window was closed")
    return code


def _collect_garbage() -> None:
    """The start is over: everything made until now is left out, what comes is collected as always."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def application() -> QApplication:
    """The Qt application, dressed and speaking Ukrainian; made once."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QLocale.setDefault(QLocale(QLocale.Language.Ukrainian, QLocale.Country.Ukraine))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("courtcomms")
    app.setApplicationDisplayName("Комунікації суду")
    QGuiApplication.setDesktopFileName("courtcomms")
    speak_ukrainian(app)
    theme.dress(app)
    return app


def speak_ukrainian(app: QApplication) -> bool:
    """Qt's own buttons and menus in Ukrainian; false where the translation is not there."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load("qtbase_uk", folder) and app.installTranslator(translator)


def build(
    data: DataDir, database: str | None = None, executors: Mapping[Lane, Executor] | None = None
) -> tuple[MainWindow, Parts]:
    """The window and its parts, over the register of a data folder; nothing is opened yet."""
    opener = partial(_open_register, database or data.database, data.backups)
    parts = assemble(data.root, opener, executors or thread_executors())
    window = MainWindow(parts)
    remembered = Place.parse(parts.memory.text("window/place"))
    if remembered is not None:
        parts.workspace.go(remembered)
    return window, parts


def draw_window(
    data_dir: Path,
    picture: Path,
    size: tuple[int, int] = (1366, 768),
    period: Period | None = None,
    *,
    dark: bool = False,
) -> None:
    """Draw the real window with the register of ``data_dir`` into a PNG file, without a screen.

    ``size`` is in pixels; ``period`` chooses a report, else the place last seen or the newest report.

    Raises:
        CannotWrite: the picture cannot be written, or the folder cannot be made.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    data = _prepare(data_dir)
    before = qInstallMessageHandler(log_qt)
    try:
        theme.wear(application(), dark=dark)
        drawn = _draw(data, size, period).save(str(picture), "PNG")
    finally:
        qInstallMessageHandler(before)
        stop_log()
    if not drawn:
        raise CannotWrite(f"Не вдалося записати зображення «{picture}»: перевірте теку і права на запис.")


def _draw(data: DataDir, size: tuple[int, int], period: Period | None) -> QPixmap:
    window, parts = build(data)
    if period is not None:
        parts.workspace.go(Place(PlaceKind.REPORT, period))
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    window.show()
    _wait_until_drawn(window, parts)
    picture = window.grab()
    window.hide()
    parts.close()
    window.deleteLater()
    return picture


def _wait_until_drawn(window: MainWindow, parts: Parts) -> None:
    loop = QEventLoop()
    window.ready.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop.quit)
    QTimer.singleShot(0, parts.service.open)
    loop.exec()
    QTimer.singleShot(300, loop.quit)
    loop.exec()


def _open_register(target: Path | str, backups: Path) -> Register:
    from courtcomms.store import Register

    return Register.open(target, who=user_name(), backups=backups, reread=AT_ONCE)


def _prepare(folder: Path) -> DataDir:
    data = DataDir(folder)
    data.create()
    start_log(data.log)
    log.info("version %s, window", __version__)
    return data


def _options(arguments: Sequence[str]) -> dict[str, str]:
    """``--name value`` and ``--name=value``; the entry has looked at their names already."""
    found: dict[str, str] = {}
    rest = iter(arguments)
    for word in rest:
        name, equals, value = word.partition("=")
        found[name] = value if equals else next(rest, "")
    return found


def _refuse_start(app: QApplication, text: str) -> int:
    box = QMessageBox(QMessageBox.Icon.Critical, app.applicationDisplayName(), text)
    box.open()
    app.exec()
    return 2
