"""What the list of links asks of the register; each runs in the register's worker thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from courtcomms.errors import Conflict
from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import Changes, Confirmation, Court, LinkCheck
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from ui.links.model import Shown

if TYPE_CHECKING:
    from courtcomms.reports.form import ReportForm
    from courtcomms.reports.form_library import FormLibrary
    from courtcomms.reports.link_protocol import LinkProtocol
    from courtcomms.services.link_values import LinkRepair, ReportLink
    from courtcomms.store import Register


@dataclass(frozen=True, slots=True)
class Gathered:
    """The links of a report, or of the register where there is no ``period``, and what a check goes by."""

    period: Period | None
    shown: Shown
    settings: LinkSettings
    gathered_at: datetime


@dataclass(frozen=True, slots=True)
class History:
    """Everything that was seen of an address, oldest first, and the user's word."""

    checks: tuple[LinkCheck, ...] = ()
    confirmation: Confirmation | None = None


def gather(
    register: Register, court: Court, period: Period | None, folder: Path, progress: Progress
) -> Gathered:
    """Everything that is known of a place's addresses; ``folder`` has the settings. The network is not asked.

    Raises:
        Cancelled: it is no longer wanted.
    """
    from courtcomms.paths import DataDir
    from courtcomms.services import links

    settings, now = links.load_settings(DataDir(folder)), datetime.now(UTC)
    found = links.report_links(register, court, period, settings, now, progress)
    frozen = period is not None and register.submitted_report(court.id, period) != 0
    mends = {} if frozen else _by_link(links.repairs_of(register, found))
    shown = Shown(found, _numbers(register, court, period), _names(found), mends)
    return Gathered(period, shown, settings, now)


def _by_link(repairs: Sequence[LinkRepair]) -> Mapping[str, tuple[LinkRepair, ...]]:
    """The repairs of each link by its target: addresses that differ in a fragment alone share their key."""
    mends: defaultdict[str, tuple[LinkRepair, ...]] = defaultdict(tuple)
    for one in repairs:
        mends[one.target] += (one,)
    return dict(mends)


def _numbers(register: Register, court: Court, period: Period | None) -> Mapping[int, int]:
    """The rows of a report's events; in the whole register they have none."""
    from courtcomms.store import EventQuery

    if period is None:
        return {}
    ids = register.event_ids(EventQuery(court.id, period=period))
    return {event_id: number for number, event_id in enumerate(ids, 1)}


def _names(found: Sequence[ReportLink]) -> Mapping[str, str]:
    """The addresses as people read them."""
    from courtcomms.linkcheck.address import shown

    return {link.target: _brief(shown(link.target)) if link.askable else link.target for link in found}


def _brief(address: str) -> str:
    """Without what nearly every address begins with: the list has little room."""
    return address.removeprefix("https://").removeprefix("www.")


def remember(register: Register, checks: Sequence[LinkCheck]) -> None:
    """Keep what was seen of addresses."""
    register.add_link_checks(checks)


def history(register: Register, url: str) -> History:
    """What is known of one address."""
    checks, words = register.link_checks([url]), register.confirmations([url])
    return History(tuple(checks.get(url, ())), words.get(url))


def confirm(register: Register, url: str) -> Confirmation:
    """The user has seen the page herself."""
    return register.confirm_link(url)


def take_back(register: Register, url: str) -> str:
    """The user takes her word back; which address it was about."""
    register.take_back_confirmation(url)
    return url


def repair(register: Register, repairs: Sequence[LinkRepair]) -> Changes:
    """Make repairs as one step, where the cells still have the texts they were found in.

    Raises:
        Conflict: none of the cells has.
    """
    from courtcomms.services import links

    made = links.repair_edits(register, repairs)
    if not made.edits:
        raise Conflict(
            "Текст клітинки тим часом змінився: нічого не виправлено. Перелік посилань оновлено, "
            "виберіть посилання ще раз."
        )
    return register.set_cells(made.edits, label=made.label)


def protocol(
    register: Register, court: Court, period: Period, folder: Path, forms: FormLibrary
) -> tuple[LinkProtocol, ReportForm]:
    """What is known now of a report's links, as a document, and the form that it is written in."""
    from courtcomms.services.link_protocol import protocol_of
    from courtcomms.user import user_name

    found = gather(register, court, period, folder, SILENT)
    who, shown = user_name(), found.shown
    made = protocol_of(court, period, shown.links, shown.numbers, found.gathered_at, who)
    return made, forms.form_for(court.id, period)
