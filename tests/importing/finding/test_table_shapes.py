"""Tables in the shapes that people give them; the same cells come out."""

import pytest
from docx_files import HEADINGS, ROW, TITLE
from grids import (
    SECOND,
    codes,
    document,
    documents,
    event,
    lines,
    names,
    table,
    texts,
    titled,
    wide,
)

from courtcomms.errors import BadInput
from courtcomms.importing import LeftKind
from courtcomms.importing.files.refusal import Refusal
from courtcomms.importing.grid import GridCell

PERIOD = "за ІІІ квартал 2021 року"
ABOVE = titled(PERIOD)
SIGNATURE = ("Керівник апарату                    Олена КОВАЛЬ", "Вик. Іваненко, тел. 123-45-67")


@pytest.mark.parametrize("separator", ["\t", " | ", "|", "; ", "   ", "\u00a0\u00a0"])
def test_table_typed_as_lines(separator):
    typed = (separator.join(row) for row in (HEADINGS, ROW, SECOND))
    found = document(*ABOVE, *lines(*typed, *SIGNATURE))
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]
    assert found.period.code == "2021-Q3"
    assert any("прочитано як таблицю" in warning for warning in found.warnings)
    assert any("Олена КОВАЛЬ" in left.text for left in found.left)


def test_typed_cells_broken_over_lines_are_put_together():
    typed = (
        "\t".join(HEADINGS),
        "1\tНазва\tЦіль\t13.08.2021\thttps://a.ua/1",
        "https://a.ua/2\t-\tГромадяни",
        "та інші\tСуддя\t12",
        "\t".join(SECOND),
    )
    found = document(*ABOVE, *lines(*typed))
    assert texts(found)[4:] == ("https://a.ua/1\nhttps://a.ua/2", "-", "Громадяни\nта інші", "Суддя", "12")
    assert texts(found, 1) == SECOND


def test_frame_of_typed_signs_and_a_section_in_it():
    typed = [f"| {' | '.join(row)} |" for row in (HEADINGS, ROW, SECOND)]
    found = document(*ABOVE, *lines(typed[0], "|---|---|---|", typed[1], "Постійні заходи", typed[2]))
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]
    assert any("Постійні заходи" in warning for warning in found.warnings)


def test_columns_held_by_blanks_with_an_empty_cell():
    widths = [max(len(heading), len(text)) + 3 for heading, text in zip(HEADINGS, ROW, strict=True)]
    with_gap = (*ROW[:5], "", *ROW[6:])
    typed = [
        "".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        for row in (HEADINGS, with_gap)
    ]
    assert texts(document(*ABOVE, *lines(*typed))) == with_gap


def test_table_on_its_side():
    found = document(*ABOVE, table(*zip(HEADINGS, ROW, SECOND, strict=True)))
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]
    assert found.rows[1].place == "таблиця 1, стовпець 3"
    assert any("стоїть боком" in warning for warning in found.warnings)


def test_a_card_for_each_event():
    cards = [table(*zip(HEADINGS, row, strict=True)) for row in (ROW, SECOND)]
    found = document(*ABOVE, *cards)
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]


def test_particulars_of_something_else_are_not_turned():
    with pytest.raises(Refusal):
        document(table(("Назва заходу", "Лекція"), ("Дата проведення", "13.08.2021"), ("Місце", "зала")))


def test_heading_of_three_rows():
    upper = [GridCell(at, text) for at, text in enumerate(HEADINGS)]
    upper[4:6] = [GridCell(4, "Висвітлення", span=2)]
    middle = [GridCell(at, continues=True) for at in (0, 1, 2, 3, 6, 7, 8)]
    middle[4:4] = [GridCell(4, "Посилання на сайт суду", span=1), GridCell(5, "Публікації у ЗМІ", span=1)]
    lower = [GridCell(at, continues=True) for at in (0, 1, 2, 3, 4, 6, 7, 8)]
    lower[5:5] = [GridCell(5, "з посиланням")]
    found = document(*ABOVE, table(upper, middle, lower, ROW))
    assert texts(found) == ROW


