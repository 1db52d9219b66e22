"""The line at the foot: when the last change was saved, what is under way, what was finished."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from ui import theme, wording
from ui.jobs import Jobs
from ui.register.desk import Outcome

#: «сьогодні» becomes «вчора» at night, with nobody there; in milliseconds.
_AN_HOUR = 3_600_000


class StatusLine(QStatusBar):
    """«Збережено 14:02» stays; a finished job's note stays until the next one, with «Показати» beside it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._file: Path | None = None
        self._passing = False
        self._copied: datetime | None = None
        self._saved = QLabel(self)
        self._copy = QLabel(self)
        self._hourly = QTimer(self, interval=_AN_HOUR)
        self._hourly.timeout.connect(self._word_copy)
        self._hourly.start()
        self._note = QLabel(self)
        self._show = QPushButton("Показати", self)
        self._running = QLabel(self)
        self._progress = QProgressBar(self)
        self._cancel = QPushButton("Скасувати", self)
        self._build()
        jobs.changed.connect(self._look)
        jobs.stopped.connect(self._tell_stopped)
        self._show.clicked.connect(self._reveal)
        self._cancel.clicked.connect(jobs.cancel_named)

    def _build(self) -> None:
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        self._show.setAccessibleName("Показати файл у теці")
        self._cancel.setAccessibleName("Скасувати роботу, що триває")
        self._progress.setAccessibleName("Робота триває")
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(96)
        self._note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._note.setMinimumWidth(1)
        # One widget for all: what comes into it while a menu's hint stands there does not show through.
        said = QWidget(self)
        line = QHBoxLayout(said)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self._saved, self._copy, self._note, self._show):
            line.addWidget(widget)
        line.addStretch()
        self.addWidget(said, 1)
        for widget in (self._running, self._progress, self._cancel):
            self.addPermanentWidget(widget)
        for widget in (self._saved, self._copy, self._show, self._running, self._progress, self._cancel):
            widget.hide()

    @property
    def saved_text(self) -> str:
        """What is said about saving."""
        return self._saved.text()

    @property
    def note_text(self) -> str:
        """What is said about the last finished job."""
        return self._note.text()

    def saved(self, _outcome: Outcome | None = None) -> None:
        """A change is in the register."""
        self._saved.setText(f"Збережено {_now():%H:%M}")
        self._saved.show()
        self._word_copy()

    def copied(self, moment: datetime | None) -> None:
        """When the newest copy of the register was made, in local time; ``None``: there is none."""
        self._copied = moment
        self._word_copy()

    def note(self, text: str, file: Path | None = None, *, passing: bool = False) -> None:
        """A job is finished; ``file`` can be shown in its folder. A ``passing`` note is true until the
        user's next step only."""
        self._passing = passing
        self._note.setText(f"·  {text}" if text else "")
        self._note.setToolTip(text)
        self._file = file
        self._show.setVisible(file is not None)

    def pass_on(self, _outcome: Outcome | None = None) -> None:
        """The user did something new: «Скасовано» of a step before it would mislead."""
        if self._passing:
            self.note("")

    def forget(self) -> None:
        """The user goes on to something else: a note about no file is of no use any more."""
        if self._file is None:
            self.note("")

    def _word_copy(self) -> None:
        self._copy.setVisible(self._copied is not None)
        if self._copied is None:
            return
        day = when(self._copied.date(), _now().date())
        parted = "·  " if self._saved.text() else ""
        self._copy.setText(f"{parted}резервна копія {day} {self._copied:%H:%M}")

    def _reveal(self) -> None:
        if self._file is not None:
            show_folder(self._file.parent)

    def _tell_stopped(self, label: str) -> None:
        self.note(f"Скасовано: {label.rstrip('…')}")

    def _look(self) -> None:
        labels = self._jobs.labels
        self._running.setText(labels[0] if labels else "")
        done, total = self._jobs.progress
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        for widget in (self._running, self._progress, self._cancel):
            widget.setVisible(bool(labels))
        self._cancel.setEnabled(self._jobs.stoppable)


def when(day: date, today: date) -> str:
    """«сьогодні», «вчора», else the date in digits."""
    days = (today - day).days
    return {0: "сьогодні", 1: "вчора"}.get(days, wording.digits(day))


def _now() -> datetime:
    return datetime.now().astimezone()


def show_folder(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
