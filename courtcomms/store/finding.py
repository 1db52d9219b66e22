"""Which events hold a text as it stands, for find and replace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.cells.replacing import find_spans
from courtcomms.model import Column
from courtcomms.progress import SILENT, Progress
from courtcomms.store.chunks import SIZE, chunks
from courtcomms.store.tables import EventRecord


@dataclass(frozen=True, slots=True)
class Wanted:
    """A text looked for in some columns."""

    columns: tuple[Column, ...]
    needle: str
    match_case: bool = False
    whole_words: bool = False

    def stands_in(self, text: str) -> bool:
        """Whether a cell has it."""
        return bool(find_spans(text, self.needle, match_case=self.match_case, whole_words=self.whole_words))


def events_with(
    session: Session, ids: Sequence[int], wanted: Wanted, progress: Progress = SILENT
) -> tuple[int, ...]:
    """Those of the events that have the text, in the order given."""
    if not wanted.needle or not wanted.columns:
        return ()
    texts = [getattr(EventRecord, column.value) for column in wanted.columns]
    found: list[int] = []
    for number, some in enumerate(chunks(ids)):
        progress.tell(number * SIZE, len(ids))
        rows = session.connection().execute(select(EventRecord.id, *texts).where(EventRecord.id.in_(some)))
        having = {row[0] for row in rows if any(wanted.stands_in(text) for text in row[1:])}
        found += [event_id for event_id in some if event_id in having]
    return tuple(found)
