"""A snapshot: the user's words untouched, the program's own words well set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courtcomms.model import Anchor, Column, Court, CourtName, Event, Link
from courtcomms.period import Period
from courtcomms.reports import snapshot as snapshot_module
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot, Run, cell_content, take_snapshot, unbroken_period

EventOf = Callable[..., Event]


def titles(snapshot: ReportSnapshot) -> list[str]:
    return [line.text for line in snapshot.titles]


def test_titles_are_filled_in(form: ReportForm, court: Court, period: Period) -> None:
    assert titles(take_snapshot(form, court, period, [])) == [
        "Таблиця 1",
        "Звіт",
        "Вигаданого районного суду щодо комунікаційної діяльності суду",
        "за ІІІ\u00a0квартал 2021\u00a0року",
    ]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2021-Q4", "ІV\u00a0квартал 2021\u00a0року"),
        ("2021-H1", "І\u00a0півріччя 2021\u00a0року"),
        ("2021", "2021\u00a0рік"),
    ],
)
def test_no_line_breaks_inside_a_period(code: str, words: str) -> None:
    assert unbroken_period(Period.parse(code)) == words


def test_court_has_the_name_of_the_periods_last_day(form: ReportForm, court: Court) -> None:
    snapshot = take_snapshot(form, court, Period.quarter(2024, 1), [])
    assert snapshot.court == "Вигаданий окружний суд"
    assert titles(snapshot)[2].startswith("Вигаданого окружного суду ")


def test_a_court_named_like_a_place_in_the_form(form: ReportForm, period: Period) -> None:
    odd = Court(1, (CourtName("Суд", "Суду {period}", date(2000, 1, 1)),))
    assert titles(take_snapshot(form, odd, period, []))[2].startswith("Суду {period} щодо")


def test_number_is_the_place_not_the_cell(
    form: ReportForm, court: Court, period: Period, event_of: EventOf
) -> None:
    events = [event_of(7, ["77", "перший"]), event_of(3, ["", "другий"])]
    rows = take_snapshot(form, court, period, events).rows
    assert [(row[0].text, row[1].text) for row in rows] == [("1", "перший"), ("2", "другий")]


def test_quarter_without_events_is_one_row_of_dashes(form: ReportForm, court: Court, period: Period) -> None:
    snapshot = take_snapshot(form, court, period, [])
    assert [[cell.text for cell in row] for row in snapshot.rows] == [["-"] * 9]
    assert snapshot.event_count == 0


def test_links_are_runs_with_targets() -> None:
    content = cell_content("Див. https://a.ua/x, далі\nhttp://b.ua/", ())
    assert content.lines == (
        (Run("Див. "), Run("https://a.ua/x", "https://a.ua/x"), Run(", далі")),
        (Run("http://b.ua/", "http://b.ua/"),),
    )


def test_an_address_without_a_scheme_is_linked_all_the_same() -> None:
    content = cell_content("court.gov.ua/news", ())
    assert content.text == "court.gov.ua/news"
    assert content.targets == ("https://court.gov.ua/news",)


def test_hidden_target_of_an_imported_link() -> None:
    anchor = Anchor(Column.SITE_LINKS, "новина", "https://a.ua/1")
    content = cell_content("Опубліковано: новина", [anchor])
    assert content.lines == ((Run("Опубліковано: "), Run("новина", "https://a.ua/1")),)


def test_a_link_over_two_lines_leads_there_from_both() -> None:
    anchor = Anchor(Column.SITE_LINKS, "нова\nсторінка", "https://a.ua/1")
    content = cell_content("нова\nсторінка", [anchor])
    assert [[run.target for run in line] for line in content.lines] == [
        ["https://a.ua/1"],
        ["https://a.ua/1"],
    ]
    assert content.targets == ("https://a.ua/1",)


def test_an_address_that_no_document_may_hold_stays_text() -> None:
    anchor = Anchor(Column.SITE_LINKS, "файл", "file:///C:/x")
    assert cell_content("файл", [anchor]).lines == ((Run("файл"),),)


def test_links_that_overlap_do_not_double_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    over = (Link("https://b.ua/", "бв", 1, 3), Link("https://a.ua/", "аб", 0, 2))
    monkeypatch.setattr(snapshot_module, "read_links", lambda _text, _anchors: over)
    content = cell_content("абв", [Anchor(Column.TITLE, "аб", "https://a.ua/")])
    assert content.lines == ((Run("аб", "https://a.ua/"), Run("в")),)


def test_anchors_of_one_column_do_not_link_another(
    form: ReportForm, court: Court, period: Period, event_of: EventOf
) -> None:
    anchor = Anchor(Column.SITE_LINKS, "тут", "https://a.ua/1")
    event = event_of(1, ["", "тут", "", "", "тут"], (anchor,))
    row = take_snapshot(form, court, period, [event]).rows[0]
    assert row[1].targets == ()
    assert row[4].targets == ("https://a.ua/1",)


_PIECES = st.one_of(
    st.characters(min_codepoint=32, exclude_categories=["Cs", "Cn", "Cc"]),
    st.sampled_from([*"\n\t ./:-,()«»", "https://a.ua/", "http://b.ua", "court.gov.ua"]),
)
_TEXT = st.lists(_PIECES, max_size=60).map("".join)


@given(text=_TEXT)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_runs_joined_are_the_users_text(text: str) -> None:
    content = cell_content(text, ())
    assert content.text == text
    assert all(run.text for line in content.lines for run in line)
