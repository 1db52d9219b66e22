"""Copied rows: which column is what, which rows are events, what is left out and told."""

from __future__ import annotations

import clip_samples as samples
import pytest

from courtcomms.importing.clips.clipboard import read_clipboard
from courtcomms.importing.clips.find import copied_rows, looks_like_rows, rows_from
from courtcomms.importing.clips.rows import CopiedRows, RowsPlan
from courtcomms.importing.grid import GridCell
from courtcomms.model import Anchor, Column
from courtcomms.reports.clip import ClipCell, clip

C = Column


def rows_of(text: str | None, html: str | None = None) -> CopiedRows:
    rows = copied_rows(read_clipboard(html, text))
    assert rows is not None
    return rows


def seems_rows(text: str | None, html: str | None = None) -> bool:
    copied = read_clipboard(html, text)
    rows = copied_rows(copied)
    return rows is not None and looks_like_rows(copied, rows)


def tsv(*rows: tuple[str, ...]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def cells(plan: RowsPlan) -> list[tuple[str, ...]]:
    return [tuple(text for _, text in row.texts()) for row in plan.rows]


def test_nine_columns_without_a_heading_are_the_forms() -> None:
    rows = rows_of(samples.EXCEL_TEXT)
    assert rows.guess == tuple(Column)
    assert not rows.headed
    assert cells(rows.plan()) == [samples.FIRST, samples.SECOND]
    assert rows.plan().sources == (samples.FIRST, samples.SECOND)
    assert rows.plan().told == ()


def test_eight_columns_are_all_but_the_number_unless_the_first_one_counts() -> None:
    assert (
        rows_of(tsv(samples.FIRST[1:3] + samples.SECOND[3:], samples.SECOND[1:])).guess == tuple(Column)[1:]
    )
    assert rows_of(tsv(samples.SECOND[:8], ("3", *samples.SECOND[1:8]))).guess == tuple(Column)[:8]


def test_a_report_with_title_heading_numbers_and_sections() -> None:
    rows = rows_of(None, samples.EXCEL_REPORT)
    assert rows.headed
    assert rows.guess == (C.NUMBER, C.TITLE, C.DATE, C.MEDIA, C.MEDIA)
    assert [source.heading for source in rows.columns][3:] == [
        "Публікації у ЗМІ кількість",
        "Публікації у ЗМІ посилання",
    ]
    plan = rows.plan()
    assert [row.title for row in plan.rows] == ["Брифінг", "Лекція"]
    assert plan.rows[0].media == "1\nhttps://visnyk.example.ua/n/1"
    assert plan.told == (
        "Рядки над таблицею не взято: «Звіт за ІІІ квартал 2021 року».",
        "Рядок з номерами колонок не взято.",
        "Замість деяких значень скопійовано «####»: розширте стовпець в Excel і скопіюйте ще раз.",
        "Рядок-заголовок розділу не взято як захід: «Постійні заходи».",
        "Приховані рядки таблиці (7) теж імпортовано: перевірте, чи вони потрібні.",
        "Прихований стовпець «Назва (вид) заходу» теж імпортовано: перевірте його.",
    )


def test_a_heading_of_three_columns_in_any_order() -> None:
    rows = rows_of(None, samples.BROWSER)
    assert rows.guess == (C.DATE, C.TITLE, C.SITE_LINKS)
    plan = rows.plan()
    assert [(row.date, row.title) for row in plan.rows] == [
        ("13.08.2021", "Брифінг\u00a0\nдля ЗМІ 📌"),
        ("20.08.2021", "Лекція"),
        ("20.08.2021", "Екскурсія"),
    ]
    assert plan.rows[0].anchors == (Anchor(C.SITE_LINKS, "докладніше", samples.SITE),)
    assert plan.sources[2] == ("20.08.2021", "Екскурсія", "")
    assert plan.told[0] == "Текст поза таблицею не взято: «Заходи суду»."


@pytest.mark.parametrize(
    ("rows", "guess"),
    [
        (
            [("13.08.2021", "Лекція", "https://a.court.gov.ua/1"), ("вересень 2021", "Екскурсія", "-")],
            (C.DATE, C.TITLE, C.SITE_LINKS),
        ),
        (
            [("7.", "Лекція", "постійно", "-", "Учні шкіл", "Голова суду", "до 30 осіб"),
             ("8.", "Брифінг", "20.08.2021", "-", "Громадяни", "Прессекретар", "15")],
            (C.NUMBER, C.TITLE, C.DATE, C.SITE_LINKS, C.AUDIENCE, C.RESPONSIBLE, C.PARTICIPANTS),
        ),
        (
            [("Лекція", "https://visnyk.example.ua/1", "https://a.court.gov.ua/1")],
            (C.TITLE, C.MEDIA, C.SITE_LINKS),
        ),
        ([("Лекція", "Обізнаність молоді"), ("Брифінг", "Довіра до суду")], (C.TITLE, C.GOAL)),
        ([("-", "")], (None, None)),
    ],
)  # fmt: skip
def test_fewer_columns_are_guessed_by_what_stands_in_them(
    rows: list[tuple[str, ...]], guess: tuple[Column | None, ...]
) -> None:
    assert rows_of(tsv(*rows)).guess == guess


def test_the_user_s_choice_wins_and_joins_columns() -> None:
    rows = rows_of(tsv(("Лекція", "13.08.2021", "для учнів"), ("Брифінг", "-", "щомісяця")))
    plan = rows.plan((C.GOAL, None, C.GOAL))
    assert [row.goal for row in plan.rows] == ["Лекція\nдля учнів", "Брифінг\nщомісяця"]
    assert [row.date for row in plan.rows] == ["", ""]
    assert plan.sources[0] == ("Лекція", "13.08.2021", "для учнів")
    assert rows.plan() == rows.plan(rows.guess)


def test_rows_without_a_naming_column_do_not_run_together() -> None:
    rows = rows_of(tsv(("Громадяни", "15"), ("Учні", "20"), ("Студенти", "7")))
    plan = rows.plan((C.AUDIENCE, C.PARTICIPANTS))
    assert [(row.audience, row.participants) for row in plan.rows] == [
        ("Громадяни", "15"), ("Учні", "20"), ("Студенти", "7"),
    ]  # fmt: skip


def test_the_rest_of_an_event_in_the_next_row_is_joined_and_shown_joined() -> None:
    head = "<tr><td>Назва заходу</td><td>Дата</td><td>Посилання</td></tr>"
    body = "<tr><td>Лекція</td><td>13.08.2021</td><td>a.ua</td></tr><tr><td></td><td></td><td>b.ua</td></tr>"
    plan = rows_of(None, f"<table>{head}{body}</table>").plan()
    assert [row.site_links for row in plan.rows] == ["a.ua\nb.ua"]
    assert plan.sources == (("Лекція", "13.08.2021", "a.ua\nb.ua"),)


def test_title_lines_above_rows_without_a_heading_are_left_and_told() -> None:
    text = "Звіт\t\t\t\nза ІІІ квартал 2021 року\t\t\t\nЛекція\t13.08.2021\t-\t15\n"
    plan = rows_of(text).plan()
    assert [row.title for row in plan.rows] == ["Лекція"]
    assert plan.told == ("Рядки над таблицею не взято: «Звіт»; «за ІІІ квартал 2021 року».",)


def test_each_line_of_mere_words_can_be_a_row_of_its_own() -> None:
    rows = rows_of("Лекція\n\nБрифінг\n")
    assert [row.title for row in rows.plan().rows] == ["Лекція", "Брифінг"]
    linked = rows_of(
        "", "<p>а <a href='https://a.ua/1'>перший</a></p><p><a href='https://a.ua/2'>другий</a></p>"
    )
    assert [row.anchors for row in linked.plan((C.SITE_LINKS,)).rows] == [
        (Anchor(C.SITE_LINKS, "перший", "https://a.ua/1"),),
        (Anchor(C.SITE_LINKS, "другий", "https://a.ua/2"),),
    ]


def test_rows_below_the_table_keep_the_columns_they_were_pasted_at() -> None:
    rows = rows_from([[GridCell(0, "13.08.2021"), GridCell(1, "-")]], (C.DATE, C.SITE_LINKS))
    (row,) = rows.plan().rows
    assert (row.title, row.date, row.site_links) == ("", "13.08.2021", "-")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (samples.EXCEL_TEXT, True),
        (tsv(("Лекція", "13.08.2021", "-"), ("Брифінг", "щомісяця", "-")), True),
        (tsv(("Лекція", "13.08.2021")), False),
        (tsv(("Громадяни", "Голова суду", "15")), False),
        (tsv(("", "13.08.2021", "-"), ("Брифінг", "щомісяця", "-")), False),
        ("Лекція\nБрифінг", False),
    ],
)
def test_whole_rows_are_told_from_a_range(text: str, expected: bool) -> None:
    assert seems_rows(text) is expected


def test_a_heading_tells_whole_rows() -> None:
    assert seems_rows(None, samples.BROWSER)
    assert seems_rows(None, samples.EXCEL_REPORT)


def test_of_our_own_clips_only_whole_rows_are_rows() -> None:
    line = [ClipCell(text) for text in samples.FIRST]
    ranged, whole = clip([line]), clip([line], [column.value for column in Column])
    assert not seems_rows(None, ranged.html)
    assert seems_rows(None, whole.html)
