"""Whether submitted reports are still as they were sent."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from courtcomms.errors import RegisterUnusable
from courtcomms.model import ReportState
from courtcomms.period import Period
from courtcomms.store import freezing
from courtcomms.store.side_tables import FrozenRecord
from courtcomms.store.tables import ReportRecord


def problems(session: Session) -> Iterator[str]:
    """What is wrong with submitted reports and kept copies, in Ukrainian."""
    copies: dict[int, int] = {}
    for copy in session.scalars(select(FrozenRecord).execution_options(yield_per=20)):
        copies[copy.id] = copy.report_id
        if not _is_whole(copy):
            yield freezing.damaged(copy)
    for report in session.scalars(select(ReportRecord)):
        submitted = report.state == ReportState.SUBMITTED.value
        if submitted != (report.frozen_id is not None):
            yield f"Стан звіту за {Period.parse(report.period).title} не відповідає його копії."
        elif submitted and copies.get(report.frozen_id or 0) != report.id:
            yield f"Звіт за {Period.parse(report.period).title} подано, а його копії в реєстрі немає."


def _is_whole(copy: FrozenRecord) -> bool:
    try:
        freezing.files_of(copy)
        return len(freezing.rows_of(copy)) == copy.row_count
    except (RegisterUnusable, KeyError, ValueError, TypeError):
        return False
