"""The floors of the house: arrows run one way, and the core works where Qt is absent."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

CORE_MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "courtcomms").rglob("*.py")
    if "migrations" not in path.parts
)


def test_arrows_run_one_way() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_core_module_imports_without_qt() -> None:
    program = (
        "import importlib, sys\n"
        "class NoQt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('PySide6', 'shiboken6', 'ui'):\n"
        "            raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, NoQt())\n"
        f"for name in {CORE_MODULES!r}:\n"
        "    importlib.import_module(name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", [["--help"], ["explain", "date"], ["nonsense"]])
def test_commands_start_without_qt(command: list[str]) -> None:
    program = (
        "import sys\n"
        "from ui.__main__ import main\n"
        "try:\n"
        f"    main({command!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, input=""
    )
    assert done.stderr.splitlines()[-1] == "[]", done.stderr


def test_locks_have_hashes_and_name_no_index() -> None:
    for lock in ("run.txt", "dev.txt", "bootstrap.txt"):
        text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        pinned = [line for line in text.splitlines() if line[:1].isalnum()]
        assert pinned
        assert all("==" in line and line.endswith("\\") for line in pinned), lock
        assert text.count("--hash=sha256:") >= len(pinned)


def test_qt_stays_below_the_version_that_kills_python_311() -> None:
    text = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    version = next(line for line in text.splitlines() if line.startswith("pyside6-essentials=="))
    major, minor = version.split("==")[1].split(".")[:2]
    assert (int(major), int(minor)) < (6, 12)
