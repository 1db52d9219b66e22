"""Pages that say «не знайдено» though the server calls them a success, without false alarms.

A phrase somewhere in a text proves nothing: courts find people not guilty, the police do not find the
missing. What counts is a title or heading that says nothing else, and what the host answers to an address
that cannot exist there.
"""

from __future__ import annotations

import math
from dataclasses import replace
from enum import Enum, auto

from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.linkcheck.made_up import FILE, led_astray, neighbour
from courtcomms.linkcheck.metas import meta_of
from courtcomms.linkcheck.pages import NO_PAGE, Page, is_html, read_page, tree_of
from courtcomms.linkcheck.phrases import Said, is_broken, said, said_whole
from courtcomms.linkcheck.places import path_of
from courtcomms.linkcheck.redirects import Way, is_root, way_of
from courtcomms.linkcheck.same_words import only_in, words_of
from courtcomms.linkcheck.walls import asks_who, is_wall, login_only, opens_in_app

#: Signs outside menus, links and footers: next to nothing to read, little, something.
_TINY, _SHORT, _LONG = 300, 600, 1500
#: Signs outside menus below which a page is built by its scripts.
_SHELL = 60
_SHELL_MARKS = ("<script", "<app-root", "javascript")
#: Words of a name that says nothing of one page: «Новини», «Районний суд».
_FEW_WORDS = 3
#: Words that two showings of one page may differ by: the day, the address told back; news in the frame.
_OTHER_WORDS, _OTHER_FRAME = 3, 8
#: What a title says of a page that is not there.
_PLAIN = frozenset({Said.CERTAIN, Said.LIKELY})


class Found(Enum):
    """What a page with a good status is."""

    PAGE = auto()
    NOT_FOUND = auto()
    SAME_AS_MADE_UP = auto()
    NO_SITE = auto()
    MAINTENANCE = auto()
    BROKEN = auto()
    SHELL = auto()


def look_at(fetched: Fetched, page: Page) -> Found:
    """What the last page of an answered address is."""
    found = _by_itself(page)
    return found if found is not None else _beside_made_up(fetched, page)


def made_up_address(fetched: Fetched) -> str | None:
    """An address in the same folder that cannot exist, where the answer to it would decide something.

    That is beside a page with little to read or a doubtful name, and where a redirect on the same host led to
    quite another page. Addresses of one folder and one form have one made-up neighbour.
    """
    last = fetched.last
    if last is None or not 200 <= last.status < 300 or fetched.made_up is not None or not is_html(last):
        return None
    astray = led_astray(fetched)
    url = fetched.url if astray else last.url
    if login_only(url) or is_root(url) or way_of(fetched) in (Way.TO_ROOT, Way.TO_LOGIN, Way.TO_NOT_FOUND):
        return None
    return neighbour(url) if astray or _is_doubtful(last, read_page(last)) else None


def _by_itself(page: Page) -> Found | None:
    """What title and heading alone make certain."""
    told = {said(page.title), said_whole(page.heading)}
    length = _length(page)
    if Said.NO_SITE in told and length <= _SHORT:
        return Found.NO_SITE
    if Said.MAINTENANCE in told and length <= _SHORT:
        return Found.MAINTENANCE
    if length <= _SHORT and is_broken(_below_heading(page)):
        return Found.BROKEN
    if _says_not_found(page, told):
        return Found.NOT_FOUND
    return None


def _says_not_found(page: Page, told: set[Said | None]) -> bool:
    """Whether title or heading says so and nothing else.

    A title of which one part says so is believed only where its heading is not a longer sentence with the
    same words: «Сторінка недоступна – у Facebook стався збій» is news.
    """
    if told == {Said.CERTAIN}:
        return True
    headline = said(page.heading) in _PLAIN and said_whole(page.heading) not in _PLAIN
    if Said.CERTAIN in told and not headline:
        return _length(page) <= _LONG
    return Said.LIKELY in told and not headline and _length(page) <= _TINY


def _length(page: Page) -> float:
    """How much there is to read; of a page that was not read whole nobody knows."""
    return math.inf if page.cut else len(page.main)


def _below_heading(page: Page) -> str:
    return page.main.removeprefix(page.heading).lstrip()


def _is_doubtful(last: Answer, page: Page) -> bool:
    if page.cut or _by_itself(page) is not None or is_wall(last, page) or asks_who(page):
        return False
    if len(page.main) <= _TINY or said(page.title) is not None or said(page.heading) is not None:
        return True
    nameless = len(max(page.title, page.heading, key=len).split()) <= _FEW_WORDS
    return (nameless and len(page.main) <= _SHORT) or bool(FILE.search(path_of(last.url)))


def _beside_made_up(fetched: Fetched, page: Page) -> Found:
    """Compare with what the host says of an address that cannot exist."""
    beside = fetched.made_up.last if fetched.made_up is not None else None
    last = fetched.last
    if fetched.made_up is None or beside is None or last is None or not 200 <= beside.status < 300:
        return Found.PAGE
    if led_astray(fetched):
        both_sent_there = len(fetched.made_up.chain) > 1 and beside.url == last.url
        return Found.SAME_AS_MADE_UP if both_sent_there else Found.PAGE
    if len(fetched.made_up.chain) > 1 or not _alike(last, beside):
        return Found.PAGE
    if len(page.main) <= _SHORT and said(_below_heading(page)) is Said.MAINTENANCE:
        return Found.MAINTENANCE
    built_by_scripts = len(page.main) <= _SHELL and any(mark in page.markup for mark in _SHELL_MARKS)
    return Found.SHELL if built_by_scripts or opens_in_app(last.url) else Found.SAME_AS_MADE_UP


def _alike(last: Answer, beside: Answer) -> bool:
    """Whether two answers show the same, numbers apart; of both as much is read as came of the shorter."""
    mine = read_page(last if beside.whole else replace(last, body=last.body[: len(beside.body)]))
    theirs = read_page(beside)
    if NO_PAGE in (mine, theirs) or (theirs.cut and len(mine.main) <= _TINY):
        return False
    titles = _without_own_name(mine.title, last.url), _without_own_name(theirs.title, beside.url)
    if only_in(*titles) or only_in(*reversed(titles)) or _described(last) != _described(beside):
        return False
    return (
        only_in(mine.main, theirs.main) <= _OTHER_WORDS
        and only_in(theirs.main, mine.main) <= _OTHER_WORDS
        and only_in(mine.text, theirs.text) <= _OTHER_FRAME
    )


def _without_own_name(title: str, url: str) -> str:
    """A title without the last part of its address, which some sites tell back: «Contact @no_such_court»."""
    name = path_of(url).rstrip("/").rpartition("/")[2]
    return title.casefold().replace(name, "") if name else title


def _described(answer: Answer) -> frozenset[str]:
    """The words in which a page is told to social networks: of what opens in an app they are all there is."""
    root = tree_of(answer)
    told = meta_of(root, "og:title", "og:description") if root is not None else ()
    name = path_of(answer.url).rstrip("/").rpartition("/")[2]
    return words_of(" ".join(told).casefold().replace(name, "") if name else " ".join(told))
