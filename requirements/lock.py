"""Renew the locks: exact versions with hashes for Linux, Windows and macOS, naming no index.

Run as ``python3 requirements/lock.py`` with uv on the path or in ``.venv``; ``--upgrade`` renews them.
"""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

#: Each lock with the dependency groups that it holds besides the program's own dependencies.
LOCKS = {"run.txt": ("setup",), "dev.txt": ("setup", "test", "bench", "build")}


def compile_lock(uv: str, name: str, groups: tuple[str, ...], extra: list[str]) -> None:
    """Write one lock; the later ones are held to the versions of ``run.txt``."""
    command = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url"]
    command += ["--python-version", "3.11", "--custom-compile-command", "python3 requirements/lock.py"]
    for group in groups:
        command += ["--group", group]
    if name != "run.txt":
        command += ["--constraints", "requirements/run.txt"]
    subprocess.run([*command, *extra, "pyproject.toml", "-o", f"requirements/{name}"], cwd=ROOT, check=True)


def compile_bootstrap(uv: str, extra: list[str]) -> None:
    """Lock uv itself, which pip installs before anything else is there."""
    command = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url"]
    command += ["--python-version", "3.11", "--custom-compile-command", "python3 requirements/lock.py"]
    source = "requirements/bootstrap.in"
    subprocess.run([*command, *extra, source, "-o", "requirements/bootstrap.txt"], cwd=ROOT, check=True)


def main() -> int:
    """Write all locks; exit code 1 where uv is absent."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(ROOT / ".venv" / "bin"))
    if uv is None:
        return 1
    for name, groups in LOCKS.items():
        compile_lock(uv, name, groups, sys.argv[1:])
    compile_bootstrap(uv, sys.argv[1:])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
