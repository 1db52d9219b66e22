"""A file with several reports gives each of them, in order, with its own period and court."""

import pytest
from docx_files import HEADINGS, TITLE
from grids import SECOND, codes, document, documents, event, lines, names, table, texts, titled, wide

from courtcomms.importing import LeftKind

QUARTERS = [f"за {numeral} квартал 2021 року" for numeral in ("І", "ІІ", "ІІІ", "ІV")]
YEAR = ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]
SIGNATURE = ("Керівник апарату                    Олена КОВАЛЬ", "Вик. Іваненко, тел. 123-45-67")
COURT = "Інгулецький районний суд міста Кривого Рогу Дніпропетровської області"


def sheet(title, *rows, name, hidden=False):
    return table(*[(line,) for line in (*TITLE[:3], title)], HEADINGS, *rows, name=name, hidden=hidden)


def whole(found):
    return [names(one) for one in found]


def numbered(found):
    return [(one.part, one.parts) for one in found]


def test_a_year_of_reports_one_after_another():
    blocks = []
    for at, title in enumerate(QUARTERS):
        blocks += [*titled(title), table(HEADINGS, event(at * 2 + 1), event(at * 2 + 2)), *lines(*SIGNATURE)]
    found = documents(*blocks)
    assert codes(found) == YEAR
    assert whole(found) == [[f"Захід {at * 2 + 1}", f"Захід {at * 2 + 2}"] for at in range(4)]
    assert numbered(found) == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert {one.court.nominative for one in found} == {COURT}
    for at, one in enumerate(found, 1):
        assert [(left.text, left.place) for left in one.left] == [
            (line, f"після таблиці {at}") for line in SIGNATURE
        ]


def test_a_year_of_reports_on_sheets():
    found = documents(*(sheet(title, event(at), name=f"Аркуш{at}") for at, title in enumerate(QUARTERS, 1)))
    assert codes(found) == YEAR
    assert whole(found) == [[f"Захід {at}"] for at in range(1, 5)]
    assert found[2].rows[0].place == "аркуш «Аркуш3», рядок 6"
    assert all(one.warnings == () for one in found)


@pytest.mark.parametrize("spelling", [("І кв", "ІІ кв", "ІІІ кв", "ІV кв"), ("І", "ІІ", "ІІІ", "ІV")])
def test_sheets_called_by_quarters_take_the_year_of_the_file(spelling):
    sheets = (table(HEADINGS, event(at), name=name) for at, name in enumerate(spelling, 1))
    found = documents(*sheets, name="Звіти 2021")
    assert codes(found) == YEAR
    assert all(any("назви аркуша й файла" in warning for warning in one.warnings) for one in found)


def test_sheet_without_a_year_takes_that_of_the_other_reports():
    found = documents(
        sheet("за І квартал 2021 року", event(1), name="1"), sheet("за ІІ квартал", event(2), name="2")
    )
    assert codes(found) == ["2021-Q1", "2021-Q2"]
    assert any("з сумнівом" in warning for warning in found[1].warnings)


def test_titles_as_rows_of_one_long_table():
    found = documents(
        *titled(QUARTERS[0]),
        table(HEADINGS, event(1), wide(QUARTERS[1]), event(2), event(3), wide(QUARTERS[2]), event(4)),
    )
    assert codes(found) == YEAR[:3]
    assert whole(found) == [["Захід 1"], ["Захід 2", "Захід 3"], ["Захід 4"]]
    assert found[1].court.nominative == COURT
    assert found[1].rows[0].place == "таблиця 1, рядок 4"


@pytest.mark.parametrize(
    "rows",
    [("І квартал", "ІІ квартал"), ("Заходи І кварталу", "Заходи ІІ кварталу"), tuple(QUARTERS[:2])],
)
@pytest.mark.parametrize("shape", [wide, lambda text: (text,)], ids=["wide", "first cell"])
def test_quarters_of_a_years_report(rows, shape):
    found = documents(
        *titled("за 2021 рік"), table(HEADINGS, shape(rows[0]), event(1), shape(rows[1]), event(2))
    )
    assert codes(found) == YEAR[:2]
    assert whole(found) == [["Захід 1"], ["Захід 2"]]


def test_reports_one_below_another_on_a_sheet():
    top = [(line,) for line in (*TITLE[:3], QUARTERS[0])]
    below = [(line,) for line in (*TITLE[:3], QUARTERS[1])]
    found = documents(table(*top, HEADINGS, event(1), (), *below, HEADINGS, event(2), name="Звіт"))
    assert codes(found) == YEAR[:2]
    assert whole(found) == [["Захід 1"], ["Захід 2"]]
    assert all(one.warnings == () for one in found)


