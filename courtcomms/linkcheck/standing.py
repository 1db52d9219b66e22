"""What all looks at an address together say: nothing is dead on its first bad day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from courtcomms.linkcheck import reasons
from courtcomms.model import Confirmation, LinkCheck, LinkStatus, Severity, Verdict

#: Bad days must lie so far apart to be believed (Wikipedia's bots: two or three failures, 3–7 days apart).
DAYS_APART = 3
#: A server that merely does not answer may be under repair: so far apart, and on so many days.
SILENT_DAYS_APART = 7
SILENT_DAYS = 3
#: A good look so many days ago still speaks for a page behind a failure that may pass.
RECENT_DAYS = 14

_MISSING = frozenset({Verdict.GONE, Verdict.SAYS_NOT_FOUND})
_NO_HOST = frozenset({Verdict.NO_HOST})
_CERTIFICATE = frozenset({Verdict.CERTIFICATE_EXPIRED, Verdict.CERTIFICATE_NAME})
_SILENT = frozenset({Verdict.TEMPORARY})
_HARD = _MISSING | _NO_HOST | _CERTIFICATE
#: What a person's word lifts: the check could not tell, or could not tell enough.
_LIFTED = frozenset(
    {
        Verdict.BLOCKED,
        Verdict.REDIRECTED,
        Verdict.REDIRECTED_TO_ROOT,
        Verdict.REDIRECTED_TO_LOGIN,
        Verdict.CERTIFICATE_ISSUER,
        Verdict.BROKEN_TLS,
        Verdict.BROKEN_ANSWER,
        Verdict.REDIRECT_LOOP,
        Verdict.BAD_REDIRECT,
    }
)


#: What was only read in a page.
_READ = frozenset({Verdict.SAYS_NOT_FOUND})
#: The status of «ask less often»: it says nothing of the page, on however many days.
_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class _Past:
    """The looks that no good one follows, oldest first; the newest of all; the days that matter."""

    last: LinkCheck
    bad: tuple[LinkCheck, ...]
    last_good: date | None
    today: date

    @property
    def last_day(self) -> date:
        """The day of the newest look."""
        return day_of(self.last.checked_at)

    def days(self, kind: frozenset[Verdict]) -> list[date]:
        """Bad days of one kind, each once, in order."""
        bad = (check for check in self.bad if check.verdict in kind and not _asks_less(check))
        return sorted({day_of(check.checked_at) for check in bad})


@dataclass(frozen=True, slots=True)
class _Said:
    """What is made of the past, before it is put beside it."""

    severity: Severity
    reason: str
    since: date | None = None
    dead: bool = False


def status_of(checks: Sequence[LinkCheck], confirmation: Confirmation | None, now: datetime) -> LinkStatus:
    """What looks, oldest first, and a person's word say together. Days are those of this machine's clock."""
    if not checks:
        return _unchecked(confirmation)
    past = _past(checks, confirmation, day_of(now))
    said = _said(checks, past, confirmation)
    return LinkStatus(
        said.severity, said.reason, past.last, confirmation, said.since, past.last_good, said.dead
    )


def _asks_less(check: LinkCheck) -> bool:
    return check.verdict is Verdict.TEMPORARY and check.http == _TOO_MANY


def day_of(moment: datetime) -> date:
    """The day that people here call it."""
    return moment.astimezone().date()


def _unchecked(confirmation: Confirmation | None) -> LinkStatus:
    if confirmation is None:
        return LinkStatus(Severity.HINT, reasons.UNCHECKED)
    day = day_of(confirmation.confirmed_at)
    return LinkStatus(Severity.OK, _confirmed(confirmation), confirmation=confirmation, last_good=day)


def _past(checks: Sequence[LinkCheck], confirmation: Confirmation | None, today: date) -> _Past:
    """A person's word ends a run of bad looks, as a good look does."""
    good = [index for index, check in enumerate(checks) if check.good]
    bad = tuple(checks[good[-1] + 1 :] if good else checks)
    seen = [day_of(checks[good[-1]].checked_at)] if good else []
    if confirmation is not None:
        bad = tuple(check for check in bad if check.checked_at > confirmation.confirmed_at)
        seen.append(day_of(confirmation.confirmed_at))
    return _Past(checks[-1], bad, max(seen, default=None), today)


