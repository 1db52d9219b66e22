"""Years that titles leave out, taken from the other reports of the document."""

from __future__ import annotations

from courtcomms.importing.finding.found import FoundReport


def with_years(reports: list[FoundReport]) -> list[FoundReport]:
    """The reports, those of a quarter without a year with that of the others where they agree on it."""
    years = {report.title.period.year for report in reports if report.title.period is not None}
    if len(years) == 1:
        year = years.pop()
        for report in reports:
            report.title = report.title.with_year(year)
    return reports
