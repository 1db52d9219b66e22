"""Where addresses with a scheme begin, also where the scheme is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from courtcomms.cells.link_hosts import is_bare_host
from courtcomms.cells.look_alikes import to_latin


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of an address: its text from ``start``, its host from ``host``.

    ``scheme`` is what was meant, lower case; ``""`` where none was written. ``typed`` tells that the scheme
    stands there as it should, ``torn`` that a blank or a line end interrupts it.
    """

    start: int
    host: int
    scheme: str
    typed: bool = True
    torn: bool = False


def _misspelt(word: str) -> Iterator[str]:
    """Spellings of a word one slip away: a letter lost, doubled, or swapped with the next."""
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]
        yield word[: index + 1] + word[index:]
        yield word[:index] + word[index + 1 : index + 2] + word[index : index + 1] + word[index + 2 :]


_SCHEMES = (
    dict.fromkeys(_misspelt("http"), "http")
    | dict.fromkeys((*_misspelt("https"), "htpps", "hppts"), "https")
    | {"http": "http", "https": "https", "htpp": "http", "hppt": "http"}
    # Two slips that are met together.
    | {"hhtp": "http", "hhttp": "http", "htttps": "https", "hhtps": "https", "hhttps": "https"}
)

#: In no name does the small «т» look like «t»; in a scheme nothing else can be meant.
_SMALL_TE = str.maketrans("т", "t")

#: Schemes of things that no report can refer to; those without ``//`` need to be known by name.
NAMED_SCHEMES = frozenset({"javascript", "vbscript", "data", "file", "ftp"})

#: Contacts, not addresses of pages.
_CONTACTS = frozenset({"mailto", "tel", "sms", "callto", "skype", "sip"})

_SEPARATOR = re.compile(r"(?:(?::[ \xa0\n]?|[;.])[/\\]{1,3}|[/\\]{1,3}:?|:(?=[^\s:]))")
#: What a single slash must follow to end a scheme: a scheme's last letter or its Cyrillic twin, a blank, a
#: line end.
_BEFORE_SLASH = frozenset(
    chr(code)
    for code in (*range(0x41, 0x7B), *range(0x400, 0x500))
    if to_latin(chr(code)).lower() in {spelling[-1] for spelling in _SCHEMES}
) | set(" \xa0\n")
_INSIDE = frozenset("0123456789/_-.=&?%")
_WORD_BEFORE = re.compile(r"([A-Za-z\u0400-\u04ff]+)[ \xa0]?$")
_LATIN_END = re.compile(r"[A-Za-z]{2,12}$")
_TEAR = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*")
_HOST_AHEAD = re.compile(r"[A-Za-z0-9.\-]{1,255}")


def find_starts(text: str) -> list[Start]:
    """Every beginning of an address with a scheme, right or misspelt, in order.

    A scheme written twice (``http://https://…``) is one beginning with the later scheme.
    """
    starts: list[Start] = []
    for separator in _SEPARATOR.finditer(text):
        if separator[0] == "/" and text[separator.start() - 1] not in _BEFORE_SLASH:
            continue  # by far the most: a slash within a path
        found = _start_at(text, separator)
        if found is None:
            continue
        if starts and starts[-1].host == found.start:
            found = Start(starts.pop().start, found.host, found.scheme, typed=False, torn=found.torn)
        starts.append(found)
    return _without_overlaps(starts)


def _without_overlaps(starts: list[Start]) -> list[Start]:
    kept = starts[:1]
    kept.extend(later for earlier, later in pairwise(starts) if later.start >= earlier.host)
    return kept


def _start_at(text: str, separator: re.Match[str]) -> Start | None:
    at, host = separator.span()
    before = _WORD_BEFORE.search(text, max(0, at - 14), at)
    word = before[1] if before else ""
    inside = before is not None and before.start() > 0 and text[before.start() - 1] in _INSIDE
    scheme, length = _web_scheme(word, inside=inside)
    if scheme:
        return _web_start(text, before.end(1) - length if before else at, separator, scheme)
    if before is None or before.end() != before.end(1):
        return _schemeless(text, at, host, separator[0])
    return _other_start(text, before[1], at, host, separator[0]) or _schemeless(text, at, host, separator[0])


def _web_scheme(word: str, *, inside: bool) -> tuple[str, int]:
    """The scheme that the end of a word spells, and the length of its spelling.

    ``inside`` an address no letter before the scheme is taken for a slip: it is the end of what is glued on.
    """
    latin = to_latin(word).lower().translate(_SMALL_TE)
    for name in ("https", "http"):
        if latin.endswith(name) and (inside or latin not in _SCHEMES):
            return name, len(name)
    if latin in _SCHEMES:
        return _SCHEMES[latin], len(latin)
    return "", 0


def _web_start(text: str, start: int, separator: re.Match[str], scheme: str) -> Start | None:
    host = separator.end()
    if text[start:host].lower() == f"{scheme}://" and host < len(text) and not text[host].isspace():
        return Start(start, host, scheme)
    tear = _TEAR.match(text, host)
    host = tear.end() if tear and separator[0][-1] in "/\\" else host
    if not _host_ahead(text, host):
        return None
    torn = any(char.isspace() for char in text[start:host])
    return Start(start, host, scheme, typed=text[start:host].lower() == f"{scheme}://", torn=torn)


def _other_start(text: str, word: str, at: int, host: int, separator: str) -> Start | None:
    latin = _LATIN_END.search(word)
    if latin is None or latin[0].lower() in _CONTACTS:
        return None
    name = latin[0].lower()
    announced = separator.startswith("://") or (separator.startswith(":") and name in NAMED_SCHEMES)
    if not announced or host >= len(text) or text[host].isspace():
        return None
    return Start(at - len(name), host, name)


def _schemeless(text: str, at: int, host: int, separator: str) -> Start | None:
    """``//court.gov.ua/`` and ``://court.gov.ua/``: the beginning was lost in copying."""
    if not separator.endswith("//") or (at and (text[at - 1].isascii() and text[at - 1].isalnum())):
        return None
    return Start(at, host, "", typed=False) if _host_ahead(text, host) else None


def _host_ahead(text: str, at: int) -> bool:
    """Whether an address without a scheme would be read here."""
    run = _HOST_AHEAD.match(text, at)
    if run is None:
        return False
    with_path = text[run.end() : run.end() + 1] in {"/", "?", "#", ":"}
    return is_bare_host(run[0].rstrip(".-"), with_path=with_path)
