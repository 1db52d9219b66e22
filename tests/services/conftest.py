"""A court's register with one report, for what services say of its links."""

import datetime as dt

import pytest

from courtcomms.model import Anchor, Cells, Column, Court, CourtName, LinkCheck, Severity, Verdict
from courtcomms.period import Period
from courtcomms.store import Register

Q3 = Period.quarter(2021, 3)
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
SITE = "https://ing.dp.court.gov.ua/sud0416/"
NEWS = f"{SITE}pres-centr/news/1192115/"
SEVERITIES = {Verdict.WORKS: Severity.OK, Verdict.MOVED: Severity.HINT, Verdict.BLOCKED: Severity.WARN}


@pytest.fixture
def register(tmp_path):
    """A register with one court, whose id is 1."""
    with Register.open(tmp_path / "register.sqlite3", who="Олена") as opened:
        opened.save_court(Court(0, (CourtName("Інгулецький суд", "Інгулецького суду"),), SITE))
        yield opened


@pytest.fixture
def court(register):
    return register.courts()[0]


@pytest.fixture
def add(register):
    """Enter an event into the report; ``hidden`` are words of the site's cell with where they lead."""

    def enter(site="", media="", hidden=(), date="08.10.2021", **texts):
        anchors = tuple(Anchor(Column.SITE_LINKS, text, target) for text, target in hidden)
        cells = Cells(date=date, site_links=site, media=media, anchors=anchors, **texts)
        return register.add_event(1, cells, period=Q3).created[0]

    return enter


def look(url, verdict=Verdict.WORKS, days=0, **more):
    """A look at an address, so many days before now."""
    severity = SEVERITIES.get(verdict, Severity.ERROR)
    return LinkCheck(url, verdict, severity, f"Причина: {verdict}.", NOW - dt.timedelta(days=days), **more)
