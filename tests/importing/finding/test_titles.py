"""Period and court of a title, however it is spelled, torn, mistyped or shortened; guesses are told."""

import pytest
from docx_files import HEADINGS, ROW
from grids import document, lines, table

from courtcomms.importing.finding.title import period_of_name, read_title, year_of_name
from courtcomms.importing.finding.title_words import names_events_of_period, names_period_only

NAME = "Інгулецький районний суд міста Кривого Рогу Дніпропетровської області"


def read(*above, name="звіт", sheet=""):
    return document(*lines(*above), table(HEADINGS, ROW, name=sheet), name=name)


def told(found, words):
    return any(words in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "line",
    [
        "за ІІІ квартал 2021 року",
        "за III квартал 2021 року",
        "за IІI кв. 2021р.",
        "III кв.2021р",
        "ЗА ІІІ КВАРТАЛ 2021 РОКУ",
        "за третій квартал 2021 року",
        "за 3-й квартал 2021 р.",
        "за 3-ій квартал 2021",
        "у ІІІ кварталі 2021 року",
        "2021 рік, ІІІ квартал",
        "липень – вересень 2021 року",
        "за період з 01.07.2021 по 30.09.2021",
        "за «ІІІ» квартал «2021» року",
        "за ІІІ к в а р т а л 2021 року",
        "ЗА ІІІ К В А Р Т А Л 2 0 2 1 Р О К У",
        "за І І І квартал 2021 року",
        "за ІІІ\u00a0квартал\u00a02021\u00a0року",
        "за ІІІ квар-\nтал 2021 року",
    ],
)
def test_spellings_that_are_sure(line):
    found = read(NAME, *line.split("\n"))
    assert (found.period.code, found.warnings) == ("2021-Q3", ())


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("за ІІІ квартл 2021 року", "2021-Q3"),
        ("за ІІІ кваратал 2021 року", "2021-Q3"),
        ("за lll квартал 2021 року", "2021-Q3"),
        ("за трет1й квартал 2021 року", "2021-Q3"),
        ("за ІІІ квартал 2О21 року", "2021-Q3"),
        ("за (ІІІ) квартал (2021) року", "2021-Q3"),
        ("за __3__ квартал 2021_року", "2021-Q3"),
        ("за третый квартал 2021 года", "2021-Q3"),
        ("2021/3", "2021-Q3"),
        ("за 6 місяців 2021 року", "2021-H1"),
        ("за шість місяців 2021 року", "2021-H1"),
        ("за три місяці 2021 року", "2021-Q1"),
        ("за 9 місяців 2021 року", "2021"),
        ("за дев'ять місяців 2021 року", "2021"),
    ],
)
def test_guessed_spellings_are_told(line, code):
    found = read(NAME, line)
    assert found.period.code == code
    assert told(found, "з сумнівом")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("за I півріччя 2021 року", "2021-H1"),
        ("за перше півріччя 2021 року", "2021-H1"),
        ("за 2021 рік", "2021"),
    ],
)
def test_longer_periods(line, code):
    assert read(NAME, line).period.code == code


@pytest.mark.parametrize("year", ["20201", "221", "2121", ""])
def test_year_that_cannot_be_is_told_and_not_guessed(year):
    found = read(NAME, f"за ІІІ квартал {year} року")
    assert found.period is None
    assert told(found, "Року звітного періоду не прочитано")


def test_year_that_cannot_be_is_taken_from_the_files_name_and_told():
    found = read(NAME, "за ІІІ квартал 20201 року", name="Звіт 2021")
    assert found.period.code == "2021-Q3"
    assert told(found, "узято з назви файла")


@pytest.mark.parametrize("line", ["станом на 30.09.2021", "вих. № 3/21 від 05.10.2021", "Кабінет 2021"])
def test_lines_that_name_no_period(line):
    assert read_title([line]).period is None


def test_title_over_cells_and_lines():
    head = table(
        ("Таблиця 1",),
        ("Звіт", "Інгулецького"),
        ("районного суду",),
        ("міста Кривого Рогу",),
        ("Дніпропетровської області",),
        ("за ІІІ", "квартал", "2021 року"),
        HEADINGS,
        ROW,
    )
    found = document(head)
    assert (found.court.nominative, found.period.code) == (NAME, "2021-Q3")


@pytest.mark.parametrize(
    ("line", "court"),
    [
        ("ІНГУЛЕЦЬКОГО РАЙОННОГО СУДУ МІСТА КРИВОГО РОГУ", "Інгулецький районний суд міста Кривого Рогу"),
        ("Інгулець-\nкого районного суду міста Кривого Рогу", "Інгулецький районний суд міста Кривого Рогу"),
        (
            "І н г у л е ц ь к о г о  районного суду м. Кривого Рогу",
            "Інгулецький районний суд м. Кривого Рогу",
        ),
        ("Інгулецького р/с м. Кривого Рогу", "Інгулецький районний суд м. Кривого Рогу"),
        ("Інгулецький РС м. Кривого Рогу", "Інгулецький районний суд м. Кривого Рогу"),
        ("Печерського райсуду м. Києва", "Печерський районний суд м. Києва"),
        ("Дніпропетровський окружний адмінсуд", "Дніпропетровський окружний адміністративний суд"),
        ("Звіт господарського суду м. Києва", "Господарський суд м. Києва"),
        ("Суд: Центральний районний суд м. Миколаєва", "Центральний районний суд м. Миколаєва"),
        ("П'ятого апеляційного господарського суду", "П'ятий апеляційний господарський суд"),
    ],
)
def test_court_in_many_spellings(line, court):
    assert read(*line.split("\n"), "за ІІІ квартал 2021 року").court.nominative == court


@pytest.mark.parametrize("line", ["щодо діяльності районного суду", "наш суд", "до суду звернулись", "3 ААС"])
def test_words_that_name_no_court(line):
    assert read_title([line]).court is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Звіт 3-й квартал 2021", "2021-Q3"),
        ("звіт_липень-вересень_2021", "2021-Q3"),
        ("Звіт-ІІІ-квартал-2021", "2021-Q3"),
        ("Звіти I-IV квартали 2021", "2021"),
        ("2021-2022 роки", None),
        ("zvit 2021", None),
    ],
)
def test_names_of_files(name, code):
    found = period_of_name(name)
    assert (found.code if found else None) == code


def test_sheet_tells_the_period_before_the_file():
    found = read(name="zvit_2021_q1", sheet="3 кв 2021")
    assert found.period.code == "2021-Q3"
    assert told(found, "узято з назви аркуша")


@pytest.mark.parametrize(
    ("name", "year"), [("Звіти 2021", 2021), ("2021-2022", None), ("20210305", None), ("а", None)]
)
def test_year_of_a_name(name, year):
    assert year_of_name(name) == year


@pytest.mark.parametrize(
    ("line", "alone", "with_events"),
    [
        ("за ІІ квартал 2021 року", True, True),
        ("Звіт за ІІ квартал", True, True),
        ("квітень-червень 2021 року", True, True),
        ("Звіт Печерського районного суду за ІІ квартал 2021 року", True, True),
        ("Заходи ІІ кварталу", False, True),
        ("Захід ІІ кварталу 2021 року", False, True),
        ("Заходи, перенесені з ІІ кварталу 2021 року", False, False),
        ("Постійно діючі заходи", False, False),
        ("13.08.2021", False, False),
    ],
)
def test_rows_that_name_a_period(line, alone, with_events):
    assert (names_period_only(line), names_events_of_period(line)) == (alone, with_events)
