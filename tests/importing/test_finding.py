"""The report's table is found by its headings, in the many ways people build it."""

import pytest
from docx_files import HEADINGS, ROW, TITLE, docx, lines, p, r, report, row, tbl, tc, title, tr

from courtcomms.errors import BadInput
from courtcomms.importing import ReadingChoices, read_documents

SECOND = ("2", "Екскурсія", "Обізнаність", "20.08.2021", "-", "-", "Школярі", "Прессекретар", "15")
PERIOD = p(r("за ІІІ квартал 2021 року"))


def titles(document):
    return [found.cells.title for found in document.rows]


def texts(document, at=0):
    return [text for _, text in document.rows[at].cells.texts()]


def test_columns_in_another_order(read):
    order = (3, 1, 0, 8, 7, 6, 5, 4, 2)
    body = title() + tbl(row(*(HEADINGS[at] for at in order)), row(*(ROW[at] for at in order)))
    document = read(docx(body))
    assert texts(document) == list(ROW)
    assert [column.key for column in document.columns][:3] == ["date", "title", "number"]


def test_without_a_number_column(read):
    document = read(docx(title() + tbl(row(*HEADINGS[1:]), row(*ROW[1:]))))
    assert texts(document) == ["", *ROW[1:]]
    assert document.warnings == ()


def test_media_in_two_columns(read):
    headings = (*HEADINGS[:5], "Кількість публікацій у ЗМІ", "Посилання на публікації у ЗМІ", *HEADINGS[6:])
    first = (*ROW[:5], "1", "«Вісник»\nhttps://zmi.ua/1", *ROW[6:])
    second = (*SECOND[:5], "-", "-", *SECOND[6:])
    document = read(docx(title() + tbl(row(*headings), row(*first), row(*second))))
    assert document.rows[0].cells.media == "1\n«Вісник»\nhttps://zmi.ua/1"
    assert [link.target for link in document.rows[0].links[5]] == ["https://zmi.ua/1"]
    assert document.rows[1].cells.media == "-"
    assert [column.key for column in document.columns][5:7] == ["media_count", "media_links"]


def two_row_heading():
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    upper = [tc(lines(text), restart) for text in HEADINGS]
    upper[5] = tc(lines("Публікації у ЗМІ"), '<w:gridSpan w:val="2"/>')
    lower = [tc(p(), go_on) for _ in HEADINGS]
    lower[5] = tc(lines("кількість")) + tc(lines("посилання на публікації"))
    return tr(*upper) + tr(*lower)


def test_headings_of_two_rows(read):
    data = row(*ROW[:5], "2", "https://zmi.ua/1", *ROW[6:])
    document = read(docx(title() + tbl(two_row_heading(), data)))
    assert document.rows[0].cells.media == "2\nhttps://zmi.ua/1"
    assert (document.rows[0].cells.participants, len(document.rows)) == (ROW[8], 1)


def test_row_of_column_numbers_is_no_event(read):
    numbers = row(*(str(at) for at in range(1, 10)))
    document = read(docx(report(numbers, row(*ROW))))
    assert (titles(document), document.warnings) == ([ROW[1]], ())


def test_headings_repeated_on_the_next_page_are_no_event(read):
    again = row(*HEADINGS)
    document = read(docx(report(row(*ROW), again, row(*(str(at) for at in range(1, 10))), row(*SECOND))))
    assert (titles(document), document.warnings) == ([ROW[1], SECOND[1]], ())


def test_title_inside_the_table(read):
    wide = [tr(tc(lines(text), '<w:gridSpan w:val="9"/>')) for text in TITLE]
    document = read(docx(tbl(*wide, row(*HEADINGS), row(*ROW))))
    assert document.period.code == "2021-Q3"
    assert document.court.nominative.startswith("Інгулецький")
    assert (titles(document), document.warnings) == ([ROW[1]], ())


