"""What our own writers wrote, our own reader takes back, from Word and from Excel: the same cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courtcomms.cells.links import read_links
from courtcomms.cells.typography import clean, trim_layout
from courtcomms.importing import ImportedDocument, read_document
from courtcomms.model import (
    Anchor,
    Cells,
    Column,
    Court,
    CourtName,
    DateKind,
    DateSpan,
    Event,
    Link,
    Participants,
    ParticipantsKind,
)
from courtcomms.period import Period
from courtcomms.reports.export import export_report
from courtcomms.reports.form import ExcelHabits, ReportForm, load_form
from courtcomms.reports.snapshot import take_snapshot

FORM = load_form()
COURT = Court(1, (CourtName("Вигаданий районний суд", "Вигаданого районного суду"),))
PERIOD = Period.quarter(2021, 3)
SUFFIXES = pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
OTHERS = [column for column in Column if column is not Column.NUMBER]
NEWS = "https://court.gov.ua/press/news/1183447/"


def event(number: int, cells: Cells) -> Event:
    return Event(number, 1, 1, cells, DateSpan(DateKind.TEXT), Participants(ParticipantsKind.TEXT))


@pytest.fixture
def there_and_back(tmp_path: Path) -> Callable[..., ImportedDocument]:
    def travel(rows: Sequence[Cells], suffix: str, form: ReportForm = FORM) -> ImportedDocument:
        file = tmp_path / f"звіт{suffix}"
        events = [event(number, cells) for number, cells in enumerate(rows, 1)]
        export_report(take_snapshot(form, COURT, PERIOD, events), file)
        return read_document(file)

    return travel


def expected(rows: Sequence[Cells]) -> list[Cells]:
    """№ is the place in the report; blank lines around a text are layout."""
    return [
        replace(
            cells,
            number=str(number),
            **{column.value: trim_layout(clean(cells[column]).text) for column in OTHERS},
        )
        for number, cells in enumerate(rows, 1)
    ]


def row(**texts: str) -> Cells:
    return replace(Cells(title="Захід", date="13.08.2021"), **texts)


ODD = [
    "=SUM(A1)",
    "+380 44 123",
    "-",
    "–",
    "_x000D_",
    "_x005F_x000D_ _x0041_",
    "перший\n\n\nдругий",
    "\n\nсередина\n \n",
    "\n\n",
    " \n\t\n ",
    "  з краю  \n  другий  ",
    "два  бланки   і три",
    "таб\tв рядку\t",
    "\tна початку",
    "№\u00a015, 2021\u00a0року",
    "звꞌязок, зв'язок, зв’язок, звʼязок",
    "&amp; <w:t> ]]> \"'",
    "😀 漢字 \u200b\u00ad\u2028",
    "13.08.2021",
    "1e5",
    "TRUE",
    "#N/A",
    "слово " * 900,
    f"«Вісник» {NEWS}, далі; www.b.ua/x",
    f"{NEWS}\n\n{NEWS}",
    "https://a.ua/?a=1&b=2#c\nhttps://кирилиця.укр/новини",
    "https://a.ua/з|рискою\nhttps://a.ua/^{1}",
    "https://a.ua/dovga-\nnazva-novyny.html",
    "http:// court.gov.ua/news/1",
    "https://a.ua/1https://a.ua/2",
    "суд.укр і mailto:a@b.ua та ftp://a.ua/x",
]


@SUFFIXES
@pytest.mark.parametrize("text", ODD, ids=lambda text: repr(text)[:30])
@pytest.mark.parametrize("column", [Column.TITLE, Column.MEDIA, Column.PARTICIPANTS])
def test_odd_cell(
    there_and_back: Callable[..., ImportedDocument], text: str, column: Column, suffix: str
) -> None:
    rows = [row(goal="Ціль").with_text(column, text)]
    document = there_and_back(rows, suffix)
    assert [found.cells for found in document.rows] == expected(rows)


@SUFFIXES
@pytest.mark.parametrize(
    "text",
    ["25", "007", "1 200", "1\u00a0200", "25 ", "0", "12,5", "1234567890123", "1.", "25\n30"],
)
def test_participants_are_what_was_typed(
    there_and_back: Callable[..., ImportedDocument], text: str, suffix: str
) -> None:
    document = there_and_back([row(participants=text)], suffix)
    assert [found.cells.participants for found in document.rows] == [text]
    assert not document.warnings


SIGNS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cn"))
TEXT = st.one_of(
    st.text(SIGNS, max_size=30),
    st.text("абвґ'ꞌ\u00a0 \n\t-–.,/:<&_x0=1", max_size=30),
    st.lists(st.sampled_from([*ODD[:-8], " ", "\n", "слово"]), max_size=4).map("".join),
    st.lists(st.sampled_from(["https://a.ua/1", NEWS, "www.b.ua", "a.ua/-", "|", ",", " ", "\n", "ЗМІ"])).map(
        "".join
    ),
)
ROW = st.lists(TEXT, min_size=8, max_size=8).map(
    lambda texts: Cells(**{column.value: text for column, text in zip(OTHERS, texts, strict=True)})
)


def usable(rows: Sequence[Cells]) -> list[Cells]:
    """Rows that are surely events; what else a row may be is told by tests of finding."""
    return [replace(cells, title=f"Захід {cells.title}", date=f"13.08.2021 {cells.date}") for cells in rows]


@SUFFIXES
@SETTINGS
@given(rows=st.lists(ROW, min_size=1, max_size=3))
def test_any_cells(there_and_back: Callable[..., ImportedDocument], rows: list[Cells], suffix: str) -> None:
    rows = usable(rows)
    document = there_and_back(rows, suffix)
    assert [found.cells for found in document.rows] == expected(rows)


WORDS = st.sampled_from(["тут", "новина", "на сайті", "нова\nсторінка", "Вісник", "https://a.ua/1"])
TARGETS = st.sampled_from([NEWS, "https://a.ua/1", "http://b.ua/ї?x=1&y=2", "https://c.ua/" + "довга" * 40])
PLAIN = st.sampled_from(["; ", "\n", "\n\n", " слово ", " тут ", f" {NEWS} ", " "])
LINKED = st.lists(st.tuples(WORDS, TARGETS, PLAIN), min_size=1, max_size=5)


def linked_cell(column: Column, pieces: Sequence[tuple[str, str, str]]) -> tuple[str, list[Anchor]]:
    return "".join(words + plain for words, _, plain in pieces), [
        Anchor(column, words, target) for words, target, _ in pieces
    ]


def places(links: Sequence[Link]) -> list[tuple[str, int, int]]:
    """Where each line's part of the links stands: Word keeps a link over two lines as one on each of them."""
    found = []
    for link in links:
        start = link.start
        for part in link.text.split("\n"):
            found.append((link.target, start, start + len(part)))
            start += len(part) + 1
    return found


