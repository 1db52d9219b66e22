"""Statuses other than success, in verdicts."""

from __future__ import annotations

from courtcomms.linkcheck import reasons
from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.linkcheck.judged import Judged, blocked, temporary
from courtcomms.linkcheck.places import host_words, url_words
from courtcomms.linkcheck.redirects import Way, way_of
from courtcomms.model import Severity, Verdict

_GONE = frozenset({404, 410})
_NO_ROBOTS = frozenset({403, 405, 406, 418, 999})
_FOR_SOME = frozenset({401, 402})
_PROXY = frozenset({407, 511})
_TOO_SLOW = 408
_LATER = frozenset({425, 429})
_LEGAL = 451


def refused(fetched: Fetched, last: Answer) -> Judged:
    """What an answer other than a page means."""
    status, host = last.status, host_words(last.url)
    if status in _GONE:
        return _gone(fetched, last)
    if status in _FOR_SOME:
        return blocked(reasons.FOR_SOME.format(status=status))
    if status == _LEGAL:
        return blocked(reasons.LEGAL)
    if status in _NO_ROBOTS:
        return blocked(reasons.BLOCKED.format(host=host))
    if status in _PROXY:
        return temporary(reasons.PROXY)
    if status == _TOO_SLOW:
        return temporary(reasons.TIMEOUT.format(host=host))
    if status in _LATER:
        return temporary(reasons.ASK_LESS.format(host=host))
    if 500 <= status < 600:
        return temporary(reasons.SERVER_FAILURE.format(host=host, status=status))
    if 300 <= status < 400:
        return Judged(Verdict.BAD_REDIRECT, Severity.WARN, reasons.NO_LOCATION.format(status=status))
    reason = reasons.BAD_REQUEST if 400 <= status < 500 else reasons.ODD_STATUS
    return Judged(Verdict.BROKEN_ANSWER, Severity.WARN, reason.format(host=host, status=status))


def _gone(fetched: Fetched, last: Answer) -> Judged:
    if way_of(fetched) not in (Way.NOWHERE, Way.SAME_PAGE):
        reason = reasons.GONE_BEHIND.format(where=url_words(last.url), status=last.status)
    else:
        reason = reasons.GONE_FOR_GOOD if last.status == 410 else reasons.GONE
    return Judged(Verdict.GONE, Severity.ERROR, reason)
