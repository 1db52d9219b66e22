"""The publications of a media cell: outlets, their addresses, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from courtcomms.cells.links import read_links
from courtcomms.cells.media_numbers import read_stated, says_none
from courtcomms.cells.outlets import Mention, mentions, quoted
from courtcomms.cells.typography import is_blank, visible
from courtcomms.model import Anchor, Link, LinkFlaw, Media, MediaItem, MediaKind

#: Stands for a link while the words around it are read.
_LINK = "\ue000"

_HOST = re.compile(r"https?://(?:www\.)?([^/?#:]+)[/]?", re.IGNORECASE)
_SAME = re.compile(r"^https?://(?:www\.)?|/+$", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@\ue000]{1,64}@[^\s@\ue000]{1,250}")
#: Quotation marks made of others: two for one, or single ones.
_QUOTE_OF = {"''": '"', ",,": "„", "<<": "«", ">>": "»"}
_DOUBLED = re.compile("|".join(_QUOTE_OF))
_SINGLE_QUOTES = re.compile(r"‘([^‘’\n\ue000]{1,100})’")
_ONLY_SIGNS = re.compile(r"[\s:–—\-,;.()/|«»\"“”]*")
_ADDRESS = re.compile(r"^\s*(?:https?:|www\.)|[/]|^\S+\.\w{2,}$", re.IGNORECASE)


def read_media(text: str, anchors: Sequence[Anchor] = ()) -> Media:
    """What a media cell means.

    ``items`` are the publications named: one for each distinct address (the same address twice counts once)
    and one for each outlet without an address. ``count`` is their number; the cell's own number where none is
    named or where only outlets are; ``0`` for a dash, a blank cell and words for «none»; ``None`` where it
    cannot be told. ``stated`` is the number the cell itself names, left as it is even if it disagrees.
    An outlet's name comes without its outer quotes.
    """
    if is_blank(text):
        return Media(count=0)
    links = read_links(text, anchors)
    if not links and says_none(text):
        return Media(count=0)
    published = _published(text, links)
    stated = read_stated(_marked(text, published), len(published))
    reader = _Reader(published)
    for line in _names_first(stated.rest.split("\n")):
        reader.line(line)
    items = tuple(_distinct(reader.finish()))
    return Media(items, links, _count(items, stated.number), stated.number)


def _count(items: tuple[MediaItem, ...], stated: int | None) -> int | None:
    addressed = any(item.kind is MediaKind.ONLINE for item in items)
    if not items or (not addressed and stated is not None and stated > len(items)):
        return stated
    return len(items)


def _published(text: str, links: Sequence[Link]) -> list[Link]:
    """The links that lead to publications: no other schemes, no host that only names the next link's site."""
    web = [link for link in links if link.flaw is not LinkFlaw.OTHER_SCHEME]
    return [
        link for link, later in zip(web, [*web[1:], None], strict=False) if not _is_label(text, link, later)
    ]


def _is_label(text: str, link: Link, later: Link | None) -> bool:
    """«1kr.ua – https://1kr.ua/news-65763.html»: the first is the outlet's name."""
    if later is None or link.flaw is not LinkFlaw.NO_SCHEME or "/" in link.text:
        return False
    near = _ONLY_SIGNS.fullmatch(text, link.end, later.start) is not None
    return near and _host(link.target) == _host(later.target)


def _host(target: str) -> str:
    found = _HOST.match(target)
    return found[1].lower() if found else ""


def _marked(text: str, links: Sequence[Link]) -> str:
    pieces, at = [], 0
    for link in links:
        pieces += [text[at : link.start].replace(_LINK, " "), _LINK]
        at = link.end
    marked = visible("".join([*pieces, text[at:].replace(_LINK, " ")]))
    return _SINGLE_QUOTES.sub(r"«\1»", _DOUBLED.sub(lambda m: _QUOTE_OF[m[0]], _MAIL.sub(" ", marked)))