@SUFFIXES
@pytest.mark.parametrize("every_cell", [False, True])
@SETTINGS
@given(site=LINKED, media=LINKED)
def test_hidden_addresses(
    there_and_back: Callable[..., ImportedDocument],
    suffix: str,
    every_cell: bool,
    site: list[tuple[str, str, str]],
    media: list[tuple[str, str, str]],
) -> None:
    cells = row()
    for column, pieces in ((Column.SITE_LINKS, site), (Column.MEDIA, media)):
        text, anchors = linked_cell(column, pieces)
        cells = replace(cells.with_text(column, text), anchors=(*cells.anchors, *anchors))
    document = there_and_back([cells], suffix, replace(FORM, excel=ExcelHabits(every_cell)))
    found = document.rows[0].cells
    for column in (Column.SITE_LINKS, Column.MEDIA):
        assert found[column] == trim_layout(cells[column])
        before = read_links(trim_layout(cells[column]), cells.anchors_of(column))
        after = read_links(found[column], found.anchors_of(column))
        assert places(after) == places(before)


@SUFFIXES
def test_two_hidden_addresses_of_a_cell_come_back_as_they_were(
    there_and_back: Callable[..., ImportedDocument], suffix: str
) -> None:
    anchors = (
        Anchor(Column.SITE_LINKS, "тут", NEWS),
        Anchor(Column.SITE_LINKS, "тут", "https://a.ua/2"),
        Anchor(Column.MEDIA, "Вісник", "https://b.ua/3"),
    )
    cells = row(site_links="Новини тут, а також тут.", media="«Вісник» за вересень", anchors=anchors)
    document = there_and_back([row(), cells], suffix)
    assert [found.cells for found in document.rows] == expected([row(), cells])
    assert document.warnings == ()


@SUFFIXES
def test_empty_quarter(there_and_back: Callable[..., ImportedDocument], suffix: str) -> None:
    document = there_and_back([], suffix)
    assert document.rows == ()
    assert (document.kind, document.period) == ("report", PERIOD)
    assert document.court == COURT.names[0]
    assert document.warnings == ("У таблиці звіту немає жодного заповненого рядка: звіт порожній.",)
