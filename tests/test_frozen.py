"""The program built by ``build.spec`` works on a machine that has no Python of its own."""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SUFFIX = ".exe" if sys.platform == "win32" else ""
MOST_MEGABYTES = 220
BALLAST = ("gtk", "eglfs", "Qt6Quick", "Qt6Qml", "Qt6Pdf", "Qt6WebEngine", "virtualkeyboard")

#: What a system gives a program and a build must not leak into it.
KEPT_VARIABLES = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE", "LANG")

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        importlib.util.find_spec("PyInstaller") is None, reason="PyInstaller is not in this environment"
    ),
    pytest.mark.skipif(
        sys.platform.startswith("linux") and shutil.which("objdump") is None,
        reason="PyInstaller needs objdump (Debian's binutils)",
    ),
    pytest.mark.skipif(
        sys.platform.startswith("linux") and not sysconfig.get_config_var("Py_ENABLE_SHARED"),
        reason="this Python has no shared libpython, which a bundle needs",
    ),
]


def build(folder: Path) -> Path:
    """The folder that would be handed out."""
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    environment = dict(os.environ, PYINSTALLER_CONFIG_DIR=str(folder / "config"))
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, "build.spec"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return folder / "dist" / "courtcomms"


def run(bundle: Path, program: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Start a program of the bundle as on a machine with nothing else: no Python, no environment."""
    home = bundle.parent / "home"
    home.mkdir(exist_ok=True)
    environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    environment |= {"HOME": str(home), "PATH": "", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [str(bundle / f"{program}{SUFFIX}"), *arguments],
        cwd=home,
        env=environment,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_program_works_where_there_is_no_python() -> None:
    """One test for all: a build takes half a minute, and parallel workers would each make their own.

    ``tmp_path`` would keep the last three builds, a gigabyte.
    """
    with tempfile.TemporaryDirectory(prefix="courtcomms-frozen-", ignore_cleanup_errors=True) as folder:
        bundle = build(Path(folder))
        check_selftest(bundle, "courtcomms-cli")
        check_selftest(bundle, "courtcomms")
        check_command_line(bundle)
        check_content(bundle)


def check_selftest(bundle: Path, program: str) -> None:
    done = run(bundle, program, "--selftest")
    assert done.returncode == 0, done.stdout + done.stderr
    if sys.platform != "win32" or program.endswith("-cli"):
        assert done.stdout.splitlines()[-1] == "Програма справна."
        assert "✖" not in done.stdout


def check_command_line(bundle: Path) -> None:
    done = run(bundle, "courtcomms-cli", "explain", "date", stdin='"13.08.2021"\n')
    assert done.returncode == 0, done.stderr
    assert '"start": "2021-08-13"' in done.stdout


def check_content(bundle: Path) -> None:
    """What it needs and no ballast; every link leads somewhere."""
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    names = {path.name for path in files}
    assert sum(path.stat().st_size for path in files) < MOST_MEGABYTES * 2**20
    assert [name for name in names if name.endswith(".qm")] == ["qtbase_uk.qm"]
    assert not [name for name in names if any(word in name for word in BALLAST)]
    assert not [path for path in bundle.rglob("*") if path.is_symlink() and not path.exists()]