def _names_first(lines: list[str]) -> list[str]:
    """The lines with each outlet before its address, where the cell has every outlet below its address."""
    told = [line for line in lines if line.strip()]
    addresses, names = told[::2], told[1::2]
    below = len(addresses) == len(names) and all(_LINK in line and not mentions(line) for line in addresses)
    if not names or not below or not all(_LINK not in line and quoted(line) for line in names):
        return lines
    return [line for pair in zip(names, addresses, strict=True) for line in pair]


#: «https://… ; газета «Зоря»»: another publication, not the outlet of the link before.
_ANOTHER = re.compile(
    r"\s*(?:;|[,.]\s*(?:також\s+)?(?:[ву]\s+|на\s+)?(?:газет|часопис|тижневик|журнал|телеканал|трк|тв\b|тб\b|радіо))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[\s)\]]*(?:[,;.+]|(?:та|і|й|також)\b)")


class _Reader:
    """Reads line after line and hands each link to the outlet it belongs to."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._links = iter(links)
        self._items: list[MediaItem] = []
        self._waiting: list[Mention] = []
        self._outlet = ""

    def line(self, line: str) -> None:
        if _LINK in line:
            self._with_links(line.split(_LINK))
        elif line.strip():
            self._names(mentions(line))
        elif not self._waiting:
            self._outlet = ""

    def _names(self, named: list[Mention]) -> None:
        """A line of words: an outlet whose address may follow, or one without."""
        if not named:
            return
        if self._waiting and not any(mention.sure for mention in named):
            return
        self._offline(self._waiting)
        self._waiting, self._outlet = named, ""

    def _with_links(self, texts: list[str]) -> None:
        """``texts`` stand before, between and after the links of one line."""
        before = [mentions(text) for text in texts[:-1]]
        trailing = not before[0] and not self._waiting
        alone = trailing and _ANOTHER.match(texts[-1]) is not None
        after = [self._after(text) for text in (texts[1:-1] if alone else texts[1:])] if trailing else []
        for index, named in enumerate(before):
            if any(after):
                self._add(after[index] if index < len(after) else "")
                continue
            if named or self._waiting:
                self._take(named or self._waiting)
            self._add(self._outlet)
        if alone or (not trailing and _GOES_ON.match(texts[-1])):
            self._offline(mentions(texts[-1]))

    @staticmethod
    def _after(text: str) -> str:
        """The outlet that follows its link: «https://… («Весь Кривий Ріг»)»."""
        named = [mention for mention in mentions(text) if mention.sure]
        return named[0].name if named else ""

    def _take(self, named: list[Mention]) -> None:
        """The last outlet named before a link is the link's; what else was named has no address."""
        if named is not self._waiting:
            self._offline(self._waiting)
        self._offline(named[:-1])
        self._outlet, self._waiting = named[-1].name, []

    def _add(self, outlet: str) -> None:
        link = next(self._links)
        shown = link.text.strip('«»"“”„ ')
        name = outlet if outlet or _ADDRESS.search(shown) else shown
        self._items.append(MediaItem(name, link.target, MediaKind.ONLINE))

    def _offline(self, named: Sequence[Mention]) -> None:
        self._items += [MediaItem(mention.name, "", MediaKind.OFFLINE) for mention in named if mention.sure]

    def finish(self) -> list[MediaItem]:
        """All publications; outlets still waiting for an address have none."""
        self._offline(self._waiting)
        self._waiting = []
        return self._items


def _distinct(items: Sequence[MediaItem]) -> list[MediaItem]:
    """Each address once, with the first outlet named for it; outlets without an address all stay."""
    kept: dict[str, MediaItem] = {}
    for index, item in enumerate(items):
        key = _SAME.sub("", item.url) if item.url else f" {index}"
        if key not in kept or (item.outlet and not kept[key].outlet):
            kept[key] = item if key not in kept else MediaItem(item.outlet, kept[key].url, item.kind)
    return list(kept.values())
