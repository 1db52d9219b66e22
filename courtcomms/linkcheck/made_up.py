"""Addresses that cannot exist, in the form of those that do: what a host says of them tells its ways."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from courtcomms.linkcheck.answers import Fetched
from courtcomms.linkcheck.places import host_of, path_of
from courtcomms.linkcheck.redirects import Way, way_of
from courtcomms.linkcheck.tracking import without_tracking

#: Endings of files that are no pages.
FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|jpe?g|png|gif|zip|rtf|pptx?|mp4|odt)$", re.IGNORECASE)
_ENDING = re.compile(r"\.\w{2,5}$")
#: Programs that make their page from the query.
_PROGRAM = re.compile(r"(?:\.(?:php|aspx?|jsp|cgi|pl|do|exe))?$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{2,}")
_NAME = "nema-takoi-storinky"
#: Letters from which on a name is a page's own and not its section's («news-65763»).
_OWN_NAME = 12


def neighbour(url: str) -> str | None:
    """A made-up address beside another: same folder, same form; ``None`` where none can be made.

    A number becomes one that no site has reached, a name one that says so itself; of an address whose page is
    told by its query, the numbers there.
    """
    try:
        split = urlsplit(url)
    except ValueError:
        return None
    folder, _, name = split.path.rstrip("/").rpartition("/")
    number = _impossible(f"{split.netloc}{folder}")
    query = without_tracking(split.query, split.hostname or "")
    if query and _told_by_query(name):
        asked = re.sub(r"(?<==)\d+|^\d+$", number, query)
        return urlunsplit((split.scheme, split.netloc, split.path, asked, "")) if asked != query else None
    slash = "/" if split.path.endswith("/") else ""
    return urlunsplit((split.scheme, split.netloc, f"{folder}/{_made_up(name, number)}{slash}", "", ""))


def led_astray(fetched: Fetched) -> bool:
    """Whether redirects on one host led to a page of which nothing was in the address."""
    first, last = fetched.chain[0], fetched.chain[-1]
    if fetched.last is None or first == last or host_of(first) != host_of(last):
        return False
    if way_of(fetched) not in (Way.MOVED, Way.ELSEWHERE, Way.TO_SECTION):
        return False
    return not _own_words(first) & _own_words(last)


def _own_words(url: str) -> set[str]:
    """Numbers and longer words of the last part of a path, by which a page is known."""
    last = path_of(url).rstrip("/").rpartition("/")[2]
    return set(re.findall(r"\d{3,}|[^\W\d_]{5,}", last))


def _told_by_query(name: str) -> bool:
    return _PROGRAM.search(name) is not None and (not name or "." in name)


def _made_up(name: str, number: str) -> str:
    """A name of the same form: «1051137», «65763-pro-sud», «pro-sud.html», «news-65763.html»."""
    ending = _ENDING.search(name)
    stem = unquote(name[: ending.start()] if ending else name)
    letters = sum(sign.isalpha() for sign in stem)
    found = _NUMBER.search(stem)
    if found is None:
        made = f"{_NAME}-{number}"
    elif letters < _OWN_NAME:
        made = quote(stem[: found.start()] + number + stem[found.end() :])
    else:
        made = f"{number}-{_NAME}" if found.start() == 0 else f"{_NAME}-{number}"
    return made + (ending[0] if ending else "")


def _impossible(folder: str) -> str:
    """Nine digits, the first a nine: the same for one folder at every asking."""
    digest = hashlib.sha256(folder.encode("utf-8", "replace")).digest()
    return f"9{int.from_bytes(digest[:4]) % 10**8:08d}"
