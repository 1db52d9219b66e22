"""What the program is made of, for whoever is asked for help."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import version

from courtcomms import __version__


def versions() -> tuple[tuple[str, str], ...]:
    """Names and versions: the program, Python, what keeps the register, what writes documents, the system."""
    return (
        ("Версія програми", __version__),
        ("Python", platform.python_version()),
        ("SQLite · SQLAlchemy", f"{sqlite3.sqlite_version} · {version('SQLAlchemy')}"),
        ("python-docx · openpyxl", f"{version('python-docx')} · {version('openpyxl')}"),
        ("Система", platform.platform(terse=True)),
    )
