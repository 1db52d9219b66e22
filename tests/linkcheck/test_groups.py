"""Under which group a link stands, by what rules and looks say together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from courtcomms.linkcheck.groups import group_of, remembered
from courtcomms.linkcheck.settings import DEFAULT
from courtcomms.linkcheck.standing import status_of
from courtcomms.model import Confirmation, LinkCheck, LinkGroup, LinkStatus, Severity, Verdict

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
URL = "https://example.org/1"


def seen(verdict: Verdict, severity: Severity, days: int = 0, repair: str = "") -> LinkStatus:
    at = NOW - timedelta(days=days)
    check = LinkCheck(URL, verdict, severity, "Речення.", at, repair=repair)
    return LinkStatus(severity, check.reason, check)


@pytest.mark.parametrize(
    ("said", "status", "group"),
    [
        ((), None, LinkGroup.UNCHECKED),
        ((Severity.ERROR,), None, LinkGroup.WRONG),
        ((Severity.WARN,), None, LinkGroup.LOOK),
        ((Severity.HINT,), None, LinkGroup.UNCHECKED),
        ((), seen(Verdict.WORKS, Severity.OK), LinkGroup.FINE),
        ((Severity.HINT,), seen(Verdict.WORKS, Severity.OK), LinkGroup.FINE),
        ((), seen(Verdict.WORKS, Severity.OK, repair="https://example.org/2"), LinkGroup.MOVED),
        ((), seen(Verdict.MOVED, Severity.HINT), LinkGroup.MOVED),
        ((), seen(Verdict.GONE, Severity.ERROR), LinkGroup.WRONG),
        ((), seen(Verdict.BLOCKED, Severity.WARN), LinkGroup.LOOK),
        ((), seen(Verdict.TEMPORARY, Severity.HINT), LinkGroup.UNCHECKED),
        ((Severity.ERROR,), seen(Verdict.WORKS, Severity.OK), LinkGroup.WRONG),
    ],
)
def test_the_gravest_word_decides(
    said: tuple[Severity, ...], status: LinkStatus | None, group: LinkGroup
) -> None:
    assert group_of(said, status, NOW) is group


def test_what_cannot_be_asked_has_to_be_looked_at() -> None:
    assert group_of((), None, NOW, askable=False) is LinkGroup.LOOK


def test_a_good_look_counts_for_the_days_of_the_settings() -> None:
    days = DEFAULT.remember_days
    assert remembered(seen(Verdict.WORKS, Severity.OK, days - 1), NOW, DEFAULT)
    assert not remembered(seen(Verdict.WORKS, Severity.OK, days + 1), NOW, DEFAULT)
    assert group_of((), seen(Verdict.WORKS, Severity.OK, days + 1), NOW) is LinkGroup.UNCHECKED


def test_a_persons_word_lifts_what_a_robot_could_not_see() -> None:
    check = LinkCheck(URL, Verdict.BLOCKED, Severity.WARN, "Не пускає.", NOW)
    word = Confirmation(URL, "О. Коваль", NOW)
    assert group_of((), status_of([check], word, NOW), NOW) is LinkGroup.FINE
