"""`check --online`: the links of a report are asked for, then all findings are told."""

from __future__ import annotations

import datetime as dt

from courtcomms.commands.check import check, newest_period
from courtcomms.commands.link_asking import INTERRUPTED, ask_links
from courtcomms.commands.output import say
from courtcomms.errors import Missing
from courtcomms.model import LinkCheck
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.services import only_court
from courtcomms.services.links import ReportLink, due, load_settings_told, report_links
from courtcomms.store import Register


def check_online(register: Register, data: DataDir, period: Period | None, *, as_json: bool) -> int:
    """`check --online`: ask for the links that are not remembered, then tell all findings.

    Raises:
        Missing: no such report. CourtcommsError: there is no network.
    """
    court = only_court(register)
    wanted = period or newest_period(register, court.id)
    if register.report(court.id, wanted) is None:
        raise Missing(f"У реєстрі немає звіту за {wanted.title}: перевіряти нічого.")
    settings, mistake = load_settings_told(data)
    if mistake:
        say(mistake)
    before = report_links(register, court, wanted, settings, dt.datetime.now(dt.UTC))
    urls = due(before, dt.datetime.now(dt.UTC), settings)
    if not ask_links(before, urls, settings, _say_nothing, _as_it_is, register):
        return INTERRUPTED
    return check(register, wanted, as_json=as_json, settings=settings)


def _say_nothing(_link: ReportLink) -> None:
    """The findings tell what is to be told, when all is known."""


def _as_it_is(link: ReportLink, _check: LinkCheck) -> ReportLink:
    return link
