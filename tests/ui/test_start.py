"""The start of the program: the window before everything heavy, and what it remembers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtGui import QImage

from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.sample import fill_sample
from courtcomms.store import Register

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "alembic", "docx", "openpyxl", "lxml", "validators", "courtcomms.cells.media")
#: The program's own parts that nobody needs before she asks for them.
LATER = (
    "ui.imports.flow",
    "ui.imports.preview",
    "ui.history.origin_dialog",
    "ui.report.export_flow",
    "ui.settings.court_dialog",
)


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a small program in a fresh interpreter without a screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=ROOT,
        timeout=100,
    )


def test_nothing_heavy_is_imported_before_the_window_is_shown(tmp_path: Path) -> None:
    done = run(
        "import sys\n"
        "from pathlib import Path\n"
        "from courtcomms.paths import DataDir\n"
        "from ui.app import application, build\n"
        "app = application()\n"
        "window, parts = build(DataDir(Path(sys.argv[1])))\n"
        "window.show()\n"
        "app.processEvents()\n"
        f"print([name for name in {HEAVY + LATER!r} if name in sys.modules])\n"
        "parts.close()\n",
        str(tmp_path),
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_this_pyside_survives_many_void_calls() -> None:
    """PySide6 6.12 on Python 3.11 loses a reference to None in each and dies after some thousands."""
    done = run(
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for number in range(20_000):\n"
        "    thing.setObjectName('x')\n"
        "print('alive')\n"
    )
    assert done.stdout.strip() == "alive", done.stderr


#: The program with a user who closes the window once it shows what it has; ``run`` is then called.
CLOSED_WHEN_THERE = (
    "import sys\n"
    "from PySide6.QtCore import QTimer\n"
    "from ui.app import application, run\n"
    "app = application()\n"
    "def there(one):\n"
    "    if not hasattr(one, 'panes') or one.parts.jobs.busy:\n"
    "        return False\n"
    "    return one.panes.welcoming or one.table.rowCount() > 0\n"
    "def look():\n"
    "    if any(there(one) for one in app.topLevelWidgets()):\n"
    "        watch.stop()\n"
    "        app.closeAllWindows()\n"
    "watch = QTimer(interval=100)\n"
    "watch.timeout.connect(look)\n"
    "watch.start()\n"
)


def test_the_program_starts_stays_and_ends(tmp_path: Path) -> None:
    done = run(
        f"{CLOSED_WHEN_THERE}print(run(['--data-dir', sys.argv[1]]))\n",
        str(tmp_path / "дані"),
    )
    assert done.stdout.strip() == "0", done.stderr
    assert (tmp_path / "дані" / "register.sqlite3").is_file()
    assert done.stderr == ""
    log = (tmp_path / "дані" / "courtcomms.log").read_text(encoding="utf-8")
    assert "INFO ui.app" in log
    assert "WARNING qt" in log
    assert not (tmp_path / "дані" / "backups").exists()


def test_at_the_end_a_due_copy_is_made(sample_dir: Path, tmp_path: Path) -> None:
    copy = tmp_path / "дані"
    copytree(sample_dir, copy)
    done = run(
        f"{CLOSED_WHEN_THERE}print(run(['--data-dir', sys.argv[1]]))\n",
        str(copy),
    )
    assert done.stdout.strip() == "0", done.stderr
    (made,) = (copy / "backups").glob("register_*.sqlite3")
    with Register.open(made) as register:
        assert len(register.reports(register.courts()[0].id)) == 2


def test_garbage_is_collected_again_once_the_window_is_ready(sample_dir: Path, tmp_path: Path) -> None:
    copy = tmp_path / "дані"
    copytree(sample_dir, copy)
    done = run(
        f"{CLOSED_WHEN_THERE}"
        "import gc\n"
        "QTimer.singleShot(0, lambda: print(gc.isenabled()))\n"
        "app.lastWindowClosed.connect(lambda: print(gc.isenabled()))\n"
        "run(['--data-dir', sys.argv[1]])\n",
        str(copy),
    )
    assert done.stdout.split() == ["False", "True"], done.stderr


def test_drawing_a_picture_says_nothing_on_the_terminal(sample_dir: Path, tmp_path: Path) -> None:
    done = run(
        "import sys\n"
        "from pathlib import Path\n"
        "from ui.app import draw_window\n"
        "draw_window(Path(sys.argv[1]), Path(sys.argv[2]))\n",
        str(sample_dir),
        str(tmp_path / "window.png"),
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "window.png").is_file()
    assert not (sample_dir / "backups").exists()


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "файл").write_text("", encoding="utf-8")
    done = run(
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from ui.app import application, run\n"
        "app = application()\n"
        "def look():\n"
        "    print(app.topLevelWidgets()[0].text())\n"
        "    app.closeAllWindows()\n"
        "QTimer.singleShot(500, look)\n"
        "print(run(['--data-dir=' + sys.argv[1]]))\n",
        str(tmp_path / "файл" / "дані"),
    )
    assert done.stdout.splitlines()[0].startswith("Не вдалося створити теку даних")
    assert done.stdout.splitlines()[-1] == "2"


@pytest.fixture(scope="module")
def sample_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    with Register.open(DataDir(folder).database) as register:
        fill_sample(register)
    return folder


def test_the_window_is_drawn_into_a_file(sample_dir: Path, tmp_path: Path) -> None:
    from ui.app import draw_window

    pictures = []
    for name, size, period, dark in (
        ("light", (1366, 768), None, False),
        ("older", (1366, 768), _oldest(sample_dir), False),
        ("dark", (1920, 1080), None, True),
    ):
        draw_window(sample_dir, tmp_path / f"{name}.png", size, period, dark=dark)
        pictures.append(QImage(str(tmp_path / f"{name}.png")))
        assert (pictures[-1].width(), pictures[-1].height()) == size
    light, older, dark_one = pictures
    assert light != older
    assert light.pixelColor(5, 760).lightness() > 200
    assert dark_one.pixelColor(5, 1070).lightness() < 60


def _oldest(folder: Path) -> Period:
    with Register.open(DataDir(folder).database) as register:
        return register.reports(register.courts()[0].id)[-1].period


def test_a_picture_that_cannot_be_written_is_refused(sample_dir: Path, tmp_path: Path) -> None:
    from courtcomms.errors import CannotWrite
    from ui.app import draw_window

    with pytest.raises(CannotWrite, match="Не вдалося записати зображення"):
        draw_window(sample_dir, tmp_path / "немає" / "вікно.png")