@pytest.mark.parametrize("joint", [" / ", "\n", "; "])
def test_heading_that_holds_two_headings_over_two_columns(joint):
    head = [GridCell(at, text) for at, text in enumerate(HEADINGS)]
    head[3:5] = [GridCell(3, f"Дата проведення{joint}Посилання на сайт суду", span=2)]
    found = document(*ABOVE, table(head, ROW, SECOND))
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]
    assert [column.key for column in found.columns][3:5] == ["date", "site_links"]


def test_heading_that_holds_two_headings_over_one_column_is_told():
    headings = (*HEADINGS[:6], "Цільова аудиторія / Відповідальні особи", HEADINGS[8])
    found = document(*ABOVE, table(headings, (*ROW[:6], "Громадяни, суддя", "9")))
    assert texts(found)[6:] == ("Громадяни, суддя", "", "9")
    assert any("має два заголовки" in warning for warning in found.warnings)


def test_heading_over_several_columns_is_no_second_heading_of_any():
    upper = [GridCell(at, text) for at, text in enumerate(HEADINGS[:6])] + [GridCell(6, "Учасники", span=3)]
    middle = [GridCell(at, continues=True) for at in range(6)]
    middle += [
        GridCell(6, "Цільова аудиторія"),
        GridCell(7, "Відповідальні особи"),
        GridCell(8, "Кількість"),
    ]
    found = document(*ABOVE, table(upper, middle, ROW))
    assert (texts(found), found.warnings) == (ROW, ())


@pytest.mark.parametrize("number", ["ІІ", "II.", "IV"])
def test_section_with_a_number_of_its_own(number):
    merged = [GridCell(0, number), GridCell(1, "Події пам'яті", span=8)]
    known = (number, "Постійні заходи", *[""] * 7)
    found = document(*ABOVE, table(HEADINGS, merged, ROW, known, SECOND))
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]
    assert [left.kind for left in found.left] == [LeftKind.ROW, LeftKind.ROW]
    assert sum("розділу" in warning for warning in found.warnings) == 2


@pytest.mark.parametrize("number", ["ІІ", "2"])
def test_event_with_nothing_but_number_and_name_is_an_event(number):
    found = document(*ABOVE, table(HEADINGS, ROW, (number, "Круглий стіл", *[""] * 7)))
    assert texts(found, 1)[:2] == (number, "Круглий стіл")


def test_column_of_numbers_without_a_heading():
    found = document(*ABOVE, table(("", *HEADINGS[1:]), ROW, SECOND))
    assert ([texts(found), texts(found, 1)], found.warnings) == ([ROW, SECOND], ())
    assert found.columns[0].key == "number"


def test_words_before_the_first_heading_are_no_numbers():
    found = document(*ABOVE, table(("", *HEADINGS[1:]), ("липень", *ROW[1:]), SECOND))
    assert texts(found) == ("", *ROW[1:])
    assert any("«липень»" in warning for warning in found.warnings)


def test_headings_that_ask_who_and_when():
    asked = ("№", "Захід", "Мета", "Коли відбувся", *HEADINGS[4:6], "Для кого", "Хто відповідав від суду")
    found = document(*ABOVE, table((*asked, "Скільки осіб було"), ROW, SECOND))
    assert ([texts(found), texts(found, 1)], found.warnings) == ([ROW, SECOND], ())


def test_column_split_in_two_under_one_heading():
    head = [GridCell(at if at < 4 else at + 1, text) for at, text in enumerate(HEADINGS)]
    head[3] = GridCell(3, HEADINGS[3], span=2)
    found = document(*ABOVE, table(head, (*ROW[:4], "14.08.2021", *ROW[4:])))
    assert found.rows[0].cells.date == "13.08.2021\n14.08.2021"
    assert found.rows[0].cells.site_links == ROW[4]


