"""What the user said of the columns of imported files, kept for the next file with the same headings."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from courtcomms.atomic import write_bytes
from courtcomms.cells.headings import Heading
from courtcomms.importing.document import ReadingChoices

_LOG = logging.getLogger(__name__)
_VERSION = 1
#: Shapes that are remembered; the one that was told longest ago goes first.
_MOST_SHAPES = 500
_LARGEST_FILE = 4 << 20
_KEYS = frozenset(key.value for key in Heading)

Columns = tuple[str | None, ...]


def load_choices(path: Path) -> ReadingChoices:
    """The choices of earlier files; none where the file is absent. Never raises.

    A file that is none of ours, or broken, is set aside under a further name and told in the log.
    """
    try:
        if not path.exists():
            return ReadingChoices()
        return ReadingChoices(_read(path))
    except OSError as error:
        _LOG.warning("choices of columns cannot be read: %s", type(error).__name__)
        return ReadingChoices()
    except (ValueError, RecursionError):
        _set_aside(path)
        return ReadingChoices()


def remember(path: Path, shape: str, columns: Columns) -> None:
    """Keep what each column of a table of that shape is to be taken for, ``None`` for not at all.

    Raises:
        ValueError: a key that no heading has, or no shape.
        CannotWrite: the folder is read-only or the disk full; what was kept before stays.
    """
    if not shape or not columns or not all(key is None or key in _KEYS for key in columns):
        raise ValueError(f"no columns of a shape: {shape!r}: {columns!r}")
    known = dict(load_choices(path).columns)
    known.pop(shape, None)
    known[shape] = tuple(columns)
    _write(path, known)


def forget(path: Path, shape: str) -> None:
    """Take back what was kept of a shape; nothing is written where nothing was kept.

    Raises:
        CannotWrite: the folder is read-only or the disk full; what was kept before stays.
    """
    known = dict(load_choices(path).columns)
    if known.pop(shape, None) is not None:
        _write(path, known)


def _write(path: Path, known: Mapping[str, Columns]) -> None:
    newest = list(known.items())[-_MOST_SHAPES:]
    plain = {"version": _VERSION, "columns": {key: list(value) for key, value in newest}}
    write_bytes(path, json.dumps(plain, ensure_ascii=False, indent=1).encode())


def _read(path: Path) -> Mapping[str, Columns]:
    if path.stat().st_size > _LARGEST_FILE:
        raise ValueError("too large")
    plain = json.loads(path.read_bytes())
    if not isinstance(plain, dict) or plain.get("version") != _VERSION:
        raise ValueError("no choices of columns")
    entries = plain.get("columns")
    if not isinstance(entries, dict):
        raise ValueError("no choices of columns")
    return {shape: tuple(value) for shape, value in entries.items() if _is_columns(value)}


def _is_columns(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(key is None or (isinstance(key, str) and key in _KEYS) for key in value)
    )


def _set_aside(path: Path) -> None:
    broken = path.with_name(f"{path.name}.broken")
    try:
        path.replace(broken)
        _LOG.warning("choices of columns were broken and are set aside as %s", broken.name)
    except OSError as error:
        _LOG.warning("broken choices of columns cannot be set aside: %s", type(error).__name__)
