"""What only all rows of a report together tell."""

import pytest
from rows import Q3, event

from courtcomms.model import Column, Event, Finding, Severity
from courtcomms.review import repaired, review


def told(rows: list[Event], code: str) -> list[Finding]:
    return [finding for finding in review(rows, Q3) if finding.code == code]


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Екскурсія до суду", "13.08.2021"),
        ("екскурсія  до суду.", "13 серпня 2021 року"),
        ("Екскурсiя до суду", "13.08.21"),
    ],
)
def test_the_same_event_twice(title: str, date: str) -> None:
    (finding,) = told(
        [event(), event(id=2, title="Інше"), event(id=3, title=title, date=date)], "event_twice"
    )
    assert (finding.event_id, finding.column, finding.severity) == (3, Column.TITLE, Severity.WARN)
    assert "рядку 1" in finding.message


def test_another_audience_on_the_same_day_is_only_a_hint() -> None:
    (finding,) = told([event(), event(id=2, audience="Студенти")], "event_twice")
    assert finding.severity is Severity.HINT
    (finding,) = told([event(), event(id=2, participants="-")], "event_twice")
    assert finding.severity is Severity.WARN


def test_days_of_a_series_and_blank_titles_are_no_doubles() -> None:
    series = [event(id=day, date=f"{day:02}.08.2021") for day in range(1, 6)]
    assert told(series, "event_twice") == []
    assert told([event(title=""), event(id=2, title="")], "event_twice") == []
    standing = [event(date="постійно"), event(id=2, date="щомісяця")]
    assert told(standing, "event_twice") == []
    assert len(told([standing[0], event(id=2, date="Постійно")], "event_twice")) == 1


@pytest.mark.parametrize(
    ("forms", "usual", "odd"),
    [
        (["-", "-", "", "-"], "-", [3]),
        (["", "", "-", ""], "", [3]),
        (["-", ""], "-", [2]),
        (["–", "–", "-", ""], "–", [3, 4]),
        (["-", " - ", "-\n"], "-", []),
        (["-", "-", "5", "25 осіб"], "-", []),
        (["", ""], "", []),
    ],
)
def test_one_form_of_an_empty_cell_for_all(forms: list[str], usual: str, odd: list[int]) -> None:
    rows = [
        event(id=place, participants=form, date=f"{place}.08.2021", media="5 https://a.ua/1")
        for place, form in enumerate(forms, 1)
    ]
    findings = told(rows, "empty_form")
    assert [finding.event_id for finding in findings] == odd
    for finding in findings:
        assert (finding.column, finding.severity) == (Column.PARTICIPANTS, Severity.HINT)
        assert finding.repair is not None
        assert repaired(forms[finding.event_id - 1], [finding.repair]) == usual


def test_the_usual_form_is_that_of_all_columns_that_may_be_empty() -> None:
    rows = [
        event(id=1, participants="", media="-"),
        event(id=2, site_links="-", title="Інше", participants=""),
    ]
    findings = told(rows, "empty_form")
    assert {finding.column for finding in findings} == {Column.PARTICIPANTS}
    assert told([event(goal="", participants="-")], "empty_form") == []


def test_two_words_of_the_report_typed_as_one() -> None:
    rows = [
        event(audience="Працівники судів, користувачіофіційного сайту"),
        event(id=2, title="Інше", audience="Відвідувачі офіційного сайту та користувачі акаунтів"),
    ]
    (finding,) = told(rows, "words_glued")
    assert (finding.event_id, finding.severity, finding.excerpt) == (
        1,
        Severity.HINT,
        "користувачіофіційного",
    )
    assert finding.repair is not None
    assert "користувачі офіційного сайту" in repaired(rows[0].cells.audience, [finding.repair])
    assert told(rows[:1], "words_glued") == []


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Відеоконференція", "відео та конференція"),
        ("Правосуддя", "право та суддя"),
        ("Судочинство", "судочинство"),
        ("Усіх учасників", "усіх учасників"),
    ],
)
def test_compound_words_are_one_word(text: str, others: str) -> None:
    assert told([event(title=text), event(id=2, title=others)], "words_glued") == []
