"""`links check`: every address of a report, or of a list, judged by rules and, unless offline, by asking."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from courtcomms.commands.check import newest_period
from courtcomms.commands.link_asking import INTERRUPTED, ask_links
from courtcomms.commands.link_list import read_urls
from courtcomms.commands.link_output import link_line, link_object, severity_of
from courtcomms.commands.output import print_json, print_table, say
from courtcomms.errors import Missing
from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import Court, LinkCheck, LinkStatus, Severity
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.plural import counted
from courtcomms.services import only_court
from courtcomms.services.links import (
    ReportLink,
    due,
    load_settings_told,
    look_at_text,
    report_links,
    with_looks,
)
from courtcomms.store import EventQuery, Register

_COUNTED = {
    Severity.ERROR: ("помилка", "помилки", "помилок"),
    Severity.WARN: ("застереження", "застереження", "застережень"),
    Severity.HINT: ("порада", "поради", "порад"),
}


class _Told:
    """Links told as they finish, and how they stand; ``rows`` are the numbers of a report's rows."""

    def __init__(self, rows: Mapping[int, int] | None, *, offline: bool, as_json: bool) -> None:
        self._rows, self._offline, self._as_json = rows, offline, as_json
        self._counts: Counter[Severity] = Counter()

    def tell(self, link: ReportLink) -> None:
        """One object, or one line of the table, at once."""
        self._counts[severity_of(link, offline=self._offline)] += 1
        if self._as_json:
            print_json(link_object(link, self._rows, offline=self._offline))
        else:
            print_table([link_line(link, self._rows, offline=self._offline)])
        sys.stdout.flush()

    def sum_up(self) -> int:
        """Say how many there were to a person; the command's exit code."""
        if not self._as_json:
            parts = [counted(self._counts.total(), "посилання", "посилання", "посилань")]
            parts += [
                counted(self._counts[one], *words) for one, words in _COUNTED.items() if self._counts[one]
            ]
            say(f"{', '.join(parts)}.")
        return 1 if self._counts[Severity.ERROR] else 0


def check_listed(data: DataDir, source: str, *, offline: bool, as_json: bool) -> int:
    """`links check --urls`: the addresses of a list; no register is opened, nothing is remembered.

    Raises:
        BadInput: the list cannot be read. CourtcommsError: there is no network.
    """
    texts, settings = read_urls(source), _settings(data)
    links = [look_at_text(text, settings) for text in texts]
    told = _Told(None, offline=offline, as_json=as_json)
    urls = () if offline else tuple(dict.fromkeys(link.url for link in links if link.askable))
    if not ask_links(links, urls, settings, told.tell, _seen_alone):
        return INTERRUPTED
    return told.sum_up()


def check_report(
    register: Register,
    data: DataDir,
    period: Period | None,
    *,
    offline: bool,
    again: bool,
    as_json: bool,
    out: Path | None,
) -> int:
    """`links check --period`: the addresses of a report, by default the newest; answers are remembered.

    ``again`` asks also for those that are remembered; ``out`` is where the protocol is written.

    Raises:
        Missing: no such report. BadInput: the protocol cannot have that name. CourtcommsError: there is no
            network. CannotWrite: the protocol cannot be written.
    """
    if out is not None:
        _check_target(out)
    court = only_court(register)
    wanted = period or newest_period(register, court.id)
    if register.report(court.id, wanted) is None:
        raise Missing(f"У реєстрі немає звіту за {wanted.title}: перевіряти нічого.")
    settings = _settings(data)
    links = report_links(register, court, wanted, settings, _now())
    told = _Told(_rows(register, court, wanted), offline=offline, as_json=as_json)
    urls = () if offline else due(links, _now(), settings, again)
    finished = ask_report(register, links, urls, settings, told)
    if out is not None:
        _save_protocol(register, court, wanted, data, settings, out)
    code = told.sum_up()
    return code if finished else INTERRUPTED


def ask_report(
    register: Register, links: Iterable[ReportLink], urls: Iterable[str], settings: LinkSettings, told: _Told
) -> bool:
    """Ask for a report's addresses; each is told with everything that was ever seen of it."""
    asked = tuple(urls)
    earlier = register.link_checks(asked)

    def seen(link: ReportLink, check: LinkCheck) -> ReportLink:
        return with_looks(link, (*earlier.get(check.url, ()), check), check.checked_at, settings)

    return ask_links(tuple(links), asked, settings, told.tell, seen, register)


def _seen_alone(link: ReportLink, check: LinkCheck) -> ReportLink:
    """A listed address has no history: the one look is all that is known."""
    return replace(link, status=LinkStatus(check.severity, check.reason, last=check))


def _check_target(out: Path) -> None:
    """The writer of workbooks is heavy: only whoever wants a protocol pays for it."""
    from courtcomms.reports.link_protocol import check_target

    check_target(out)


def _save_protocol(
    register: Register, court: Court, period: Period, data: DataDir, settings: LinkSettings, out: Path
) -> None:
    from courtcomms.services.forms import form_of
    from courtcomms.services.link_protocol import save_protocol

    save_protocol(register, court, period, out, settings=settings, form=form_of(data, court.id, period))
    say(f"Записано «{out.name}».")


def _rows(register: Register, court: Court, period: Period) -> dict[int, int]:
    """The numbers of a report's rows, by event."""
    ids = register.event_ids(EventQuery(court.id, period=period))
    return {event_id: number for number, event_id in enumerate(ids, 1)}


def _settings(data: DataDir) -> LinkSettings:
    settings, mistake = load_settings_told(data)
    if mistake:
        say(mistake)
    return settings


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
