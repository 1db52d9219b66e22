"""Whose report a document is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from courtcomms.importing import ImportedDocument
from courtcomms.model import Court, CourtName
from courtcomms.services.import_model import same_name
from courtcomms.store import Counts, Register


def court_of(register: Register, documents: Sequence[ImportedDocument]) -> Court:
    """The court that documents go to: one that they name, else the register's first, else a new one.

    One court today: another one's document goes to the court that is there, and whoever imports is told.
    A court with nothing in it takes the name that the newest of the documents tells.
    """
    courts = register.courts()
    named = [document for document in documents if document.court is not None]
    for court in courts:
        if not named or any(_names(court, document) for document in named):
            return court
    if courts and not is_blank(register, courts[0].id):
        return courts[0]
    return Court(courts[0].id if courts else 0, (_own_name(named),))


def is_blank(register: Register, court_id: int) -> bool:
    """Whether a court has neither a report nor an event."""
    return not register.reports(court_id) and register.counts(court_id) == Counts()


def _names(court: Court, document: ImportedDocument) -> bool:
    return document.court is not None and any(same_name(name, document.court) for name in court.names)


def _own_name(named: Sequence[ImportedDocument]) -> CourtName:
    dated = sorted(named, key=lambda one: one.period.end.toordinal() if one.period else 0)
    if not dated or dated[-1].court is None:
        return CourtName("Суд (назву не вказано)", "суду (назву не вказано)")
    return replace(dated[-1].court, valid_from=None)
