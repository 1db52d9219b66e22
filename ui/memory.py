"""What the window remembers between two starts: an INI file beside the register."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QSplitter, QWidget

#: Raised when a stored layout no longer fits the window; the old one is then forgotten.
LAYOUT = 1
#: A screen of at most so many pixels across is filled.
_SMALL_SCREEN = 1440


class Memory:
    """Reads and writes the remembered values; a damaged or foreign value counts as absent."""

    def __init__(self, data_dir: Path) -> None:
        self._settings = QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)
        if self.number("layout", 0) != LAYOUT:
            self._settings.remove("window")
            self._settings.remove("columns")
            self._settings.setValue("layout", LAYOUT)

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        return str(self._settings.value(key, default, type=str))

    def number(self, key: str, default: int) -> int:
        """A remembered whole number."""
        return int(self._settings.value(key, default, type=int))

    def flag(self, key: str, default: bool) -> bool:
        """A remembered yes or no (INI gives «false» back as text without ``type``)."""
        return bool(self._settings.value(key, default, type=bool))

    def put(self, key: str, value: str | int | bool) -> None:
        """Remember a value."""
        self._settings.setValue(key, value)

    def widths(self, key: str) -> list[int]:
        """Remembered widths in pixels; an empty list where there are none."""
        parts = self.text(f"columns/{key}").split(";")
        return [int(part) for part in parts if part.isdecimal()]

    def put_widths(self, key: str, widths: list[int]) -> None:
        """Remember widths in pixels."""
        self.put(f"columns/{key}", ";".join(map(str, widths)))

    def restore_geometry(self, window: QWidget) -> None:
        """Put the window where it was; before it is shown."""
        if not window.restoreGeometry(self._bytes("window/geometry")):
            _place_first(window)

    def restore_splitter(self, key: str, splitter: QSplitter) -> bool:
        """Give panels the sizes they had."""
        return splitter.restoreState(self._bytes(f"window/{key}"))

    def keep_splitter(self, key: str, splitter: QSplitter) -> None:
        """Remember the sizes of panels."""
        self._settings.setValue(f"window/{key}", splitter.saveState())

    def keep_geometry(self, window: QWidget) -> None:
        """Remember the window's place."""
        self._settings.setValue("window/geometry", window.saveGeometry())

    def folder(self, key: str) -> str:
        """The folder last used for a purpose, else the user's documents."""
        known = self.text(f"folders/{key}")
        if known and Path(known).is_dir():
            return known
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return documents if Path(documents).is_dir() else str(Path.home())

    def put_folder(self, key: str, folder: Path) -> None:
        """Remember the folder used for a purpose."""
        self.put(f"folders/{key}", str(folder))

    def flush(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()


def _place_first(window: QWidget) -> None:
    """The first start: all of a small screen, most of a large one."""
    room = window.screen().availableGeometry()
    if room.width() <= _SMALL_SCREEN:
        window.resize(room.size() * 0.9)
        window.setWindowState(Qt.WindowState.WindowMaximized)
    else:
        window.resize(room.size() * 0.8)
        window.move(room.center() - window.rect().center())
