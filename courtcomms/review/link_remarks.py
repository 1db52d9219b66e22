"""What only the row or the report tells of a link; the address by itself is judged elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from courtcomms.linkcheck.settings import DEFAULT, LinkSettings
from courtcomms.model import Court, Dismissal, Event, Finding
from courtcomms.period import Period
from courtcomms.review.link_addresses import shown_and_true
from courtcomms.review.link_news import news_of_another_time
from courtcomms.review.link_pages import same_link_twice, same_page_in_rows
from courtcomms.review.link_sites import media_of_the_court, site_of_the_court
from courtcomms.review.links import link_flaws
from courtcomms.review.row import NOTHING_KNOWN, Row

_RULES = (
    link_flaws,
    shown_and_true,
    same_link_twice,
    site_of_the_court,
    media_of_the_court,
    news_of_another_time,
)
#: What is said of a cell as a whole is no remark on any of its links.
_OF_CELLS = frozenset({"site_not_own"})


def link_remarks(
    events: Sequence[Event],
    period: Period,
    *,
    court: Court | None = None,
    dismissed: Collection[Dismissal] = (),
    settings: LinkSettings = DEFAULT,
) -> tuple[Finding, ...]:
    """The findings of a report's links that need more than the address; what is ``dismissed`` is left out."""
    hidden = frozenset(dismissed)
    return tuple(
        found
        for found in _found(events, period, court, settings)
        if found.code not in _OF_CELLS and found.dismissal not in hidden
    )


def _found(
    events: Sequence[Event], period: Period, court: Court | None, settings: LinkSettings
) -> Iterator[Finding]:
    for event in events:
        row = Row(event, period, court, NOTHING_KNOWN, settings)
        for rule in _RULES:
            yield from rule(row)
    yield from same_page_in_rows(events)
