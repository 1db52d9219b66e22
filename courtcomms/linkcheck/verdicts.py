"""From what a server said, hop by hop, to a verdict with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from courtcomms.linkcheck import reasons
from courtcomms.linkcheck.answers import Answer, Failure, FailureKind, Fetched
from courtcomms.linkcheck.pages import NO_PAGE, Page, is_html, read_page
from courtcomms.linkcheck.redirects import Way, repair_for, way_of
from courtcomms.linkcheck.soft404 import Found, look_at
from courtcomms.linkcheck.walls import between, host_of, is_wall, login_only
from courtcomms.model import LinkCheck, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict before it is put beside its address and time."""

    verdict: Verdict
    severity: Severity
    reason: str
    repair: str = ""


def judge(fetched: Fetched, now: datetime) -> LinkCheck:
    """What one look at an address found; never raises. ``now`` is kept as the time of the look."""
    last = fetched.last
    page = read_page(last) if last is not None else NO_PAGE
    judged = _judged(fetched, page)
    seen = judged.verdict not in (Verdict.BLOCKED, Verdict.TEMPORARY)
    return LinkCheck(
        url=fetched.url,
        verdict=judged.verdict,
        severity=judged.severity,
        reason=judged.reason,
        checked_at=now,
        http=last.status if last is not None else None,
        final_url=fetched.chain[-1] if fetched.chain else fetched.url,
        chain=fetched.chain,
        title=page.title if seen else "",
        repair=judged.repair,
    )


def _judged(fetched: Fetched, page: Page) -> Judged:
    if fetched.failure is not None:
        return _failed(fetched, fetched.failure)
    last = fetched.last
    if last is None:
        return _temporary(reasons.TIMEOUT.format(host=_name(fetched.url)))
    if login_only(last.url) and not 500 <= last.status and last.status != 429:
        return _login_only(fetched, last, page)
    if between(last.url) and not between(fetched.url):
        return _blocked(reasons.CONSENT)
    if is_wall(last, page):
        return _blocked(reasons.BLOCKED.format(host=_name(last.url)))
    if 200 <= last.status < 300:
        return _opened(fetched, last, page)
    return _refused(fetched, last)


_DEFINITE = Severity.ERROR
_LOOK = Severity.WARN

_FAILURES = {
    FailureKind.NO_HOST: (Verdict.NO_HOST, _DEFINITE, reasons.NO_HOST),
    FailureKind.NAME_SERVER: (Verdict.TEMPORARY, _LOOK, reasons.NAME_SERVER),
    FailureKind.REFUSED: (Verdict.TEMPORARY, _LOOK, reasons.REFUSED),
    FailureKind.RESET: (Verdict.TEMPORARY, _LOOK, reasons.RESET),
    FailureKind.TIMEOUT: (Verdict.TEMPORARY, _LOOK, reasons.TIMEOUT),
    FailureKind.UNREACHABLE: (Verdict.TEMPORARY, _LOOK, reasons.UNREACHABLE),
    FailureKind.PROXY: (Verdict.TEMPORARY, _LOOK, reasons.PROXY),
    FailureKind.CERTIFICATE_EXPIRED: (Verdict.CERTIFICATE_EXPIRED, _DEFINITE, reasons.CERTIFICATE_EXPIRED),
    FailureKind.CERTIFICATE_NAME: (Verdict.CERTIFICATE_NAME, _DEFINITE, reasons.CERTIFICATE_NAME),
    FailureKind.CERTIFICATE_ISSUER: (Verdict.CERTIFICATE_ISSUER, _LOOK, reasons.CERTIFICATE_ISSUER),
    FailureKind.TLS: (Verdict.BROKEN_TLS, _LOOK, reasons.BROKEN_TLS),
    FailureKind.LOOP: (Verdict.REDIRECT_LOOP, _LOOK, reasons.LOOP),
    FailureKind.TOO_MANY_HOPS: (Verdict.REDIRECT_LOOP, _LOOK, reasons.TOO_MANY_HOPS),
    FailureKind.GARBAGE: (Verdict.BROKEN_ANSWER, _LOOK, reasons.GARBAGE),
    FailureKind.HEADERS: (Verdict.BROKEN_ANSWER, _LOOK, reasons.HEADERS),
    FailureKind.PRIVATE: (Verdict.NOT_ASKED, _LOOK, reasons.PRIVATE),
    FailureKind.SCHEME: (Verdict.NOT_ASKED, _LOOK, reasons.SCHEME),
}
_AFTER_REDIRECT = {
    FailureKind.PRIVATE: Judged(Verdict.BAD_REDIRECT, Severity.ERROR, reasons.TO_PRIVATE),
    FailureKind.SCHEME: Judged(Verdict.BAD_REDIRECT, Severity.ERROR, reasons.TO_SCHEME),
}


def _failed(fetched: Fetched, failure: Failure) -> Judged:
    if fetched.answers and failure.kind in _AFTER_REDIRECT:
        return _AFTER_REDIRECT[failure.kind]
    verdict, severity, reason = _FAILURES[failure.kind]
    return Judged(verdict, severity, reason.format(host=_name(failure.url)))


