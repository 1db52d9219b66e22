"""Drafts of events from addresses: what is offered for each, and how they become rows.

What asks the register runs in its worker thread; nothing here knows Qt.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from courtcomms.errors import CourtcommsError
from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Cells, Changes, Column, Court
from courtcomms.period import Period
from ui import wording
from ui.links.page_reading import PageRead

if TYPE_CHECKING:
    from courtcomms.store import Register
    from courtcomms.store.link_search import FoundLink
    from ui.editor.naming import Style

log = logging.getLogger(__name__)

#: So many addresses are taken at a time.
MOST = 200
#: So many cells tell how names of outlets are written in this register.
_LOOKED_AT = 60
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Pasted:
    """An address as it was pasted, where it leads, and the key that all spellings of its page share."""

    text: str
    target: str
    key: str


@dataclass(frozen=True, slots=True)
class PastedList:
    """The pages of a list, each once; lines without an address, and addresses left out, are counted."""

    pages: tuple[Pasted, ...] = ()
    wordy: int = 0
    repeated: int = 0
    beyond: int = 0


def read_list(text: str) -> PastedList:
    """The addresses in a text, usually one a line."""
    from courtcomms.cells.links import read_links
    from courtcomms.linkcheck.address import read_address
    from courtcomms.linkcheck.same_page import page_key

    links = [link for link in read_links(text) if read_address(link.target) is not None]
    pages: dict[str, Pasted] = {}
    for link in links:
        key = page_key(link.target)
        pages.setdefault(key, Pasted(link.text, link.target, key))
    once = tuple(pages.values())
    lines = {text.count("\n", 0, link.start) for link in links}
    wordy = sum(1 for number, line in enumerate(text.split("\n")) if line.strip() and number not in lines)
    return PastedList(once[:MOST], wordy, len(links) - len(once), max(len(once) - MOST, 0))


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """An event to be: ``page`` with its column, and what is offered for it.

    ``named``: the outlet's name is the user's own; ``source`` is where the address leads in the end.
    ``known`` tells in words where the page stands in the register already; ``notes`` what to mind.
    """

    page: Pasted
    column: Column
    title: str = ""
    date: str = ""
    outlet: str = ""
    source: str = ""
    known: str = ""
    notes: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What drafts are made of: addresses, the pages read of them by ``Address.url``, and where they go."""

    court: Court
    period: Period | None
    pages: tuple[Pasted, ...]
    read: Mapping[str, PageRead] = field(default_factory=dict)
    settings: LinkSettings = DEFAULT


def make_drafts(register: Register, wanted: Wanted) -> tuple[LinkDraft, ...]:
    """A draft for each address."""
    found = register.links_with(wanted.court.id, _pieces(wanted.pages))
    numbers = _numbers(register, wanted)
    return tuple(_draft(register, wanted, page, found, numbers) for page in wanted.pages)


def url_of(page: Pasted) -> str:
    """The address as it is asked for."""
    from courtcomms.linkcheck.address import read_address

    address = read_address(page.target)
    return address.url if address is not None else page.target


def _pieces(pages: Sequence[Pasted]) -> set[str]:
    """What the targets of the same pages, and those of the same outlets, have in common."""
    from courtcomms.cells.outlet_names import outlet_domain

    hosts = (page.key.partition("://")[2].partition("/")[0] for page in pages)
    domains = (outlet_domain(page.target) for page in pages)
    return {*hosts, *domains} - {""}


def _numbers(register: Register, wanted: Wanted) -> Mapping[int, int]:
    from courtcomms.store import EventQuery

    if wanted.period is None:
        return {}
    ids = register.event_ids(EventQuery(wanted.court.id, period=wanted.period))
    return {event_id: number for number, event_id in enumerate(ids, 1)}


def _draft(
    register: Register,
    wanted: Wanted,
    page: Pasted,
    found: Sequence[FoundLink],
    numbers: Mapping[int, int],
) -> LinkDraft:
    read = wanted.read.get(url_of(page), PageRead(page.target))
    source = read.final_url or page.target
    return LinkDraft(
        page,
        _column(wanted, source, found),
        title=read.title,
        date=wording.digits(read.day) if read.day is not None else "",
        outlet=register.outlet_name(source) or read.site_name,
        source=source,
        known=_known(page, found, numbers),
        notes=tuple(_notes(read, wanted.period)),
    )


