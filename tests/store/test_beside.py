"""What stands beside events and reports: hidden findings, defaults, a court that goes and returns."""

import datetime as dt

import pytest

from courtcomms.errors import Conflict, Missing
from courtcomms.model import Cells, Column, Court, CourtName, Dismissal
from courtcomms.period import Period
from courtcomms.store import Register

Q3 = Period.quarter(2021, 3)
OWN = (CourtName("Садовий районний суд", "Садового районного суду"),)


@pytest.fixture
def hidden(add):
    """Two findings in two events."""
    first, second = add(title="а"), add(title="б")
    return (
        Dismissal(first, "blank_twice", Column.TITLE, "а  б"),
        Dismissal(second, "blank_twice", Column.GOAL, ""),
    )


def test_findings_are_hidden_and_shown_again_in_a_step_each(register, hidden, file):
    before = register.events([one.event_id for one in hidden])
    done = register.dismiss(hidden)
    assert (done.label, done.events) == ("Приховано: 2 зауваження", ())
    assert register.dismissals(1) == frozenset(hidden)
    assert register.dismissals(2) == frozenset()
    assert register.events([one.event_id for one in hidden]) == before
    register.revert(done.step_id)
    assert register.dismissals(1) == frozenset()
    register.dismiss(hidden)
    shown = register.restore_dismissed(hidden[:1])
    assert shown.label == "Знову показано: 1 зауваження"
    register.close()
    with Register.open(file) as later:
        assert later.dismissals(1) == frozenset(hidden[1:])
        later.revert(shown.step_id)
        assert later.dismissals(1) == frozenset(hidden)


def test_only_what_is_not_hidden_yet_is_hidden(register, hidden):
    register.dismiss(hidden[:1])
    assert not register.dismiss(hidden[:1])
    assert register.dismiss([*hidden, hidden[1]]).label == "Приховано: 1 зауваження"
    assert not register.restore_dismissed([Dismissal(1, "інше", Column.TITLE, "")])


def test_a_finding_is_hidden_only_for_an_event_that_is_there(register, hidden):
    with pytest.raises(Missing):
        register.dismiss([*hidden, Dismissal(999, "blank_twice", Column.TITLE, "")])
    assert register.dismissals(1) == frozenset()


def test_an_event_with_hidden_findings_is_taken_back_all_the_same(register):
    made = register.add_event(1, Cells(title="а"))
    register.dismiss([Dismissal(made.created[0], "blank_twice", Column.TITLE, "\ud800 а")])
    register.revert(made.step_id)
    assert register.events(made.created)[0].cells.title == "а"
    assert register.integrity() == ()


def test_defaults_are_set_changed_and_taken_away(register):
    assert register.defaults(1) == {}
    first = register.set_default(1, Column.RESPONSIBLE, "Керівник апарату")
    assert first.label == "Типове значення: Відповідальні особи"
    register.set_default(1, Column.AUDIENCE, "Громадськість")
    changed = register.set_default(1, Column.RESPONSIBLE, "Речник")
    assert list(register.defaults(1).items()) == [
        (Column.AUDIENCE, "Громадськість"),
        (Column.RESPONSIBLE, "Речник"),
    ]
    register.revert(changed.step_id)
    assert register.defaults(1)[Column.RESPONSIBLE] == "Керівник апарату"
    gone = register.set_default(1, Column.RESPONSIBLE, "")
    assert register.defaults(1) == {Column.AUDIENCE: "Громадськість"}
    register.revert(gone.step_id)
    assert register.defaults(1)[Column.RESPONSIBLE] == "Керівник апарату"
    assert not register.set_default(1, Column.GOAL, "")
    with pytest.raises(Missing):
        register.set_default(9, Column.GOAL, "x")


@pytest.fixture
def empty(tmp_path):
    with Register.open(tmp_path / "empty.sqlite3") as opened:
        yield opened


def test_the_first_import_makes_its_court_and_takes_it_back(empty):
    changes = empty.add_rows(Court(0, OWN, "https://a.ua"), Q3, [Cells(title="а")], label="Імпорт")
    (court,) = empty.courts()
    assert (court.names, court.site) == (OWN, "https://a.ua")
    undone = empty.revert(changes.step_id)
    assert (empty.courts(), empty.reports(court.id)) == ((), ())
    with pytest.raises(Missing):
        empty.add_report(court.id, Q3)
    with pytest.raises(Missing):
        empty.save_court(court)
    redone = empty.revert(undone.step_id)
    assert empty.courts() == (court,)
    assert empty.report(court.id, Q3).rows == 1
    empty.revert(redone.step_id)
    empty.add_rows(Court(0, OWN), Q3, [Cells(title="б")], label="Імпорт")
    assert [one.id for one in empty.courts()] == [court.id + 1]
    with pytest.raises(Conflict):
        empty.revert(redone.step_id)
    assert empty.integrity() == ()


def test_a_court_in_which_others_worked_outlives_the_undo_of_its_import(empty):
    changes = empty.add_rows(Court(0, OWN), Q3, [Cells(title="а")], label="Імпорт")
    empty.add_event(1, Cells(title="пізніший"))
    empty.revert(changes.step_id)
    assert [court.names for court in empty.courts()] == [OWN]
    assert empty.reports(1) == ()


@pytest.mark.parametrize("work", ["event", "report", "default"])
def test_a_court_alone_is_taken_back_only_while_it_is_empty(empty, work):
    made = empty.save_court(Court(0, OWN))
    after = {
        "event": lambda: empty.add_event(1, Cells(title="а")),
        "report": lambda: empty.add_report(1, Q3),
        "default": lambda: empty.set_default(1, Column.GOAL, "Ціль"),
    }[work]()
    with pytest.raises(Conflict, match="цього суду"):
        empty.revert(made.step_id)
    assert [court.names for court in empty.courts()] == [OWN]
    empty.revert(after.step_id)
    empty.revert(made.step_id)
    assert empty.courts() == ()


def test_a_court_with_its_first_report_is_one_step(empty):
    made = empty.add_report(Court(0, OWN), Q3)
    assert made.label == "Новий звіт: ІІІ квартал 2021 року"
    row = empty.add_event(1, Cells(title="а"), period=Q3)
    with pytest.raises(Conflict, match="уже має рядки"):
        empty.revert(made.step_id)
    empty.revert(row.step_id)
    empty.revert(made.step_id)
    assert empty.courts() == ()


def test_a_second_name_of_a_court_at_work_can_be_taken_back(register, add):
    add(Q3, title="а")
    (court,) = register.courts()
    renamed = Court(1, (*court.names, CourtName("Новий суд", "Нового суду", dt.date(2021, 9, 1))))
    changes = register.save_court(renamed)
    register.revert(changes.step_id)
    assert register.courts() == (court,)
