"""Pages that say «не знайдено» though the server calls them a success, without false alarms.

A phrase somewhere in a text proves nothing: judges find people not guilty, police do not find the missing.
What counts is a title or heading that says nothing else, and what the host answers to an address that cannot
exist there.
"""

from __future__ import annotations

import hashlib
import re
from enum import Enum, auto
from urllib.parse import urlsplit, urlunsplit

from courtcomms.linkcheck.answers import Fetched
from courtcomms.linkcheck.pages import Page, is_html, read_page
from courtcomms.linkcheck.phrases import Said, said
from courtcomms.linkcheck.redirects import Way, is_root, way_of
from courtcomms.linkcheck.walls import host_of, is_wall, login_only

#: Signs outside menus, links and footers below which a page has hardly anything to read.
_SHORT = 600
#: Above this many there is something to read, so that a title alone is not believed.
_LONG = 1500
#: Signs of all text below which a page is built by its scripts.
_SHELL = 200
_SHELL_MARKS = re.compile(
    r"id=[\"']?(?:root|app|__next|__nuxt|app-root|main-app)\b|<app-root|enable javascript|увімкніть javascript|data-reactroot",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|jpe?g|png|zip|rtf|pptx?|mp4)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_ALIKE = 0.9


class Found(Enum):
    """What a page with a good status is."""

    PAGE = auto()
    NOT_FOUND = auto()
    SAME_AS_MADE_UP = auto()
    NO_SITE = auto()
    MAINTENANCE = auto()
    SHELL = auto()


def look_at(fetched: Fetched, page: Page) -> Found:
    """What the last page of an answered address is."""
    says = _says(page)
    if says is Said.NO_SITE and len(page.main) <= _LONG:
        return Found.NO_SITE
    if says is Said.MAINTENANCE and len(page.main) <= _SHORT:
        return Found.MAINTENANCE
    if _believed(page):
        return Found.NOT_FOUND
    return _beside_made_up(fetched, page)


def made_up_address(fetched: Fetched) -> str | None:
    """An address in the same folder that cannot exist, where the answer to it would decide something.

    That is beside a page with little to read or a doubtful title, and where a redirect on the same host led
    to quite another page. The same for every asking of one address.
    """
    last = fetched.last
    if last is None or not 200 <= last.status < 300 or fetched.made_up is not None:
        return None
    url = fetched.url if _led_astray(fetched) else last.url
    if login_only(url) or is_root(url) or not is_html(last):
        return None
    if not _led_astray(fetched):
        page = read_page(last)
        if _believed(page) or is_wall(last, page) or not _doubtful(last.url, page):
            return None
    return _neighbour(url)


def _believed(page: Page) -> bool:
    """Whether title and heading alone make it certain."""
    title, heading = said(page.title), said(page.heading)
    if Said.CERTAIN in (title, heading):
        return title is heading or len(page.main) <= _LONG
    return Said.LIKELY in (title, heading) and len(page.main) <= _SHORT


def _says(page: Page) -> Said | None:
    return said(page.title) or said(page.heading)


def _doubtful(url: str, page: Page) -> bool:
    return len(page.main) <= _SHORT or _says(page) is not None or bool(_FILE.search(urlsplit(url).path))


def _led_astray(fetched: Fetched) -> bool:
    """Whether redirects on one host led to a page of which nothing was in the address."""
    if (
        fetched.last is None
        or len(fetched.chain) < 2
        or host_of(fetched.chain[0]) != host_of(fetched.chain[-1])
    ):
        return False
    if way_of(fetched) not in (Way.MOVED, Way.ELSEWHERE, Way.TO_SECTION):
        return False
    return not _tokens(fetched.chain[0]) & _tokens(fetched.chain[-1])


def _tokens(url: str) -> set[str]:
    """Numbers and longer words of the last part of an address's path, by which a page is known."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2].lower()
    return set(re.findall(r"\d{3,}|[^\W\d_]{5,}", last))


def _neighbour(url: str) -> str:
    split = urlsplit(url)
    folder, _, name = split.path.rstrip("/").rpartition("/")
    ending = _FILE.search(name) or re.search(r"\.(?:html?|php|aspx?)$", name)
    made = "nema-takoi-storinky-" + hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:12]
    path = f"{folder}/{made}{ending[0] if ending else ''}{'/' if split.path.endswith('/') else ''}"
    return urlunsplit((split.scheme, split.netloc, path, "", ""))


def _beside_made_up(fetched: Fetched, page: Page) -> Found:
    """Compare with what the host says of an address that cannot exist."""
    other = fetched.made_up.last if fetched.made_up is not None else None
    last = fetched.last
    if other is None or last is None or not 200 <= other.status < 300:
        return Found.PAGE
    if fetched.made_up is not None and len(fetched.made_up.chain) > 1:
        return Found.SAME_AS_MADE_UP if other.url == last.url else Found.PAGE
    beside = read_page(other)
    if page.root is None or beside.root is None or not _alike(page, beside):
        return Found.PAGE
    if len(page.text) <= _SHELL and (_SHELL_MARKS.search(page.markup) or "<script" in page.markup.lower()):
        return Found.SHELL
    return Found.SAME_AS_MADE_UP if page.text else Found.PAGE


def _alike(page: Page, beside: Page) -> bool:
    """Whether two pages say the same, numbers and dates apart."""
    if _WORD.findall(page.title) != _WORD.findall(beside.title):
        return False
    mine, theirs = (set(_WORD.findall(each.text.lower())) for each in (page, beside))
    return len(mine & theirs) >= _ALIKE * len(mine | theirs)
