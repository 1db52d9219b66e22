"""Which outlets' names could be written before addresses that stand without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from courtcomms.cells.links import read_links
from courtcomms.cells.media import read_media
from courtcomms.cells.search_key import search_key
from courtcomms.model import Anchor, Column, Link

if TYPE_CHECKING:
    from courtcomms.store import Register

#: What stands between an outlet's name and its address is no longer than this.
_LONGEST_BETWEEN = 6
_OPENING = '«„“"'
_BARE = " \t\u00a0-–—•*·.,;:()[]0123456789"
#: So many cells tell how names are written in this register.
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Style:
    """How this register writes an outlet: ``before`` the name, and ``between`` it and the address."""

    before: str = ""
    between: str = ": "

    def written(self, name: str) -> str:
        """The name as it would stand before an address."""
        return f"{self.before}{name}{self.between}"


@dataclass(frozen=True, slots=True)
class Naming:
    """``name`` could be written: ``insertion`` at ``at`` of ``text``, before an address."""

    text: str
    name: str
    at: int
    insertion: str


def offer_names(
    register: Register, court_id: int, text: str, anchors: Sequence[Anchor] = ()
) -> tuple[Naming, ...]:
    """The names that the directory knows for addresses that stand alone on their line, from the top."""
    links = list(_nameless(text, read_links(text, anchors)))
    known = [(link, register.outlet_name(link.target)) for link in links]
    named = [(link, name) for link, name in known if name and not _told(text, anchors, link, name)]
    if not named:
        return ()
    style = style_of([value for value, _number in register.values(court_id, Column.MEDIA, _LOOKED_AT)])
    return tuple(Naming(text, name, link.start, style.written(name)) for link, name in named)


def style_of(texts: Sequence[str]) -> Style:
    """The way in which most names are written before their addresses; «Назва: » where there are none."""
    found = Counter(style for text in texts for style in _styles(text))
    return found.most_common(1)[0][0] if found else Style()


def _styles(text: str) -> Iterator[Style]:
    media, at = read_media(text), 0
    for item in media.items:
        link = next((link for link in media.links if link.target == item.url and link.start >= at), None)
        if link is None or not item.outlet:
            continue
        begin = text.rfind(item.outlet, at, link.start)
        between = text[begin + len(item.outlet) : link.start]
        if begin >= 0 and between and len(between) <= _LONGEST_BETWEEN and not any(map(str.isalnum, between)):
            before = text[begin - 1 : begin]
            yield Style(before if before and before in _OPENING else "", between)
        at = link.end


def _nameless(text: str, links: Sequence[Link]) -> Iterator[Link]:
    """The links before which their line has no word, nor is the line above a line of words."""
    for number, link in enumerate(links):
        start = max(text.rfind("\n", 0, link.start) + 1, links[number - 1].end if number else 0)
        if text[start : link.start].strip(_BARE):
            continue
        above = text[:start].rstrip()
        line = above[above.rfind("\n") + 1 :]
        if "\n" in text[len(above) : start] and line and "/" not in line and line.strip(_BARE):
            continue
        end = text.find("\n", link.end)
        if not any(map(str.isalpha, text[link.end : end if end >= 0 else len(text)].partition("http")[0])):
            yield link


def _told(text: str, anchors: Sequence[Anchor], link: Link, name: str) -> bool:
    """Whether the cell names the outlet of this address already, lines above."""
    media = read_media(text, tuple(anchors))
    outlets = {item.outlet for item in media.items if item.url == link.target}
    return search_key(name) in map(search_key, outlets)
