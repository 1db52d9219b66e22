"""A cell's links: which the text itself gives, and which must be kept as anchors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from courtcomms.cells.link_targets import document_target
from courtcomms.cells.links import read_links
from courtcomms.importing.document import ShownLink
from courtcomms.importing.finding.link_list import leads_to_list
from courtcomms.importing.grid import GridLink
from courtcomms.importing.text_builder import shortened
from courtcomms.model import Anchor, Column, Link, LinkFlaw

_LONGEST_TARGET = 2083
#: Columns in which an address without a scheme is meant as a link and not as a name.
_LINK_COLUMNS = frozenset({Column.SITE_LINKS, Column.MEDIA})


@dataclass(frozen=True, slots=True)
class CellLinks:
    """What a cell's links come to: anchors to keep, links as the document shows them, things to tell."""

    anchors: tuple[Anchor, ...]
    shown: tuple[ShownLink, ...]
    notes: tuple[str, ...]


#: What the cells without any come to.
_NO_LINKS = CellLinks((), (), ())


def cell_links(column: Column, text: str, links: Sequence[GridLink]) -> CellLinks:
    """Understand the hyperlinks of a cell beside the addresses in its text.

    ``links`` are places in ``text``. A hyperlink whose target the text gives at its place is not kept
    twice; one that leads elsewhere becomes an anchor; what is not http or https stays text and is told.
    """
    if not links and "." not in text and "/" not in text:
        return _NO_LINKS
    by_text = read_links(text)
    plain = list(by_text)
    contested = _contested(text, links)
    anchors: list[Anchor] = []
    notes: list[str] = []
    for link in sorted(links, key=lambda item: item.start):
        if leads_to_list(link.target):
            continue
        shown = text[link.start : link.end].strip()
        note = _doubt(link.target, shown)
        if note:
            notes.append(note)
        elif shown in contested or not _given(plain, link):
            anchors.append(_anchor(column, text, link, plain, anchors))
    understood = read_links(text, anchors) if anchors else by_text
    notes += _lost(anchors, understood) if anchors else []
    return CellLinks(tuple(anchors), _shown(column, understood, anchors), tuple(notes))


def _doubt(target: str, shown: str) -> str:
    if not target.lower().startswith(("http://", "https://")):
        return f"посилання «{shortened(target)}» не веде на вебсторінку, лишився тільки текст"
    if len(target) > _LONGEST_TARGET:
        return f"посилання «{shortened(target)}» задовге, лишився тільки текст"
    return "" if shown else f"посилання без видимого тексту не взято: {shortened(target)}"


def _contested(text: str, links: Sequence[GridLink]) -> set[str]:
    """Words that lead to one address here and to another there: each place must have its anchor, by order."""
    targets: dict[str, set[str]] = {}
    for link in links:
        targets.setdefault(text[link.start : link.end].strip(), set()).add(link.target)
    return {words for words, found in targets.items() if len(found) > 1}


def _given(plain: list[Link], link: GridLink) -> bool:
    """Whether the text at the hyperlink's place is that very address; each is used up once.

    A document writes some signs of an address in another way than the text shows them, and links an address
    that goes over a line end from each of its lines.
    """
    for item in plain:
        same = link.target in (item.target, document_target(item.target))
        if same and item.start < link.end and link.start < item.end:
            if "\n" not in item.text:
                plain.remove(item)
            return True
    return False


def _anchor(
    column: Column, text: str, link: GridLink, plain: Sequence[Link], before: Sequence[Anchor]
) -> Anchor:
    start, end = _own_place(text, link, plain)
    while not _is_nth(text, start, end, before):
        wider = _wider(text, start)
        if wider == start:
            start, _ = _own_place(text, link, plain)
            break
        start = wider
    return Anchor(column, text[start:end], link.target)


def _own_place(text: str, link: GridLink, plain: Sequence[Link]) -> tuple[int, int]:
    """The hyperlink's words; a sheet's link covers a whole cell, but only its first free line is meant."""
    places = []
    at = link.start
    for line in text[link.start : link.end].split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            places.append((start, start + len(line.strip())))
        at += len(line) + 1
    free = [
        place for place in places if not any(item.start < place[1] and place[0] < item.end for item in plain)
    ]
    if len(places) > 1 and len(free) < len(places):
        return (free or places)[0]
    return places[0][0], places[-1][1]


def _is_nth(text: str, start: int, end: int, before: Sequence[Anchor]) -> bool:
    """Whether the words are found again: the n-th anchor of a text belongs to its n-th occurrence."""
    words, at = text[start:end], 0
    for _ in range(sum(anchor.text == words for anchor in before)):
        at = text.find(words, at) + len(words)
    return text.find(words, at) == start


def _wider(text: str, start: int) -> int:
    """The place one word further left on the same line."""
    line_start = text.rfind("\n", 0, start) + 1
    head = text[line_start:start].rstrip()
    return line_start + head.rfind(" ") + 1 if head else start


def _lost(anchors: Sequence[Anchor], understood: Sequence[Link]) -> list[str]:
    missing = Counter(anchor.target for anchor in anchors) - Counter(link.target for link in understood)
    return [f"посилання {shortened(target)} не вдалося прив'язати до тексту" for target in missing]


def _shown(column: Column, understood: Sequence[Link], anchors: Sequence[Anchor]) -> tuple[ShownLink, ...]:
    targets = {anchor.target for anchor in anchors}
    return tuple(
        ShownLink(link.target, link.text)
        for link in understood
        if link.target in targets or _is_address(column, link)
    )


def _is_address(column: Column, link: Link) -> bool:
    if link.flaw in (LinkFlaw.NOT_AN_ADDRESS, LinkFlaw.OTHER_SCHEME):
        return False
    return link.flaw is not LinkFlaw.NO_SCHEME or column in _LINK_COLUMNS