def _login_only(fetched: Fetched, last: Answer, page: Page) -> Judged:
    """Sites that show nothing without a login: a page that opens has opened, all else is no news."""
    readable = 200 <= last.status < 300 and way_of(fetched) is not Way.TO_LOGIN and len(page.main) > 200
    if readable and look_at(fetched, page) is Found.PAGE and not is_wall(last, page):
        return Judged(Verdict.WORKS, Severity.OK, reasons.WORKS)
    return _blocked(reasons.LOGIN_WALL.format(host=_name(last.url)))


def _opened(fetched: Fetched, last: Answer, page: Page) -> Judged:
    way = way_of(fetched)
    if way is Way.TO_LOGIN:
        reason = reasons.TO_LOGIN.format(host=_name(last.url))
        return Judged(Verdict.REDIRECTED_TO_LOGIN, Severity.WARN, reason)
    if way is Way.TO_NOT_FOUND:
        return Judged(Verdict.SAYS_NOT_FOUND, Severity.ERROR, reasons.SAYS_NOT_FOUND)
    if last.status in (204, 205) or (last.whole and not last.body.strip()):
        return Judged(Verdict.BROKEN_ANSWER, Severity.WARN, reasons.EMPTY)
    found = look_at(fetched, page)
    if found is not Found.PAGE:
        return _not_the_page(found, last)
    return _led(fetched, last, way)


def _not_the_page(found: Found, last: Answer) -> Judged:
    if found is Found.MAINTENANCE:
        return _temporary(reasons.MAINTENANCE.format(host=_name(last.url)))
    if found is Found.SHELL:
        return _blocked(reasons.SHELL)
    reason = {
        Found.NOT_FOUND: reasons.SAYS_NOT_FOUND,
        Found.SAME_AS_MADE_UP: reasons.SAME_AS_MADE_UP,
        Found.NO_SITE: reasons.NO_SITE,
    }[found]
    return Judged(Verdict.SAYS_NOT_FOUND, Severity.ERROR, reason)


def _led(fetched: Fetched, last: Answer, way: Way) -> Judged:
    """The page is there: by which address?"""
    repair = repair_for(fetched)
    if way is Way.NOWHERE or (way is Way.SAME_PAGE and not repair):
        reason = reasons.WORKS if is_html(last) else reasons.WORKS_FILE
        return Judged(Verdict.WORKS, Severity.OK, reason)
    if way is Way.SAME_PAGE:
        secured = fetched.url.startswith("http:") and repair.startswith("https:")
        reason = reasons.HAS_HTTPS if secured else reasons.MOVED
        return Judged(Verdict.MOVED, Severity.HINT, reason, repair)
    if way is Way.MOVED:
        return Judged(Verdict.MOVED, Severity.HINT, reasons.MOVED if repair else reasons.MOVED_UNSAFE, repair)
    if way is Way.TO_ROOT:
        reason = reasons.TO_ROOT.format(host=_name(last.url))
        return Judged(Verdict.REDIRECTED_TO_ROOT, Severity.WARN, reason)
    if fetched.url.startswith("https:") and last.url.startswith("http:"):
        return Judged(Verdict.REDIRECTED, Severity.WARN, reasons.DOWNGRADED)
    reason = reasons.TO_SECTION if way is Way.TO_SECTION else reasons.REDIRECTED
    return Judged(Verdict.REDIRECTED, Severity.WARN, reason.format(where=_where(last.url)))


def _refused(fetched: Fetched, last: Answer) -> Judged:
    status, host = last.status, _name(last.url)
    if status in (404, 410):
        return _gone(fetched, last)
    if status in (401, 402, 407, 511):
        return (
            _blocked(reasons.REFUSED_LOGIN.format(status=status))
            if status < 403
            else _temporary(reasons.PROXY)
        )
    if status == 451:
        return _blocked(reasons.LEGAL)
    if status in (403, 405, 406, 418, 999):
        return _blocked(reasons.BLOCKED.format(host=host))
    if status in (408, 425, 429):
        return _temporary(reasons.TOO_MANY_REQUESTS.format(host=host))
    if 500 <= status < 600:
        return _temporary(reasons.SERVER_FAILURE.format(host=host, status=status))
    if 300 <= status < 400:
        return Judged(Verdict.BAD_REDIRECT, Severity.WARN, reasons.NO_LOCATION.format(status=status))
    reason = reasons.BAD_REQUEST if 400 <= status < 500 else reasons.ODD_STATUS
    return Judged(Verdict.BROKEN_ANSWER, Severity.WARN, reason.format(host=host, status=status))


def _gone(fetched: Fetched, last: Answer) -> Judged:
    if len(fetched.chain) > 1 and way_of(fetched) is not Way.SAME_PAGE:
        reason = reasons.MOVED_TO_GONE.format(where=_where(last.url), status=last.status)
    else:
        reason = reasons.GONE_410 if last.status == 410 else reasons.GONE_404
    return Judged(Verdict.GONE, Severity.ERROR, reason)


def _blocked(reason: str) -> Judged:
    return Judged(Verdict.BLOCKED, Severity.WARN, reason)


def _temporary(reason: str) -> Judged:
    return Judged(Verdict.TEMPORARY, Severity.WARN, reason)


def _name(url: str) -> str:
    return host_of(url) or url[:60]


def _where(url: str) -> str:
    """An address in a sentence, cut where it is long."""
    return url if len(url) <= 80 else f"{url[:79]}…"
