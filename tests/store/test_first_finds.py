"""The first finds are the first of all finds, or nothing is said of them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courtcomms.model import Anchor, Cells, Column, Court, CourtName, EventState
from courtcomms.period import Period
from courtcomms.store import ColumnFilter, EventDetails, EventQuery, Register, first_finds, search

Q3 = Period.quarter(2021, 3)
_TITLES = ("Екскурсія судом", "Лекція: проєкт «Обʼєднання»", "День відкритих дверей", "Прес-служба суду", "")
_GOALS = ("Ґанок і їжак", "проект для школярів", "відкрита лекція судді", "інтернет-урок COPC", "–")
_AUDIENCES = ("Учні ліцею", "Студенти; школярі", "обєднання громад", "")
_WORDS = (
    *("с", "СУД", "судом", "проект", "проєкт лекц", "об'єднання", "гiм", "ґан їж", "прес служба", "сорс"),
    *(
        "школ",
        "відкр",
        "відкр лекц",
        "урок",
        "нагадати",
        "example",
        "2021",
        "немає такого",
        "«»",
        " ".join("с" * 40),
    ),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A register of some hundred events of two courts, some thrown away, with notes and hidden links."""
    with Register.open(tmp_path_factory.mktemp("finds") / "register.sqlite3") as register:
        for name in ("Садовий районний суд", "Інший районний суд"):
            register.save_court(Court(0, (CourtName(name, name),)))
        for court in (1, 2):
            ids = register.add_rows(
                court, Q3, [_cells(number) for number in range(400)], label="Імпорт"
            ).created
            register.trash_events(ids[::7])
            register.set_details(ids[3], EventDetails("нагадати", ("школа",)), version=1)
        yield register


def _cells(number: int) -> Cells:
    return Cells(
        title=_TITLES[number % 5],
        goal=_GOALS[number % 7 % 5],
        date=f"{number % 28 + 1}.0{number % 3 + 7}.2021" if number % 11 else "",
        media="тут" if number % 2 else "-",
        audience=_AUDIENCES[number // 3 % 4],
        participants=str(number % 90),
        anchors=(Anchor(Column.MEDIA, "тут", f"https://news{number % 4}.example/"),) if number % 2 else (),
    )


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    """Also a small register is worth it."""
    monkeypatch.setattr(first_finds, "FEW", 1)


_FILTERS = st.lists(
    st.one_of(
        st.builds(
            ColumnFilter,
            st.sampled_from([Column.TITLE, Column.GOAL, Column.AUDIENCE, Column.MEDIA]),
            words=st.sampled_from(_WORDS),
        ),
        st.builds(ColumnFilter, st.just(Column.AUDIENCE), filled=st.booleans()),
        st.builds(ColumnFilter, st.just(Column.PARTICIPANTS), most=st.integers(5, 90)),
    ),
    max_size=2,
    unique_by=lambda one: one.column,
).map(tuple)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    wanted=st.sampled_from(("", *_WORDS)),
    filters=_FILTERS,
    sort=st.sampled_from([None, Column.TITLE, Column.DATE, Column.PARTICIPANTS]),
    descending=st.booleans(),
    state=st.sampled_from(EventState),
    court=st.sampled_from([1, 2]),
    most=st.integers(2, 60),
    current=st.integers(0, 810),
)
def test_they_are_the_first_of_all_that_is_found(
    filled, wanted, filters, sort, descending, state, court, most, current
):
    query = EventQuery(court, None, wanted, sort, descending, state, filters=filters)
    first = filled.first_finds(query, most, current)
    whole = filled.event_ids(query)
    if first is not None and first.top:
        assert first.ids == whole[: len(first.ids)]
        assert current in first.ids or current not in whole
    elif first is not None:
        start = whole.index(first.ids[0])
        assert first.ids == whole[start : start + len(first.ids)]
        assert current in first.ids
    assert first is None or most // 4 <= len(first.ids) <= most
    # What is remembered is told at once, and the first finds are not looked for.
    assert not first or filled.first_finds(query, most) is None


