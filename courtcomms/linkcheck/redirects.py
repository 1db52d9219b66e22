"""What a chain of redirects means: the same page, a new address for good, another page, the root, a login."""

from __future__ import annotations

import re
from enum import Enum, auto
from urllib.parse import parse_qsl, unquote, urlsplit

from courtcomms.linkcheck.answers import Answer, Fetched
from courtcomms.linkcheck.pages import refresh_of
from courtcomms.linkcheck.walls import host_of, path_of

_PERMANENT = frozenset({301, 308})
_LANGUAGE = r"(?:uk|ua|en|ru|pl|uk-ua|en-us|ru-ru|ukr|eng|rus)"
_ROOT = re.compile(rf"/?(?:{_LANGUAGE}/?)?(?:(?:index|default|home|main)(?:\.\w{{2,5}})?)?/?")
_LOGIN_PATH = re.compile(
    r"(?:^|/)(?:log[-_]?[io]n|sign[-_]?in|wp-login|auth|authorize|authorise|authorization|oauth2?|sso|cas"
    r"|account(?:s)?/(?:log|sign)[-_]?in|user/login|uas/login|vkhid|vhod|vxid|zaloguj|logowanie)(?:\.\w{2,5})?(?:/|$)"
)
_LOGIN_HOST = re.compile(r"(?:accounts?|login|signin|auth|idp|id|passport|oauth|adfs)\.[^.]+\..+|id\.gov\.ua")
_NOT_FOUND_PATH = re.compile(
    r"(?:^|/)(?:(?:error|err|errors|status|http)?[-_/]?404|404[-_]?(?:error|page)?|not[-_]?found|page[-_]?not[-_]?found"
    r"|notfound|pagenotfound)(?:\.\w{2,5})?/?$"
)
_ERROR_PATH = re.compile(r"(?:^|/)(?:error|errors|err|error[-_]?page|oops)(?:\.\w{2,5})?/?$")
#: Parameters that name a visit, a campaign or a way and not a page.
_OF_A_VISIT = re.compile(
    r"(?:utm_\w+|fbclid|gclid|yclid|phpsessid|jsessionid|sid|sessionid|session|token|_ga|mc_\w+|ref|from|lang|hl|_x_tr_\w+"
    r"|cookie\w*|nocache|attempt|redirected?|__cf\w*|__cpo)",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?:phpsessid|jsessionid|sid|sessionid|session|token|auth|code|state|nonce|ticket)", re.IGNORECASE
)


class Way(Enum):
    """Where redirects led."""

    NOWHERE = auto()
    SAME_PAGE = auto()
    MOVED = auto()
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
    if _is_login(last) and not _is_login(first):
        return Way.TO_LOGIN
    if _NOT_FOUND_PATH.search(path_of(last)) or _ERROR_PATH.search(path_of(last)):
        return Way.TO_NOT_FOUND
    if same_page(first, last):
        return Way.SAME_PAGE
    if is_root(last):
        return Way.SAME_PAGE if is_root(first) and host_of(first) == host_of(last) else _to_root(fetched)
    if _inside(path_of(last), path_of(first)) and host_of(first) == host_of(last):
        return Way.TO_SECTION
    return Way.MOVED if permanent(fetched) and not _downgraded(first, last) else Way.ELSEWHERE


def permanent(fetched: Fetched) -> bool:
    """Whether every redirect is one for good: 301, 308, or a page that sends its readers on at once."""
    return all(_for_good(answer) for answer in fetched.answers[:-1])


def same_page(first: str, second: str) -> bool:
    """Whether two addresses are one page: scheme, ``www.``, final slash, language, visit's parameters apart."""
    if host_of(first) != host_of(second):
        return False
    return _bare_path(first) == _bare_path(second) and _query(first) == _query(second)


def is_root(url: str) -> bool:
    """Whether an address is its site's first page, also of one language."""
    return bool(_ROOT.fullmatch(path_of(url))) and not _query(url)


def repair_for(fetched: Fetched) -> str:
    """The address to write in place of the one asked for, where redirects say it for certain; else ``""``."""
    first, last = fetched.chain[0], fetched.chain[-1]
    if first == last or _downgraded(first, last) or _has_session(first, last):
        return ""
    way = way_of(fetched)
    if way is Way.MOVED or (way is Way.SAME_PAGE and permanent(fetched)):
        return last
    secured = first.startswith("http:") and last.startswith("https:")
    return last if way is Way.SAME_PAGE and secured and _bare_path(first) == path_of(last).rstrip("/") else ""


def _to_root(fetched: Fetched) -> Way:
    """A site's first page moved to another host's first page has moved; any other page is lost."""
    moved = is_root(fetched.chain[0]) and permanent(fetched)
    return Way.MOVED if moved else Way.ELSEWHERE if is_root(fetched.chain[0]) else Way.TO_ROOT


def _for_good(answer: Answer) -> bool:
    if not answer.refreshed:
        return answer.status in _PERMANENT
    refresh = refresh_of(answer)
    return refresh is not None and refresh.seconds < 1


def _is_login(url: str) -> bool:
    return bool(_LOGIN_PATH.search(path_of(url)) or _LOGIN_HOST.fullmatch(host_of(url)))


def _downgraded(first: str, last: str) -> bool:
    return first.startswith("https:") and last.startswith("http:")


def _has_session(first: str, last: str) -> bool:
    """Whether the redirect added what belongs to one visit: such an address is not to be written down."""
    known = {name for name, _ in _pairs(first)}
    return any(
        _SESSION.fullmatch(name) and name not in known for name, _ in _pairs(last)
    ) or ";jsessionid" in path_of(last)


def _inside(upper: str, path: str) -> bool:
    """Whether a path is a section above another."""
    return path.rstrip("/").startswith(upper.rstrip("/") + "/")


def _bare_path(url: str) -> str:
    path = unquote(path_of(url)).rstrip("/")
    return re.sub(rf"^/{_LANGUAGE}(?=/)|/index\.\w{{2,5}}$", "", path)


def _query(url: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pair for pair in _pairs(url) if not _OF_A_VISIT.fullmatch(pair[0])))


def _pairs(url: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(url).query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return []
