"""Whether an answer may be better the next time, and when that is."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from courtcomms.linkcheck.answers import Answer, FailureKind, Fetched
from courtcomms.linkcheck.settings import LinkSettings

#: Too many requests, and servers in trouble of which they usually recover.
_BUSY = 429
_STATUSES = frozenset({408, 425, _BUSY, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_FAILURES = frozenset(
    {FailureKind.TIMEOUT, FailureKind.RESET, FailureKind.NAME_SERVER, FailureKind.UNREACHABLE}
)
_TELLS_WHEN = frozenset({_BUSY, 503})
_JITTER = 0.25


def wait_before_again(
    fetched: Fetched, tries: int, spent: float, settings: LinkSettings, first_delay: float
) -> float | None:
    """Seconds until the next try; ``None`` where there is to be none.

    Each wait is twice the one before, more or less by a quarter so that many do not come at the same
    moment, and never shorter than the server asks. The last try begins within ``retry_seconds`` of asking
    and waiting.

    Args:
        tries: how many there were.
        spent: the seconds of these, waits between them included.
        first_delay: seconds before the second try.
    """
    if tries >= settings.tries or not may_pass(fetched):
        return None
    delay = first_delay * 2 ** (tries - 1) * random.uniform(1 - _JITTER, 1 + _JITTER)
    told = retry_after(fetched.last) if fetched.last is not None else None
    if told is not None:
        delay = max(delay, told)
    return delay if spent + delay <= settings.retry_seconds else None


def may_pass(fetched: Fetched) -> bool:
    """Whether what was said may be otherwise in a moment."""
    if fetched.failure is not None:
        return fetched.failure.kind in _FAILURES
    return fetched.last is not None and fetched.last.status in _STATUSES


def is_busy(fetched: Fetched) -> bool:
    """Whether the host asks whoever asks it to slow down, whatever the address."""
    return fetched.last is not None and fetched.last.status == _BUSY


def retry_after(answer: Answer) -> float | None:
    """Seconds from now that a server asks to wait, by number or by date (RFC 9110, 10.2.3)."""
    told = answer.headers.get("retry-after", "").strip()
    if answer.status not in _TELLS_WHEN or not told:
        return None
    if told.isascii() and told.isdigit():
        return float(told[:12])
    try:
        when = parsedate_to_datetime(told)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
