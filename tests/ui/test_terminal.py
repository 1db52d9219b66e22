"""`python3 start.py` where there is no display: the main job, told in plain words."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from courtcomms.importing import read_document

ROOT = Path(__file__).resolve().parents[2]


def run_terminal(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ui.terminal"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_main_job_leaves_documents_and_a_picture(tmp_path: Path) -> None:
    done = run_terminal(tmp_path)
    assert done.returncode == 0, done.stderr
    for suffix in (".docx", ".xlsx"):
        document = read_document(tmp_path / "out" / f"zvit_komunikatsii_2026_q3{suffix}")
        assert len(document.rows) == 11
        assert document.period is not None
        assert document.period.code == "2026-Q3"
    picture = QImage(str(tmp_path / "out" / "window.png"))
    assert picture.width() >= 1000
    shades = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    assert len(shades) > 20
    for word in ("Заповнено", "Перевірка", "Те саме посилання вдруге", "window.png", "Готово"):
        assert word in done.stdout + done.stderr


def test_second_run_starts_afresh(tmp_path: Path) -> None:
    assert run_terminal(tmp_path).returncode == 0
    assert run_terminal(tmp_path).returncode == 0


def test_out_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("мій файл", encoding="utf-8")
    done = run_terminal(tmp_path)
    assert done.returncode == 2
    assert "Не вдалося створити теку" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "out").read_text(encoding="utf-8") == "мій файл"
