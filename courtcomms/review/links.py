"""Links of which the cell's text alone tells that they are spelled wrong."""

from __future__ import annotations

from collections.abc import Iterator

from courtcomms.cells.link_joints import is_joint
from courtcomms.linkcheck.offline import look_at_target
from courtcomms.linkcheck.spelling import (
    CYRILLIC,
    NO_SCHEME,
    NOT_AN_ADDRESS,
    OTHER_SCHEME,
    SPACE,
    TORN,
    UNSEEN,
    backslash,
    why_broken,
)
from courtcomms.model import Column, Finding, Link, LinkFlaw, Severity
from courtcomms.review.link_repairs import apart, whole_address
from courtcomms.review.row import LINKED, Row, names_the_next

_FLAWS = {
    LinkFlaw.NO_SCHEME: (Severity.WARN, NO_SCHEME),
    LinkFlaw.OTHER_SCHEME: (Severity.ERROR, OTHER_SCHEME),
    LinkFlaw.BROKEN: (Severity.WARN, SPACE),
    LinkFlaw.NOT_AN_ADDRESS: (Severity.ERROR, NOT_AN_ADDRESS),
}


def link_flaws(row: Row) -> Iterator[Finding]:
    """Each link with a flaw of its own, and each pair of links glued together."""
    for column in LINKED:
        links = row.links(column)
        for index, link in enumerate(links):
            later = links[index + 1] if index + 1 < len(links) else None
            if cut_by_comma(row, column, link):
                continue
            if link.flaw is LinkFlaw.GLUED:
                yield from _glued(row, column, link, later)
            elif link.flaw is not None and not names_the_next(row.text(column), link, later):
                yield from _flawed(row, column, link, link.flaw)
            yield from _backslash(row, column, link)


def cut_by_comma(row: Row, column: Column, link: Link) -> bool:
    """Whether a link is half of an address that a comma cuts: `commas_for_dots` tells of it."""
    return any(link.start <= slip.end and slip.start <= link.end for slip in row.slips(column))


def _flawed(row: Row, column: Column, link: Link, flaw: LinkFlaw) -> Iterator[Finding]:
    severity, message = _FLAWS[flaw]
    if flaw is LinkFlaw.NO_SCHEME and column is Column.MEDIA and is_site_alone(link):
        severity, message, repair = Severity.HINT, "Названо лише сайт: додайте адресу самої публікації.", None
    else:
        repair = whole_address(row.text(column), link) if is_typed(row, column, link) else None
    if repair is None and flaw is LinkFlaw.BROKEN:
        message = why_broken(row.text(column), link)
    elif flaw is LinkFlaw.BROKEN:
        message = TORN if any(sign.isspace() for sign in link.text) else UNSEEN
    elif repair is not None and flaw is LinkFlaw.NOT_AN_ADDRESS:
        message = CYRILLIC
    elif flaw is LinkFlaw.NOT_AN_ADDRESS and _says_more(row, link):
        return
    yield row.find(severity, f"link_{flaw.value}", column, message, (link.start, link.end), repair)


def _says_more(row: Row, link: Link) -> bool:
    """Whether the rules of addresses name the fault: a local network, a dot too many."""
    found = look_at_target(link.target, row.link_settings)
    return bool(found) and found[0].severity is Severity.ERROR


def _backslash(row: Row, column: Column, link: Link) -> Iterator[Finding]:
    said = backslash(link) if "\\" in link.text else None
    if said is not None:
        repair = whole_address(row.text(column), link) if said.repair else None
        place = (link.start, link.end)
        yield row.find(said.severity, "link_backslash", column, said.message, place, repair)


def _glued(row: Row, column: Column, link: Link, later: Link | None) -> Iterator[Finding]:
    """One finding for two links with nothing but a joint between them."""
    text = row.text(column)
    if later is None or later.flaw is not LinkFlaw.GLUED or not is_joint(text, link.end, later.start):
        return
    message = "Два посилання злиплися: розділіть їх новим рядком."
    place = (link.start, later.end)
    yield row.find(Severity.WARN, "link_glued", column, message, place, apart(text, link, later))


def is_typed(row: Row, column: Column, link: Link) -> bool:
    """Whether the address stands in the text: an anchor's text would lose its target."""
    return all(anchor.target != link.target for anchor in row.event.cells.anchors_of(column))


def is_site_alone(link: Link) -> bool:
    """Whether a link names a site and no page of it."""
    return "/" not in link.text.rstrip("/") and not link.text.lower().startswith("www.")