def test_two_columns_of_the_same_heading_are_joined_and_told():
    found = document(
        *ABOVE, table((*HEADINGS[:4], HEADINGS[3], *HEADINGS[4:]), (*ROW[:4], "14.08.2021", *ROW[4:]))
    )
    assert found.rows[0].cells.date == "13.08.2021\n14.08.2021"
    assert any("взято разом" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("between", "head"),
    [
        ((), ()),
        ((), (HEADINGS,)),
        ((), (tuple("123456789"),)),
        (("Продовження таблиці 1",), ()),
        (("Продовження таблиці 1",), (HEADINGS,)),
        (("Продовження таблиці 1",), (tuple("123456789"),)),
        (("Звіт", PERIOD, "Продовження"), (HEADINGS,)),
    ],
)
def test_report_goes_on_in_a_further_table(between, head):
    found = document(*ABOVE, table(HEADINGS, event(1)), *lines(*between), table(*head, event(2)))
    assert names(found) == ["Захід 1", "Захід 2"]
    assert found.rows[1].place.startswith("таблиця 2, рядок ")


def test_report_goes_on_under_a_heading_of_another_order():
    order = (0, 3, 1, 2, 4, 5, 6, 7, 8)
    further = table([HEADINGS[at] for at in order], [SECOND[at] for at in order])
    found = document(*ABOVE, table(HEADINGS, ROW), further)
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]


def test_other_heading_in_the_middle_of_a_table():
    order = (0, 3, 1, 2, 4, 5, 6, 7, 8)
    rows = (HEADINGS, ROW, [HEADINGS[at] for at in order], [SECOND[at] for at in order])
    found = document(*ABOVE, table(*rows))
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]


def test_event_goes_on_in_a_table_with_fewer_columns():
    more = ("", "", "", "", "https://court.gov.ua/2/", "", "", "")
    found = document(*ABOVE, table(HEADINGS, ROW), table(HEADINGS[:8], more, event(2)[:8]))
    assert found.rows[0].cells.site_links == f"{ROW[4]}\nhttps://court.gov.ua/2/"
    assert len(found.rows) == 2


@pytest.mark.parametrize("section", ["Постійно діючі заходи", "Захід ІІІ кварталу", "Розділ І. Зустрічі"])
@pytest.mark.parametrize("shape", [wide, lambda text: (text,), lambda text: ("", text)])
def test_section_rows_are_told_with_their_place(section, shape):
    rows = (HEADINGS, shape(section), event(1), shape("Інші заходи:"), event(2))
    found = document(table(*[(line,) for line in TITLE], *rows, name="Звіт"))
    assert names(found) == ["Захід 1", "Захід 2"]
    assert [(left.kind, left.text) for left in found.left] == [
        (LeftKind.ROW, section),
        (LeftKind.ROW, "Інші заходи:"),
    ]
    assert found.left[0].place == "аркуш «Звіт», рядок 6"


@pytest.mark.parametrize(
    "row",
    [
        wide("Всього: 2 заходи"),
        ("", "", "", "", "", "", "", "Всього", "25"),
        ("Разом", "", "", "", "", "", "", "", "25"),
        ("", "Загальна кількість учасників", "", "", "", "", "", "", "25"),
    ],
)
def test_sums_are_no_events(row):
    found = document(*ABOVE, table(HEADINGS, event(1), event(2), row))
    assert names(found) == ["Захід 1", "Захід 2"]
    assert [left.kind for left in found.left] == [LeftKind.ROW]
    assert all(one.doubts == () for one in found.rows)


