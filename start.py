#!/usr/bin/env python3
"""One command for a newcomer: makes the environment and opens the program.

    python3 start.py              open the program (without a display: do its main job in the terminal)
    python3 start.py test         set up and run lint, types and all tests
    python3 start.py setup        only set up
    python3 start.py COMMAND ...  any command of courtcomms, for example: import report.docx

Needs nothing but Python 3.11 or newer. Keeps to syntax that older Pythons parse, so that they can say so.
"""

import contextlib
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "courtcomms.stamp"
OLDEST = (3, 11)

#: Qt's shared libraries that a bare Debian or Ubuntu lacks, and the packages that bring them.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Stop(Exception):
    """A step failed; the text tells the user what to do."""


def say(text):
    print(text, flush=True)


def run(command, problem, advice):
    """Run one step quietly; when it fails, stop with its last words and the command a person would run."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=str(ROOT),
            env=dict(os.environ, UV_COMPILE_BYTECODE="1", VIRTUAL_ENV=str(VENV)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise Stop(f"{problem}: {error.strerror or error}. {advice}") from error
    if done.returncode != 0:
        lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
        raise Stop("{}: {}. {}".format(problem, (lines[-1] if lines else "без пояснень").rstrip("."), advice))


# --- what the system has to bring ---------------------------------------------------------------


def missing_packages():
    """Debian packages of the libraries (and of a Cyrillic font) that cannot be loaded here."""
    wanted = dict(QT_LIBRARIES)
    if has_display():
        wanted.update(SCREEN_LIBRARIES)
    packages = [package for library, package in wanted.items() if not loads(library)]
    if not any(Path("/usr/share/fonts").rglob("*.[to]tf")):
        packages.append("fonts-dejavu-core")
    return packages


def loads(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages):
    """Install Debian packages as root or with sudo.

    Raises Stop with the command that a person would have to run.
    """
    command = "sudo apt-get update && sudo apt-get install -y " + " ".join(packages)
    advice = f"Виконайте самі: {command} — і повторіть: python3 start.py"
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    if prefix and shutil.which("sudo") is None:
        raise Stop("Потрібні системні бібліотеки, а прав адміністратора немає. " + advice)
    if prefix and not sys.stdin.isatty():
        prefix = ["sudo", "-n"]
    say("Встановлюю системні бібліотеки: {} …".format(", ".join(packages)))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*prefix, "apt-get", "update", "-qq"], **quiet)
    install = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if subprocess.run(install, **quiet).returncode != 0:
        raise Stop("Не вдалося встановити системні бібліотеки. " + advice)


def ensure_system():
    """Qt's libraries on Linux; Windows and macOS need nothing."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages()
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise Stop(
            "Для вікна бракує системних бібліотек, а встановити їх програма вміє лише через apt. "
            "Встановіть засобами вашої системи те, що в Debian зветься: " + ", ".join(packages)
        )
    apt_install(packages)


def has_display():
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- the environment ----------------------------------------------------------------------------


def wanted_stamp(lock):
    """What the environment must have been made from; a change of lock, Python or place makes it anew."""
    digest = hashlib.sha256()
    for name in ("requirements/" + lock, "requirements/bootstrap.txt", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    digest.update(f"{sys.version}|{ROOT}|{sys.platform}".encode())
    return f"{lock} {digest.hexdigest()}"


def stamps():
    try:
        return STAMP.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def ensure_environment(lock):
    """Make ``.venv`` with exactly the locked versions; nothing to do when the stamp says so."""
    have = stamps()
    if wanted_stamp(lock) in have or (lock == "run.txt" and wanted_stamp("dev.txt") in have):
        return
    with contextlib.suppress(OSError):
        STAMP.unlink()
    again = "Перевірте інтернет і повторіть: python3 start.py setup"
    if not PYTHON.exists() or not runs(PYTHON):
        say("1/3 Створюю середовище .venv …")
        make_venv()
    say("2/3 Завантажую бібліотеки закріплених версій …")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes"]
    run([*pip, "-r", "requirements/bootstrap.txt"], "Не вдалося завантажити встановлювач uv", again)
    uv = [PYTHON, "-m", "uv", "pip"]
    run([*uv, "sync", "--require-hashes", "requirements/" + lock], "Не вдалося завантажити бібліотеки", again)
    say("3/3 Готую програму …")
    install = [*uv, "install", "--quiet", "--no-deps", "--no-build-isolation", "--offline", "--editable", "."]
    run(install, "Не вдалося підготувати програму", again)
    STAMP.write_text(wanted_stamp(lock) + "\n", encoding="utf-8")


def runs(python):
    """Whether an environment left from before still works (its Python may be gone)."""
    try:
        done = subprocess.run([str(python), "-m", "pip", "--version"], stdout=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def make_venv():
    """Create the environment, with Debian's separate venv package where it is missing."""
    try:
        import ensurepip  # noqa: F401  (absent on a bare Debian)
    except ImportError as error:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        if shutil.which("apt-get") is None:
            raise Stop(
                "У цьому Python немає модуля venv. Встановіть повний Python 3.11 або новіший з python.org."
            ) from error
        apt_install([package])
    run(
        [sys.executable, "-m", "venv", "--clear", VENV],
        "Не вдалося створити середовище в теці " + str(VENV),
        "Перевірте права на запис у теку програми та місце на диску і повторіть: python3 start.py setup",
    )


# --- what was asked for -------------------------------------------------------------------------


def hand_over(command):
    """Become the given command (on Windows: wait for it) and end with its exit code."""
    command = [str(part) for part in command]
    if os.name == "nt":
        raise SystemExit(subprocess.call(command, cwd=str(ROOT)))
    os.execv(command[0], command)


def run_tests(arguments):
    """Lint, types, layers and all tests; the first failure ends the run."""
    steps = [
        ("Правила коду", [PYTHON, "-m", "ruff", "check", "."]),
        ("Оформлення коду", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("Типи", [PYTHON, "-m", "mypy"]),
    ]
    for name, command in steps:
        say(f"— {name} —")
        code = subprocess.call([str(part) for part in command], cwd=str(ROOT))
        if code != 0:
            raise SystemExit(code)
    say("— Тести —")
    os.chdir(str(ROOT))
    environment_defaults()
    hand_over([PYTHON, "-m", "pytest", "-n", "auto", *arguments])


def environment_defaults():
    """Tests never need a screen of the user's."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(arguments):
    if sys.version_info < OLDEST:
        raise Stop(
            "Потрібен Python 3.11 або новіший, а тут {}.{}. Встановіть його з python.org і повторіть: "
            "python3 start.py".format(*sys.version_info[:2])
        )
    first = arguments[0] if arguments else ""
    ensure_environment("dev.txt" if first == "test" else "run.txt")
    if first == "setup":
        ensure_system()
        say("Готово. Відкрити програму: python3 start.py")
    elif first == "test":
        ensure_system()
        run_tests(arguments[1:])
    elif first:
        hand_over([PYTHON, "-m", "ui", *arguments])
    else:
        ensure_system()
        hand_over([PYTHON, "-m", "ui"] if has_display() else [PYTHON, "-m", "ui.terminal"])


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # Redirected on Windows, these speak a code page that lacks letters of ours.
        stream.reconfigure(errors="replace")
    try:
        main(sys.argv[1:])
    except Stop as stop:
        print(f"Не вийшло. {stop}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("Перервано; повторний запуск продовжить.", file=sys.stderr)
        sys.exit(130)
