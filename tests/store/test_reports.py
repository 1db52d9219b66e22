"""What a report shows and in which order."""

import pytest

from courtcomms.errors import Missing
from courtcomms.model import Cells, Column, ReportState
from courtcomms.period import Period

Q2, Q3, Q4 = (Period.quarter(2021, number) for number in (2, 3, 4))
YEAR = Period.parse("2021")


def rows(*titles, date=""):
    return [Cells(title=title, date=date) for title in titles]


def test_a_dated_event_appears_in_its_quarter_by_itself(register, add, shown):
    register.add_report(1, Q3)
    add(title="серпень", date="15.08.2021")
    add(title="жовтень", date="01.10.2021")
    add(title="без дати")
    add(title="постійний", date="постійно")
    assert shown(period=Q3) == ["серпень"]
    assert shown(period=Q4) == ["жовтень"]
    assert shown(period=YEAR) == ["серпень", "жовтень"]
    register.add_report(1, YEAR)
    assert [(report.period, report.rows) for report in register.reports(1)] == [(YEAR, 2), (Q3, 1)]
    assert register.report(1, Q3).rows == 1


def test_an_event_over_the_end_of_a_quarter_appears_in_both(add, shown):
    add(title="тиждень права", date="28.09.2021-03.10.2021")
    assert shown(period=Q3) == shown(period=Q4) == ["тиждень права"]


def test_once_placed_an_event_stands_only_where_it_was_put(register, shown):
    register.add_rows(1, Q4, rows("пізно поданий", date="15.08.2021"), label="Імпорт")
    assert shown(period=Q3) == []
    assert shown(period=Q4) == ["пізно поданий"]


def test_an_event_typed_in_a_quarter_stays_there_whatever_its_date(register, add, shown):
    event_id = add(period=Q3, title="новий")
    assert shown(period=Q3) == ["новий"]
    register.set_cell(event_id, Column.DATE, "05.11.2021", version=1)
    assert shown(period=Q3) == ["новий"]
    assert shown(period=Q4) == []


def test_placed_rows_first_then_the_rest_by_date(register, add, shown):
    register.add_rows(1, Q3, rows("постійний 1", "постійний 2", date="постійно"), label="Імпорт")
    add(title="вересень", date="01.09.2021")
    add(period=Q3, title="липень", date="10.07.2021")
    add(period=Q3, title="без дати")
    assert shown(period=Q3) == ["постійний 1", "постійний 2", "липень", "вересень", "без дати"]


def test_imported_rows_keep_their_order_and_go_behind_what_is_placed(register, shown):
    register.add_rows(1, Q3, rows("в", "а", "б"), label="Імпорт: 3 заходи")
    register.add_rows(1, Q3, rows("г"), label="Імпорт: 1 захід")
    assert shown(period=Q3) == ["в", "а", "б", "г"]


def test_an_event_can_be_entered_behind_another(register, add, shown):
    first, _second = register.add_rows(1, Q3, rows("1", "2"), label="Імпорт").created
    loose = add(title="серпень", date="15.08.2021")
    add(period=Q3, after=first, title="після 1")
    add(period=Q3, after=loose, title="після серпня")
    assert shown(period=Q3) == ["1", "після 1", "2", "серпень", "після серпня"]
    with pytest.raises(Missing):
        add(period=Q3, after=999, title="ніде")
    assert "ніде" not in shown()


def test_any_row_can_be_moved_anywhere(register, add, shown):
    a, b, c = register.add_rows(1, Q3, rows("a", "b", "c"), label="Імпорт").created
    d = add(title="d", date="15.08.2021")
    e = add(title="e", date="20.08.2021")
    report = register.report(1, Q3).id
    register.move_row(report, c, after=None)
    assert shown(period=Q3) == ["c", "a", "b", "d", "e"]
    register.move_row(report, a, after=d)
    assert shown(period=Q3) == ["c", "b", "d", "a", "e"]
    register.move_row(report, e, after=None)
    assert shown(period=Q3) == ["e", "c", "b", "d", "a"]
    register.move_row(report, b, after=a)
    assert shown(period=Q3) == ["e", "c", "d", "a", "b"]


def test_a_row_that_stays_where_it_is_makes_no_step(register):
    a, b = register.add_rows(1, Q3, rows("a", "b"), label="Імпорт").created
    report = register.report(1, Q3).id
    assert not register.move_row(report, b, after=a)
    assert not register.move_row(report, a, after=None)
    assert not register.move_row(report, a, after=a)