@pytest.mark.parametrize("wanted", ["суд", "ЛЕКЦ", "проєкт", "обʼєдн", "школ", "example", "прес-сл", "2021"])
def test_a_text_that_many_have_is_found_in_the_uppermost_rows(filled, wanted):
    filled.add_event(2, Cells())  # Whatever was remembered is forgotten.
    query = EventQuery(1, search=wanted, sort=Column.GOAL)
    first = filled.first_finds(query, 20)
    assert first is not None
    assert first.top
    assert first.ids == filled.event_ids(query)[:20]


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8), st.integers(1, 8))
def test_any_sign_means_to_the_words_what_it_means_to_the_index(filled, text, cut):
    event_id = filled.add_event(1, Cells(title=f"{text}я", goal=text)).created[0]
    for one in (EventQuery(1, search=text[:cut]), _by_title(text[:cut]), _by_title(f"{text} я")):
        asked, match = (of(one.search, one.filters) for of in (search.asked_for, search.match_expression))
        assert bool(asked) == bool(match)
        with filled._reading() as session:
            found = match and search.narrow(session, (event_id,), match)
            assert not match or tuple(search.having(session, [event_id], asked)) == found


def _by_title(words: str) -> EventQuery:
    return EventQuery(1, filters=(ColumnFilter(Column.TITLE, words=words),))


@pytest.fixture
def long(register):
    """A register in which many rows stand above what is looked at; each third event is a lecture."""
    titles = ("лекція", "брифінг", "зустріч")
    register.add_rows(1, Q3, [Cells(title=titles[n % 3]) for n in range(1_200)], label="Імпорт")
    return register


class TestAboutTheEventThatIsLookedAt:
    def test_the_finds_on_either_side_of_it_are_told(self, long):
        query, whole = EventQuery(1, search="лекц"), long.event_ids(EventQuery(1, search="лекція"))
        found = long.first_finds(query, 20, whole[200])
        assert not found.top
        assert found.ids == whole[190:210]

    def test_one_that_is_no_find_or_unknown_does_not_count(self, long):
        whole = long.event_ids(EventQuery(1, search="лекція"))
        other = long.event_ids(EventQuery(1, search="брифінг"))[200]
        long.trash_events([whole[210]])
        for current in (other, whole[210], 10**9):
            found = long.first_finds(EventQuery(1, search="лекц"), 20, current)
            assert found.top
            assert found.ids == whole[:20]

    def test_it_may_stand_a_little_below_the_first_ones(self, long):
        whole = long.event_ids(EventQuery(1, search="лекція"))
        assert long.first_finds(EventQuery(1, search="лекц"), 20, whole[19]).ids == whole[:20]
        found = long.first_finds(EventQuery(1, search="лекц"), 20, whole[20])
        assert (found.top, found.ids) == (False, whole[10:30])


class TestTheWholeWayIsTaken:
    def test_without_words_and_in_a_report(self, filled):
        assert filled.first_finds(EventQuery(1)) is None
        assert filled.first_finds(EventQuery(1, search="«»")) is None
        assert filled.first_finds(EventQuery(1, Q3, "лекц"), 5) is None

    def test_where_finds_come_too_seldom_or_are_too_few(self, register):
        rows = [Cells(title="лекція" if number >= 590 else "брифінг") for number in range(600)]
        register.add_rows(1, Q3, rows, label="Імпорт")
        assert register.first_finds(EventQuery(1, search="лекц"), 5) is None
        assert register.first_finds(EventQuery(1, search="брифінг"), 801) is None
        assert len(register.first_finds(EventQuery(1, search="брифінг"), 300).ids) == 300

    def test_in_a_small_register(self, filled, monkeypatch):
        monkeypatch.setattr(first_finds, "FEW", 5_000)
        assert filled.first_finds(EventQuery(1, search="лекц"), 5) is None

    def test_where_the_finds_end_near_the_event_that_is_looked_at(self, long):
        ids = long.event_ids(EventQuery(1))
        assert long.first_finds(EventQuery(1, search="лекц"), 20, ids[-3]) is None

    def test_while_events_wait_to_be_read_by_columns(self, register, monkeypatch):
        from sqlalchemy import update

        from courtcomms.store.tables import EventRecord

        register.add_rows(1, Q3, [Cells(title="лекція")] * 9, label="Імпорт")
        query = EventQuery(1, filters=(ColumnFilter(Column.TITLE, words="лекц"),))
        assert len(register.first_finds(query, 5).ids) == 5
        with register._writing() as session:
            session.execute(update(EventRecord).where(EventRecord.id == 9).values(rules_version=0))
        assert register.first_finds(query, 5) is None


def test_nothing_stale_is_told_after_a_change(register):
    register.add_rows(1, Q3, [Cells(title=f"лекція {n}") for n in range(9)], label="Імпорт")
    query = EventQuery(1, search="лекц")
    before = register.first_finds(query, 3).ids
    register.set_cell(before[0], Column.TITLE, "брифінг", version=1)
    register.trash_events(before[1:2])
    assert register.first_finds(query, 3).ids == register.event_ids(query)[:3]
    assert before[0] not in register.event_ids(query)
