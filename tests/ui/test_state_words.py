"""How far a report is, in a word."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from courtcomms.model import Report, ReportState
from courtcomms.period import Period
from ui.places import state_words

NOON = datetime(2021, 10, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "sent", "words"),
    [
        (ReportState.DRAFT, None, "чернетка"),
        (ReportState.CHECKED, None, "перевірено"),
        (ReportState.SUBMITTED, NOON, "подано 12.10.2021"),
        (ReportState.SUBMITTED, None, "подано до імпорту"),
    ],
)
def test_no_day_is_told_that_nobody_knows(state: ReportState, sent: datetime | None, words: str) -> None:
    assert state_words(Report(1, 1, Period.quarter(2021, 3), state, submitted_at=sent)) == words
