"""What the rules without the network say of the addresses in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtcomms.linkcheck.address_findings import AddressFinding
from courtcomms.linkcheck.commas import COMMA
from courtcomms.linkcheck.offline import look_at, look_at_target
from courtcomms.linkcheck.same_page import page_key
from courtcomms.model import Column, Finding, Link, LinkFlaw, Repair, Severity
from courtcomms.review.link_repairs import other_address
from courtcomms.review.links import cut_by_comma, is_typed
from courtcomms.review.links_seen import leads_elsewhere
from courtcomms.review.row import LINKED, Row, names_the_next

_LABELS = {
    "http": "Записати з «https://»",
    "tracking": "Прибрати зайве з адреси",
    "wrapped": "Поставити саму сторінку",
    "stuck_sign": "Прибрати зайве з адреси",
    "userinfo": "Прибрати ім'я користувача",
}
#: Faults of spelling: of an address in a text `courtcomms.review.links` tells them.
_OF_TEXT = frozenset({"no_scheme", "other_scheme", "backslash"})

_STARTED = re.compile(r"https?:[^\s\ue000]*", re.IGNORECASE)


def addresses(row: Row) -> Iterator[Finding]:
    """Each address of the columns of links under the rules of addresses."""
    for column in LINKED:
        links = row.links(column)
        for index, link in enumerate(links):
            later = links[index + 1] if index + 1 < len(links) else None
            if (
                link.flaw is not LinkFlaw.OTHER_SCHEME
                and not names_the_next(row.text(column), link, later)
                and not cut_by_comma(row, column, link)
            ):
                yield from _of_link(row, column, link)


def _of_link(row: Row, column: Column, link: Link) -> Iterator[Finding]:
    typed = is_typed(row, column, link)
    if typed and link.flaw is LinkFlaw.NOT_AN_ADDRESS and link.target != link.text:
        return  # letters of the wrong alphabet come first
    own = _own(row)
    look = look_at_target if typed else look_at
    for said in look(link.target, row.link_settings, official=own):
        if said.code == "shortener" and leads_elsewhere(row, link):
            continue  # the look says where it leads, and offers that
        if said.code not in _OF_TEXT and not (said.code == "not_an_address" and not _is_new(said, link)):
            repair = _repair(row.text(column), link, said) if typed else None
            place = (link.start, link.end)
            yield row.find(said.severity, f"link_{said.code}", column, said.message, place, repair)


def _is_new(said: AddressFinding, link: Link) -> bool:
    """Whether the text's own rule does not tell the same."""
    return link.flaw is not LinkFlaw.NOT_AN_ADDRESS or said.severity is Severity.ERROR


def _own(row: Row) -> tuple[str, ...]:
    return (row.court.site,) if row.court is not None and row.court.site else ()


def _repair(text: str, link: Link, said: AddressFinding) -> Repair | None:
    return other_address(text, link, said.repair, _LABELS.get(said.code)) if said.repair else None


def unread_addresses(row: Row) -> Iterator[Finding]:
    """«https://» before something that running text cannot take for a site: ``[::1]``, nothing at all."""
    for column in LINKED:
        if "http" not in row.text(column):
            continue
        for started in _STARTED.finditer(row.prose(column)):
            found = look_at(started[0], row.link_settings, official=_own(row))
            if found:
                said = found[0]
                yield row.find(said.severity, f"link_{said.code}", column, said.message, started.span())


def commas_for_dots(row: Row) -> Iterator[Finding]:
    """«https://court.gov,ua/»: a comma typed for a dot cuts the address in two."""
    for column in LINKED:
        for slip in row.slips(column):
            repair = Repair("Поставити крапку", slip.start, slip.end, slip.meant)
            place = (slip.start, slip.end)
            yield row.find(Severity.ERROR, "link_not_an_address", column, COMMA, place, repair)


def shown_and_true(row: Row) -> Iterator[Finding]:
    """A hyperlink that shows one address and leads to another: Word keeps the old one under a new text."""
    for column in LINKED:
        for link in row.links(column) if row.event.cells.anchors else ():
            if not is_typed(row, column, link) and _shows_another(link):
                message = f"Показано одну адресу, а посилання веде на іншу: {_short(link.target)}."
                place = (link.start, link.end)
                yield row.find(Severity.WARN, "link_shows_another", column, message, place)


def _shows_another(link: Link) -> bool:
    shown = link.text.strip()
    if not shown.lower().startswith(("http://", "https://", "www.")) or any(sign.isspace() for sign in shown):
        return False
    whole = shown if "://" in shown else f"https://{shown}"
    return page_key(whole.rstrip(".,;")) != page_key(link.target)


def _short(target: str) -> str:
    return target if len(target) <= 80 else f"{target[:79]}…"
