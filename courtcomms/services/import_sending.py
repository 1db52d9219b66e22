"""Which reports are kept as sent when documents come in: their texts would change otherwise."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from courtcomms.model import Cells, Report, ReportState
from courtcomms.period import Period
from courtcomms.services.import_model import ImportWishes, ReportPlan
from courtcomms.services.import_pool import Slot, differences


@dataclass(slots=True)
class Known:
    """What the register has before anything comes in.

    ``begun`` tells of the periods concerned whether their reports show rows already; ``events`` are the
    texts of its events.
    """

    reports: Mapping[Period, Report]
    begun: dict[Period, bool] = field(default_factory=dict)
    events: Mapping[Slot, Cells] = field(default_factory=dict)

    def is_sent(self, period: Period) -> bool:
        """Whether the report of a period was submitted."""
        report = self.reports.get(period)
        return report is not None and report.state is ReportState.SUBMITTED


class Taken(NamedTuple):
    """A row that goes into the report of a period, and its event."""

    period: Period
    cells: Cells
    slot: Slot


def age(period: Period) -> tuple[dt.date, dt.date]:
    """Reports by what they tell last: the quarter that ends a year is newer than the year's own report."""
    return period.end, period.start


def is_newer(period: Period, than: Period | None) -> bool:
    """Whether an event takes the texts that it has in a report: there is none newer in which it stands."""
    return than is None or age(period) >= age(than)


def decide_sent(
    plans: Sequence[ReportPlan], taken: Iterable[Taken], known: Known, wishes: ImportWishes
) -> tuple[tuple[ReportPlan, ...], tuple[Period, ...]]:
    """The plans with ``sent`` and ``required``; and other drafts of the register that must be kept too."""
    changed = _changed(taken, known)
    planned = {plan.period for plan in plans}
    kept = {period: _wished(period, plans, wishes) for period in planned}
    last = max((period.end for period in (*known.reports, *planned)), default=dt.date.min)
    decided = []
    for plan in plans:
        wished = kept[plan.period]
        usual = plan.period.end < last and not known.begun.get(plan.period, False)
        required = plan.period in changed and not plan.frozen
        sent = required or (usual if wished is None else wished)
        alone = not known.begun.get(plan.period, False)
        decided.append(replace(plan, sent=sent and not plan.frozen, required=required, alone=alone))
    others = (period for period in changed - planned if not known.is_sent(period))
    return tuple(decided), tuple(sorted(others, key=age))


def _changed(taken: Iterable[Taken], known: Known) -> set[Period]:
    """The reports that show an event with other texts than it will have."""
    found = set()
    shown: defaultdict[Slot, set[Period]] = defaultdict(set)
    for row in taken:
        shown[row.slot].add(row.period)
        if differences(row.cells, row.slot.cells):
            found.add(row.period)
    for slot, cells in known.events.items():
        if slot.rewritten and differences(cells, slot.cells):
            found |= slot.periods & known.reports.keys() - shown[slot]
    return found


def _wished(period: Period, plans: Iterable[ReportPlan], wishes: ImportWishes) -> bool | None:
    """The user's word on a report, which may come from several documents."""
    told = [wishes.sent[plan.index] for plan in plans if plan.period == period and plan.index in wishes.sent]
    return any(told) if told else None
