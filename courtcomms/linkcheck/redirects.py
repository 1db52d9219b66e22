"""What a chain of redirects means: the same page, a new address for good, another page, the root, a login."""

from __future__ import annotations

import re
from enum import Enum, auto

from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.linkcheck.lists import below, shorteners
from courtcomms.linkcheck.pages import refresh_of
from courtcomms.linkcheck.places import host_of, pairs_of, path_of
from courtcomms.linkcheck.same_page import page_key
from courtcomms.linkcheck.tracking import cleaned

_PERMANENT = frozenset({301, 308})
_LANGUAGE = r"(?:uk|ua|en|ru|pl|uk-ua|en-us|en-gb|ru-ru|ukr|eng|rus)"
_ROOT = re.compile(rf"/?(?:{_LANGUAGE}/?)?(?:(?:index|default|home|main)(?:\.\w{{2,5}})?)?/?")
_OF_LANGUAGE = re.compile(rf"(https?://[^/?]+)/{_LANGUAGE}(?=[/?]|$)")
_LOGIN_PATH = re.compile(
    r"/(?:log[-_]?[io]n|sign[-_]?in|wp-login|auth|authori[sz]e|authori[sz]ation|oauth2?|vhid|vkhid|vhod|zaloguj"
    r"|logowanie)(?:\.\w{2,5})?(?:/|$)"
)
_LOGIN_HOST = re.compile(
    r"(?:accounts?|login|signin|auth|idp|passport|oauth|adfs)\.[^.]+\..+|id(?:\.\w+)?\.gov\.ua"
)
_NOT_FOUND_PATH = re.compile(
    r"/(?:(?:errors?|err|status|http|page)?[-_/]?404(?:[-_]?(?:error|page))?|(?:page[-_]?)?not[-_]?found)"
    r"(?:\.\w{2,5})?/?$"
)
#: Pages that tell of a failure, whichever it was.
_ERROR_PATH = re.compile(r"/(?:errors?|err|oops|error[-_]?page)(?:\.\w{2,5})?/?$")
#: Parameters of a visit or a way to the page, beside those that follow readers.
_OF_A_VISIT = re.compile(
    r"(?:phpsessid|jsessionid|sid|session(?:id)?|token|from|lang|hl|language|cookie\w*|nocache|attempt|redirected?|__cf\w*"
    r"|auth|code|state|nonce|ticket)",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"(?:phpsessid|jsessionid|sid|session(?:id)?|token|auth|code|state|nonce|ticket)", re.IGNORECASE
)
#: Last parts of a path that are another view of the page above.
_VIEWS = frozenset({"amp", "print", "feed", "comments", "mobile", "view", "full", "m", "share"})


class Way(Enum):
    """Where redirects led."""

    NOWHERE = auto()
    SAME_PAGE = auto()
    MOVED = auto()
    SHORTENED = auto()
    ELSEWHERE = auto()
    TO_SECTION = auto()
    TO_ROOT = auto()
    TO_LOGIN = auto()
    TO_NOT_FOUND = auto()


def way_of(fetched: Fetched) -> Way:
    """What the redirects of an answered address mean; the last answer itself is not looked at."""
    first, last = fetched.chain[0], fetched.chain[-1]
    if len(fetched.chain) == 1 or first == last:
        return Way.NOWHERE
    if is_login(last) and not is_login(first):
        return Way.TO_LOGIN
    if _NOT_FOUND_PATH.search(path_of(last)) and not _NOT_FOUND_PATH.search(path_of(first)):
        return Way.TO_NOT_FOUND
    if _shortened(first) and not _shortened(last):
        return Way.SHORTENED
    if same_page(first, last):
        return Way.SAME_PAGE
    if is_root(last) and not is_root(first):
        return Way.TO_ROOT
    if _is_section(last, first):
        return Way.TO_SECTION
    if _downgraded(first, last) or _ERROR_PATH.search(path_of(last)):
        return Way.ELSEWHERE
    return Way.MOVED if permanent(fetched) else Way.ELSEWHERE


def permanent(fetched: Fetched) -> bool:
    """Whether every redirect is one for good: 301, 308, or a page that sends its readers on at once."""
    return all(_for_good(answer) for answer in fetched.answers[:-1])


def same_page(first: str, second: str) -> bool:
    """Whether two addresses are one page, also by another language's or visit's address of it."""
    return page_key(first) == page_key(second) or _loose_key(first) == _loose_key(second)


def is_root(url: str) -> bool:
    """Whether an address is its site's first page, also that of one language."""
    return bool(_ROOT.fullmatch(path_of(url))) and "?" not in _loose_key(url)


def is_login(url: str) -> bool:
    """Whether an address is where people log in."""
    return bool(_LOGIN_PATH.search(path_of(url)) or _LOGIN_HOST.fullmatch(host_of(url)))


def repair_for(fetched: Fetched) -> str:
    """The address to write in place of the one asked for, where redirects say it for certain; else ``""``."""
    first, last = fetched.chain[0], fetched.chain[-1]
    if first == last or _downgraded(first, last) or _carries_secret(first, last):
        return ""
    way = way_of(fetched)
    secured = first.startswith("http:") and last.startswith("https:") and page_key(first) == page_key(last)
    if way in (Way.MOVED, Way.SHORTENED) or (way is Way.SAME_PAGE and (secured or permanent(fetched))):
        return _without_new_tracking(first, last)
    return ""


def _without_new_tracking(first: str, last: str) -> str:
    """The last address without what follows its readers; what then is the first again is as it was led to."""
    clean = cleaned(last, host_of(last))
    return clean if clean != first else last


def _for_good(answer: Answer) -> bool:
    if not answer.refreshed:
        return answer.status in _PERMANENT
    refresh = refresh_of(answer)
    return refresh is not None and refresh.seconds < 1


def _shortened(url: str) -> bool:
    return below(host_of(url), shorteners())


def _downgraded(first: str, last: str) -> bool:
    return first.startswith("https:") and last.startswith("http:")


def _carries_secret(first: str, last: str) -> bool:
    """Whether a redirect added what belongs to one visit: such an address is not to be written down."""
    known = {name for name, _ in pairs_of(first)}
    added = (name for name, _ in pairs_of(last) if name not in known)
    return ";jsessionid" in path_of(last) or any(_SECRET.fullmatch(name) for name in added)


def _is_section(upper: str, url: str) -> bool:
    """Whether an address is a section of the site in which another lies: what was asked for is lost."""
    above, path = path_of(upper).rstrip("/") + "/", path_of(url)
    if host_of(upper) != host_of(url) or not path.startswith(above):
        return False
    return path.rstrip("/").rpartition("/")[2] not in _VIEWS


def _loose_key(url: str) -> str:
    """An address as a key, without language, and without what the query says of the visit."""
    key, _, query = _OF_LANGUAGE.sub(r"\1", page_key(url)).partition("?")
    kept = [each for each in query.split("&") if each and not _OF_A_VISIT.fullmatch(each.partition("=")[0])]
    return "?".join(filter(None, (key.rstrip("/").casefold(), "&".join(kept))))