def _said(checks: Sequence[LinkCheck], past: _Past, confirmation: Confirmation | None) -> _Said:
    last = past.last
    if last.good or last.verdict is Verdict.NOT_ASKED:
        return _Said(last.severity, last.reason)
    if confirmation is not None and _is_lifted(checks, confirmation):
        return _Said(Severity.OK, _confirmed(confirmation))
    if confirmation is not None and not past.bad and last.verdict in _HARD:
        told = reasons.confirmed_against(confirmation.who, day_of(confirmation.confirmed_at), past.last_day)
        return _Said(Severity.WARN, told)
    if last.verdict in _HARD:
        return _hard(past, last)
    return _silent(past) if last.verdict in _SILENT else _unclear(past)


def _confirmed(confirmation: Confirmation) -> str:
    return reasons.confirmed(confirmation.who, day_of(confirmation.confirmed_at))


def _is_lifted(checks: Sequence[LinkCheck], confirmation: Confirmation) -> bool:
    """Whether a person's word speaks against the newest look: nothing hard was found since.

    What a page says of itself is only read: who saw it after it was found to say «не знайдено», knows better
    for as long as nothing else is found.
    """
    before = [check.verdict for check in checks if check.checked_at <= confirmation.confirmed_at]
    later = {check.verdict for check in checks if check.checked_at > confirmation.confirmed_at}
    lifted = _LIFTED | (_READ if before and before[-1] in _READ else frozenset())
    return checks[-1].verdict in lifted and not later & (_HARD - lifted)


def _hard(past: _Past, found: LinkCheck) -> _Said:
    """The page, the host or the certificate is bad: since when, and on how many days?"""
    kind = next(kind for kind in (_MISSING, _NO_HOST, _CERTIFICATE) if found.verdict in kind)
    days = past.days(kind)
    since = days[0]
    if kind is _CERTIFICATE:
        return _Said(found.severity, reasons.since(found.reason, since, past.today), since)
    if _apart(days) >= DAYS_APART:
        return _Said(Severity.ERROR, reasons.dead(found, since, past.last_good, past.today), since, dead=True)
    if past.last_good is not None:
        return _Said(found.severity, reasons.fresh(found, past.last_day, past.last_good, past.today), since)
    return _Said(found.severity, found.reason, since)


def _silent(past: _Past) -> _Said:
    """No answer, or none that could be judged: what was known of the page before still holds."""
    before = next((check for check in reversed(past.bad) if check.verdict in _HARD), None)
    if before is not None:
        known = _hard(past, before)
        if known.dead:
            return known
    days = past.days(_SILENT)
    apart = _apart(days)
    since = days[0] if days else None
    if since is not None and len(days) >= SILENT_DAYS and apart >= SILENT_DAYS_APART:
        return _Said(Severity.ERROR, reasons.silent_long(past.last, since, past.today), since, dead=True)
    if since is not None and apart >= DAYS_APART:
        return _Said(Severity.WARN, reasons.silent(past.last, since, past.today), since)
    if past.last_good is not None and (past.last_day - past.last_good).days <= RECENT_DAYS:
        told = reasons.silent_after_good(past.last_day, past.last_good, past.today)
        return _Said(Severity.HINT, told, since)
    return _Said(past.last.severity, past.last.reason, since)


def _unclear(past: _Past) -> _Said:
    """The check cannot tell: a person has to look."""
    return _Said(past.last.severity, reasons.unclear(past.last.reason, past.last_good, past.today))


def _apart(days: Sequence[date]) -> int:
    return (days[-1] - days[0]).days if days else 0
