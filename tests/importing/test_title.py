"""Court and period come from the title in every spelling; the file's name is the last resort, and told."""

import pytest
from docx_files import COURT, HEADINGS, ROW, docx, p, r, row, tbl

from courtcomms.importing.finding.title import is_title_line, period_of_name, read_title

TABLE = tbl(row(*HEADINGS), row(*ROW))
NAME = "Інгулецький районний суд міста Кривого Рогу Дніпропетровської області"


def body(*lines):
    return "".join(p(r(line)) for line in lines) + TABLE


@pytest.mark.parametrize(
    "lines",
    [
        ("Звіт", f"{COURT} щодо комунікаційної діяльності суду", "за ІІІ квартал 2021 року"),
        (f"Звіт {COURT} щодо комунікаційної діяльності суду за ІІІ квартал 2021 року",),
        (
            "ЗВІТ",
            "Інгулецького районного суду",
            "міста Кривого Рогу",
            "Дніпропетровської області",
            "за ІІІ квартал",
            "2021 року",
        ),
        (f"{COURT}", "за III квартал 2021 р."),
        (NAME, "Звіт щодо комунікаційної діяльності за 3 квартал 2021 року"),
        ("Додаток до листа від 05.10.2021 № 15", f"Звіт {COURT}", "за ІІІ квартал 2021 року"),
    ],
)
def test_title_in_many_forms(lines):
    found = read_title(lines)
    assert found.court.nominative == NAME
    assert found.period.code == "2021-Q3"


def test_year_alone_counts_only_without_a_quarter():
    assert read_title(["Звіт за 2021 рік"]).period.code == "2021"
    assert read_title(["за І півріччя 2021 року"]).period.code == "2021-H1"
    assert read_title(["План на 2021 рік", "за ІІ квартал 2021 року"]).period.code == "2021-Q2"


def test_nothing_to_tell():
    found = read_title(["Таблиця 1", "Звіт"])
    assert (found.court, found.period) == (None, None)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("zvit_komunikatsii_2021_q3", "2021-Q3"),
        ("Звіт 3 кв 2021", "2021-Q3"),
        ("Звіт ІІІ квартал 2021", "2021-Q3"),
        ("q4-2022", "2022-Q4"),
        ("2022 кв.4", "2022-Q4"),
        ("звіт", None),
        ("скан 20210305_123", None),
        ("Документ 1", None),
    ],
)
def test_period_of_a_files_name(name, code):
    found = period_of_name(name)
    assert (found.code if found else None) == code


def test_period_of_the_files_name_is_told(read):
    document = read(docx(body("Звіт")), "zvit_komunikatsii_2021_q3.docx")
    assert document.period.code == "2021-Q3"
    assert any("узято з назви файла: ІІІ квартал 2021 року" in warning for warning in document.warnings)


def test_title_wins_over_the_files_name(read):
    document = read(docx(body("за ІІ квартал 2021 року")), "zvit_2021_q3.docx")
    assert document.period.code == "2021-Q2"


def test_missing_court_and_period_are_told(read):
    document = read(docx(TABLE), "звіт.docx")
    assert (document.court, document.period) == (None, None)
    assert any("Назви суду" in warning for warning in document.warnings)
    assert any("Період звіту не знайдено" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Таблиця 1", True),
        ("Звіт", True),
        ("щодо комунікаційної діяльності суду", True),
        ("за ІІІ квартал 2021 року", True),
        (f"Звіт {COURT}", True),
        ("Керівник апарату Олена КОВАЛЬ", False),
        ("Вик. Іваненко, тел. 123-45-67", False),
    ],
)
def test_lines_that_have_said_all_they_can(line, expected):
    assert is_title_line(line) is expected
