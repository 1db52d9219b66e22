"""Findings before submission, each read as the row's author would read it."""

import pytest

from courtcomms.cells.dates import read_date
from courtcomms.cells.media import read_media
from courtcomms.cells.participants import read_participants
from courtcomms.model import Cells, Column, Event, Finding, Severity
from courtcomms.period import Period
from courtcomms.review import review, worst
from courtcomms.sample import load_sample

Q3 = Period.quarter(2021, 3)

GOOD = {
    "title": "Екскурсія до суду",
    "goal": "Правове виховання молоді",
    "date": "13.08.2021",
    "site_links": "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1151118/",
    "media": "-",
    "audience": "Учні",
    "responsible": "Прес-секретар",
    "participants": "25 осіб",
}


def event(period: Period = Q3, id: int = 1, **texts: str) -> Event:
    return of_cells(Cells(**{**GOOD, **texts}), period, id)


def of_cells(cells: Cells, period: Period = Q3, id: int = 1) -> Event:
    return Event(
        id=id,
        court_id=1,
        version=1,
        cells=cells,
        date_span=read_date(cells.date, period),
        participants=read_participants(cells.participants),
        media_count=read_media(cells.media, cells.anchors_of(Column.MEDIA)).count,
    )


def found(**texts: str) -> list[Finding]:
    return list(review([event(**texts)], Q3))


def codes(**texts: str) -> list[str]:
    return [finding.code for finding in found(**texts)]


def test_a_good_row_has_no_findings() -> None:
    assert found() == []
    assert worst(found()) is Severity.OK


@pytest.mark.parametrize("column", ["title", "goal", "date", "audience", "responsible"])
@pytest.mark.parametrize("nothing", ["", "-", " — ", "\n"])
def test_needed_cell_without_text(column: str, nothing: str) -> None:
    assert f"no_{column}" in codes(**{column: nothing})


def test_row_without_title_must_not_be_sent() -> None:
    assert worst(found(title="")) is Severity.ERROR
    assert worst(found(goal="")) is Severity.WARN


@pytest.mark.parametrize(
    ("date", "code", "severity"),
    [
        ("31.06.2021", "date_invalid", Severity.ERROR),
        ("13.08.2121", "date_suspicious", Severity.WARN),
        ("l3.08.2021", "date_probable", Severity.WARN),
        ("за графіком", "date_text", Severity.HINT),
        ("13.10.2021", "date_outside", Severity.WARN),
        ("30.06.2021", "date_outside", Severity.WARN),
    ],
)
def test_doubtful_dates(date: str, code: str, severity: Severity) -> None:
    finding = next(finding for finding in found(date=date) if finding.code == code)
    assert finding.severity is severity
    assert finding.column is Column.DATE
    assert (finding.start, finding.end) == (0, len(date))


@pytest.mark.parametrize(
    "date",
    [
        "01.07.2021",
        "30.09.2021",
        "28.06-02.07.2021",
        "постійно",
        "з 01.01.2021 на постійній основі",
        "щомісяця",
        "вересень",
    ],
)
def test_dates_that_belong_into_the_quarter(date: str) -> None:
    assert codes(date=date) == []


def test_guessed_date_is_shown_as_read() -> None:
    message = next(finding.message for finding in found(date="l3.08.2021") if finding.code == "date_probable")
    assert "13.08.2021" in message


def test_media_number_against_the_media_named() -> None:
    text = "3 публікації:\nhttps://a.example/1\nhttps://b.example/2"
    finding = next(finding for finding in found(media=text) if finding.code == "media_count")
    assert "3" in finding.message
    assert "2" in finding.message
    assert "media_count" not in codes(media="2 публікації:\nhttps://a.example/1\nhttps://b.example/2")


def test_bare_media_number_asks_for_links() -> None:
    assert codes(media="3") == ["media_no_links"]
    assert codes(media="0") == []


def test_doubtful_participants() -> None:
    assert codes(participants="усі працівники") == ["participants_text"]
    assert codes(participants="") == []


def test_flawed_link_is_pointed_at() -> None:
    text = "www.court.gov.ua/news/1"
    finding = next(finding for finding in found(site_links=text) if finding.code == "link_no_scheme")
    assert text[finding.start : finding.end] == text


def test_second_time_of_a_link_is_pointed_at() -> None:
    address = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/910753/"
    text = f"{address}\n\n{address}"
    (finding,) = found(site_links=text)
    assert finding.code == "link_twice"
    assert finding.start == len(address) + 2


def test_findings_stand_in_the_order_of_the_form() -> None:
    columns = [finding.column for finding in found(title="", date="31.06.2021", participants="усі")]
    order = list(Column)
    assert columns == sorted(columns, key=order.index)


def test_rows_keep_their_order() -> None:
    findings = review([event(id=7, title=""), event(id=3, title="")], Q3)
    assert [finding.event_id for finding in findings] == [7, 3]


def test_the_sample_is_worth_checking_but_can_be_sent() -> None:
    period = Period.quarter(2026, 3)
    rows = [of_cells(entry.cells, period, place) for place, entry in enumerate(load_sample().events, 1)]
    findings = review([row for row in rows if row.id != 6], period)
    assert worst(findings) is Severity.WARN
    assert {finding.code for finding in findings} == {"link_twice"}


def test_every_message_is_one_ukrainian_sentence() -> None:
    findings = found(
        title="", goal="", date="31.06.2021", media="3", participants="усі", site_links="www.court.gov.ua"
    )
    assert len(findings) >= 6
    for finding in findings:
        assert finding.message.endswith(".")
        assert any("а" <= sign <= "я" for sign in finding.message)
