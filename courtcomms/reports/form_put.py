"""Files of forms: written whole, the previous one kept, what cannot be read moved aside; and their names."""

from __future__ import annotations

import re
from pathlib import Path

from courtcomms.atomic import write_bytes
from courtcomms.errors import BadInput, CannotWrite, reason_of

LONGEST_NAME = 80
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def checked_name(name: str) -> str:
    """A form's name with its blanks put in order.

    Raises:
        BadInput: nothing is left, or it is too long.
    """
    name = shown_name(name)
    if not name:
        raise BadInput("Форма не має назви: нічого не записано. Впишіть назву.")
    if len(name) > LONGEST_NAME:
        raise BadInput(f"Назва форми довша за {LONGEST_NAME} знаків: нічого не записано. Скоротіть її.")
    return name


def shown_name(name: str) -> str:
    """A file's name as a form can hold it: without what no text file and no document takes."""
    return " ".join(_CONTROL.sub(" ", name).split())


def put(path: Path, content: str | bytes) -> None:
    """Write a file of forms, or with nothing to write take it away; what stood there stays as ``.old``.

    Raises:
        CannotWrite: it cannot be written; what stood there is untouched.
    """
    data = content.encode() if isinstance(content, str) else content
    make_folder(path.parent)
    before = path.read_bytes() if path.is_file() else None
    if before == data:
        return
    if before is not None:
        write_bytes(path.with_name(f"{path.name}.old"), before)
    if data:
        write_bytes(path, data)
    elif before is not None:
        path.unlink()


def make_folder(folder: Path) -> None:
    """Make the folder of forms if it is not there.

    Raises:
        CannotWrite: no right to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"Не вдалося створити теку форм «{folder}»: {reason_of(error)}. Нічого не записано."
        ) from error


def set_aside(path: Path, suffix: str) -> Path:
    """Move a file that cannot be read out of the way; where even that fails it stays."""
    try:
        return moved(path, suffix)
    except OSError:
        return path


def moved(path: Path, suffix: str) -> Path:
    """Give a file a suffix, and a number where another has it; returns where it lies then."""
    target, number = path.with_name(path.name + suffix), 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}{suffix}{number}")
    return path.rename(target)
