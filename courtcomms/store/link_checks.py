"""The history of addresses: what each look found, kept within bounds, and what a person confirmed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from courtcomms.model import Confirmation, LinkCheck, Severity, Verdict
from courtcomms.model.link_checks import GOOD
from courtcomms.store.chunks import chunks
from courtcomms.store.link_tables import LinkCheckRecord, LinkConfirmationRecord

#: So many looks at an address, of different days, are kept beside those that tell since when it is bad.
NEWEST = 20
#: A look that was not made is nothing to remember.
_NO_LOOK = frozenset({Verdict.NOT_ASKED})


def add(session: Session, checks: Iterable[LinkCheck]) -> None:
    """Remember looks at addresses; where an address has too many, the oldest that tell nothing go."""
    seen = [check for check in checks if check.verdict not in _NO_LOOK]
    if seen:
        session.execute(insert(LinkCheckRecord), [_values(check) for check in seen])
        _forget_surplus(session, {check.url for check in seen})


def of_urls(session: Session, urls: Collection[str]) -> dict[str, tuple[LinkCheck, ...]]:
    """The looks at addresses, oldest first; an address that nobody looked at is not among them."""
    found: defaultdict[str, list[LinkCheck]] = defaultdict(list)
    for row in _rows(session, urls):
        found[row.url].append(_given(row))
    return {url: tuple(checks) for url, checks in found.items()}


def confirm(session: Session, url: str, who: str, at: dt.datetime) -> Confirmation:
    """Remember that a person found the address to be right; the newest word counts."""
    row = {"url": url, "who": who, "confirmed_at": at}
    session.execute(insert(LinkConfirmationRecord).prefix_with("OR REPLACE"), row)
    return Confirmation(url, who, at)


def unconfirm(session: Session, url: str) -> None:
    """Forget that word; nothing happens where there was none."""
    session.execute(delete(LinkConfirmationRecord).where(LinkConfirmationRecord.url == url))


def confirmations(session: Session, urls: Collection[str]) -> dict[str, Confirmation]:
    """What was confirmed of these addresses."""
    found: dict[str, Confirmation] = {}
    table = LinkConfirmationRecord
    for some in chunks(set(urls)):
        for row in session.execute(
            select(table.url, table.who, table.confirmed_at).where(table.url.in_(some))
        ):
            found[row.url] = Confirmation(row.url, row.who, row.confirmed_at)
    return found


def _rows(session: Session, urls: Collection[str]) -> Iterable[Any]:
    table = LinkCheckRecord.__table__
    for some in chunks(set(urls)):
        wanted = select(table).where(table.c.url.in_(some))
        yield from session.execute(wanted.order_by(table.c.url, table.c.checked_at, table.c.id))


def _forget_surplus(session: Session, urls: Collection[str]) -> None:
    looks: defaultdict[str, list[_Look]] = defaultdict(list)
    table = LinkCheckRecord
    for some in chunks(urls):
        told = select(table.url, table.id, table.verdict, table.checked_at).where(table.url.in_(some))
        for url, id_, verdict, at in session.execute(told.order_by(table.url, table.checked_at, table.id)):
            looks[url].append(_Look(id_, Verdict(verdict), at.date()))
    surplus = [id_ for own in looks.values() if len(own) > NEWEST for id_ in _surplus(own)]
    for ids in chunks(surplus):
        session.execute(delete(table).where(table.id.in_(ids)))


class _Look(NamedTuple):
    id: int
    verdict: Verdict
    day: dt.date


def _surplus(looks: Sequence[_Look]) -> list[int]:
    """What goes of an address's looks, oldest first.

    Of one day and verdict the newest look counts, so that a busy day does not push out all others. «Не
    відповідає з 12.09» must still be known after a hundred bad looks: the last good one stays, and behind it
    the first of each verdict.
    """
    days = {(look.day, look.verdict): look.id for look in looks}
    kept = set(list(days.values())[-NEWEST:]) | {looks[-1].id}
    good = [place for place, look in enumerate(looks) if look.verdict in GOOD]
    first: dict[Verdict, int] = {}
    for look in looks[good[-1] if good else 0 :]:
        first.setdefault(look.verdict, look.id)
    kept.update(first.values())
    return [look.id for look in looks if look.id not in kept]


def _values(check: LinkCheck) -> dict[str, Any]:
    return {
        "url": check.url,
        "verdict": check.verdict.value,
        "severity": check.severity.value,
        "reason": check.reason,
        "checked_at": check.checked_at,
        "http": check.http,
        "final_url": check.final_url,
        "chain": list(check.chain),
        "title": check.title,
        "repair": check.repair,
    }


def _given(row: Any) -> LinkCheck:
    return LinkCheck(
        url=row.url,
        verdict=Verdict(row.verdict),
        severity=Severity(row.severity),
        reason=row.reason,
        checked_at=row.checked_at,
        http=row.http,
        final_url=row.final_url,
        chain=tuple(row.chain),
        title=row.title,
        repair=row.repair,
    )
