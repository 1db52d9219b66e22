"""Pages and answers by which a server keeps robots out: no proof that a page is gone, nor that it lives."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from courtcomms.linkcheck.answers import Answer
from courtcomms.linkcheck.pages import Page
from courtcomms.linkcheck.phrases import parts, table

#: Signs outside menus above which a page is no mere challenge.
_MOST_TEXT = 1500
#: Statuses with which the guards of sites refuse robots.
_REFUSING = frozenset({202, 403, 405, 418, 429, 503})


def host_of(url: str) -> str:
    """The host in small letters, without ``www.``; ``""`` where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def path_of(url: str) -> str:
    """The path in small letters; ``"/"`` where there is none."""
    try:
        return urlsplit(url).path.lower() or "/"
    except ValueError:
        return "/"


def login_only(url: str) -> bool:
    """Whether an address is on a site that shows its pages only to those logged in."""
    host = host_of(url)
    return any(host == each or host.endswith(f".{each}") for each in _hosts("login_only"))


def between(url: str) -> bool:
    """Whether an address is a site's gate: consent, «unusual traffic», a captcha of its own."""
    host = host_of(url)
    path = path_of(url)
    return host in _hosts("between") or any(
        path.startswith(each) for each in table("walls")["between"]["paths"]
    )


def is_wall(answer: Answer, page: Page) -> bool:
    """Whether an answer is a challenge in place of the page, by headers, title or source."""
    if _told_by_header(answer) or (answer.status in _REFUSING and _guarded(answer)):
        return True
    return len(page.main) <= _MOST_TEXT and (_titled(page) or _marked(page, refused=answer.status >= 400))


def _told_by_header(answer: Answer) -> bool:
    told = table("walls")["headers"]
    refused = answer.status >= 400 or answer.status == 202
    return any(
        name in answer.headers and answer.headers[name].lower().startswith(value) and (refused or value)
        for name, value in told.items()
    )


def _guarded(answer: Answer) -> bool:
    """A service that guards sites stands before this one; its 503 needs more: it also passes on a site's own."""
    if answer.status == 503:
        return False
    guards = table("walls")["guards"]
    return any(
        any(value in answer.headers.get(name, "\n").lower() for value in values if name in answer.headers)
        for name, values in guards.items()
    )


def _titled(page: Page) -> bool:
    whole, beginning = _titles()
    for text in (page.title, page.heading):
        for piece in parts(text):
            if piece in whole or piece.startswith(beginning):
                return True
    return False


def _marked(page: Page, *, refused: bool) -> bool:
    """Marks in the source; a page that opened and reads on may carry a captcha for its comments."""
    if not refused and len(page.text) > _MOST_TEXT // 3:
        return False
    source = page.markup.lower()
    return any(mark in source for mark in table("walls")["source"]["marks"])


@cache
def _titles() -> tuple[frozenset[str], tuple[str, ...]]:
    titles = table("walls")["titles"]
    whole = frozenset(piece for phrase in titles["whole"] for piece in parts(phrase)[:1])
    return whole, tuple(titles["beginning"])


@cache
def _hosts(kind: str) -> frozenset[str]:
    return frozenset(table("walls")[kind]["hosts"])
