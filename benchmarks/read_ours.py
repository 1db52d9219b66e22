"""The program's own reading: the file in this process, and in the worker process as the window does it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import ours, xlsx_peers
from courtcomms.importing import read_document
from courtcomms.importing.isolation.isolated import read_isolated

Reading = tuple[list[list[str]], list[str]]
Job = Callable[[], Reading]


def docx(size: int) -> Job:
    """Title, heading, nine cells and all links of a Word file."""
    path = _written("report.docx", ours.docx(size)())
    return lambda: _reading(read_document(path))


def docx_isolated(size: int) -> Job:
    """The same in a process of its own, its start included."""
    path = _written("report.docx", ours.docx(size)())
    return lambda: _reading(read_isolated(path)[0])


def xlsx(size: int) -> Job:
    """The same of an Excel file, with the sheet that lists all links."""
    path = _written("report.xlsx", xlsx_peers.xlsx_writer(size)())
    return lambda: _reading(read_document(path))


def xlsx_isolated(size: int) -> Job:
    """The same in a process of its own, its start included."""
    path = _written("report.xlsx", xlsx_peers.xlsx_writer(size)())
    return lambda: _reading(read_isolated(path)[0])


def _written(name: str, data: bytes) -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / name
    path.write_bytes(data)
    return path


def _reading(document: object) -> Reading:
    rows = [[text for _, text in row.cells.texts()] for row in document.rows]  # type: ignore[attr-defined]
    links = [link.target for row in document.rows for cell in row.links for link in cell]  # type: ignore[attr-defined]
    return rows, links
