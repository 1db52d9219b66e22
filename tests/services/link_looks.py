"""Addresses, days and looks for the tests of links."""

import datetime as dt

from courtcomms.model import LinkCheck, Severity, Verdict
from courtcomms.period import Period

Q3 = Period.quarter(2021, 3)
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
SITE = "https://ing.dp.court.gov.ua/sud0416/"
NEWS = f"{SITE}pres-centr/news/1192115/"
SEVERITIES = {Verdict.WORKS: Severity.OK, Verdict.MOVED: Severity.HINT, Verdict.BLOCKED: Severity.WARN}


def look(url, verdict=Verdict.WORKS, days=0, **more):
    """A look at an address, so many days before now."""
    severity = SEVERITIES.get(verdict, Severity.ERROR)
    return LinkCheck(url, verdict, severity, f"Причина: {verdict}.", NOW - dt.timedelta(days=days), **more)