def _column(wanted: Wanted, source: str, found: Sequence[FoundLink]) -> Column:
    """An official address belongs to the site; another one where most of its outlet's stand already, and
    to the media where none do: Facebook is the court's own page in one register and a medium in another."""
    from courtcomms.cells.outlet_names import outlet_domain
    from courtcomms.linkcheck.official import is_official
    from courtcomms.services.links import court_hosts

    if is_official(source, wanted.settings, court_hosts(wanted.court)):
        return Column.SITE_LINKS
    domain = outlet_domain(source)
    habit = Counter(link.column for link in found if domain and outlet_domain(link.target) == domain)
    return Column.SITE_LINKS if habit[Column.SITE_LINKS] > habit[Column.MEDIA] else Column.MEDIA


def _known(page: Pasted, found: Sequence[FoundLink], numbers: Mapping[int, int]) -> str:
    """Where the same page stands already: a row of this report first."""
    from courtcomms.linkcheck.same_page import page_key

    same = [link for link in found if page_key(link.target) == page.key]
    rows = sorted({numbers[link.event_id] for link in same if link.event_id in numbers})
    if rows:
        return f"Уже є у звіті: № {', '.join(map(str, rows))}"
    if not same:
        return ""
    title = " ".join(same[0].title.split()) or "без назви"
    short = f"{title[:_LONGEST_TITLE].rstrip()}…" if len(title) > _LONGEST_TITLE else title
    return f"Уже є в реєстрі: «{short}»"


def _notes(read: PageRead, period: Period | None) -> Iterable[str]:
    if read.trouble:
        yield read.trouble
    if read.day is not None and period is not None and read.day not in period:
        yield f"Опубліковано поза звітним періодом: {wording.digits(read.day)}"


def add_drafts(
    register: Register, court_id: int, period: Period | None, drafts: Sequence[LinkDraft], after: int | None
) -> tuple[Changes, ...]:
    """Enter drafts as events behind another one, and keep the names that the user gave to unknown outlets.

    Rows are one step, each name another, and all are one action of the user: undo takes back both. What a
    cell says of an outlet teaches the directory too, as long as the event is there.
    """
    names = _new_names(register, drafts)
    style = _style(register, court_id)
    usual = register.defaults(court_id)
    rows = [cells_of(draft, usual, style) for draft in drafts]
    label = f"Додано з адрес: {wording.events(len(rows))}"
    done = [register.add_rows(court_id, period, rows, label=label, after=after)]
    try:
        done += [register.set_outlet(source, name) for source, name in names.items()]
    except CourtcommsError as error:
        # The rows are there, and their cells teach the name as well.
        log.warning("an outlet's name was not kept", exc_info=error)
    return tuple(done)


def cells_of(draft: LinkDraft, usual: Mapping[Column, str], style: Style) -> Cells:
    """The cells of a new event, an outlet's name written before its address as the register does."""
    address = draft.page.text
    if draft.column is Column.MEDIA and draft.outlet.strip():
        address = style.written(draft.outlet.strip()) + address
    cells = Cells()
    for column, text in usual.items():
        cells = cells.with_text(column, text)
    own = {Column.TITLE: draft.title.strip(), Column.DATE: draft.date.strip(), draft.column: address}
    for column, text in own.items():
        if text:
            cells = cells.with_text(column, text)
    return cells


def _style(register: Register, court_id: int) -> Style:
    from ui.editor.naming import style_of

    return style_of([text for text, _ in register.values(court_id, Column.MEDIA, _LOOKED_AT)])


def _new_names(register: Register, drafts: Sequence[LinkDraft]) -> dict[str, str]:
    """What the user calls outlets that the directory does not know, by an address of each."""
    from courtcomms.cells.outlet_names import outlet_domain

    found: dict[str, tuple[str, str]] = {}
    for draft in drafts:
        domain = outlet_domain(draft.source) if draft.column is Column.MEDIA else ""
        if domain and draft.named and draft.outlet.strip() and not register.outlet_name(draft.source):
            found[domain] = draft.source, draft.outlet.strip()
    return dict(found.values())
