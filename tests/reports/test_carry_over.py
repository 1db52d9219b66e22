"""Which standing events the next report takes over, and in which order."""

from datetime import UTC, date, datetime

import pytest

from courtcomms.cells.dates import read_date
from courtcomms.model import Cells, Event, Participants, ParticipantsKind
from courtcomms.period import Period
from courtcomms.reports.carry_over import Source, pick_source, plan_carry_over

Q2, Q3, Q4 = (Period.quarter(2021, quarter) for quarter in (2, 3, 4))


def event(number: int, phrase: str = "триває", standing: bool | None = None, closed_on: date | None = None):
    moment = datetime(2021, 7, 1, tzinfo=UTC)
    return Event(
        number,
        1,
        1,
        Cells(date=phrase),
        read_date(phrase, Q3),
        Participants(ParticipantsKind.NONE),
        standing=standing,
        closed_on=closed_on,
        created_at=moment,
        updated_at=moment,
    )


def plan(*events: Event, unreported: tuple[Event, ...] = (), shown=(), placed=(), target: Period = Q4):
    return plan_carry_over(target, Source(Q3, events), unreported, shown=shown, placed=placed)


def test_standing_events_keep_the_order_of_the_report_before() -> None:
    made = plan(event(7), event(2, "13.08.2021"), event(9, "щомісяця"), event(1, "за потреби"))
    assert made.carried == (7, 9, 1)
    assert (made.source, made.closed, made.present) == (Q3, (), ())


@pytest.mark.parametrize(
    ("phrase", "standing", "closed_on", "carried", "closed"),
    [
        ("триває", None, None, True, False),
        ("триває", None, date(2021, 9, 30), False, True),
        ("триває", None, date(2021, 10, 1), True, False),
        ("триває", False, None, False, False),
        ("13.08.2021", None, None, False, False),
        ("13.08.2021", True, None, True, False),
        ("13.08.2021", True, date(2021, 9, 1), False, True),
        ("13.08.2021", None, date(2021, 9, 1), False, False),
        ("постійно з 01.07.2021 до 30.09.2021", True, None, True, False),
    ],
)
def test_what_has_ended_is_told_and_not_carried(phrase, standing, closed_on, carried, closed) -> None:
    made = plan(event(1, phrase, standing, closed_on))
    assert (made.carried == (1,), made.closed == (1,)) == (carried, closed)


def test_an_end_that_the_phrase_tells_ends_the_event() -> None:
    over = event(1, "щомісяця до 31.08.2021")
    assert over.date_span.kind.standing
    assert over.date_span.end == date(2021, 8, 31)
    assert plan(over).closed == (1,)
    still = event(1, "щомісяця до 31.10.2021")
    assert plan(still).carried == (1,)


def test_what_never_stood_in_a_report_follows_once_it_has_begun() -> None:
    begun, later = event(5, "з 01.11.2021 по теперішній час"), event(6, "з 01.02.2022 по теперішній час")
    assert plan(event(3), unreported=(event(4), begun, later)).carried == (3, 4, 5)
    first = plan_carry_over(Q4, None, (event(4),), shown=(), placed=())
    assert (first.source, first.carried) == (None, (4,))


def test_only_what_the_target_lacks_is_carried() -> None:
    """A row that was taken out of the target by hand stays out; dated events come by themselves."""
    made = plan(event(1), event(2), event(3), shown=(2, 8), placed={2, 3})
    assert (made.carried, made.present, made.dated) == ((1,), (2,), (8,))


def test_a_carried_event_is_not_told_twice() -> None:
    made = plan(unreported=(event(4, "13.10.2021", standing=True),), shown=(4, 5))
    assert (made.carried, made.dated) == ((4,), (5,))


@pytest.mark.parametrize(
    ("target", "known", "source"),
    [
        ("2021-Q4", ["2021-Q3", "2021-Q2"], "2021-Q3"),
        ("2021-Q4", ["2022-Q1", "2021-Q2", "2020-Q4"], "2021-Q2"),
        ("2021-Q4", ["2021-Q4"], None),
        ("2021-Q4", [], None),
        ("2021-Q1", ["2021-Q2", "2021-Q3"], None),
        ("2021-Q4", ["2021-H1", "2021-Q1"], "2021-Q1"),
        ("2021-Q4", ["2020", "2021-H1"], "2021-H1"),
        ("2021-H1", ["2021-Q1", "2021-Q2", "2021-Q3"], "2021-Q2"),
        ("2021-H2", ["2021-Q3", "2021-H1"], "2021-H1"),
        ("2021", ["2021-Q4", "2021-H2"], "2021-Q4"),
    ],
)
def test_the_report_before_may_lie_further_back(target: str, known: list[str], source: str | None) -> None:
    picked = pick_source(Period.parse(target), [Period.parse(code) for code in known])
    assert (picked.code if picked else None) == source