def test_other_tables_are_passed_over_and_told(read):
    stamp = tbl(row("ЗАТВЕРДЖЕНО", "Голова суду"))
    after = tbl(row("Виконавець", "Іваненко"))
    document = read(docx(stamp + report(row(*ROW)) + after))
    assert titles(document) == [ROW[1]]
    assert any(
        "Іншу таблицю" in warning and "Виконавець Іваненко" in warning for warning in document.warnings
    )


@pytest.mark.parametrize("heading", [(), (row(*HEADINGS),)], ids=["without heading", "with heading"])
@pytest.mark.parametrize("between", ["", "Продовження таблиці 1"])
def test_table_continued_in_a_second_one(read, heading, between):
    document = read(docx(report(row(*ROW)) + p(r(between)) + tbl(*heading, row(*SECOND))))
    assert (titles(document), document.warnings) == ([ROW[1], SECOND[1]], ())


def test_second_report_of_another_quarter_is_told_and_left(read):
    other = p(r("за ІV квартал 2021 року")) + tbl(row(*HEADINGS), row(*SECOND))
    document = read(docx(report(row(*ROW)) + other))
    assert (titles(document), document.period.code) == ([ROW[1]], "2021-Q3")
    assert any("ще один звіт" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    "words",
    [
        "Всього",
        "Усього:",
        "РАЗОМ",
        "Разом за квартал",
        "Всього заходів: 2",
        "Всього 2",
        "Всього: 1 захід",
        "Усього проведено 4 заходи",
        "Разом: 62 особи",
        "Разом – 30 учасників",
    ],
)
def test_totals_are_no_event_and_told(read, words):
    document = read(docx(report(row(*ROW), row("", words, "", "", "", "1", "", "", "40"))))
    assert titles(document) == [ROW[1]]
    assert any(w.startswith("Підсумковий рядок") and words in w for w in document.warnings)


@pytest.mark.parametrize(
    "name", ["Разом з прокуратурою — зустріч у школі", "Всього одна година: лекція для учнів"]
)
def test_event_that_begins_like_totals_is_an_event(read, name):
    assert titles(read(docx(report(row("1", name, *ROW[2:]), row("", name, *ROW[2:]))))) == [name, name]


def test_section_heading_is_no_event_and_told(read):
    section = tr(tc(lines("Постійні заходи"), '<w:gridSpan w:val="9"/>'))
    document = read(docx(report(section, row(*ROW))))
    assert titles(document) == [ROW[1]]
    assert any("Постійні заходи" in warning for warning in document.warnings)


def test_empty_rows_at_the_end_are_silent_and_between_told(read):
    blank = row(*[""] * 9)
    document = read(docx(report(row(*ROW), blank, row(*SECOND), blank, blank)))
    assert titles(document) == [ROW[1], SECOND[1]]
    assert document.warnings == ("Після місця «Рядок № 1» пропущено порожні рядки таблиці.",)


def test_numbered_rows_never_filled_in_are_told(read):
    document = read(docx(report(row(*ROW), row("2", *[""] * 8), row("3", *[""] * 8))))
    assert titles(document) == [ROW[1]]
    assert any("Незаповнених рядків" in warning and "2" in warning for warning in document.warnings)


def test_row_with_links_alone_goes_on_with_the_event_above(read):
    more = row("", "", "", "", "https://court.gov.ua/2/", "", "", "", "")
    document = read(docx(report(row(*ROW), more, row(*SECOND))))
    assert document.rows[0].cells.site_links == f"{ROW[4]}\nhttps://court.gov.ua/2/"
    assert len(document.rows) == 2
    assert any("Рядок № 1" in warning and "продовжується" in warning for warning in document.warnings)


def test_extra_column_is_told_with_its_words(read):
    document = read(docx(title() + tbl(row(*HEADINGS, "Примітка"), row(*ROW, "перенесено"))))
    assert document.columns[9].key is None
    assert any("Примітка" in warning and "перенесено" in warning for warning in document.warnings)


def test_report_with_headings_alone_is_an_empty_report(read):
    document = read(docx(report()))
    assert (document.rows, document.period.code) == ((), "2021-Q3")
    assert any("звіт порожній" in warning for warning in document.warnings)


