"""Pages of pasted addresses on their way: asked on the network's lane, told to the window as they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from courtcomms.progress import Progress
from ui.jobs import Jobs
from ui.links.network_run import NetworkRun, Outbox

if TYPE_CHECKING:
    from courtcomms.linkcheck.answers import FailureKind, Fetched
    from courtcomms.linkcheck.checker import LinkChecker

_NAMELESS = "Сторінка не назвала себе: впишіть назву самі."


@dataclass(frozen=True, slots=True)
class PageRead:
    """What was read of an address: the page's words as plain text, and where it led in the end.

    ``trouble`` is one sentence where there is nothing to be read; the rest is empty then.
    """

    url: str
    title: str = ""
    day: date | None = None
    site_name: str = ""
    final_url: str = ""
    trouble: str = ""


def page_of(fetched: Fetched, now: datetime) -> PageRead:
    """What an address brought: only a page that was seen to be there is believed."""
    from courtcomms.linkcheck.page_facts import read_page
    from courtcomms.linkcheck.pages import folded
    from courtcomms.linkcheck.verdicts import judge

    check = judge(fetched, now)
    if not check.good or fetched.last is None:
        return PageRead(fetched.url, trouble=check.reason)
    facts = read_page(fetched.last)
    title = folded(facts.title)
    trouble = "" if title else _NAMELESS
    return PageRead(fetched.url, title, facts.day, folded(facts.site_name), fetched.last.url, trouble)


class PageReading(NetworkRun):
    """Pages being read: it tells each :class:`PageRead`, and ends with the reason why there is no network at
    all (a ``FailureKind``), or with ``None``.
    """

    def __init__(self, jobs: Jobs, urls: Sequence[str], make: Callable[[], LinkChecker]) -> None:
        super().__init__(jobs)
        self._make = make
        self.urls, self.done = tuple(urls), 0

    def start(self) -> None:
        """Begin to ask."""
        self._ask(partial(_read, self._make, self.urls, self._outbox))

    def stop(self) -> None:
        """Ask for nothing more; what was told stays told."""
        super().stop()
        self._finish(None)

    def _take(self, fresh: tuple[PageRead, ...]) -> None:
        self.done += len(fresh)


def _read(
    make: Callable[[], LinkChecker], urls: Sequence[str], outbox: Outbox, progress: Progress
) -> FailureKind | None:
    def put(fetched: Fetched) -> None:
        outbox.tell(page_of(fetched, datetime.now(UTC)))

    return make().fetch_each(urls, put, progress=progress)
