"""On which day a page was published: what its data say, else a date in words beside its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from courtcomms.cells.dates import read_date
from courtcomms.linkcheck.linked_data import Articles
from courtcomms.linkcheck.metas import meta_of
from courtcomms.linkcheck.pages import Element, folded
from courtcomms.model import Confidence, DateKind

_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)")
_EARLIEST, _LATEST = 1995, 2199
#: Ways to tell the day of publication in the head of a page, the most usual first.
_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.issued",
    "date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
#: Names of classes under which sites, courts' ones too, keep a page's date («news_date», «post-time»).
_DATED_CLASS = re.compile(r"(?:^|[-_\s])(?:date|datetime|time|data|published|pub|created|posted)(?:[-_\s]|$)")
#: Elements on both sides of the heading that may hold its date, and how long such a text is.
_BEFORE, _BEHIND, _LONGEST, _MOST_PIECES = 15, 40, 60, 8
_TODAY = re.compile(r"сьогодні|сегодня|today", re.IGNORECASE)
_SUMMER = range(4, 11)
_LISTS = frozenset({"aside", "nav", "a", "li", "footer"})
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b")


def published_on(root: Element, articles: Articles) -> date | None:
    """The day of publication; ``None`` where the page does not tell it, or only in its text."""
    told = (articles.published, *meta_of(root, *_METAS))
    return (
        next(filter(None, map(_machine_day, told)), None)
        or next(filter(None, map(_machine_day, _times(root))), None)
        or next(filter(None, map(_words_day, _near_heading(root))), None)
    )


def _machine_day(text: str) -> date | None:
    """A day written for programs: «2021-08-13T10:15:00+03:00», «20210813»; else one in words."""
    match = _DAY.search(text[:100])
    if match is None:
        return _words_day(text)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return _here(text, day) if day.year >= _EARLIEST else None


def _here(text: str, day: date) -> date:
    """The day in Ukraine, where a moment is told in UTC; the hour of summer time is near enough."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return day
    if moment.utcoffset() != timedelta(0):
        return day
    return (moment + timedelta(hours=3 if day.month in _SUMMER else 2)).date()


def _words_day(text: str) -> date | None:
    """A day in words or digits, where a short piece of text holds just one."""
    if len(text) > _LONGEST or not any(sign.isdigit() for sign in text):
        return None
    span = read_date(_CLOCK.sub(" ", text).strip(" ,|•-"))
    certain = span.kind is DateKind.DAY and span.confidence is not Confidence.SUSPICIOUS
    if not certain or span.start is None or not _EARLIEST <= span.start.year <= _LATEST:
        return None
    return span.start


def _times(root: Element) -> Iterator[str]:
    """``<time>``: that marked as publication first, then in order, without those of lists of other news."""
    found = list(islice(root.iter("time"), 100))
    marked = [each for each in found if _is_publication(each)]
    own = [each for each in found if not any(above.tag in _LISTS for above in each.iterancestors())]
    for each in (*marked, *own):
        yield each.get("datetime") or folded("".join(map(str, each.itertext())))


def _is_publication(element: Element) -> bool:
    return element.get("pubdate") is not None or "publish" in element.get("itemprop", "").lower()


def _near_heading(root: Element) -> Iterator[str]:
    """Short texts that may be the heading's date: those of dated classes first."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    at = next((index for index, element in enumerate(elements) if element.tag == "h1"), None)
    if at is None:
        return
    around = elements[at + 1 : at + 1 + _BEHIND] + elements[max(0, at - _BEFORE) : at][::-1]
    texts = [(element, text) for element in around if (text := _short_text(element))]
    dated = [text for element, text in texts if _DATED_CLASS.search(element.get("class", "").lower())]
    yield from (*dated, *(text for _, text in texts))


def _short_text(element: Element) -> str:
    """The words of a small element; what stands on a page every day is left out."""
    if element.tag in ("script", "style"):
        return ""
    text = folded(" ".join(str(piece) for piece in islice(element.itertext(), _MOST_PIECES)))
    return "" if len(text) > _LONGEST or _TODAY.search(text) else text
