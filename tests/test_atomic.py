"""A file is written whole or not at all."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from courtcomms.atomic import write_bytes
from courtcomms.errors import CannotWrite


def test_new_file_has_the_bytes_and_an_ordinary_mode(tmp_path: Path) -> None:
    target = tmp_path / "звіт.docx"
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    if os.name != "nt":
        plain = tmp_path / "plain"
        plain.touch()
        assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_mode_of_an_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a.docx", b"x" * 100_000)
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="Немає теки"):
        write_bytes(tmp_path / "немає" / "a.docx", b"x")
    assert not (tmp_path / "немає").exists()


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder of this kind is Linux's own")
def test_a_folder_that_takes_no_files_is_not_called_missing() -> None:
    with pytest.raises(CannotWrite, match="не приймає файлів") as refusal:
        write_bytes(Path("/proc/a.docx"), b"x")
    assert "Немає теки" not in str(refusal.value)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "закрийте його у Word"),
        (OSError(28, "No space left on device"), "на диску немає місця"),
        (OSError(5, "Input/output error"), "диск відповів помилкою"),
    ],
)
def test_refused_rename_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def refuse(self: Path, other: Path) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotWrite, match=words):
        write_bytes(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    old, new = b"old" * 400_000, b"new" * 400_000
    target.write_bytes(old)
    program = (
        "import sys\nfrom pathlib import Path\nfrom courtcomms.atomic import write_bytes\n"
        f"target = Path({str(target)!r})\nprint('ready', flush=True)\n"
        "while True:\n    write_bytes(target, b'new' * 400_000)\n    write_bytes(target, b'old' * 400_000)\n"
    )
    for delay in (0.001, 0.004, 0.009, 0.016, 0.03):
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(delay)
            writer.send_signal(signal.SIGKILL)
        assert target.read_bytes() in (old, new)
