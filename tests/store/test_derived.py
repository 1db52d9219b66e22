"""What is understood of the cells follows the text, the reports and the rules."""

import datetime as dt

import pytest
from sqlalchemy import text

from courtcomms.cells import RULES_VERSION
from courtcomms.model import Anchor, Cells, Column, DateKind, ParticipantsKind
from courtcomms.period import Period
from courtcomms.store import EventQuery, Register, derived, readings

Q3 = Period.quarter(2021, 3)


def only(register):
    (event,) = register.events(register.event_ids(EventQuery(1)))
    return event


def test_everything_is_read_when_an_event_is_entered(register, add):
    add(
        date="13.08.2021",
        site_links="https://sad.court.gov.ua/1\nhttps://sad.court.gov.ua/2",
        media="«Вісник»\nhttps://visnyk.example/7",
        participants="до 100 осіб",
    )
    event = only(register)
    assert (event.date_span.kind, event.date_span.start) == (DateKind.DAY, dt.date(2021, 8, 13))
    assert (event.participants.kind, event.participants.high) == (ParticipantsKind.MAX, 100)
    assert (event.media_count, event.link_count) == (1, 3)


def test_it_is_read_again_when_the_text_changes_and_when_that_is_undone(register, add):
    event_id = add(date="13.08.2021", participants="25")
    changes = register.set_cell(event_id, Column.DATE, "постійно", version=1)
    assert only(register).date_span.kind is DateKind.ONGOING
    register.revert(changes.step_id)
    assert only(register).date_span.start == dt.date(2021, 8, 13)
    assert only(register).participants.low == 25


def test_the_text_is_never_touched_by_what_is_understood(register, add):
    add(date="  l5.09.2021 ", participants="25 осiб", site_links="sad.court.gov.ua/1")
    cells = only(register).cells
    assert (cells.date, cells.participants) == ("  l5.09.2021 ", "25 осiб")
    assert cells.site_links == "sad.court.gov.ua/1"


def test_a_date_without_a_year_takes_that_of_the_earliest_report(register, add):
    event_id = add(title="відкриття", date="вересень")
    assert only(register).date_span.start is None
    for period, year in ((Period.quarter(2022, 3), 2022), (Q3, 2021), (Period.quarter(2023, 3), 2021)):
        register.add_report(1, period)
        changes = register.set_included(register.report(1, period).id, event_id, True)
        assert only(register).date_span.start == dt.date(year, 9, 1)
        assert (event_id in changes.events) == (year != 2021 or period == Q3)


def test_undo_of_the_earliest_report_gives_the_year_back(register, add):
    event_id = add(title="відкриття", date="вересень")
    register.add_report(1, Q3)
    changes = register.set_included(register.report(1, Q3).id, event_id, True)
    register.revert(changes.step_id)
    assert only(register).date_span.start is None


def test_links_are_kept_one_by_one(register):
    anchors = (Anchor(Column.SITE_LINKS, "тут", "https://sad.court.gov.ua/9"),)
    register.add_event(1, Cells(site_links="тут і https://sad.court.gov.ua/1", anchors=anchors))
    with register._reading() as session:
        rows = session.execute(text("SELECT target, shown FROM event_link ORDER BY place")).all()
    assert sorted(rows) == [
        ("https://sad.court.gov.ua/1", "https://sad.court.gov.ua/1"),
        ("https://sad.court.gov.ua/9", "тут"),
    ]


def test_links_of_an_old_text_go(register, add):
    event_id = add(site_links="https://a.ua/1 https://a.ua/2")
    register.set_cell(event_id, Column.SITE_LINKS, "-", version=1)
    with register._reading() as session:
        assert session.scalar(text("SELECT count(*) FROM event_link")) == 0


def test_new_rules_read_every_event_again_on_opening(register, file, monkeypatch):
    rows = [Cells(title=str(number), date="13.08.2021") for number in range(1100)]
    register.add_rows(1, Q3, rows, label="Імпорт")
    register.close()
    monkeypatch.setattr(derived, "RULES_VERSION", RULES_VERSION + 1)
    from courtcomms.model import DateSpan

    monkeypatch.setattr(readings, "read_date", lambda text, period: DateSpan(DateKind.AS_NEEDED))
    with Register.open(file) as again:
        events = again.events(again.event_ids(EventQuery(1)))
        assert {event.date_span.kind for event in events} == {DateKind.AS_NEEDED}
        assert {event.version for event in events} == {1}


def test_new_rules_read_in_portions_the_newest_first(register, file, monkeypatch):
    register.add_rows(1, Q3, [Cells(title=str(number)) for number in range(30)], label="Імпорт")
    register.close()
    monkeypatch.setattr(derived, "RULES_VERSION", RULES_VERSION + 1)
    with Register.open(file, reread=10) as again:
        assert again.read_some_by_new_rules(0) == 20
        with again._reading() as session:
            old = session.scalars(
                text("SELECT id FROM event WHERE rules_version < :new"), {"new": RULES_VERSION + 1}
            ).all()
        assert sorted(old) == sorted(again.event_ids(EventQuery(1, period=Q3)))[:20]
    # Left in the middle: the next opening goes on where this one ended.
    with Register.open(file, reread=5) as again:
        assert [again.read_some_by_new_rules(10) for _ in range(3)] == [5, 0, 0]
        assert again.integrity() == ()


def test_old_rules_are_looked_for_without_a_look_at_the_events(register):
    with register._reading() as session:
        for sign in ("<", ">"):
            plan = session.execute(
                text(f"EXPLAIN QUERY PLAN SELECT id FROM event WHERE rules_version {sign} 1 LIMIT 1")
            ).all()
            assert "ix_event_rules_version" in plan[0][3]


@pytest.mark.parametrize("number", ["9" * 40, "99999999999999999999 осіб"])
def test_an_absurd_number_does_not_keep_a_row_from_being_saved(register, add, number):
    add(participants=number, media=number)
    assert only(register).cells.participants == number
