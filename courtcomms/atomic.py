"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from courtcomms.errors import CannotWrite, reason_of


def write_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` in place of ``path`` in one step: a temporary neighbour, fsync, rename.

    A kill at any moment leaves either the old file or the new one.

    Raises:
        CannotWrite: the folder is missing or read-only, the disk is full, or another program
            (Word, as a rule) holds the target; the old file is untouched.
    """
    try:
        _replace(path, data)
    except FileNotFoundError as error:
        raise CannotWrite(_not_found(path)) from error
    except PermissionError as error:
        raise CannotWrite(
            f"Не вдалося записати «{path.name}»: файл відкритий в іншій програмі (закрийте його у Word "
            "чи Excel) або тека доступна лише для читання. Попередній файл не змінено."
        ) from error
    except OSError as error:
        raise CannotWrite(
            f"Не вдалося записати «{path.name}»: {reason_of(error)}. Попередній файл не змінено, "
            "виберіть інше місце."
        ) from error


def _not_found(path: Path) -> str:
    """Some folders are there and yet take no files (``/proc``): the system answers as if they were not."""
    if not path.parent.exists():
        return f"Немає теки «{path.parent}»: файл не записано. Створіть теку або виберіть іншу."
    return f"Тека «{path.parent}» не приймає файлів: файл не записано. Виберіть іншу теку."


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_wanted_mode(path))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def _wanted_mode(path: Path) -> int:
    """The old file's mode, else what a plain open() would give; mkstemp alone makes it private."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can; Windows has no handle for a folder."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
