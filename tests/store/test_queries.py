"""Search and order, as a Ukrainian reader expects them."""

import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courtcomms.model import Anchor, Cells, Column, EventState
from courtcomms.period import Period
from courtcomms.store import EventDetails, EventQuery

Q3 = Period.quarter(2021, 3)


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("Засідання СУДУ", "суд"),
        ("засідання суду", "СУДУ"),
        ("обʼєднання громад", "об'єднання"),
        ("об’єднання громад", "обꞌєдн"),
        ("прес-секретар суду", "прес"),
        ("прес-секретар суду", "секр"),
        ("Їжак і ґанок", "ґан їж"),
        ("День відкритих дверей", "двер відкр"),
        ("розгляд справи № 15", "15"),
        ("https://sad.court.gov.ua/sud0416/news/1051137/", "1051137"),
        ("https://sad.court.gov.ua/sud0416/news/1051137/", "sad.court.gov.ua"),
        ("«Громадське» — інтервʼю", "громадське інтерв'ю"),
        ("подкаст «Суд 🎙️ людям»", "людям"),
        ("зустріч", "з"),
    ],
)
def test_what_a_search_finds(add, shown, text, search):
    add(title="брехня")
    add(goal=text, title="шукане")
    assert shown(search=search) == ["шукане"]


@pytest.mark.parametrize(
    ("text", "search"),
    [("прес-секретар", "прессекретар"), ("прессекретар", "прес-секретар"), ("веб-сайт", "вебсайт")],
)
def test_a_hyphen_makes_no_difference(add, shown, text, search):
    add(title=text)
    assert shown(search=search) == [text]


def test_every_word_must_be_found_and_only_beginnings_count(add, shown):
    add(title="екскурсія для школярів")
    assert shown(search="школяр екс") == ["екскурсія для школярів"]
    assert shown(search="школяр лекція") == []
    assert shown(search="колярів") == []


def test_note_tags_and_hidden_targets_are_searched_too(register, shown):
    anchors = (Anchor(Column.MEDIA, "тут", "https://newspaper.example/стаття"),)
    (event_id,) = register.add_event(1, Cells(title="a", media="тут", anchors=anchors)).created
    register.set_details(event_id, EventDetails("нагадати голові", ("школа",)), version=1)
    for search in ("нагадати", "школа", "newspaper"):
        assert shown(search=search) == ["a"]


def test_a_changed_text_is_found_by_its_new_words_only(register, add, shown):
    event_id = add(title="лекція")
    register.set_cell(event_id, Column.TITLE, "брифінг", version=1)
    assert shown(search="лекція") == []
    assert shown(search="брифінг") == ["брифінг"]


def test_search_keeps_to_the_report_and_to_the_state(register, add, shown):
    register.add_rows(1, Q3, [Cells(title="лекція у звіті"), Cells(title="брифінг")], label="Імпорт")
    outside = add(title="лекція поза звітом")
    assert shown(search="лекція", period=Q3) == ["лекція у звіті"]
    register.trash_events([outside])
    assert shown(search="лекція", state=EventState.TRASHED) == ["лекція поза звітом"]


def test_few_finds_among_many_stand_in_the_order_of_all_and_follow_each_change(register, add, shown):
    for day in range(1, 29):
        add(title=f"брифінг {day}", date=f"{day:02}.08.2021")
    late, early = add(title="лекція пізня", date="15.09.2021"), add(title="лекція рання", date="02.07.2021")
    assert shown(search="лекція") == ["лекція рання", "лекція пізня"]
    assert shown(search="лекція", descending=True) == ["лекція пізня", "лекція рання"]
    register.trash_events([late])
    assert shown(search="лекція") == ["лекція рання"]
    version = register.events([early])[0].version
    register.set_cell(early, Column.DATE, "30.09.2021", version=version)
    register.restore_events([late])
    assert shown(search="лекція") == ["лекція пізня", "лекція рання"]


@pytest.mark.parametrize(
    "search", ['"', "*", "(", "суд AND", "NEAR(", "-", "'", "a:b", "\\", "^", "%", ";--", "№"]
)
def test_signs_of_search_syntax_are_only_signs(add, shown, search):
    add(title="суд")
    assert shown(search=search) in ([], ["суд"])


