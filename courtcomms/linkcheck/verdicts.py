"""From what a server said, hop by hop, to a verdict with its reason and what to do."""

from __future__ import annotations

from datetime import datetime

from courtcomms.linkcheck import reasons
from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.linkcheck.judged import Judged, blocked, temporary
from courtcomms.linkcheck.no_answer import without_answer
from courtcomms.linkcheck.pages import NO_PAGE, Page, is_html, read_page
from courtcomms.linkcheck.phrases import said
from courtcomms.linkcheck.places import host_of, host_words, url_words
from courtcomms.linkcheck.redirects import Way, is_login, is_root, repair_for, way_of
from courtcomms.linkcheck.refusals import refused
from courtcomms.linkcheck.soft404 import Found, look_at
from courtcomms.linkcheck.walls import asks_who, is_between, is_wall, login_only
from courtcomms.model import LinkCheck, Severity, Verdict

#: Verdicts under which the title is the page's own, or tells what stands in its place.
_TITLED = frozenset(
    {Verdict.WORKS, Verdict.MOVED, Verdict.REDIRECTED, Verdict.REDIRECTED_TO_ROOT, Verdict.SAYS_NOT_FOUND}
)
#: Signs that a page shows to those who are not logged in, where it shows anything.
_READABLE = 200


def judge(fetched: Fetched, now: datetime) -> LinkCheck:
    """What one look at an address found; ``now`` is kept as the time of the look. Never raises."""
    last = fetched.last
    page = read_page(last) if last is not None else NO_PAGE
    judged = _judged(fetched, last, page)
    return LinkCheck(
        url=fetched.url,
        verdict=judged.verdict,
        severity=judged.severity,
        reason=judged.reason,
        checked_at=now,
        http=last.status if last is not None else None,
        final_url=fetched.chain[-1] if fetched.chain else fetched.url,
        chain=fetched.chain,
        title=page.title if judged.verdict in _TITLED else "",
        repair=judged.repair,
    )


def _judged(fetched: Fetched, last: Answer | None, page: Page) -> Judged:
    if last is None:
        return without_answer(fetched)
    if login_only(last.url) and last.status < 500 and last.status != 429:
        return _login_only(fetched, last, page)
    if is_between(last.url) and not is_between(fetched.url):
        return blocked(reasons.CONSENT)
    if is_wall(last, page):
        return blocked(reasons.BLOCKED.format(host=host_words(last.url)))
    return _opened(fetched, last, page) if 200 <= last.status < 300 else refused(fetched, last)


def _login_only(fetched: Fetched, last: Answer, page: Page) -> Judged:
    """Sites that show little without a login: a page that opens has opened, all else is no news."""
    readable = 200 <= last.status < 300 and not is_login(last.url) and len(page.main) > _READABLE
    itself = said(page.title) is None and said(page.heading) is None and not asks_who(page)
    if readable and itself and not is_wall(last, page):
        return _led(fetched, last)
    return blocked(reasons.LOGIN_WALL.format(host=host_words(last.url)))


def _opened(fetched: Fetched, last: Answer, page: Page) -> Judged:
    way = way_of(fetched)
    if way is Way.TO_LOGIN:
        reason = reasons.TO_LOGIN.format(host=host_words(last.url))
        return Judged(Verdict.REDIRECTED_TO_LOGIN, Severity.WARN, reason)
    if way is Way.TO_NOT_FOUND:
        return Judged(Verdict.SAYS_NOT_FOUND, Severity.ERROR, reasons.SAYS_NOT_FOUND)
    if last.status in (204, 205) or (last.whole and not last.body.strip()):
        return Judged(Verdict.BROKEN_ANSWER, Severity.WARN, reasons.EMPTY)
    if asks_who(page) and not is_login(fetched.url) and not is_root(fetched.url):
        return blocked(reasons.LOGIN_WALL.format(host=host_words(last.url)))
    found = look_at(fetched, page)
    return _led(fetched, last) if found is Found.PAGE else _not_the_page(found, last)


def _not_the_page(found: Found, last: Answer) -> Judged:
    if found is Found.MAINTENANCE:
        return temporary(reasons.MAINTENANCE.format(host=host_words(last.url)))
    if found is Found.BROKEN:
        return temporary(reasons.BROKEN.format(host=host_words(last.url)))
    if found is Found.SHELL:
        return blocked(reasons.SHELL)
    reason = {
        Found.SAME_AS_MADE_UP: reasons.SAME_AS_MADE_UP,
        Found.NO_SITE: reasons.NO_SITE,
    }.get(found, reasons.SAYS_NOT_FOUND)
    return Judged(Verdict.SAYS_NOT_FOUND, Severity.ERROR, reason)


def _led(fetched: Fetched, last: Answer) -> Judged:
    """The page is there: by which address?"""
    way, repair = way_of(fetched), repair_for(fetched)
    if way is Way.NOWHERE or (way is Way.SAME_PAGE and not repair):
        return Judged(Verdict.WORKS, Severity.OK, reasons.WORKS if is_html(last) else reasons.WORKS_FILE)
    if way in (Way.SAME_PAGE, Way.MOVED, Way.SHORTENED):
        return Judged(Verdict.MOVED, Severity.HINT, _moved(fetched, way, repair), repair)
    if way is Way.TO_ROOT:
        reason = reasons.TO_ROOT.format(host=host_words(last.url))
        return Judged(Verdict.REDIRECTED_TO_ROOT, Severity.WARN, reason)
    return Judged(Verdict.REDIRECTED, Severity.WARN, _redirected(fetched, last, way))


def _moved(fetched: Fetched, way: Way, repair: str) -> str:
    if not repair:
        return reasons.MOVED_FOR_A_VISIT
    if way is Way.SHORTENED:
        return reasons.SHORTENED
    if way is Way.MOVED:
        return reasons.MOVED
    same_host = host_of(fetched.url) == host_of(repair)
    secured = fetched.url.startswith("http:") and repair.startswith("https:") and same_host
    return reasons.HAS_HTTPS if secured else reasons.SPELLED


def _redirected(fetched: Fetched, last: Answer, way: Way) -> str:
    if way is Way.TO_SECTION:
        return reasons.TO_SECTION.format(where=url_words(last.url))
    insecure = fetched.url.startswith("https:") and last.url.startswith("http:")
    reason = reasons.TO_INSECURE if insecure else reasons.REDIRECTED
    return reason.format(where=url_words(last.url))
