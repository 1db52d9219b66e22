"""What the window and the command line both do: import into a report, take one out, begin and submit one.

These put the rooms together; each of them alone knows nothing of the others.
"""

from courtcomms.services.exports import find_events, only_court, report_events, snapshot_report
from courtcomms.services.import_apply import apply_imports
from courtcomms.services.import_model import (
    Decision,
    ImportPlan,
    ImportWishes,
    Match,
    PlannedRow,
    ReportPlan,
    RowMark,
)
from courtcomms.services.import_plan import plan_imports
from courtcomms.services.quarters import (
    compare_submitted,
    mark_checked,
    plan_quarter,
    reopen_report,
    submit_report,
)
from courtcomms.services.summaries import Layout, summary_periods, summary_snapshot
from courtcomms.services.writing import Written, write_report

__all__ = [
    "Decision",
    "ImportPlan",
    "ImportWishes",
    "Layout",
    "Match",
    "PlannedRow",
    "ReportPlan",
    "RowMark",
    "Written",
    "apply_imports",
    "compare_submitted",
    "find_events",
    "mark_checked",
    "only_court",
    "plan_imports",
    "plan_quarter",
    "reopen_report",
    "report_events",
    "snapshot_report",
    "submit_report",
    "summary_periods",
    "summary_snapshot",
    "write_report",
]
