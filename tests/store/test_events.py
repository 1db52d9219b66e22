"""Events go in and come out as they are, and only over the version that was read."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courtcomms.errors import Conflict, Missing
from courtcomms.model import Anchor, Cells, Column, EventState
from courtcomms.period import Period
from courtcomms.store import EventDetails, EventQuery, Register

# What Ukrainian reports really carry: no-break and zero-width blanks, foreign apostrophes, emoji,
# combining accents, Latin letters among Cyrillic ones, blanks at both ends.
PECULIAR = [
    "  Захід\u00a0№\u00a05  ",
    "обꞌєднання, об'єднання, обʼєднання, об’єднання",
    "брифінг 🎙️👩‍⚖️",
    "за\u0301ходи\u200b",
    "cуд (перша літера латинська)",
    "рядок\n\n\nрядок\tіз табуляцією",
    "=1+1",
    "'; DROP TABLE event; --",
    "-",
    "\ufeff",
]


@pytest.mark.parametrize("text", PECULIAR)
def test_a_text_comes_back_byte_for_byte(register, add, text):
    event_id = add(title=text)
    register.set_cell(event_id, Column.GOAL, text, version=1)
    (event,) = register.events([event_id])
    assert event.cells.title.encode() == text.encode()
    assert event.cells.goal.encode() == text.encode()


@given(
    texts=st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])), min_size=9, max_size=9
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_nine_cells_survive_closing(register, texts):
    cells = Cells(*texts)
    (event_id,) = register.add_event(1, cells).created
    with Register.open(register.path) as again:
        assert again.events([event_id])[0].cells == cells


def test_what_no_format_can_hold_is_dropped_and_line_ends_become_one(register, add):
    event_id = add(title="а\x00б\ud800в\r\nг\x0bґ")
    assert register.events([event_id])[0].cells.title == "абв\nг\nґ"


def test_hidden_link_targets_are_kept(register):
    anchors = (Anchor(Column.SITE_LINKS, "на сайті", "https://sad.court.gov.ua/1"),)
    cells = Cells(site_links="Розміщено на сайті", anchors=anchors)
    (event_id,) = register.add_event(1, cells).created
    (event,) = register.events([event_id])
    assert event.cells == cells
    assert event.link_count == 1


def test_events_come_in_the_order_asked_and_unknown_ones_are_skipped(register, add):
    one, two, three = add(title="1"), add(title="2"), add(title="3")
    assert [event.id for event in register.events([three, 99, one, two, one])] == [three, one, two, one]


def test_more_ids_than_one_statement_takes(register):
    rows = [Cells(title=str(number)) for number in range(1201)]
    created = register.add_rows(1, Period.quarter(2021, 3), rows, label="Імпорт").created
    events = register.events(created)
    assert [event.cells.title for event in events] == [str(number) for number in range(1201)]


def test_changing_a_cell_raises_the_version_and_tells_everything(register, add):
    event_id = add(title="Екскурсія")
    changes = register.set_cell(event_id, Column.TITLE, "Екскурсія школярів", version=1)
    assert changes.events == (event_id,)
    assert changes.label == "Зміна: Назва (вид) заходу"
    (entry,) = changes.entries
    assert (entry.subject, entry.subject_id, entry.field) == ("event", event_id, "title")
    assert (entry.before, entry.after) == ('"Екскурсія"', '"Екскурсія школярів"')
    assert register.events([event_id])[0].version == 2


def test_the_same_text_changes_nothing(register, add):
    event_id = add(title="Екскурсія")
    assert not register.set_cell(event_id, Column.TITLE, "Екскурсія", version=1)
    assert register.events([event_id])[0].version == 1
    assert len(register.history(event_id)) == 1


def test_a_stale_version_is_refused_and_neither_text_is_lost(register, add, file):
    event_id = add(title="Екскурсія", goal="Відкритість")
    with Register.open(file, who="Друге вікно") as other:
        other.set_cell(event_id, Column.GOAL, "Довіра", version=1)
    with pytest.raises(Conflict, match="іншому вікні"):
        register.set_cell(event_id, Column.GOAL, "Прозорість", version=1)
    (event,) = register.events([event_id])
    assert (event.cells.goal, event.version) == ("Довіра", 2)


def test_an_event_that_is_not_there_is_missing(register):
    with pytest.raises(Missing):
        register.set_cell(77, Column.TITLE, "текст", version=1)


def test_the_trash_holds_events_until_they_are_restored(register, add, shown):
    one, two = add(title="Перший"), add(title="Другий")
    changes = register.trash_events([one, two, one])
    assert changes.label == "До кошика: 2 заходи"
    assert shown() == []
    assert shown(state=EventState.TRASHED) == ["Перший", "Другий"]
    assert register.restore_events([two]).label == "З кошика: 1 захід"
    assert shown() == ["Другий"]
    assert not register.restore_events([two])


def test_a_cell_of_a_trashed_event_is_not_changed(register, add):
    event_id = add(title="Перший")
    register.trash_events([event_id])
    with pytest.raises(Conflict, match="кошика"):
        register.set_cell(event_id, Column.TITLE, "Інший", version=2)


def test_details_change_together_and_name_what_changed(register, add):
    event_id = add(title="Стенд", date="постійно")
    details = EventDetails("подзвонити\x00", ("стенди", "сайт"), standing=True, closed_on=date(2021, 9, 30))
    changes = register.set_details(event_id, details, version=1)
    (event,) = register.events([event_id])
    assert (event.note, event.tags) == ("подзвонити", ("стенди", "сайт"))
    assert (event.standing, event.closed_on, event.version) == (True, date(2021, 9, 30), 2)
    assert not event.is_standing
    assert changes.label == "Зміна: Примітка, Мітки, Постійний захід, Дата завершення"
    assert not register.set_details(event_id, details, version=2)
    with pytest.raises(Conflict):
        register.set_details(event_id, EventDetails(), version=1)
    assert register.event_ids(EventQuery(1, search="подзвон стенди")) == (event_id,)


def test_an_event_needs_a_court(register):
    with pytest.raises(Missing, match="суду"):
        register.add_event(5, Cells(title="нічий"))


def test_versions_rise_by_one_for_every_event_a_step_tells_of(register, add):
    """The window follows its own saves by this."""
    one, two = add(title="1"), add(title="2")
    versions = {event.id: event.version for event in register.events([one, two])}
    steps = [register.trash_events([one, two])]
    steps.append(register.revert(steps[0].step_id))
    steps.append(register.set_cell(one, Column.DATE, "01.08.2021", version=3))
    for changes in steps:
        for event_id in changes.events:
            versions[event_id] += 1
    assert {event.id: event.version for event in register.events([one, two])} == versions
