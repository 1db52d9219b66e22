"""The links of a cell: addresses in its text and hyperlinks whose targets it does not show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from courtcomms.cells.link_scan import scan
from courtcomms.cells.link_starts import NAMED_SCHEMES
from courtcomms.model import Anchor, Link, LinkFlaw

#: A host's last dot: a letter follows it; the dots of dates and of sentences have a digit or a blank there.
_DOT_IN_HOST = re.compile(r"\.(?<=[\w-]\.)(?=[^\W\d_])")
#: Schemes that are known without ``//``.
_OTHER_SCHEME = re.compile(rf"(?:{'|'.join(sorted(NAMED_SCHEMES))}):", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def read_links(text: str, anchors: Sequence[Anchor] = ()) -> tuple[Link, ...]:
    """The links of a cell, ordered by where they start; ``text[link.start:link.end] == link.text``.

    Addresses without a scheme are completed with ``https://``, misspelt schemes and Cyrillic letters in a
    Latin host are mended in the target, addresses glued together come apart, one broken over a line end is
    joined where nothing else can be meant; ``flaw`` names what was wrong. An archive's or a redirect's
    address that contains another one is one link. E-mail addresses and telephone numbers are no links.

    The n-th anchor of a text belongs to that text's n-th occurrence and overrides what would be read there.
    Never raises; the time is linear in the length of the text.
    """
    anchored = _anchored(text, anchors) if anchors else []
    if not anchored:
        return tuple(scan(text)) if _may_hold_address(text) else ()
    pieces, at = [], 0
    for link in anchored:
        pieces += [text[at : link.start], "\0" * (link.end - link.start)]
        at = link.end
    return tuple(sorted([*scan("".join([*pieces, text[at:]])), *anchored], key=lambda link: link.start))


def _may_hold_address(text: str) -> bool:
    """Whether an address is possible: the scanner finds none in a text without any of these signs."""
    return (
        "//" in text
        or _DOT_IN_HOST.search(text) is not None
        or (":" in text and _OTHER_SCHEME.search(text) is not None)
    )


def _anchored(text: str, anchors: Sequence[Anchor]) -> list[Link]:
    """The anchors' links, ordered; where two would overlap, the earlier one stays."""
    search_from: Counter[str] = Counter()
    found: list[Link] = []
    for anchor in anchors:
        start = text.find(anchor.text, search_from[anchor.text]) if anchor.text.strip() else -1
        if start < 0:
            continue
        end = search_from[anchor.text] = start + len(anchor.text)
        found.append(Link(anchor.target, anchor.text, start, end, _flaw(anchor.target)))
    found.sort(key=lambda link: (link.start, -link.end))
    kept: list[Link] = []
    for link in found:
        if not kept or link.start >= kept[-1].end:
            kept.append(link)
    return kept


def _flaw(target: str) -> LinkFlaw | None:
    scheme = _SCHEME.match(target)
    if scheme is None:
        return LinkFlaw.NO_SCHEME
    return None if scheme[1].lower() in {"http", "https"} else LinkFlaw.OTHER_SCHEME
