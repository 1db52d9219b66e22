"""What the register is asked while the user looks for something or types: each method one reading."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.model import Changes, Column
from courtcomms.progress import SILENT, Progress
from courtcomms.store import (
    counts,
    finding,
    first_finds,
    frozen_events,
    labels,
    outlets,
    queries,
    suggestions,
)
from courtcomms.store.first_finds import FirstFinds
from courtcomms.store.transactions import Transactions
from courtcomms.store.values import Counts, EventQuery, Outlet


class Lookup(Transactions):
    """The reading half of the register that follows the user's typing, and the directory of outlets."""

    def event_ids(self, query: EventQuery) -> tuple[int, ...]:
        """The ids of the events asked for, in the order asked for; any text may be searched for.

        Of a submitted report those that were sent, looked for in their cells as sent.
        """
        with self._reading() as session:
            frozen = frozen_events.ids(session, query)
            return queries.event_ids(session, query) if frozen is None else frozen

    def first_finds(self, query: EventQuery, most: int = 50, current: int = 0) -> FirstFinds | None:
        """Some of the ids that :meth:`event_ids` would give, where they are known much sooner: the first
        ``most``, or those about the event ``current`` if it is found farther below.

        ``None`` where they are not, and where there are fewer.
        """
        with self._reading() as session:
            return first_finds.first_finds(session, query, most, current)

    def counts(self, court_id: int) -> Counts:
        """How many events a court has, without a look at them."""
        with self._reading() as session:
            return counts.of_court(session, court_id)

    def values(self, court_id: int, column: Column, limit: int = 200) -> tuple[tuple[str, int], ...]:
        """The texts of a column's cells with their number, the most frequent first; no blank ones."""
        with self._reading() as session:
            return suggestions.values(session, court_id, column, limit)

    def suggestions(self, court_id: int, column: Column, typed: str, limit: int = 12) -> tuple[str, ...]:
        """What was typed before in a column and has words that begin with those typed now.

        The frequent first, of these the recent. Of media the names of outlets.
        """
        with self._reading() as session:
            return suggestions.matching(session, court_id, column, typed, limit)

    def find_text(
        self,
        query: EventQuery,
        columns: Sequence[Column],
        needle: str,
        *,
        match_case: bool = False,
        whole_words: bool = False,
        progress: Progress = SILENT,
    ) -> tuple[int, ...]:
        """Those events of a query that hold a text in one of these columns, in the query's order.

        What counts as the same is told at :func:`courtcomms.cells.replacing.find_spans`.
        """
        with self._reading() as session:
            wanted = finding.Wanted(tuple(columns), needle, match_case, whole_words)
            return finding.events_with(session, queries.event_ids(session, query), wanted, progress)

    def outlets(self) -> tuple[Outlet, ...]:
        """The directory: the user's own names and those learned from the cells of media, by domain."""
        with self._reading() as session:
            return outlets.read_all(session)

    def outlet_name(self, url: str) -> str | None:
        """What the medium behind an address is called, if that is known."""
        with self._reading() as session:
            return outlets.name_of(session, url)

    def set_outlet(self, domain: str, name: str) -> Changes:
        """Enter what a domain's medium is called; it wins over everything learned.

        Raises:
            BadInput: this is no domain, or no name is told.
        """
        with self._step(labels.OUTLET) as step:
            outlets.put(step, domain, name)
            return step.finish()

    def remove_outlet(self, domain: str) -> Changes:
        """Forget a domain's name: the user's own goes, a learned one is offered no more.

        Raises:
            Missing: the directory does not have it.
        """
        with self._step(labels.NO_OUTLET) as step:
            outlets.remove(step, domain)
            return step.finish()
