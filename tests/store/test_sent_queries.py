"""A submitted report is searched, filtered and sorted without SQL; it must answer as one in work does."""

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from courtcomms.model import Anchor, Cells, Column, Court, CourtName
from courtcomms.period import Period
from courtcomms.store import ColumnFilter, EventDetails, EventQuery, Register

Q3 = Period.quarter(2021, 3)
ROWS = (
    Cells(number="1", title="Сторінка суду", date="триває", media="«Вісник»\n«Голос»", participants="-"),
    Cells(number="2а", title="Екскурсія", date="13 серпня", site_links="тут", participants="12 учнів"),
    Cells(title="їжак", date="13.08.2021, 20.08.2021", participants="понад 40", audience="Учні, студенти"),
    Cells(number="10", title="Об'єднання", date="01.07.2021 – 15.09.2021", participants="до 100 осіб"),
    Cells(number="x", goal="Проєкт", date="з 01.09.2021 по теперішній час", participants="20-30", media="-"),
    Cells(
        title="Їжак", date="щомісяця до 31.08.2021", site_links="https://a.ua/1\nhttps://a.ua/2", media="2"
    ),
    Cells(date="–", audience=" — ", responsible="Речник", site_links="\u200b"),
)
ANCHOR = Anchor(Column.SITE_LINKS, "тут", "https://b.ua/екскурсія")
DAYS = st.sampled_from([None, date(2021, 8, 1), date(2021, 8, 15), date(2021, 9, 30), date(2022, 1, 1)])
NUMBERS = st.sampled_from([None, 0, 1, 2, 12, 25, 41, 200])
WORDS = st.sampled_from(["", "", "суд", "їжак", "обʼєднання", "20", "учні студ", "проект", "b.ua", "немає"])


@pytest.fixture(scope="module")
def registers(tmp_path_factory):
    """Two with the same report; in the second it was submitted."""
    opened = []
    for name in ("work", "sent"):
        register = Register.open(tmp_path_factory.mktemp(name) / "register.sqlite3")
        register.save_court(Court(0, (CourtName("Суд", "Суду"),)))
        rows = [*ROWS[:1], Cells(**dict(ROWS[1].texts()), anchors=(ANCHOR,)), *ROWS[2:]]
        ids = register.add_rows(1, Q3, rows, label="Імпорт").created
        register.set_details(ids[3], EventDetails(standing=True), version=1)
        register.set_details(ids[4], EventDetails(closed_on=date(2021, 9, 10)), version=1)
        opened.append(register)
    report = opened[1].report(1, Q3).id
    shown = opened[1].current_events(report)
    opened[1].submit(report, shown, CourtName("Суд", "Суду"), {".docx": b"x"})
    yield opened
    for register in opened:
        register.close()


@st.composite
def filters(draw):
    return ColumnFilter(
        draw(st.sampled_from(Column)),
        words=draw(WORDS),
        filled=draw(st.sampled_from([None, None, True, False])),
        values=draw(
            st.sampled_from([frozenset(), frozenset(), frozenset({"-", "їжак", "триває", "12 учнів"})])
        ),
        since=draw(DAYS),
        until=draw(DAYS),
        standing=draw(st.sampled_from([None, None, True, False])),
        least=draw(NUMBERS),
        most=draw(NUMBERS),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    search=WORDS,
    sort=st.sampled_from([None, *Column]),
    descending=st.booleans(),
    chosen=st.lists(filters(), max_size=2),
)
@example(search="", sort=None, descending=True, chosen=[])
@example(search="", sort=None, descending=False, chosen=[ColumnFilter(Column.SITE_LINKS, least=2)])
@example(search="", sort=None, descending=False, chosen=[ColumnFilter(Column.DATE, since=date(2021, 8, 18))])
def test_it_answers_as_a_report_in_work(registers, search, sort, descending, chosen):
    query = EventQuery(1, Q3, search=search, sort=sort, descending=descending, filters=tuple(chosen))
    work, sent = (register.event_ids(query) for register in registers)
    assert sent == work


@pytest.mark.parametrize(
    ("chosen", "number"),
    [
        (ColumnFilter(Column.PARTICIPANTS, least=41), 2),
        (ColumnFilter(Column.DATE, standing=True), 3),
        (ColumnFilter(Column.AUDIENCE, filled=True), 1),
        (ColumnFilter(Column.TITLE, words="їжак"), 2),
        (ColumnFilter(Column.SITE_LINKS, words="b.ua"), 1),
    ],
)
def test_filters_find_something(registers, chosen, number):
    """What is compared above is not only nothing with nothing."""
    assert len(registers[1].event_ids(EventQuery(1, Q3, filters=(chosen,)))) == number
