"""A table over several quarters: each event once, or quarter by quarter; the texts as they were typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.cells.typography import clean
from courtcomms.model import Anchor, Cells, Column, Court, DateKind, DateSpan, Event
from courtcomms.period import Period
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot, SectionRow
from courtcomms.reports.summary import QuarterRows, snapshot_by_quarters, snapshot_together
from courtcomms.reports.summary_cells import Version, joined_cell

YEAR = Period.parse("2021")
Q1, Q2, Q3 = (Period.quarter(2021, number) for number in (1, 2, 3))
CELL = "\u00a0кв.:"


@pytest.fixture
def event(event_of: Callable[..., Event]) -> Callable[..., Event]:
    def make(number: int, day: date | None = None, title: str = "", **texts: str) -> Event:
        made = event_of(number, ("", title or f"Захід {number}"))
        span = DateSpan(DateKind.ONGOING if day is None else DateKind.DAY, day, day)
        return replace(made, cells=replace(made.cells, **texts), date_span=span)

    return make


@pytest.fixture
def together(form: ReportForm, court: Court) -> Callable[..., ReportSnapshot]:
    return lambda *quarters: snapshot_together(form, court, YEAR, quarters)


@pytest.fixture
def by_quarters(form: ReportForm, court: Court) -> Callable[..., ReportSnapshot]:
    return lambda *quarters: snapshot_by_quarters(form, court, YEAR, quarters)


def titles(snapshot: ReportSnapshot) -> list[str]:
    return [row[1].text for row in snapshot.rows]


def test_each_event_once_standing_ones_as_the_newest_report_has_them(
    event: Callable[..., Event], together: Callable[..., ReportSnapshot]
) -> None:
    first = QuarterRows(Q1, (event(1), event(2), event(3), event(7, date(2021, 3, 30))))
    second = QuarterRows(Q2, (event(3), event(2), event(9, date(2021, 6, 1)), event(8, date(2021, 4, 2))))
    made = together(first, second)
    assert titles(made) == ["Захід 3", "Захід 2", "Захід 1", "Захід 7", "Захід 8", "Захід 9"]
    assert [row[0].text for row in made.rows] == ["1", "2", "3", "4", "5", "6"]
    assert made.event_count == 6
    assert made.titles[-1].text == "за 2021\u00a0рік"
    assert made.sections == ()


def test_an_event_of_a_span_over_two_quarters_stands_once_among_the_dated(
    event: Callable[..., Event], together: Callable[..., ReportSnapshot]
) -> None:
    fair = event(5, date(2021, 3, 31), date="31.03.2021–02.04.2021")
    made = together(QuarterRows(Q1, (fair, event(1))), QuarterRows(Q2, (fair, event(1))))
    assert titles(made) == ["Захід 1", "Захід 5"]


def test_an_event_without_a_day_stands_at_its_quarters_end(
    event: Callable[..., Event], together: Callable[..., ReportSnapshot]
) -> None:
    unsure = replace(event(1), date_span=DateSpan(DateKind.TEXT))
    made = together(
        QuarterRows(Q1, (unsure, event(2, date(2021, 3, 1)))), QuarterRows(Q2, (event(3, date(2021, 4, 1)),))
    )
    assert titles(made) == ["Захід 2", "Захід 1", "Захід 3"]


def test_what_differs_is_told_by_quarters_with_its_links(
    event: Callable[..., Event], together: Callable[..., ReportSnapshot]
) -> None:
    old = event(1, site_links="https://a.ua/1", participants="25", media="-", goal="Знати")
    new = event(1, site_links="https://a.ua/1\nhttps://a.ua/2", participants="30", goal="Знати")
    (row,) = together(QuarterRows(Q1, (old,)), QuarterRows(Q2, (new,)), QuarterRows(Q3, (new,))).rows
    cells = dict(zip(Column, row, strict=True))
    links = cells[Column.SITE_LINKS]
    assert links.text == f"І{CELL} https://a.ua/1\nІІ, ІІІ{CELL}\nhttps://a.ua/1\nhttps://a.ua/2"
    assert [link.target for link in links.links] == ["https://a.ua/1", "https://a.ua/1", "https://a.ua/2"]
    assert "\n".join("".join(run.text for run in line) for line in links.lines) == links.text
    assert [run.target for line in links.lines for run in line if run.target] == [
        link.target for link in links.links
    ]
    assert cells[Column.PARTICIPANTS].text == f"І{CELL} 25\nІІ, ІІІ{CELL} 30"
    assert cells[Column.MEDIA].text == f"І{CELL} -"
    assert cells[Column.GOAL].text == "Знати"


def test_the_same_words_that_lead_elsewhere_are_different() -> None:
    def version(quarter: Period, target: str) -> Version:
        return Version(
            quarter, Cells(site_links="новина", anchors=(Anchor(Column.SITE_LINKS, "новина", target),))
        )

    made = joined_cell(Column.SITE_LINKS, (version(Q1, "https://a.ua/1"), version(Q2, "https://a.ua/2")))
    assert made.text == f"І{CELL} новина\nІІ{CELL} новина"
    assert [(run.text, run.target) for line in made.lines for run in line] == [
        (f"І{CELL} ", None),
        ("новина", "https://a.ua/1"),
        (f"ІІ{CELL} ", None),
        ("новина", "https://a.ua/2"),
    ]


def test_a_link_of_one_quarter_is_not_put_on_the_words_of_another() -> None:
    plain = Version(Q1, Cells(site_links="новина"))
    linked = Version(
        Q2, Cells(site_links="є новина", anchors=(Anchor(Column.SITE_LINKS, "новина", "https://a.ua/2"),))
    )
    made = joined_cell(Column.SITE_LINKS, (plain, linked))
    assert [(run.text, run.target) for run in made.lines[0]] == [(f"І{CELL} ", None), ("новина", None)]
    assert made.targets == ("https://a.ua/2",)


def test_other_blanks_alone_make_no_other_text() -> None:
    versions = (Version(Q1, Cells(goal="Знати  право ")), Version(Q2, Cells(goal="Знати право")))
    assert joined_cell(Column.GOAL, versions).text == "Знати право"


TEXT = st.text(st.sampled_from("аб \n\t.-https://a.ua/1"), max_size=25)


@settings(max_examples=80)
@given(texts=st.lists(TEXT, min_size=1, max_size=4))
def test_no_text_is_ever_changed(texts: list[str]) -> None:
    quarters = YEAR.quarters
    versions = [Version(quarter, Cells(goal=text)) for quarter, text in zip(quarters, texts, strict=False)]
    made = joined_cell(Column.GOAL, versions)
    assert "\n".join("".join(run.text for run in line) for line in made.lines) == made.text
    said = {" ".join(text.split()) for text in texts} - {""}
    kept = {" ".join(clean(text).text.split()): clean(text).text for text in texts}
    for folded in said:
        assert kept[folded] in made.text
    if len({" ".join(text.split()) for text in texts}) == 1:
        assert made.text == clean(texts[-1]).text


def test_quarter_by_quarter_under_their_names(
    event: Callable[..., Event], by_quarters: Callable[..., ReportSnapshot]
) -> None:
    made = by_quarters(
        QuarterRows(Q1, (event(1), event(2))), QuarterRows(Q2, ()), QuarterRows(Q3, (event(1), event(3)))
    )
    assert titles(made) == ["Захід 1", "Захід 2", "Захід 1", "Захід 3"]
    assert [row[0].text for row in made.rows] == ["1", "2", "3", "4"]
    assert made.sections == (
        SectionRow(0, "І\u00a0квартал 2021\u00a0року"),
        SectionRow(2, "ІІ\u00a0квартал 2021\u00a0року – заходів не було"),
        SectionRow(2, "ІІІ\u00a0квартал 2021\u00a0року"),
    )


def test_a_last_quarter_without_events_is_named_at_the_end(
    event: Callable[..., Event], by_quarters: Callable[..., ReportSnapshot]
) -> None:
    made = by_quarters(QuarterRows(Q1, (event(1),)), QuarterRows(Q2, ()))
    assert made.sections_by_place() == {
        0: ["І\u00a0квартал 2021\u00a0року"],
        1: ["ІІ\u00a0квартал 2021\u00a0року – заходів не було"],
    }


@pytest.mark.parametrize("make", ["together", "by_quarters"])
def test_quarters_without_any_event_make_a_row_of_dashes(make: str, request: pytest.FixtureRequest) -> None:
    made = request.getfixturevalue(make)(QuarterRows(Q1, ()), QuarterRows(Q2, ()))
    assert (made.event_count, titles(made), made.sections) == (0, ["-"], ())
