"""What the register knows of addresses: where they stand, what was seen of them, what was confirmed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from courtcomms.model import Confirmation, LinkCheck
from courtcomms.period import Period
from courtcomms.progress import SILENT, Progress
from courtcomms.store import link_checks, link_places, link_search
from courtcomms.store.link_search import FoundLink
from courtcomms.store.transactions import Transactions, utc_now
from courtcomms.store.values import LinkUse


class Links(Transactions):
    """The part of the register that remembers looks at addresses.

    What was seen is no work of the user: no step, nothing for undo. Addresses are keys as
    ``linkcheck.address.Address.url`` writes them, without a fragment; all reports share what is known.
    """

    def link_uses(
        self, court_id: int, period: Period | None = None, progress: Progress = SILENT
    ) -> tuple[LinkUse, ...]:
        """Each address of a court once, with its places: of a period's report (with the events that appear in
        it by themselves; of a submitted one as sent), or of all events, the newest first.

        Raises:
            Cancelled: they are no longer wanted.
        """
        with self._reading() as session:
            return link_places.uses(session, court_id, period, progress)

    def links_with(self, court_id: int, pieces: Collection[str]) -> tuple[FoundLink, ...]:
        """Links of a court whose targets hold one of these pieces, whatever their case; the newest events
        first, at most :data:`link_search.MOST`."""
        with self._reading() as session:
            return link_search.links_with(session, court_id, pieces)

    def link_checks(self, urls: Collection[str]) -> Mapping[str, tuple[LinkCheck, ...]]:
        """What was seen of addresses, oldest first; one that nobody looked at is not among them."""
        with self._reading() as session:
            return link_checks.of_urls(session, urls)

    def add_link_checks(self, checks: Sequence[LinkCheck]) -> None:
        """Remember what was seen of addresses; of each the newest looks, and since when it is bad."""
        with self._writing() as session:
            link_checks.add(session, checks)

    def confirm_link(self, url: str) -> Confirmation:
        """Remember that the user opened the address and found it to be right."""
        with self._writing() as session:
            return link_checks.confirm(session, url, self._who, utc_now())

    def take_back_confirmation(self, url: str) -> None:
        """Forget that; nothing happens where it was not confirmed."""
        with self._writing() as session:
            link_checks.unconfirm(session, url)

    def confirmations(self, urls: Collection[str]) -> Mapping[str, Confirmation]:
        """Which of these addresses were confirmed, by whom and when."""
        with self._reading() as session:
            return link_checks.confirmations(session, urls)
