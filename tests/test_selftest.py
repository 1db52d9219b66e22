"""``--selftest`` passes from a checkout, and notices what it is there to notice."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from courtcomms.reports.export import export_report
from courtcomms.reports.snapshot import plain_cell
from ui import selftest
from ui.selftest import Fault, Trial

ROOT = Path(__file__).resolve().parents[1]
TITLE = 1


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """A trial whose register is filled."""
    trial = Trial(tmp_path)
    trial.fill_register()
    return trial


def test_passes_from_a_checkout(tmp_path: Path) -> None:
    environment = dict(os.environ, HOME=str(tmp_path), TMPDIR=str(tmp_path), PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--selftest"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    *steps, verdict = done.stdout.splitlines()
    assert verdict == "Програма справна."
    assert len(steps) == 9
    assert all(re.fullmatch(r"✓ [^:]+: .+", step) for step in steps)
    assert not list(tmp_path.glob("courtcomms-*")), "it cleans up behind itself"


def test_first_failure_ends_it_with_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lose_form(path: Path | None) -> None:
        raise FileNotFoundError("table1.toml")

    monkeypatch.setattr(selftest, "load_form", lose_form)
    assert selftest.selftest() == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("✖")
    assert "table1.toml" in last


def test_windowed_program_without_stdout_still_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "steps", lambda trial: (("Крок", lambda: "так"),))
    monkeypatch.setattr(sys, "stdout", None)
    assert selftest.selftest() == 0


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_changed_cell_is_noticed(trial: Trial, suffix: str) -> None:
    first, *others = trial.snapshot.rows
    changed = (*first[:TITLE], plain_cell("Інша назва"), *first[TITLE + 1 :])
    export_report(replace(trial.snapshot, rows=(changed, *others)), trial.document(suffix))
    with pytest.raises(Fault, match="рядок 1, колонка title: «Інша назва»"):
        trial.import_back(suffix)


def test_lost_link_is_noticed(trial: Trial) -> None:
    rows = trial.snapshot.rows
    at, place = next((r, c) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell.targets)
    cell = plain_cell(rows[at][place].text.replace("https://", "https//"))
    changed = (*rows[at][:place], cell, *rows[at][place + 1 :])
    export_report(
        replace(trial.snapshot, rows=(*rows[:at], changed, *rows[at + 1 :])), trial.document(".docx")
    )
    with pytest.raises(Fault, match=f"рядок {at + 1}, колонка"):
        trial.import_back(".docx")


def test_missing_row_is_noticed(trial: Trial) -> None:
    export_report(replace(trial.snapshot, rows=trial.snapshot.rows[:-1]), trial.document(".docx"))
    with pytest.raises(Fault, match=r"рядків \d+ замість \d+"):
        trial.import_back(".docx")


@pytest.mark.parametrize(("size", "reason"), [((1366, 768), "порожнє"), ((20, 20), "розмір")])
def test_blank_or_tiny_window_is_noticed(
    trial: Trial,
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    size: tuple[int, int],
    reason: str,
) -> None:
    def draw_blank(folder: Path, picture: Path) -> None:
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        image.save(str(picture))

    monkeypatch.setattr("ui.app.draw_window", draw_blank)
    with pytest.raises(Fault, match=reason):
        trial.draw_window()


def test_broken_icon_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    monkeypatch.setattr(selftest, "resources_dir", lambda: tmp_path)
    with pytest.raises(Fault, match="значків немає"):
        selftest.load_icons()
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "torn.svg").write_text("<svg", encoding="utf-8")
    with pytest.raises(Fault, match=r"torn\.svg"):
        selftest.load_icons()


def test_missing_translation_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("PySide6.QtCore.QLibraryInfo.path", lambda place: str(tmp_path))
    with pytest.raises(Fault, match=r"qtbase_uk\.qm"):
        selftest.load_translation()
