"""Findings before submission, each read as the row's author would read it."""

import pytest
from rows import GOOD, Q3, codes, event, found, of_cells

from courtcomms.model import Column, Dismissal, Repair, Severity
from courtcomms.period import Period
from courtcomms.progress import Cancelled, Progress
from courtcomms.review import RULE_TITLES, repaired, review, review_row, worst
from courtcomms.sample import load_sample

BAD = {
    "title": "",
    "goal": "Дaта  проведення ,та мета (без дужки",
    "date": "31.06.2021",
    "media": "5",
    "participants": "усі",
    "audience": "«Учні",
    "site_links": "www.x.ua ftp://x.ua/a",
}


def test_a_good_row_has_no_findings() -> None:
    assert review([event()], Q3) == ()
    assert worst(found()) is Severity.OK


@pytest.mark.parametrize("column", ["title", "goal", "date", "audience", "responsible"])
@pytest.mark.parametrize("nothing", ["", "-", " — ", "\n", "\u200b"])
def test_needed_cell_without_text(column: str, nothing: str) -> None:
    assert f"no_{column}" in codes(**{column: nothing})


def test_row_without_title_must_not_be_sent() -> None:
    assert worst(found(title="")) is Severity.ERROR
    assert worst(found(goal="")) is Severity.WARN


def test_findings_stand_in_the_order_of_the_form() -> None:
    columns = [finding.column for finding in found(**BAD)]
    order = list(Column)
    assert columns == sorted(columns, key=order.index)
    assert len(set(columns)) == len(BAD)


def test_rows_keep_their_order() -> None:
    findings = review([event(id=7, title=""), event(id=3, title="", date="1.08.2021", site_links="-")], Q3)
    assert [finding.event_id for finding in findings] == [7, 3]


def test_what_the_sample_shows() -> None:
    period = Period.quarter(2026, 3)
    sample = load_sample()
    rows = [of_cells(entry.cells, period, place) for place, entry in enumerate(sample.events, 1)]
    findings = review([row for row in rows if row.id != 6], period, court=sample.court)
    told = [(finding.code, finding.event_id) for finding in findings]
    assert worst(findings) is Severity.WARN
    assert [code for code in told if code[0] not in {"blanks_double", "empty_form"}] == [
        ("link_twice", 3),
        ("link_shortener", 3),
        ("link_shortener", 4),
    ]
    assert [row for code, row in told if code == "blanks_double"] == [1, 3, 7]
    assert [row for code, row in told if code == "empty_form"] == [3, 7, 12]


def test_every_finding_says_what_to_do_in_ukrainian() -> None:
    findings = found(**BAD)
    assert len(findings) >= 9
    for finding in findings:
        assert finding.message[-1] in ".?"
        assert finding.message[0].isupper()
        assert any("а" <= sign <= "я" for sign in finding.message)
        assert finding.code in RULE_TITLES


def test_every_finding_has_its_place_and_the_words_there() -> None:
    cells = {**GOOD, **BAD}
    for finding in found(**BAD):
        text = cells[finding.column.value]
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] in finding.excerpt
        assert finding.excerpt in text


def test_long_words_are_cut_for_the_eye() -> None:
    (finding,) = found(title="с" * 500 + " ,")
    assert len(finding.excerpt) <= 80
    assert finding.excerpt.endswith(" ,")
    (finding,) = found(date="за графіком " * 30)
    assert finding.excerpt.endswith("…")
    assert len(finding.excerpt) == 80


def test_a_dismissed_finding_is_left_out_until_its_words_change() -> None:
    row = event(id=7, goal="Виховання , освіта", date="за графіком")
    first, second = review([row], Q3)
    assert first.dismissal == Dismissal(7, "blanks_stray", Column.GOAL, "Виховання ,")
    assert review([row], Q3, dismissed=[first.dismissal]) == (second,)
    assert review_row(row, Q3, dismissed={first.dismissal}) == (second,)
    other = event(id=8, goal="Виховання , освіта", date="за графіком")
    assert len(review([other], Q3, dismissed=[first.dismissal])) == 2
    changed = event(id=7, goal="Розвиток , освіта", date="за графіком")
    assert len(review([changed], Q3, dismissed=[first.dismissal])) == 2


def test_a_row_alone_gives_what_it_gives_among_others() -> None:
    bad, good = event(id=1, **{**BAD, "media": "3", "participants": "усі"}), event(id=2)
    assert review([bad, good], Q3) == review_row(bad, Q3)


def test_without_a_period_no_date_is_outside() -> None:
    row = event(None, date="01.01.2005")
    assert review([row], None) == ()
    assert [finding.code for finding in review([row], Q3)] == ["date_outside"]


def test_progress_is_told_by_the_row_and_heeded() -> None:
    told: list[tuple[int, int]] = []
    rows = [event(id=place) for place in range(1, 4)]
    review(rows, Q3, progress=Progress(lambda done, total: told.append((done, total))))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    with pytest.raises(Cancelled):
        review(rows, Q3, progress=Progress(cancelled=lambda: len(told) > 3))


def test_many_repairs_of_a_text_are_done_at_once() -> None:
    text = "а  б ,в"
    repairs = [Repair("", 4, 5, ""), Repair("", 1, 3, " "), Repair("", 2, 4, "x"), Repair("", 6, 6, " ")]
    assert repaired(text, repairs) == "а б, в"
    assert repaired(text, []) == text
