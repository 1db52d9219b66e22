"""The day on which a page of court news was put on the site, told by its number without opening it.

Numbers run through the whole portal and grow with time; between two known ones they are taken to grow evenly,
which a real report's pages bear out within a month. See ``resources/links/news_numbers.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta

from courtcomms.linkcheck.address import read_address
from courtcomms.linkcheck.lists import below, news_anchors
from courtcomms.linkcheck.official import COURTS

_NEWS = re.compile(
    r"/(?:pres{1,2}(?:-cent(?:r|er|re))?|news|archive)/(?:[a-z_-]{1,40}/){0,3}(\d{6,8})/?", re.I
)

#: How far beyond the known numbers a day is still guessed, and how sure one can be.
_EARLIER, _LATER = timedelta(days=180), timedelta(days=1_100)
_SURE = timedelta(days=90)


def plausible_day(url: str) -> date | None:
    """The day on which a page of news on a court's site or the portal was published, give or take
    `tolerance`; ``None`` for other pages and for numbers far from the known ones."""
    address = read_address(url)
    if address is None or not below(address.host, (COURTS,)):
        return None
    found = _NEWS.search(address.path)
    if found is None or found.end() != len(address.path):
        return None
    return _day_of(int(found[1]))


def _day_of(number: int) -> date | None:
    anchors = news_anchors()
    place = bisect_right(anchors, (number, date.max))
    lower = min(max(place - 1, 0), len(anchors) - 2)
    (first, first_day), (second, second_day) = anchors[lower], anchors[lower + 1]
    days = (number - first) * (second_day - first_day).days / (second - first)
    if abs(days) > 10_000:
        return None
    day = first_day + timedelta(days=round(days))
    return day if anchors[0][1] - _EARLIER <= day <= anchors[-1][1] + _LATER else None


def tolerance(day: date) -> timedelta:
    """How far from a plausible day the true one may lie, together with the time by which news comes before
    or after its event: a quarter of a year, more beyond the known numbers."""
    anchors = news_anchors()
    beyond = max(anchors[0][1] - day, day - anchors[-1][1], timedelta())
    return _SURE + beyond / 4