def test_moving_into_the_same_gap_again_and_again_never_runs_out_of_room(register, shown):
    created = register.add_rows(1, Q3, rows(*map(str, range(30))), label="Імпорт").created
    report = register.report(1, Q3).id
    for event_id in created[2:]:
        register.move_row(report, event_id, after=created[0])
    assert shown(period=Q3) == ["0", *map(str, range(29, 1, -1)), "1"]


def test_moving_what_the_report_does_not_show_is_refused(register, add):
    (a,) = register.add_rows(1, Q3, rows("a"), label="Імпорт").created
    stranger = add(title="чужий", date="01.01.2021")
    report = register.report(1, Q3).id
    for event_id, after in ((stranger, None), (a, stranger)):
        with pytest.raises(Missing, match="ІІІ квартал 2021 року"):
            register.move_row(report, event_id, after=after)
    with pytest.raises(Missing):
        register.move_row(99, a, after=None)


def test_a_row_goes_out_of_the_report_and_back_to_its_place(register, shown):
    _a, b, _c = register.add_rows(1, Q3, rows("a", "b", "c"), label="Імпорт").created
    report = register.report(1, Q3).id
    assert register.set_included(report, b, False).label == "Рядок вилучено зі звіту"
    assert shown(period=Q3) == ["a", "c"]
    assert shown(period=Q3, excluded=True) == ["a", "b", "c"]
    assert register.excluded(report) == {b}
    assert register.report(1, Q3).rows == 2
    register.set_included(report, b, True)
    assert shown(period=Q3) == ["a", "b", "c"]
    assert not register.set_included(report, b, True)


def test_an_event_that_appeared_by_itself_can_be_taken_out(register, add, shown):
    register.add_report(1, Q3)
    event_id = add(title="серпень", date="15.08.2021")
    report = register.report(1, Q3).id
    assert not register.set_included(report, event_id, True)
    register.set_included(report, event_id, False)
    assert shown(period=Q3) == []
    assert register.report(1, Q3).rows == 0


def test_an_event_of_another_quarter_can_be_taken_in(register, add, shown):
    """How a standing event is carried over."""
    (standing,) = register.add_rows(1, Q3, rows("стенд", date="постійно"), label="Імпорт").created
    register.add_report(1, Q4)
    register.set_included(register.report(1, Q4).id, standing, True)
    register.add_rows(1, Q4, rows("брифінг"), label="Імпорт")
    assert shown(period=Q4) == ["стенд", "брифінг"]
    assert shown(period=Q3) == ["стенд"]


def test_trashed_events_leave_the_report_and_return_to_their_row(register, shown):
    _a, b, _c = register.add_rows(1, Q3, rows("a", "b", "c"), label="Імпорт").created
    register.trash_events([b])
    assert shown(period=Q3) == ["a", "c"]
    assert register.report(1, Q3).rows == 2
    register.restore_events([b])
    assert shown(period=Q3) == ["a", "b", "c"]


def test_reports_are_listed_from_the_newest(register):
    for period in (Q3, Q2, Q4):
        assert register.add_report(1, period).label == f"Новий звіт: {period.name}"
    register.add_rows(1, Q2, rows("a", "b"), label="Імпорт")
    reports = register.reports(1)
    assert [(report.period, report.rows) for report in reports] == [(Q4, 0), (Q3, 0), (Q2, 2)]
    assert {report.state for report in reports} == {ReportState.DRAFT}
    assert register.report(1, YEAR) is None


def test_a_report_is_made_once(register):
    assert register.add_report(1, Q3)
    assert not register.add_report(1, Q3)
    assert len(register.reports(1)) == 1
    with pytest.raises(Missing):
        register.add_report(9, Q3)


def test_an_empty_report_is_a_report_too(register):
    changes = register.add_rows(1, Q3, [], label="Імпорт: 0 заходів")
    assert changes
    assert register.report(1, Q3).rows == 0


def test_changes_name_the_reports_whose_rows_changed(register, add):
    register.add_report(1, Q3)
    register.add_report(1, Q4)
    q3, q4 = register.report(1, Q3).id, register.report(1, Q4).id
    event_id = add(title="серпень", date="15.08.2021")
    changes = register.set_cell(event_id, Column.DATE, "15.11.2021", version=1)
    assert changes.reports == (q3, q4)
    assert register.trash_events([event_id]).reports == (q4,)


def test_every_change_of_its_rows_raises_a_reports_version(register):
    a, _b = register.add_rows(1, Q3, rows("a", "b"), label="Імпорт").created
    report = register.report(1, Q3)
    assert report.version == 1
    register.move_row(report.id, a, after=_b)
    register.set_included(report.id, a, False)
    assert register.report(1, Q3).version == 3
