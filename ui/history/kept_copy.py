"""A kept file handed to the system's own program: as a copy by its own name, so that the kept one stays as
it was imported; no Qt here."""

from __future__ import annotations

import hashlib
import re
import tempfile
from pathlib import Path

from courtcomms.atomic import write_bytes
from courtcomms.errors import CourtcommsError, reason_of

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class NoCopy(CourtcommsError):
    """The kept file is not there, or is not what was imported."""


def lend(kept: Path | None, name: str, sha256: str) -> Path:
    """Lay a copy of a kept file, by the name it was imported under, into a folder of its own; its path.

    Raises:
        NoCopy: the file is gone, or has been changed since it was imported. CannotWrite: no room for it.
    """
    data = _read(kept, name)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise NoCopy(
            f"Збережену копію «{name}» хтось змінив: її не відкрито. У реєстрі нічого не змінилося; "
            "справжній файл, можливо, є в резервній копії теки з даними."
        )
    folder = Path(tempfile.gettempdir()) / f"courtcomms-{sha256[:12]}"
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / (_UNFIT.sub("_", name).strip(" .") or "dokument")
    write_bytes(target, data)
    return target


def _read(kept: Path | None, name: str) -> bytes:
    if kept is None:
        raise NoCopy(
            f"Збереженої копії «{name}» немає в теці з даними: відкрити нема чого. "
            "Тексти заходу в реєстрі цілі."
        )
    try:
        return kept.read_bytes()
    except OSError as error:
        raise NoCopy(
            f"Збережену копію «{name}» не вдалося прочитати: {reason_of(error)}. "
            "Тексти заходу в реєстрі цілі."
        ) from error
