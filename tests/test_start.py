"""start.py: what a newcomer meets when a step cannot be done."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what start.py itself needs, with no environment."""
    for name in ("start.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def run_start(checkout: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {
        key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_", "VIRTUAL_ENV"))
    }
    return subprocess.run(
        [sys.executable, "start.py", *words],
        cwd=checkout,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_network_says_what_to_repeat(checkout: Path) -> None:
    nowhere = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "PIP_CONFIG_FILE": os.devnull,
    }
    done = run_start(checkout, "setup", **nowhere)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Не вдалося завантажити" in done.stderr
    assert "python3 start.py setup" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (checkout / ".venv" / "courtcomms.stamp").exists()


def test_folder_that_cannot_hold_the_environment(checkout: Path) -> None:
    (checkout / ".venv").write_text("a file stands in the way", encoding="utf-8")
    done = run_start(checkout, "setup")
    assert done.returncode == 2
    assert "Не вдалося створити середовище" in done.stderr
    assert "python3 start.py setup" in done.stderr
    assert (checkout / ".venv").read_text(encoding="utf-8") == "a file stands in the way"


def test_old_python_is_told_which_one_is_needed(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 4))
    with pytest.raises(start.Stop, match=r"3\.11"):
        start.main([])


def test_missing_libraries_without_rights_name_the_command(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    with pytest.raises(start.Stop, match=r"sudo apt-get install -y libegl1"):
        start.apt_install(["libegl1"])


def test_only_what_cannot_be_loaded_is_installed(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(start, "has_display", lambda: False)
    assert [package for package in start.missing_packages() if not package.startswith("fonts")] == ["libegl1"]


def test_screen_libraries_only_where_there_is_a_screen(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "loads", lambda library: False)
    monkeypatch.setattr(start, "has_display", lambda: True)
    assert "libxcb-cursor0" in start.missing_packages()
    monkeypatch.setattr(start, "has_display", lambda: False)
    assert "libxcb-cursor0" not in start.missing_packages()


def test_stamp_changes_with_the_lock(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    monkeypatch.setattr(start, "ROOT", checkout)
    before = start.wanted_stamp("run.txt")
    assert before == start.wanted_stamp("run.txt")
    assert before != start.wanted_stamp("dev.txt")
    lock = checkout / "requirements" / "run.txt"
    lock.write_text(lock.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert before != start.wanted_stamp("run.txt")


def test_second_start_does_nothing_but_start(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text(start.wanted_stamp("run.txt"), encoding="utf-8")
    monkeypatch.setattr(start, "STAMP", stamp)
    monkeypatch.setattr(start, "run", lambda *words: pytest.fail(f"a second start ran {words}"))
    start.ensure_environment("run.txt")


def test_environment_for_tests_serves_the_program_too(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text(start.wanted_stamp("dev.txt"), encoding="utf-8")
    monkeypatch.setattr(start, "STAMP", stamp)
    monkeypatch.setattr(start, "run", lambda *words: pytest.fail(f"set-up ran {words}"))
    start.ensure_environment("run.txt")
