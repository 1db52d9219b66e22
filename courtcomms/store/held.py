"""Which files this process holds open as registers.

On POSIX, closing any handle of a file gives up all locks that the process has on it, SQLite's too. So a
file that is held may be looked at through SQLite only.
"""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

_guard = threading.Lock()
_held: Counter[tuple[int, int]] = Counter()


def hold(path: Path) -> tuple[int, int]:
    """Note that a file is open as a register; gives what :func:`let_go` wants back."""
    key = _identity(path)
    with _guard:
        _held[key] += 1
    return key


def let_go(key: tuple[int, int]) -> None:
    """Note that it is closed."""
    with _guard:
        _held[key] -= 1


def is_held(path: Path) -> bool:
    """Whether this process has a file open as a register."""
    return path.exists() and _held[_identity(path)] > 0


def _identity(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_dev, stat.st_ino
