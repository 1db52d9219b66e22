"""Markdown tables, and what they were measured with."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version

PACKAGES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "python-docx",
    "openpyxl",
    "docxtpl",
    "XlsxWriter",
    "lxml",
    "mammoth",
    "python-calamine",
)


def markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table: the first column to the left, the others to the right."""
    rule = ["---", *("---:" for _ in header[1:])]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (header, rule, *rows))


def seconds(value: float) -> str:
    """Seconds with about three significant figures."""
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def milliseconds(value: float) -> str:
    """Seconds as whole milliseconds."""
    return f"{value * 1000:.0f}"


def ratio(value: float, peer: float) -> str:
    """How many times the peer's."""
    if not peer:
        return "–"
    times = value / peer
    return f"{times:.2f}" if times >= 0.1 else f"{times:.3f}"


def megabytes(value: float) -> str:
    """Whole MB."""
    return f"{value:.0f}"


def circumstances(repeats: int, warm_up: str) -> str:
    """Machine, versions, repeats and what went before them, as a paragraph above a table."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores; {packages}. "
        f"Median of {repeats} fresh processes a case, peers in turns; {warm_up}."
    )
