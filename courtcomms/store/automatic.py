"""The habit of automatic backups: when one is due, and which old ones may go."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Callable, Hashable, Iterable
from contextlib import closing
from pathlib import Path

from courtcomms.errors import RegisterUnusable
from courtcomms.store import backup, files

#: No copy is made sooner than this after the last one.
INTERVAL = dt.timedelta(minutes=30)
#: Every copy is kept for so long; after that the last of so many days, weeks and months.
ALL_FOR = dt.timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9

_NAME = re.compile(r"register_(\d{8}_\d{6})(?:_\d+)?\.sqlite3")


def backup_if_due(register: Path, folder: Path, now: dt.datetime) -> Path | None:
    """Make a copy if the last is old enough and anything was changed since; then let old ones go.

    Copies that the user made under other names, and those set aside before an update, are never touched.

    Raises:
        CannotWrite: no room or no right. RegisterUnusable: the register fails its check; old copies stay.
    """
    # A clock that once ran ahead leaves copies «from the future»: they do not count here.
    past = {path: moment for path, moment in stamped(folder).items() if moment <= now}
    if past:
        newest = max(past, key=lambda path: (past[path], path.name))
        if past[newest] > now - INTERVAL or _same_state(register, newest):
            return None
    made = backup.copy_to(register, fresh_name(folder, now))
    rotate(folder, now)
    return made


def fresh_name(folder: Path, now: dt.datetime) -> Path:
    """A name for a copy made now."""
    return files.free_name(folder, f"register_{files.stamp(now)}", ".sqlite3")


def named_before(folder: Path, occasion: str) -> Path:
    """A name for a copy that no rotation removes."""
    return files.free_name(folder, f"before_{occasion}_{files.stamp(dt.datetime.now(dt.UTC))}", ".sqlite3")


def stamped(folder: Path) -> dict[Path, dt.datetime]:
    """The automatic copies in a folder, each with the moment in its name."""
    found = {}
    for path in folder.glob("register_*.sqlite3"):
        match = _NAME.fullmatch(path.name)
        if match:
            found[path] = dt.datetime.strptime(match[1], files.STAMP).replace(tzinfo=dt.UTC)
    return found


def rotate(folder: Path, now: dt.datetime) -> None:
    """Remove the automatic copies that the habit does not keep.

    Damaged ones count for nothing, so that none of them pushes a sound one out; they stay as they are.
    """
    copies = stamped(folder)
    if keep(copies.values(), now) >= set(copies.values()):
        return
    sound = {path: moment for path, moment in copies.items() if backup.is_unchanged(path)}
    kept = keep(sound.values(), now)
    for path, moment in sound.items():
        if moment not in kept:
            files.remove(path, backup.sidecar(path))


def keep(moments: Iterable[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """Of these moments, those whose copies are kept: all recent ones, the last of each of the latest
    days, weeks and months that have one, and always the newest."""
    ordered = sorted(moments, reverse=True)
    kept = {moment for moment in ordered if moment > now - ALL_FOR} | set(ordered[:1])
    for number, span in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        kept |= _last_of_each(ordered, number, span)
    return kept


def _last_of_each(
    ordered: list[dt.datetime], number: int, span: Callable[[dt.datetime], Hashable]
) -> set[dt.datetime]:
    last: dict[Hashable, dt.datetime] = {}
    for moment in ordered:
        last.setdefault(span(moment), moment)
    return set(list(last.values())[:number])


def _day(moment: dt.datetime) -> Hashable:
    return moment.date()


def _week(moment: dt.datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: dt.datetime) -> Hashable:
    return moment.year, moment.month


def _same_state(register: Path, copy: Path) -> bool:
    """Whether nothing was done in the register since a sound copy of it."""
    try:
        backup.verify(copy)
    except RegisterUnusable:
        return False
    return _last_step(register) == _last_step(copy)


def _last_step(path: Path) -> tuple[int, str] | None:
    with closing(sqlite3.connect(path)) as connection:
        row: tuple[int, str] | None = connection.execute(
            "SELECT id, at FROM step ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return row
