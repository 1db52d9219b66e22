"""One flow as a person does it: a real X screen, a real window, a real keyboard, the program on its own.

The other tests of the window run without a screen; here nothing of Qt is stood in for. There is no window
manager, so the keyboard is given to the window by hand, and everything is waited for by looking.
"""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from docx import Document
from hands import Q3

from courtcomms.model import Court, CourtName, Event, Report
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register
from courtcomms.user import user_name

ROOT = Path(__file__).resolve().parents[2]
Q4 = Q3.shifted(1)
TITLE = "Круглий стіл: «Її ґанок» № 5"
Found = TypeVar("Found")


def seen(look: Callable[[], Found], seconds: float) -> Found:
    """Look until there is something, or time is up."""
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(0.1)
    return found


def wait(look: Callable[[], Found], seconds: float, what: str) -> Found:
    """Look until there is something."""
    found = seen(look, seconds)
    if not found:
        pytest.fail(f"{what}: not within {seconds:.0f} s")
    return found


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process of this test's own."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a program that draws on a screen of its own."""
    for tool in ("Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed here")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        ready, _, _ = select.select([reading], [], [], 20)
        number = os.read(reading, 16).decode().strip() if ready else ""
        if not number:
            pytest.skip("Xvfb does not start here")
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }
        environment.pop("WAYLAND_DISPLAY", None)
        yield environment
    finally:
        os.close(reading)
        end(server)


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    """A register with a court and an empty report."""
    folder = DataDir(tmp_path / "дані")
    folder.create()
    with Register.open(folder.database) as register:
        register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
        register.add_report(register.courts()[0].id, Q3)
    return folder


class Person:
    """Who sits before the screen."""

    def __init__(self, environment: dict[str, str], program: subprocess.Popen[bytes]) -> None:
        self._environment = environment
        self._program = program
        self._window = self.wait_for("Комунікації")

    def wait_for(self, name: str) -> str:
        """The window of this name, once it is there."""
        return wait(lambda: self._find(name), 40, name)

    def press_in(self, name: str, keys: str, text: str = "") -> None:
        """Type into a dialog and press keys there, as often as it takes: no window manager hands it the
        keyboard."""
        dialog = self.wait_for(name)
        for _ in range(5):
            self._xdotool("windowfocus", "--sync", dialog)
            if text:
                self._xdotool("key", "ctrl+a")
                self.type(text)
            self._xdotool("key", keys)
            if seen(lambda: not self._find(name), 5):
                return
        pytest.fail(f"{name} stays")

    def press(self, keys: str) -> None:
        """Press keys held together."""
        self._xdotool("windowfocus", self._window)
        self._xdotool("key", "--delay", "60", keys)

    def type(self, text: str) -> None:
        """Type a text; quicker than this xdotool itself loses letters that the keyboard does not have."""
        self._xdotool("type", "--delay", "90", text)

    def title(self) -> str:
        """What the window is called."""
        return self._xdotool("getwindowname", self._window)

    def _find(self, name: str) -> str:
        if self._program.poll() is not None and self._program.stdout is not None:
            said = self._program.stdout.read().decode(errors="replace")
            assert "xcb" in said, said
            pytest.skip("Qt cannot draw on an X screen here: its xcb libraries are missing")
        search = (
            "search",
            "--all",
            "--onlyvisible",
            "--pid",
            str(self._program.pid),
            "--name",
            name,
        )
        return self._xdotool(*search).strip().partition("\n")[0]

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return done.stdout


@pytest.fixture
def program(screen: dict[str, str], data: DataDir) -> Iterator[subprocess.Popen[bytes]]:
    """The program over that register, ended with the test at the latest."""
    command = [sys.executable, "-X", "faulthandler", "-m", "ui", "--data-dir", str(data.root)]
    process = subprocess.Popen(
        command, env=screen, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    yield process
    end(process)
    assert process.stdout is not None
    process.stdout.close()


def stored(data: DataDir, period: Period = Q3) -> tuple[Event, ...]:
    """What lies in the register, seen from outside while the program runs."""
    with Register.open(data.database) as register:
        return register.events(register.event_ids(EventQuery(register.courts()[0].id, period=period)))


def test_an_event_is_typed_on_a_real_screen(
    screen: dict[str, str], data: DataDir, program: subprocess.Popen[bytes]
) -> None:
    person = Person(screen, program)
    wait(lambda: "Вигаданий суд" in person.title(), 30, "the opened register")
    person.press("ctrl+n")
    wait(lambda: stored(data), 20, "the new event")

    for _ in range(3):
        # The new event's first field has the keyboard; a slow machine may lose a letter all the same.
        person.press("ctrl+a")
        person.type(TITLE)
        if seen(lambda: stored(data)[0].cells.title == TITLE, 5):
            break
    person.press("ctrl+q")
    assert program.wait(20) == 0
    assert program.stdout is not None
    assert program.stdout.read().decode() == ""

    (event,) = stored(data)
    assert event.cells.title == TITLE
    with Register.open(data.database) as register:
        assert {entry.who for entry in register.history(event.id)} == {user_name()}
    assert list(data.backups.glob("register_*.sqlite3"))


def test_a_quarter_is_begun_and_exported_on_a_real_screen(
    screen: dict[str, str], data: DataDir, program: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    """New quarter by its keys and Enter, an event, undone and done again, and out through the file dialog."""
    person = Person(screen, program)
    wait(lambda: "Вигаданий суд" in person.title(), 30, "the opened register")
    person.press("ctrl+shift+n")
    person.press_in("Новий квартал", "Return")
    wait(lambda: stored_report(data) is not None, 20, "the new quarter")
    person.press("ctrl+n")
    wait(lambda: stored(data, Q4), 20, "the new event")
    person.press("ctrl+z")
    wait(lambda: not stored(data, Q4), 20, "the event undone")
    person.press("ctrl+y")
    wait(lambda: stored(data, Q4), 20, "the event done again")
    person.press("ctrl+e")
    person.press_in("Експорт", "Return", str(tmp_path / "zvit.docx"))
    wait((tmp_path / "zvit.docx").is_file, 20, "the document")
    person.press("ctrl+q")
    assert program.wait(20) == 0
    (table,) = Document(str(tmp_path / "zvit.docx")).tables
    assert len(table.rows) == 2


def stored_report(data: DataDir) -> Report | None:
    """The new quarter's report, seen from outside."""
    with Register.open(data.database) as register:
        return register.report(register.courts()[0].id, Q4)
