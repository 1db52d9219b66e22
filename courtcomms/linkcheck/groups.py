"""Under which group a link stands: what is to be done about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import LinkFlaw, LinkGroup, LinkStatus, Severity, Verdict

#: What the text tells, and no server can make good.
NEVER_ASKED = frozenset({LinkFlaw.OTHER_SCHEME, LinkFlaw.NOT_AN_ADDRESS})


def group_of(
    said: Iterable[Severity],
    status: LinkStatus | None,
    now: datetime,
    settings: LinkSettings = DEFAULT,
    *,
    askable: bool = True,
) -> LinkGroup:
    """What is to be done: mend, take the new address, look, check, or nothing.

    ``said`` is how grave the rules' words of the link are: an error is an error, and what they warn of is to
    be looked at, a mere duplicate for one. ``askable``: the network may be asked about it.
    """
    told = frozenset(said)
    seen = status.severity if status is not None else Severity.OK
    if Severity.ERROR in (seen, *told):
        return LinkGroup.WRONG
    if status is not None and moved(status):
        return LinkGroup.MOVED
    if Severity.WARN in (seen, *told) or not askable:
        return LinkGroup.LOOK
    return LinkGroup.FINE if remembered(status, now, settings) else LinkGroup.UNCHECKED


def moved(status: LinkStatus) -> bool:
    """Whether another address is offered, and nobody has said that the old one is right."""
    last = status.last
    return (
        last is not None
        and status.confirmation is None
        and (last.verdict is Verdict.MOVED or bool(last.repair))
    )


def remembered(status: LinkStatus | None, now: datetime, settings: LinkSettings) -> bool:
    """Whether an address was seen to work, or confirmed, so lately that it need not be asked for again."""
    if status is None:
        return False
    since = now - timedelta(days=settings.remember_days)
    seen = status.last is not None and status.last.good and status.last.checked_at > since
    word = status.confirmation
    return seen or (word is not None and word.confirmed_at > since)
