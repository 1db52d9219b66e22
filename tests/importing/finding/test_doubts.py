"""Rows of which something had to be guessed say so; everything that no row holds is listed once."""

from collections import Counter

import pytest
from docx_files import HEADINGS, ROW
from grids import SECOND, SOURCE, document, documents, event, lines, table, texts, titled, wide

from courtcomms.importing import LeftKind, document_of_grid
from courtcomms.importing.grid import Grid, GridCell, GridLeft, GridLine, GridRow, GridTable

ABOVE = titled("за ІІІ квартал 2021 року")


def changed(**cells):
    """The usual row with other texts in columns told by number: ``c3="…"``."""
    row = list(ROW)
    for key, text in cells.items():
        row[int(key[1:])] = text
    return tuple(row)


def doubts(*rows):
    return [row.doubts for row in document(*ABOVE, table(HEADINGS, *rows)).rows]


def test_sound_rows_have_no_doubts():
    assert doubts(ROW, SECOND, event(3, date="вересень 2021"), event(4)) == [(), (), (), ()]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (changed(c3="https://a.ua/1"), "адреса в колонці дати"),
        (changed(c8="13.08.2021"), "дата в колонці кількості учасників"),
        (changed(c4="13.08.2021"), "дата в колонці посилань на сайт"),
        (changed(c7="25"), "саме число в колонці відповідальних осіб"),
        (changed(c1="13.08.2021 р."), "дата в колонці назви"),
        (changed(c0="Лекція для учнів про право"), "текст у колонці номера"),
        (changed(c6="www.court.gov.ua"), "адреса в колонці аудиторії"),
        (changed(c1="", c0="1"), "Назви заходу немає"),
    ],
)
def test_cells_that_seem_shifted(row, words):
    (found,) = doubts(row)
    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize("row", [changed(c5="12"), changed(c8="близько 25 осіб"), changed(c3="-")])
def test_cells_that_may_look_so(row):
    assert doubts(row) == [()]


def test_too_few_and_too_many_cells():
    short, long = ROW[:8], (*SECOND, "зайве")
    first, second = doubts(short, long)
    assert any("бракує клітинок (1)" in one for one in first)
    assert any("більше, ніж колонок" in one and "зайве" in one for one in second)


def test_empty_cells_of_a_sheet_are_not_missing():
    found = document(table(HEADINGS, changed(c4="", c5="", c8=""), name="ІІІ кв 2021"))
    assert found.rows[0].doubts == ()


def test_joined_parts_and_repeated_cells():
    merged = [
        GridCell(3, continues=True) if at == 3 else GridCell(at, text) for at, text in enumerate(SECOND)
    ]
    more = ("", "", "", "", "https://a.ua/2", "", "", "", "")
    found = document(*ABOVE, table(HEADINGS, ROW, merged, more))
    assert found.rows[0].doubts == ()
    assert len(found.rows[1].doubts) == 2
    assert "частини з'єднано" in found.rows[1].doubts[0]
    assert "«Дата проведення»: повторено" in found.rows[1].doubts[1]
    assert any(warning.startswith("Рядок № 2: запис продовжується") for warning in found.warnings)
    assert any("повторено текст клітинки" in warning for warning in found.warnings)


def test_everything_left_is_listed_once_with_its_place():
    headings, blank = (*HEADINGS, "Примітка"), ("2", *[""] * 8, "")
    body = table(
        headings, wide("Постійні заходи", 10), (*ROW, "перенесено"), wide("Всього: 1 захід", 10), blank
    )
    grid = Grid(
        (
            *ABOVE,
            GridLine("До уваги ради суддів"),
            body,
            GridLine("Додано 3 аркуші"),
            table(("Погоджено", "Іваненко")),
        ),
        left=(GridLeft("note", "за старим стилем", "виноска 1"), GridLeft("image", "", "таблиця 1, рядок 2")),
    )
    (found,) = document_of_grid(grid, SOURCE, "звіт")
    assert Counter((left.kind, left.text, left.place) for left in found.left) == Counter(
        {
            (LeftKind.TEXT, "До уваги ради суддів", "перед таблицею"): 1,
            (LeftKind.TEXT, "Додано 3 аркуші", "після таблиці 1"): 1,
            (LeftKind.ROW, "Постійні заходи", "таблиця 1, рядок 2"): 1,
            (LeftKind.ROW, "Всього: 1 захід", "таблиця 1, рядок 4"): 1,
            (LeftKind.ROW, "лише номер", "таблиця 1, рядок 5"): 1,
            (LeftKind.COLUMN, "Примітка: перенесено", "таблиця 1, колонка 10"): 1,
            (LeftKind.TABLE, "Погоджено Іваненко (1 рядок)", "таблиця 2"): 1,
            (LeftKind.NOTE, "за старим стилем", "виноска 1"): 1,
            (LeftKind.IMAGE, "", "таблиця 1, рядок 2"): 1,
        }
    )


def test_what_the_reader_left_is_told_with_the_first_report_alone():
    blocks = (
        *ABOVE,
        table(HEADINGS, event(1)),
        *titled("за ІV квартал 2021 року"),
        table(HEADINGS, event(2)),
    )
    grid = Grid(blocks, ("Не взято 1 виноску документа.",), (GridLeft("note", "виноска", "виноска 1"),))
    first, second = document_of_grid(grid, SOURCE, "звіт", told=("Прочитано як документ Word.",))
    assert first.warnings == ("Прочитано як документ Word.", "Не взято 1 виноску документа.")
    assert [left.kind for left in first.left] == [LeftKind.NOTE]
    assert (second.warnings, second.left) == ((), ())


def test_many_words_of_a_column_not_taken_are_counted():
    rows = [(*event(at), f"примітка {at}") for at in range(1, 9)]
    found = document(*ABOVE, table((*HEADINGS, "Примітка"), *rows))
    (left,) = found.left
    assert left.text.startswith("Примітка: примітка 1; примітка 2; ")
    assert left.text.endswith("(усього 8 рядків)")


def test_places_count_all_tables_of_a_document():
    stamp = table(("ЗАТВЕРДЖЕНО", "Голова суду"))
    found = documents(stamp, *ABOVE, table(HEADINGS, event(1)), *lines("Продовження"), table(event(2)))
    assert [row.place for row in found[0].rows] == ["таблиця 2, рядок 2", "таблиця 3, рядок 1"]


def test_row_numbers_are_those_of_the_source():
    rows = (GridRow(tuple(GridCell(at, text) for at, text in enumerate(HEADINGS)), 6),)
    rows += (GridRow(tuple(GridCell(at, text) for at, text in enumerate(ROW)), 9),)
    found = document(GridTable(rows, "Звіт"))
    assert (found.rows[0].place, texts(found)) == ("аркуш «Звіт», рядок 9", ROW)