def test_reports_of_two_courts_in_one_file():
    other = "Печерського районного суду міста Києва щодо комунікаційної діяльності суду"
    found = documents(
        *titled(QUARTERS[2]),
        table(HEADINGS, event(1)),
        *titled(QUARTERS[2], other),
        table(HEADINGS, event(2)),
    )
    assert [one.court.nominative for one in found] == [COURT, "Печерський районний суд міста Києва"]
    assert codes(found) == ["2021-Q3", "2021-Q3"]


def test_second_report_without_headings_is_read_by_those_of_the_first():
    found = documents(
        *titled(QUARTERS[2]), table(HEADINGS, event(1)), *lines(QUARTERS[3]), table(event(2), event(3))
    )
    assert codes(found) == ["2021-Q3", "2021-Q4"]
    assert whole(found) == [["Захід 1"], ["Захід 2", "Захід 3"]]
    assert any("не має заголовків" in warning for warning in found[1].warnings)
    assert any("Суд узято з попереднього звіту" in warning for warning in found[1].warnings)


def test_reports_without_periods_begin_where_numbers_begin_again():
    found = documents(
        *lines("Звіт"), table(HEADINGS, event(1)), *lines("Звіт"), table(HEADINGS, event(1, name="Лекція"))
    )
    assert whole(found) == [["Захід 1"], ["Лекція 1"]]
    assert codes(found) == [None, None]


def test_hidden_copies_repetitions_and_a_plan_are_told_and_left():
    plan = table(
        ("№", "Зміст заходу", "Термін виконання", "Виконавець"),
        ("1", "Лекція", "вересень", "Суддя"),
        name="План",
    )
    found = document(
        sheet(QUARTERS[2], event(1), name="Звіт"),
        sheet(QUARTERS[2], event(1), name="Старий", hidden=True),
        sheet(QUARTERS[2], event(1), name="Копія"),
        plan,
    )
    assert names(found) == ["Захід 1"]
    assert [(left.kind, left.place) for left in found.left] == [
        (LeftKind.TABLE, "аркуш «Старий»"),
        (LeftKind.TABLE, "аркуш «Копія»"),
        (LeftKind.TABLE, "аркуш «План»"),
    ]
    told = " ".join(found.warnings)
    assert "прихованому аркуші «Старий»" in told
    assert "на аркуші «Копія» повторено" in told
    assert "це план" in told


def test_hidden_sheet_is_read_where_no_other_report_stands():
    found = document(sheet(QUARTERS[2], event(1), name="Звіт", hidden=True))
    assert names(found) == ["Захід 1"]
    assert any("з прихованого аркуша" in warning for warning in found.warnings)


def test_plan_before_the_report_does_not_take_its_place():
    plan = table(
        ("№", "Зміст заходу", "Термін виконання", "Виконавець"), ("1", "Лекція", "вересень", "Суддя")
    )
    found = document(*lines("План заходів"), plan, *titled(QUARTERS[2]), table(HEADINGS, SECOND))
    assert (found.kind, found.period.code) == ("report", "2021-Q3")
    assert texts(found) == SECOND
    assert [left.place for left in found.left if left.kind is LeftKind.TABLE] == ["таблиця 1"]


def test_same_title_on_the_next_page_is_no_further_report():
    found = document(
        *titled(QUARTERS[2]), table(HEADINGS, event(1)), *titled(QUARTERS[2]), table(HEADINGS, event(2))
    )
    assert names(found) == ["Захід 1", "Захід 2"]
    assert found.warnings == ()


@pytest.mark.parametrize("section", ["Заходи, перенесені з ІІ кварталу 2021 року", "Захід ІІІ кварталу"])
def test_section_that_names_a_quarter_is_no_further_report(section):
    found = document(*titled(QUARTERS[2]), table(HEADINGS, event(1), wide(section), event(2)))
    assert names(found) == ["Захід 1", "Захід 2"]
    assert any(section in warning for warning in found.warnings)


def test_event_about_another_quarter_is_no_further_report():
    about = ("4", "Звіт за ІІ квартал 2021 року", "Відкритість", "05.07.2021", "-", "-", "Усі", "Суддя", "-")
    found = document(*titled(QUARTERS[2]), table(HEADINGS, event(1), about, event(5)))
    assert names(found) == ["Захід 1", "Звіт за ІІ квартал 2021 року", "Захід 5"]