def test_signs_alone_ask_for_nothing_in_particular(add, shown):
    add(title="суд")
    assert shown(search="  «» — ()") == ["суд"]


@given(search=st.text(max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_search_text_ever_fails(register, search):
    register.event_ids(EventQuery(1, search=search))


def test_every_letter_known_to_python_can_be_searched_and_finds_itself(register):
    """SQLite's tokenizer knows an older Unicode; a sign it splits at would be a phrase, and an error."""
    letters = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code))[0] in "LN"]
    letters += [chr(code) for code in range(0x10000, sys.maxunicode, 997)]
    words = [f"y{letter}y" for letter in letters]
    expected = register.add_event(1, Cells(title=" ".join(words))).created
    portions = [" ".join(words[start : start + 32]) for start in range(0, len(words), 32)]
    missed = [
        portion for portion in portions if register.event_ids(EventQuery(1, search=portion)) != expected
    ]
    assert missed == []


def test_text_sorts_by_the_ukrainian_alphabet_with_empty_cells_last(add, shown):
    titles = ["Ялинка", "іграшка", "Єдність", "ґанок", "гора", "", "їжак", "Захід", "еталон", "дім"]
    for title in titles:
        add(title=title)
    ordered = ["гора", "ґанок", "дім", "еталон", "Єдність", "Захід", "іграшка", "їжак", "Ялинка"]
    assert shown(sort=Column.TITLE) == [*ordered, ""]
    assert shown(sort=Column.TITLE, descending=True) == [*reversed(ordered), ""]


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        (Column.DATE, ["31.12.2020", "01.02.2021", "01.11.2021", "постійно"]),
        (Column.NUMBER, ["1", "2.", "10", "11", ""]),
        (Column.PARTICIPANTS, ["9 осіб", "до 20", "100", "-"]),
        (Column.MEDIA, ["1", "2", "10", "багато разів"]),
        (Column.GOAL, ["Відкритість", "Довіра", "Прозорість", ""]),
        (Column.SITE_LINKS, ["https://a.ua", "https://b.ua", "https://c.ua", ""]),
        (Column.AUDIENCE, ["адвокати", "учні", "школярі", ""]),
        (Column.RESPONSIBLE, ["голова", "помічник", "суддя", ""]),
    ],
)
def test_each_column_sorts_by_what_it_means(register, add, column, texts):
    for text in sorted(texts, key=lambda text: text[::-1]):
        add(**{column.value: text})

    def order(descending):
        ids = register.event_ids(EventQuery(1, sort=column, descending=descending))
        return [event.cells[column] for event in register.events(ids)]

    assert order(False) == texts
    assert order(True) == [*reversed(texts[:-1]), texts[-1]]


def test_without_a_report_events_stand_by_date(add, shown):
    add(title="без дати")
    add(title="пізній", date="01.09.2021")
    add(title="ранній", date="01.08.2021")
    assert shown() == ["ранній", "пізній", "без дати"]


def test_a_report_can_be_sorted_by_a_column_too(register, shown):
    register.add_rows(1, Q3, [Cells(title=title) for title in "бва"], label="Імпорт")
    assert shown(period=Q3) == ["б", "в", "а"]
    assert shown(period=Q3, sort=Column.TITLE) == ["а", "б", "в"]
    assert shown(period=Q3, descending=True) == ["а", "в", "б"]


def test_a_large_register_answers_from_its_indexes(register):
    """No order may look at the long texts, or 100,000 events take seconds."""
    from sqlalchemy import event

    from courtcomms.store import queries

    statements = []
    with register._reading() as session:
        connection = session.connection()

        def remember(_connection, _cursor, sql, parameters, _context, _many):
            statements.append((sql, parameters))

        event.listen(register._engine, "before_cursor_execute", remember)
        for column in Column:
            queries.event_ids(session, EventQuery(1, sort=column))
        queries.event_ids(session, EventQuery(1, period=Q3))
        event.remove(register._engine, "before_cursor_execute", remember)
        plans = [
            row[3]
            for sql, parameters in statements
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
        ]
    assert any("ix_event_by_title" in plan for plan in plans)
    assert [plan for plan in plans if plan.startswith("SCAN event")] == []