def test_text_outside_the_table_is_told(read):
    document = read(docx(report(row(*ROW)) + p(r("Керівник апарату                    Олена КОВАЛЬ"))))
    assert [warning for warning in document.warnings if "Олена КОВАЛЬ" in warning]
    assert not any("Таблиця 1" in warning for warning in document.warnings)


PLANS = {
    "streets": (
        "Найменування заходу",
        "Цільова аудиторія",
        "Критерії ефективності",
        "Строки виконання",
        "Відповідальні за виконання",
    ),
    "blocks": ("Тематичні блоки", "Опис заходів", "Строки виконання", "Виконавець"),
    "numbers": ("№ з/п", "Зміст заходу", "Термін виконання", "Відповідальні виконавці"),
}


@pytest.mark.parametrize("name", PLANS)
def test_plan_is_recognised_as_a_plan(read, name):
    values = tuple(f"значення {at}" for at in range(len(PLANS[name])))
    document = read(docx(p(r("План заходів на 2022 рік")) + tbl(row(*PLANS[name]), row(*values))))
    headings = PLANS[name]
    cells = document.rows[0].cells
    assert document.kind == "plan"
    assert cells.title == values[next(at for at, text in enumerate(headings) if "заход" in text.lower())]
    assert (
        cells.date
        == values[next(at for at, text in enumerate(headings) if "виконання" in text and text[0] in "СТ")]
    )
    assert cells.responsible == values[-1]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (p(r("Просто лист")), "лише текст без таблиць"),
        ("", "ні тексту, ні таблиць"),
        (tbl(row("Прізвище", "Посада"), row("Іваненко", "суддя")), "1 таблиця, але вона не має колонок"),
        (tbl(row("Прізвище", "Посада")) + p() + tbl(row("а", "б")), "2 таблиці, але жодна не має колонок"),
    ],
)
def test_document_without_a_report_says_what_it_has(read, body, seen):
    with pytest.raises(BadInput) as refused:
        read(docx(body), "лист.docx")
    assert "«лист.docx»" in str(refused.value)
    assert seen in str(refused.value)
    assert "нічого не імпортовано" in str(refused.value)


def test_list_of_people_with_dates_is_no_report(read):
    with pytest.raises(BadInput, match="Дата народження"):
        read(
            docx(
                tbl(row("№", "Прізвище", "Дата народження", "Посада"), row("1", "Іваненко", "1980", "суддя"))
            )
        )


def year_of_reports():
    parts = []
    for number, quarter in enumerate(("І", "ІІ", "ІІІ", "ІV"), 1):
        lines_above = (*TITLE[:3], f"за {quarter} квартал 2021 року")
        event = (str(number), f"Захід {number}", *ROW[2:])
        parts.append("".join(p(r(line)) for line in lines_above) + tbl(row(*HEADINGS), row(*event)))
    return docx(p().join(parts))


def test_every_report_of_a_file(tmp_path):
    path = tmp_path / "рік.docx"
    path.write_bytes(year_of_reports())
    found = read_documents(path)
    assert [one.period.code for one in found] == ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]
    assert [titles(one) for one in found] == [[f"Захід {at}"] for at in range(1, 5)]
    assert [(one.part, one.parts) for one in found] == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert len({one.source for one in found}) == len({one.shape for one in found}) == 1


def test_first_report_tells_of_the_others(read):
    document = read(year_of_reports())
    assert (document.period.code, titles(document)) == ("2021-Q1", ["Захід 1"])
    assert document.warnings == (
        "У файлі є ще 3 звіти (за ІІ квартал 2021 року, за ІІІ квартал 2021 року, за ІV квартал 2021 року): "
        "тут лише перший.",
    )


def test_user_said_what_the_columns_are(tmp_path):
    path = tmp_path / "звіт.docx"
    path.write_bytes(docx(report(row(*ROW))))
    (plain,) = read_documents(path)
    said = tuple(None if column.key == "goal" else column.key for column in plain.columns)
    (found,) = read_documents(path, choices=ReadingChoices({plain.shape: said}))
    assert (found.rows[0].cells.goal, found.rows[0].cells.title) == ("", ROW[1])
