"""Courts and their dated names."""

from datetime import date

import pytest

from courtcomms.errors import BadInput, Missing
from courtcomms.model import Cells, Court, CourtName
from courtcomms.store import EventQuery

OLD = CourtName("Садовий районний суд", "Садового районного суду")
NEW = CourtName("Садовий міський суд", "Садового міського суду", date(2025, 1, 1))


def test_a_court_is_renamed_from_a_day_on(register):
    register.save_court(Court(1, (OLD, NEW), "https://sad.court.gov.ua", "0416"))
    (court,) = register.courts()
    assert court == Court(1, (OLD, NEW), "https://sad.court.gov.ua", "0416")
    assert court.name_on(date(2024, 12, 31)) == OLD
    assert court.name_on(date(2025, 1, 1)) == NEW


def test_saving_a_court_is_a_step_that_can_be_taken_back(register):
    before = register.courts()
    changed = CourtName("Садовий окружний суд", "Садового окружного суду")
    changes = register.save_court(Court(1, (changed, NEW), "https://a.ua"))
    assert changes.label == "Зміна: дані суду"
    undone = register.revert(changes.step_id)
    assert register.courts() == before
    register.revert(undone.step_id)
    assert register.courts() == (Court(1, (changed, NEW), "https://a.ua"),)


def test_the_same_court_saved_again_is_no_step(register):
    assert not register.save_court(register.courts()[0])


def test_a_name_that_is_left_out_goes(register):
    register.save_court(Court(1, (OLD, NEW)))
    register.save_court(Court(1, (NEW,)))
    assert register.courts()[0].names == (NEW,)


@pytest.mark.parametrize("names", [(), (NEW, NEW), (OLD, CourtName("Інший", "Іншого"))])
def test_names_that_cannot_be_told_apart_are_refused(register, names):
    before = register.courts()
    with pytest.raises(BadInput, match="не збережено"):
        register.save_court(Court(1, names))
    assert register.courts() == before


def test_a_court_that_is_not_there_is_missing(register):
    with pytest.raises(Missing):
        register.save_court(Court(9, (OLD,)))


def test_several_courts_keep_their_events_apart(register, add, shown):
    changes = register.save_court(Court(0, (NEW,)))
    assert changes.label == "Новий суд"
    second = register.courts()[1].id
    add(title="наш", date="01.08.2021")
    register.add_event(second, Cells(title="їхній", date="01.08.2021"))
    assert shown() == ["наш"]
    assert len(register.event_ids(EventQuery(second))) == 1
