"""Where an address ends: at prose typed without a blank, at a bracket that is not its own, at punctuation."""

from __future__ import annotations

import re

from courtcomms.cells.link_hosts import is_bare_host
from courtcomms.cells.link_joints import ADDRESS_AHEAD, JOINT
from courtcomms.cells.typography import INVISIBLE

_UPPER = "А-ЯІЇЄҐ"
_CYRILLIC = "\u0400-\u04ff"

_OPENERS = {")": "(", "]": "[", "}": "{"}

#: Places inside a run without blanks where the address may be over: a bracket; a Cyrillic word glued to a
#: Latin path; punctuation with prose after it; the next address; what only leads over to it.
_PLACE = re.compile(
    rf"(?P<remark>[(\[{{](?=[{_CYRILLIC}«„“\"])(?![{_CYRILLIC}\w.,_%-]{{1,100}}[)\]}}]))"
    rf"|(?P<bracket>[()\[\]{{}}])"
    rf"|(?P<word>(?<=[A-Za-z0-9])[{_UPPER}](?=[а-яіїєґ'’ʼ])"
    rf"|(?:(?<=\.html|\.docx|\.xlsx)|(?<=\.htm|\.php|\.pdf|\.doc|\.xls))[{_CYRILLIC}])"
    rf"|(?P<prose>(?<=[A-Za-z0-9/])(?:[,;!](?=[{_CYRILLIC}])|[.:](?=[{_UPPER}])|[–—](?=[{_CYRILLIC}\d]|$)|&nbsp)"
    rf"|(?<=/)-(?=[{_CYRILLIC}]))"
    r"|(?P<www>(?<=[A-Za-z0-9])(?=www\.[A-Za-z0-9-]+\.))"
    r"|(?P<next>(?<=[,;|])(?=[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.-]{2,100}/))"
    rf"|(?P<joint>(?<=[A-Za-z0-9/]){JOINT}\Z)",
)
_HOST = re.compile(r"[A-Za-z0-9.-]{1,200}")

#: A path of these signs alone has no such place, unless «www.» begins the next address in it.
_PLAIN_PATH = re.compile(r"[A-Za-z0-9/_.~%?=#+-]*")

_TRAILING = frozenset(".,;:!?'’‘ʼ*|~…–—·&([{\\" + INVISIBLE)


def cut(text: str, start: int, end: int) -> int:
    """The end of the path that begins at ``start``, at most ``end``: balanced brackets, no glued prose."""
    plain = _PLAIN_PATH.match(text, start, end)
    if plain is not None and plain.end() == end and "www." not in plain[0]:
        return end
    depth = dict.fromkeys(_OPENERS.values(), 0)
    for place in _PLACE.finditer(text, start, end):
        sign, kind = place[0], place.lastgroup
        if kind == "bracket" and sign in depth:
            depth[sign] += 1
        elif kind == "bracket" and depth[_OPENERS[sign]]:
            depth[_OPENERS[sign]] -= 1
        elif kind == "joint":
            if ADDRESS_AHEAD.match(text, place.end()):
                return place.start()
        elif kind != "next" or _address_at(text, place.start()):
            return place.start()
    return end


def _address_at(text: str, at: int) -> bool:
    host = _HOST.match(text, at)
    return host is not None and is_bare_host(host[0], with_path=True)


def trim(text: str, start: int, end: int) -> int:
    """The end without trailing punctuation; ``start`` is the least that can come back.

    A hyphen goes only after a slash: elsewhere it may belong to the address.
    """
    while end > start and (
        text[end - 1] in _TRAILING or text[end - 2 : end] == "/-" or text[end - 1].isspace()
    ):
        end -= 1
    return end
