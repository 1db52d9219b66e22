"""What the register does with rows of other documents: what they may be, bringing them in, their sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path

from courtcomms.model import Changes, Court, FrozenRow
from courtcomms.progress import SILENT, Progress
from courtcomms.store import bringing, candidates, courts, freezing, origins
from courtcomms.store.incoming import Candidate, EventSource, IncomingReport, KeptReport
from courtcomms.store.tables import ReportRecord
from courtcomms.store.transactions import Transactions


class IncomingRows(Transactions):
    """The part of the register that rows of other documents come in by."""

    # Reading

    def last_step(self) -> int:
        """The number of the newest step: as long as it is the same, nothing was changed."""
        with self._reading() as session:
            return candidates.last_step(session)

    def candidates(self, court_id: int, days: Collection[dt.date]) -> tuple[Candidate, ...]:
        """A court's events that return each quarter, have no single days, or begin on one of these days."""
        with self._reading() as session:
            return candidates.read(session, court_id, days)

    def sent_rows(self, report_id: int) -> tuple[FrozenRow, ...]:
        """The rows of a submitted report as they were sent; none where it is in work."""
        with self._reading() as session:
            report = session.get(ReportRecord, report_id)
            return freezing.read_rows(session, report) if report else ()

    def sources_of(self, event_id: int) -> tuple[EventSource, ...]:
        """Where the rows of an event came from, in the order in which they were imported."""
        with self._reading() as session:
            return origins.of_event(session, event_id)

    # Changing

    def bring_in(
        self,
        court: int | Court,
        incoming: Sequence[IncomingReport],
        kept: Sequence[KeptReport] = (),
        *,
        label: str,
        base: int,
        progress: Progress = SILENT,
    ) -> Changes:
        """Put rows of documents into reports and keep reports as sent, as one step.

        ``incoming`` stands by period, the oldest first; reports are made where they are not there, also for
        a document without rows. A ``court`` that is not stored yet, or otherwise than here, is stored in the
        same step. ``base`` is the last step on which the rows were compared with the register.

        Raises:
            Conflict: something was done since. Frozen: a report was submitted.
            BadInput: the court has no name, or two for one day. Cancelled: they are no longer wanted.
        """
        with self._step(label) as step:
            bringing.check_base(step.session, base)
            step.progress = progress
            going = bringing.Bringing(step, courts.ensure(step, court), kept)
            going.bring_in(incoming)
            going.keep()
            return step.finish()

    # Files that rows came from

    @property
    def sources_folder(self) -> Path:
        """The folder of imported files, each under its SHA-256; made when the first is kept."""
        return self.path.parent / "sources"

    def keep_source(self, path: Path, sha256: str) -> Path | None:
        """Keep a file by its SHA-256; returns where it lies now, ``None`` where it lay there already.

        Raises:
            Conflict: it is not the file that was read. CannotWrite: no room, no right, or it is gone.
        """
        return origins.keep(self.sources_folder, path, sha256)

    def source_path(self, sha256: str) -> Path | None:
        """Where the imported file with this SHA-256 lies, if it is kept."""
        return origins.find(self.sources_folder, sha256)

    def source_warnings(self) -> tuple[str, ...]:
        """Which imported files are missing or changed, in Ukrainian; the register is whole without them."""
        with self._reading() as session:
            return tuple(origins.warnings(session, self.sources_folder))
