"""Answers by which a server keeps robots out: no proof that a page is gone, nor that it lives."""

from __future__ import annotations

from functools import cache

from courtcomms.linkcheck.answers import Answer
from courtcomms.linkcheck.lists import below
from courtcomms.linkcheck.pages import Page
from courtcomms.linkcheck.phrases import parts, plain, table
from courtcomms.linkcheck.places import host_of, path_of

#: Signs outside menus above which a page is no mere challenge.
_MOST_TEXT = 600
#: Signs below which even a captcha of a form is all that there is.
_NEXT_TO_NOTHING = 120


def login_only(url: str) -> bool:
    """Whether an address is on a site that shows its pages only to those logged in."""
    return below(host_of(url), _hosts("login_only"))


def opens_in_app(url: str) -> bool:
    """Whether an address opens in an app, so that its page in a browser proves nothing."""
    return below(host_of(url), _hosts("in_app"))


def is_between(url: str) -> bool:
    """Whether an address is a site's gate: consent, «unusual traffic», a captcha of its own."""
    paths: list[str] = table("walls")["between"]["paths"]
    return host_of(url) in _hosts("between") or path_of(url).startswith(tuple(paths))


def is_wall(answer: Answer, page: Page) -> bool:
    """Whether an answer is a challenge in place of the page, by headers, title or source."""
    if _told_by_header(answer):
        return True
    if answer.status in (404, 410) or len(page.main) > _MOST_TEXT:
        return False
    return _titled(page) or _marked(page)


def asks_who(page: Page) -> bool:
    """Whether a page is a form to log in with, in place of what was asked for."""
    titles: list[str] = table("walls")["login"]["titles"]
    named = any(piece in titles for text in (page.title, page.heading) for piece in parts(text))
    return named and len(page.main) <= _MOST_TEXT and 'type="password"' in page.markup.replace("'", '"')


def _told_by_header(answer: Answer) -> bool:
    """Headers of a refused request; one that names its value counts whatever the status."""
    refused = answer.status >= 400 or answer.status == 202
    told: dict[str, str] = table("walls")["headers"]
    return any(
        answer.headers.get(name, "\n").lower().startswith(value) and (refused or value != "")
        for name, value in told.items()
        if name in answer.headers
    )


def _titled(page: Page) -> bool:
    whole, beginnings = _titles()
    pieces = (*parts(page.title), *parts(page.heading))
    return any(piece in whole or piece.startswith(beginnings) for piece in pieces)


def _marked(page: Page) -> bool:
    source: dict[str, list[str]] = table("walls")["source"]
    if any(mark in page.markup for mark in source["marks"]):
        return True
    return len(page.main) <= _NEXT_TO_NOTHING and any(mark in page.markup for mark in source["weak"])


@cache
def _titles() -> tuple[frozenset[str], tuple[str, ...]]:
    titles = table("walls")["titles"]
    return frozenset(map(plain, titles["whole"])), tuple(map(plain, titles["beginning"]))


@cache
def _hosts(kind: str) -> frozenset[str]:
    return frozenset(table("walls")[kind]["hosts"])
