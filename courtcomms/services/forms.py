"""The forms of a data folder, and the one that a report is written in."""

from __future__ import annotations

from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.reports.form import ReportForm
from courtcomms.reports.form_library import FormLibrary


def forms_of(data: DataDir) -> FormLibrary:
    """Every form of a data folder; its old ``table1.toml`` is the user's standard form."""
    return FormLibrary(data.forms, data.form)


def form_of(data: DataDir, court_id: int, period: Period) -> ReportForm:
    """The form that a report is written in.

    Raises:
        Missing: the form chosen for it is gone. BadInput: it cannot be used.
    """
    return forms_of(data).form_for(court_id, period)
