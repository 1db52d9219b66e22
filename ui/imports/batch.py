"""What is imported at a time, and what the user wishes of it; no Qt here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from courtcomms.period import Period
from ui.imports.reading import Reading

if TYPE_CHECKING:
    from courtcomms.importing import ImportedDocument
    from courtcomms.services.import_model import Decision, ImportWishes

#: A report of a file: the file's SHA-256 and which of its reports it is. Stays when a file is read anew.
Key = tuple[str, int]


class Batch:
    """The reports that were read. Wishes are kept by report and row, and told by the reports' places.

    A report without a period goes where ``guess`` says, and is not taken before the user has looked, unless
    it is the only one.
    """

    def __init__(self, reading: Reading, guess: Period) -> None:
        self.documents = reading.documents
        self.files: dict[str, Path] = dict(reading.files or {})
        self.unread = reading.unread
        self.remembered = reading.remembered
        self._periods: dict[Key, Period] = {}
        self._decisions: dict[tuple[Key, int], Decision] = {}
        self._sent: dict[Key, bool] = {}
        self._left_out: set[Key] = set()
        for document in reading.documents:
            if document.period is None:
                self._periods[key_of(document)] = guess
                if len(reading.documents) > 1:
                    self._left_out.add(key_of(document))

    @property
    def several(self) -> bool:
        """Whether there is more than one line to tell of."""
        return len(self.documents) + len(self.unread) > 1

    def wishes(self) -> ImportWishes:
        """The wishes by the places of the reports."""
        from courtcomms.services.import_model import ImportWishes

        places = {key_of(document): place for place, document in enumerate(self.documents)}
        return ImportWishes(
            periods={places[key]: period for key, period in self._periods.items()},
            decisions={(places[key], row): what for (key, row), what in self._decisions.items()},
            sent={places[key]: on for key, on in self._sent.items()},
            left_out=frozenset(places[key] for key in self._left_out),
        )

    def document(self, key: Key) -> ImportedDocument | None:
        """The report of a key."""
        return next((one for one in self.documents if key_of(one) == key), None)

    def period(self, document: ImportedDocument) -> Period | None:
        """Where a report goes: the user's word, else its own."""
        return self._periods.get(key_of(document), document.period)

    def taken(self, key: Key) -> bool:
        """Whether a report is wanted."""
        return key not in self._left_out

    def choose_period(self, key: Key, period: Period) -> None:
        """Say where a report goes; that it is wanted is said with it."""
        self._periods[key] = period
        self._left_out.discard(key)
        self._forget_rows(key)

    def take(self, key: Key, on: bool) -> None:
        """Want a report or not."""
        (self._left_out.discard if on else self._left_out.add)(key)

    def keep_as_sent(self, key: Key, on: bool) -> None:
        """Keep a report as it was sent, or as one that can be changed."""
        self._sent[key] = on

    def decide(self, key: Key, rows: Iterable[int], decision: Decision) -> None:
        """Say what becomes of rows of a report."""
        for row in rows:
            self._decisions[key, row] = decision

    def read_anew(self, reading: Reading) -> None:
        """Put the reports of files that were read once more in the place of the older ones.

        What was said of their rows is forgotten: these may be others now.
        """
        anew = dict(reading.files or {})
        fresh = {sha: [one for one in reading.documents if one.source.sha256 == sha] for sha in anew}
        documents: list[ImportedDocument] = []
        for document in self.documents:
            documents += (
                fresh.pop(document.source.sha256, []) if document.source.sha256 in anew else [document]
            )
        known = {key_of(document) for document in documents}
        self.documents = tuple(documents)
        shapes = {document.shape for document in reading.documents}
        self.remembered = (self.remembered - shapes) | reading.remembered
        for key in [key for key, _ in self._decisions if key[0] in anew]:
            self._forget_rows(key)
        self._periods = {key: value for key, value in self._periods.items() if key in known}
        self._sent = {key: value for key, value in self._sent.items() if key in known}
        self._left_out &= known

    def _forget_rows(self, key: Key) -> None:
        self._decisions = {at: what for at, what in self._decisions.items() if at[0] != key}


def key_of(document: ImportedDocument) -> Key:
    """By what a report of a file is known."""
    return document.source.sha256, document.part
