"""Column filters: what a cell says decides, not how it was typed."""

import datetime as dt

import pytest

from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.store import ColumnFilter, EventDetails

Q3 = Period.quarter(2021, 3)


@pytest.fixture
def passing(shown):
    """The titles of the events that pass one filter."""

    def titles(column, **wanted):
        return set(shown(filters=(ColumnFilter(column, **wanted),)))

    return titles


@pytest.mark.parametrize(
    ("column", "words", "titles"),
    [
        (Column.AUDIENCE, "УЧН", {"перший"}),
        (Column.AUDIENCE, "обʼєднання", {"другий"}),
        (Column.AUDIENCE, "проект", {"другий"}),
        (Column.GOAL, "учні", {"другий"}),
        (Column.AUDIENCE, "учні студенти", set()),
        (Column.AUDIENCE, "«»", {"перший", "другий"}),
        (Column.AUDIENCE, '") OR title : ("перший', set()),
    ],
)
def test_words_are_looked_for_in_their_column_only(add, passing, column, words, titles):
    add(title="перший", audience="Учні старших класів", goal="довіра")
    add(title="другий", audience="Об'єднання громад, проєкт", goal="учні")
    assert passing(column, words=words) == titles


@pytest.mark.parametrize("column", [column for column in Column if column is not Column.TITLE])
def test_a_dash_or_a_blank_is_not_filled(add, passing, column):
    for title, text in {
        "порожня": "",
        "риска": " – ",
        "NBSP": "\u00a0\u200b",
        "сім": "7",
        "слово": "так",
    }.items():
        add(title=title, **{column.value: text})
    add(title="знак", **{column.value: "№"})
    assert passing(column, filled=False) == {"порожня", "риска", "NBSP"}
    assert passing(column, filled=True) == {"сім", "слово", "знак"}


@pytest.mark.parametrize("column", [Column.AUDIENCE, Column.PARTICIPANTS])
def test_values_are_the_cells_texts_to_the_letter(register, add, passing, column):
    for title, text in {"а": "25 учнів", "б": "25 Учнів", "в": "30"}.items():
        add(title=title, **{column.value: text})
    assert passing(column, values=frozenset({"25 учнів", "30"})) == {"а", "в"}
    assert register.values(1, column) == (("25 Учнів", 1), ("25 учнів", 1), ("30", 1))


DATES = {
    "день": "13.08.2021",
    "дні": "01.07.2021, 30.09.2021",
    "місяць": "вересень 2021",
    "проміжок": "25.06.2021 - 05.07.2021",
    "постійно": "постійно",
    "відтоді": "з 01.09.2021 постійно",
    "слова": "невідомо коли",
    "нема": "-",
}


@pytest.mark.parametrize(
    ("since", "until", "titles"),
    [
        ("2021-08-01", "2021-08-31", {"день", "постійно"}),
        ("2021-09-30", None, {"дні", "місяць", "постійно", "відтоді"}),
        (None, "2021-06-30", {"проміжок", "постійно"}),
        ("2021-07-05", "2021-07-05", {"проміжок", "постійно"}),
        ("2022-01-01", "2022-12-31", {"постійно", "відтоді"}),
    ],
)
def test_a_day_of_the_event_must_lie_between(add, passing, since, until, titles):
    for title, text in DATES.items():
        add(title=title, date=text)
    days = [None if day is None else dt.date.fromisoformat(day) for day in (since, until)]
    assert passing(Column.DATE, since=days[0], until=days[1]) == titles


def test_standing_follows_the_users_word_and_the_closing(register, add, passing):
    ids = {title: add(title=title, date=text) for title, text in DATES.items()}
    assert passing(Column.DATE, standing=True) == {"постійно", "відтоді"}
    register.set_details(ids["день"], EventDetails(standing=True), version=1)
    register.set_details(ids["постійно"], EventDetails(closed_on=dt.date(2021, 7, 31)), version=1)
    register.set_details(ids["відтоді"], EventDetails(standing=False), version=1)
    assert passing(Column.DATE, standing=True) == {"день"}
    assert passing(Column.DATE, standing=False) == DATES.keys() - {"день"}
    august = passing(Column.DATE, since=dt.date(2021, 8, 20), until=dt.date(2021, 8, 25))
    assert august == {"день"}


@pytest.mark.parametrize(
    ("column", "least", "most", "titles"),
    [
        (Column.PARTICIPANTS, 20, 30, {"25", "до 100", "10-20"}),
        (Column.PARTICIPANTS, 101, None, {"понад 50"}),
        (Column.PARTICIPANTS, None, 15, {"до 100", "10-20"}),
        (Column.MEDIA, 2, None, {"25"}),
        (Column.MEDIA, None, 0, {"до 100", "10-20", "слова"}),
        (Column.SITE_LINKS, 1, 1, {"10-20"}),
    ],
)
def test_numbers_lie_between_where_the_cell_tells_one(add, passing, column, least, most, titles):
    add(title="25", participants="25 осіб", media="https://a.ua/1\nhttps://b.ua/2")
    add(title="до 100", participants="до 100")
    add(title="10-20", participants="10-20", site_links="https://sad.court.gov.ua/1")
    add(title="слова", participants="усі охочі")
    add(title="понад 50", participants="понад 50", media="багато разів")
    assert passing(column, least=least, most=most) == titles


def test_filters_narrow_together_with_the_search_in_the_order_asked_for(register, shown):
    rows = [
        Cells(title=f"лекція {n}", audience="учні" if n % 2 else "", participants=str(n)) for n in range(6)
    ]
    register.add_rows(1, Q3, rows, label="Імпорт")
    both = (ColumnFilter(Column.AUDIENCE, words="учн"), ColumnFilter(Column.PARTICIPANTS, least=2))
    assert shown(filters=both, search="лекц", sort=Column.PARTICIPANTS, descending=True) == [
        "лекція 5",
        "лекція 3",
    ]
    assert shown(filters=both, period=Q3) == ["лекція 3", "лекція 5"]
    assert shown(filters=both, search="лекція 5", period=Q3) == ["лекція 5"]


def test_a_filter_follows_every_change(register, add, passing):
    """What was found before is remembered only as long as nothing was written."""
    event_id = add(title="захід", audience="учні")
    wanted = {"column": Column.AUDIENCE, "filled": True}
    assert passing(**wanted) == {"захід"}
    changes = register.set_cell(event_id, Column.AUDIENCE, "-", version=1)
    assert passing(**wanted) == set()
    register.revert(changes.step_id)
    assert passing(**wanted) == {"захід"}
    register.trash_events([event_id])
    assert passing(**wanted) == set()
