"""Where imported rows came from: files kept by what they contain, and the place of each row in them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePath

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.errors import CannotWrite, Conflict, reason_of
from courtcomms.period import Period
from courtcomms.plural import counted
from courtcomms.store import files
from courtcomms.store.incoming import EventSource
from courtcomms.store.journal import SourceRecord, StepRecord
from courtcomms.store.side_tables import EventSourceRecord

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


def keep(folder: Path, path: Path, sha256: str) -> Path | None:
    """Copy a file into the folder under its SHA-256; ``None`` where it lies there already, unchanged.

    Raises:
        Conflict: the file is not what was read. CannotWrite: no room or no right, or it is gone.
    """
    there = find(folder, sha256)
    if there is not None and _is_whole(there, sha256):
        return None
    suffix = PurePath(path.name).suffix.lower()
    target = there or folder / (sha256 + (suffix if _SUFFIX.fullmatch(suffix) else ""))
    temporary = files.beside(target, "source")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, temporary)
        if files.sha256_of(temporary) != sha256:
            raise Conflict(changed_since(path.name))
        files.replace(temporary, target)
    except OSError as error:
        raise CannotWrite(
            f"Не вдалося зберегти копію файла «{path.name}» у теці «{folder}»: {reason_of(error)}. "
            "Нічого не імпортовано, перевірте місце на диску й права."
        ) from error
    finally:
        files.remove(temporary)
    return target


def find(folder: Path, sha256: str) -> Path | None:
    """Where a file lies that contains what this SHA-256 says."""
    return next((path for path in sorted(folder.glob(f"{sha256}*")) if path.stem == sha256), None)


def changed_since(name: str) -> str:
    """The sentence that a file is not what was read for the preview."""
    return f"Файл «{name}» змінено після перегляду: нічого не імпортовано. Відкрийте його ще раз."


def _is_whole(path: Path, sha256: str) -> bool:
    """Whether a kept file has its bytes; one that cannot be read is made anew."""
    try:
        return files.sha256_of(path) == sha256
    except OSError:
        return False


def of_event(session: Session, event_id: int) -> tuple[EventSource, ...]:
    """Where the rows of an event came from, in the order in which they were imported."""
    statement = (
        select(SourceRecord, StepRecord.at, EventSourceRecord)
        .join(SourceRecord, SourceRecord.id == EventSourceRecord.source_id)
        .join(StepRecord, StepRecord.id == SourceRecord.step_id)
        .where(EventSourceRecord.event_id == event_id)
        .order_by(EventSourceRecord.id)
    )
    return tuple(
        EventSource(
            *(source.name, source.sha256, source.size, moment),
            *(Period.parse(origin.period), origin.place, origin.number),
        )
        for source, moment, origin in session.execute(statement)
    )


def warnings(session: Session, folder: Path) -> Iterator[str]:
    """What is wrong with the kept files, in Ukrainian; the register itself is whole without them."""
    rows = session.execute(
        select(SourceRecord.sha256, SourceRecord.name)
        .where(SourceRecord.id.in_(select(EventSourceRecord.source_id)))
        .order_by(SourceRecord.id)
    )
    names: dict[str, str] = {one.sha256: one.name for one in rows}
    found = {sha256: find(folder, sha256) for sha256 in names}
    missing = [names[sha256] for sha256, path in found.items() if path is None]
    changed = [names[sha256] for sha256, path in found.items() if path and not _is_whole(path, sha256)]
    if missing:
        yield (
            f"Немає {_files(missing)}, з яких імпортовано рядки: {_listed(missing)}. "
            f"Реєстр цілий; покладіть їх до теки «{folder}» з іншої копії теки даних, якщо вона є."
        )
    if changed:
        yield (
            f"Змінено або пошкоджено {_files(changed)}, з яких імпортовано рядки: {_listed(changed)}. "
            "Реєстр цілий, але показати, звідки взято ці рядки, вже не вийде."
        )


def _files(names: list[str]) -> str:
    return counted(len(names), "файла", "файлів", "файлів")


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"«{name}»" for name in names[:5])
    return shown if len(names) <= 5 else f"{shown} та інші"
