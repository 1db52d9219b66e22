"""Files of the register as files: durable renames and checksums."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import uuid
from pathlib import Path

from courtcomms.atomic import sync_folder

#: What SQLite keeps beside a database in WAL mode.
COMPANIONS = ("-wal", "-shm")

#: How moments are written in names of files.
STAMP = "%Y%m%d_%H%M%S"


def companions(path: Path) -> list[Path]:
    """The write-ahead log and its index of a database, whether they exist or not."""
    return [path.with_name(path.name + suffix) for suffix in COMPANIONS]


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Make a file's content durable."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(temporary: Path, target: Path) -> None:
    """Put a finished file in the place of ``target``, durably.

    Raises:
        OSError: as the system says; ``target`` is then as it was.
    """
    sync(temporary)
    temporary.replace(target)
    sync_folder(target.parent)


def place_new(temporary: Path, target: Path) -> bool:
    """Put a finished file where nothing stands yet; ``False`` when another was faster.

    Raises:
        OSError: as the system says.
    """
    sync(temporary)
    try:
        os.link(temporary, target)
    except FileExistsError:
        return False
    except OSError:
        # A file system without hard links (USB sticks, some shares).
        if target.exists():
            return False
        temporary.replace(target)
    sync_folder(target.parent)
    return True


def remove(*paths: Path) -> None:
    """Remove files that may be absent; leftovers do no harm."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def beside(path: Path, purpose: str) -> Path:
    """A hidden neighbour's name that no other window or thread uses."""
    return path.with_name(f".{path.name}.{uuid.uuid4().hex[:12]}.{purpose}")


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A name in a folder that nothing has: ``stem``, or with a number behind it."""
    number, path = 1, folder / f"{stem}{suffix}"
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}_{number}{suffix}"
    return path


def stamp(moment: dt.datetime) -> str:
    """A moment for a file's name, in UTC, so that names sort through a change of the clock."""
    return moment.astimezone(dt.UTC).strftime(STAMP)
