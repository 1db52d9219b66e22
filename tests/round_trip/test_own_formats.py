"""Word, Excel and the page for the site come back through import exactly as they went out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from travel import OTHERS, came_back, event, odd_rows, snapshot_of, went_out

from courtcomms.cells.typography import clean
from courtcomms.errors import BadInput
from courtcomms.importing import ImportedDocument, read_document, read_documents
from courtcomms.model import Anchor, Cells, Column, Court, CourtName
from courtcomms.period import Period
from courtcomms.reports.export import export_report
from courtcomms.reports.form import ReportForm
from courtcomms.reports.snapshot import ReportSnapshot
from courtcomms.reports.summary import QuarterRows, snapshot_by_quarters, snapshot_together

Compare = Callable[[ReportSnapshot, ImportedDocument], None]
SUFFIXES = pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])


@SUFFIXES
def test_comes_back(snapshot: ReportSnapshot, suffix: str, tmp_path: Path, compare: Compare) -> None:
    file = tmp_path / f"звіт{suffix}"
    export_report(snapshot, file)
    compare(snapshot, read_document(file))


@SUFFIXES
def test_what_came_back_goes_out_as_the_same_bytes(
    suffix: str, tmp_path: Path, signed_form: ReportForm
) -> None:
    """Nothing is lost or added on the way that a look at the cells would not show."""
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    export_report(snapshot_of(signed_form, odd_rows()), first)
    rows = [row.cells for row in read_document(first).rows]
    export_report(snapshot_of(signed_form, rows), second)
    again = [row.cells for row in read_document(second).rows]
    assert again == rows
    third = tmp_path / f"c{suffix}"
    export_report(snapshot_of(signed_form, again), third)
    assert third.read_bytes() == second.read_bytes()


@SUFFIXES
def test_quarter_by_quarter(suffix: str, tmp_path: Path, signed_form: ReportForm) -> None:
    """A year of quarters is read as the reports of its quarters; the lines between them are no events."""
    court = Court(1, (CourtName("Вигаданий районний суд", "Вигаданого районного суду"),))
    year = Period.parse("2021")
    events = [event(number, cells) for number, cells in enumerate(odd_rows(), 1)]
    reports = [
        QuarterRows(year.quarters[0], tuple(events[:10])),
        QuarterRows(year.quarters[1], ()),
        QuarterRows(year.quarters[2], tuple(events[10:])),
        QuarterRows(year.quarters[3], ()),
    ]
    sent = snapshot_by_quarters(signed_form, court, year, reports)
    file = tmp_path / f"рік{suffix}"
    export_report(sent, file)
    read = read_documents(file)
    assert [(each.period, len(each.rows)) for each in read] == [
        (year.quarters[0], 10),
        (year.quarters[2], len(events) - 10),
    ]
    assert [row for each in read for row in came_back(each, signed_form)] == went_out(sent)


@SUFFIXES
def test_each_event_once(suffix: str, tmp_path: Path, signed_form: ReportForm) -> None:
    court = Court(1, (CourtName("Вигаданий районний суд", "Вигаданого районного суду"),))
    half = Period.parse("2021-H1")
    old = Cells(title="Буклети", date="з 01.01.2021 постійно", participants="25", site_links="https://a.ua/1")
    new = Cells(title="Буклети", date="з 01.01.2021 постійно", participants="30", site_links="https://a.ua/2")
    reports = [
        QuarterRows(quarter, (event(1, cells),))
        for quarter, cells in zip(half.quarters, (old, new), strict=True)
    ]
    sent = snapshot_together(signed_form, court, half, reports)
    file = tmp_path / f"півріччя{suffix}"
    export_report(sent, file)
    read = read_document(file)
    assert (read.period, len(read.rows)) == (half, 1)
    assert came_back(read, signed_form) == went_out(sent)


#: Letters and signs of every kind: combining, right to left, without width, outside the first plane,
#: controls and lone surrogates. A document cannot hold the last two.
ANY = st.characters()
BITS = (
    *("=1+1", "_x000D_", "_x005F_x0041_", "\t", "\n", " ", "\u00a0", "  ", "\u202eא", "e\u0301", "\u200b"),
    *("https://a.ua/1", "https://a.ua/?a=1&b=2", "www.b.ua", "<b>", "&amp;", "]]>", "-", "'", "+7", "@"),
    *("\x00", "\x1f", "\x7f", "\x85", "\ud800", "\ufffe", "\U0001f600", "\r\n", "\x0b", "\u2028", "12"),
)
TEXT = st.one_of(
    st.text(ANY, max_size=20),
    st.lists(st.sampled_from(BITS), max_size=8).map("".join),
    st.tuples(st.sampled_from(BITS), st.text(ANY, max_size=8), st.sampled_from(BITS)).map("".join),
)
ROWS = st.lists(st.lists(TEXT, min_size=8, max_size=8), min_size=1, max_size=2)
SETTINGS = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def events_of(rows: Sequence[Sequence[str]]) -> list[Cells]:
    """Rows that are surely events; what else a row may be is told by tests of finding."""
    cells = [Cells(**{column.value: text for column, text in zip(OTHERS, row, strict=True)}) for row in rows]
    return [
        Cells(
            **{column.value: each[column] for column in OTHERS[3:]},
            title=f"Захід {each.title}",
            goal=each.goal,
            date=f"13.08.2021 {each.date}",
        )
        for each in cells
    ]


@SUFFIXES
@SETTINGS
@given(rows=ROWS)
def test_any_text_in_any_cell(
    rows: list[list[str]], suffix: str, tmp_path: Path, signed_form: ReportForm
) -> None:
    sent = snapshot_of(signed_form, events_of(rows))
    file = tmp_path / f"звіт{suffix}"
    export_report(sent, file)
    assert came_back(read_document(file), signed_form) == went_out(sent)


@given(text=st.text(st.characters(), max_size=30))
@settings(max_examples=60)
def test_what_no_document_can_hold_is_counted(text: str) -> None:
    """The one thing that a text may lose, told where it is typed or pasted."""
    cleaned = clean(text)
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    assert len(unified) == len(cleaned.text) + cleaned.removed


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_a_text_longer_than_excels_cell(suffix: str, tmp_path: Path, signed_form: ReportForm) -> None:
    long = Cells(title="Довгий", date="13.08.2021", goal="слово " * 6000)
    sent = snapshot_of(signed_form, [long])
    file = tmp_path / f"звіт{suffix}"
    export_report(sent, file)
    assert came_back(read_document(file), signed_form) == went_out(sent)
    with pytest.raises(BadInput, match="32767"):
        export_report(sent, tmp_path / "звіт.xlsx")


@SUFFIXES
def test_a_text_as_long_as_excels_cell(suffix: str, tmp_path: Path, signed_form: ReportForm) -> None:
    long = Cells(title="Довгий", date="13.08.2021", goal="щ" * 32_767)
    sent = snapshot_of(signed_form, [long])
    file = tmp_path / f"звіт{suffix}"
    export_report(sent, file)
    assert came_back(read_document(file), signed_form) == went_out(sent)


WORDS = st.sampled_from(["тут", "новина", "на сайті", "нова\nсторінка", "https://a.ua/1"])
TARGETS = st.sampled_from(["https://a.ua/1", "http://b.ua/ї?x=1&y=2", "https://c.ua/" + "довга" * 40])
PLAIN = st.sampled_from(["; ", "\n", "\n\n", "  слово ", "\t", " "])
LINKED = st.lists(st.tuples(WORDS, TARGETS, PLAIN), min_size=1, max_size=4)


@SUFFIXES
@SETTINGS
@given(site=LINKED, media=LINKED)
def test_links_behind_words(
    suffix: str,
    tmp_path: Path,
    signed_form: ReportForm,
    site: list[tuple[str, str, str]],
    media: list[tuple[str, str, str]],
) -> None:
    texts = {"title": "Захід", "date": "13.08.2021"}
    anchors: list[Anchor] = []
    for column, pieces in ((Column.SITE_LINKS, site), (Column.MEDIA, media)):
        texts[column.value] = "".join(words + plain for words, _target, plain in pieces)
        anchors += [Anchor(column, words, target) for words, target, _plain in pieces]
    sent = snapshot_of(signed_form, [Cells(**texts, anchors=tuple(anchors))])
    file = tmp_path / f"звіт{suffix}"
    export_report(sent, file)
    assert came_back(read_document(file), signed_form) == went_out(sent)