TAILS = [
    [wide("Керівник апарату суду ________ Олена КОВАЛЬ"), ("25.05.2025", *[""] * 8)],
    [
        ("", "Керівник апарату", "", "", "", "", "Олена КОВАЛЬ", "", ""),
        ("Вик. Іваненко 123-45-67", *[""] * 8),
    ],
    [("", "В.о. керівника апарату", "", "", "О.П. Коваль", "", "", "", "")],
    [("", "Виконавець:", "Іваненко І.І.", "", "", "", "", "", ""), ("", "тел. 123-45-67", *[""] * 7)],
]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("name", ["", "Звіт"])
def test_signature_below_the_events_is_left_and_told(tail, name):
    above = [(line,) for line in TITLE] if name else []
    found = document(*(() if name else ABOVE), table(*above, HEADINGS, event(1), *tail, name=name))
    assert names(found) == ["Захід 1"]
    left = " ".join(left.text for left in found.left)
    assert all(cell.text in left for row in tail for cell in row if isinstance(cell, GridCell))
    assert all(text in left for row in tail for text in row if isinstance(text, str))
    assert any("поза таблицею" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    "row",
    [
        ("2", "Керівник апарату", "", "", "", "", "Олена КОВАЛЬ", "", ""),
        ("", "Голова суду провів зустріч зі школярами", "", "20.08.2021", "", "", "", "Голова суду", "15"),
    ],
)
def test_event_that_looks_like_a_signature_stays(row):
    assert len(document(*ABOVE, table(HEADINGS, event(1), row)).rows) == 2


def test_numbers_that_repeat_or_are_wrong_stay_as_they_are():
    rows = [event(1), ("1", *event(2)[1:]), ("7", *event(3)[1:]), ("", *event(4)[1:])]
    found = document(*ABOVE, table(HEADINGS, *rows))
    assert [row.cells.number for row in found.rows] == ["1", "1", "7", ""]
    assert names(found) == ["Захід 1", "Захід 2", "Захід 3", "Захід 4"]


def test_heading_far_below_the_first_rows_of_a_sheet():
    letter = [(f"Рядок листа {at}",) for at in range(60)]
    found = document(table(*letter, *[(line,) for line in TITLE], HEADINGS, ROW, name="Лист"))
    assert texts(found) == ROW
    assert found.period.code == "2021-Q3"


def test_report_inside_a_cell_of_another_table():
    inner = table(HEADINGS, ROW)
    words = "\n".join("\t".join(row) for row in (HEADINGS, ROW))
    outer = table([GridCell(0, f"{PERIOD}\n{words}", tables=(inner,))])
    found = document(outer)
    assert (texts(found), codes([found])) == (ROW, ["2021-Q3"])


PLAN = ("Тематичні блоки", "Опис заходів", "Строки виконання", "Виконавець")


def test_plan_with_blocks_is_read_as_a_plan():
    found = document(
        *lines("План заходів на 2022 рік"),
        table(
            PLAN,
            wide("ОРГАНІЗАЦІЙНІ ЗАХОДИ", 4),
            ("Зустрічі", "Лекція в школі", "вересень", "Суддя"),
            ("Преса", "Брифінг", "щокварталу", "Прессекретар"),
        ),
    )
    assert (found.kind, found.period.code) == ("plan", "2022")
    assert [(row.cells.title, row.cells.date) for row in found.rows] == [
        ("Лекція в школі", "вересень"),
        ("Брифінг", "щокварталу"),
    ]
    assert {left.kind for left in found.left} == {LeftKind.ROW, LeftKind.COLUMN}


def test_refusal_names_the_tables_that_were_seen():
    with pytest.raises(Refusal) as refused:
        documents(
            table(("Прізвище", "Посада"), ("Іваненко", "суддя"), ("Коваль", "секретар")),
            table(("Справа", "Суддя"), ("1", "Іваненко")),
        )
    sentence = str(refused.value.for_user("лист.docx"))
    assert isinstance(refused.value.for_user("лист.docx"), BadInput)
    assert "2 таблиці" in sentence
    assert "«Прізвище | Посада» (3 рядки); «Справа | Суддя» (2 рядки)" in sentence


def test_sheets_of_a_refused_book_are_named():
    with pytest.raises(Refusal, match=r"аркуш «Люди»: «Прізвище \| Посада»"):
        documents(table(("Прізвище", "Посада"), ("Іваненко", "суддя"), name="Люди"))
