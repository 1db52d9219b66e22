"""The form: the standard one says what the regulations ask; a court's own file is checked word by word."""

from datetime import date
from pathlib import Path

import pytest

from courtcomms.errors import BadInput
from courtcomms.model import Column
from courtcomms.reports.form import Align, ReportForm, load_form
from courtcomms.reports.text_metrics import text_width


def own(tmp_path: Path, text: str) -> ReportForm:
    file = tmp_path / "форма.toml"
    file.write_text(text, encoding="utf-8")
    return load_form(file)


def test_standard_title_is_the_form_of_table_1(form: ReportForm) -> None:
    assert [(line.text, line.align, line.bold) for line in form.titles] == [
        ("Таблиця 1", Align.RIGHT, False),
        ("Звіт", Align.CENTER, True),
        ("{court_genitive} щодо комунікаційної діяльності суду", Align.CENTER, True),
        ("за {period}", Align.CENTER, True),
    ]


def test_standard_headings_word_for_word(form: ReportForm) -> None:
    assert [column.heading for column in form.columns] == [
        "№",
        "Назва (вид) заходу",
        "Комунікаційна ціль заходу",
        "Дата проведення",
        "Посилання на офіційний веб-сайт суду, де розміщена інформація про проведений захід",
        "Кількість публікацій у ЗМІ з посиланням",
        "Цільова аудиторія, на яку направлений захід",
        "Відповідальні особи (посада), які брали участь у заході від суду",
        "Кількість учасників, які брали участь у заході",
    ]
    assert [column.column for column in form.columns] == list(Column)


def test_standard_page_and_font(form: ReportForm) -> None:
    page = form.page
    assert (page.left_mm, page.right_mm, page.top_mm, page.bottom_mm) == (30, 10, 20, 20)
    assert page.page_numbers
    assert not form.rows_break
    assert (form.font.name, form.font.table_pt) == ("Times New Roman", 10)
    assert sum(column.width_mm for column in form.columns) == pytest.approx(257)


def test_nothing_under_the_table_until_it_is_asked_for(form: ReportForm) -> None:
    assert not any(part.show for part in (form.signatory, form.signed, form.executor))


def test_every_heading_word_fits_its_column(form: ReportForm) -> None:
    for column in form.columns:
        room = column.width_mm * 72 / 25.4 - 2 * 57 / 20
        for word in column.heading.split():
            assert text_width(word, form.font.table_pt, bold=True) <= room, word


def test_own_file_says_only_what_differs(tmp_path: Path, form: ReportForm) -> None:
    mine = own(tmp_path, '[font]\ntable_pt = 9\n[columns.title]\nheading = "Захід"\n')
    assert mine.font.table_pt == 9
    assert mine.font.name == form.font.name
    assert mine.columns[1].heading == "Захід"
    assert mine.columns[1].width_mm == form.columns[1].width_mm
    assert mine.titles == form.titles


def test_own_titles_replace_all_titles(tmp_path: Path) -> None:
    mine = own(tmp_path, '[[title]]\ntext = "Додаток 2 за {period}"\nalign = "left"\nbold = true\n')
    assert [line.text for line in mine.titles] == ["Додаток 2 за {period}"]


def test_signature_block(tmp_path: Path) -> None:
    mine = own(
        tmp_path,
        '[signatory]\nshow = true\npost = "Керівник"\nname = "Ім\'я ПРІЗВИЩЕ"\n'
        '[date]\nshow = true\nday = "25.05.2025"\n[executor]\nshow = true\nname = "К."\nphone = "1"\n',
    )
    assert mine.signatory.name == "Ім'я ПРІЗВИЩЕ"
    assert mine.signed.day == date(2025, 5, 25)
    assert mine.executor.phone == "1"


def test_day_may_be_a_toml_date(tmp_path: Path) -> None:
    assert own(tmp_path, "[date]\nshow = true\nday = 2025-05-25\n").signed.day == date(2025, 5, 25)


def test_file_saved_by_notepad_with_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "f.toml"
    file.write_bytes("[table]\r\nrows_break = true\r\n".encode("utf-8-sig"))
    assert load_form(file).rows_break


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[font\n", "TOML"),
        ("[font]\ntable_pt = 100\n", "font.table_pt"),
        ("[font]\ntable_pt = true\n", "font.table_pt"),
        ("[font]\ntable_pt = nan\n", "font.table_pt"),
        ("[font]\ntable_pt = 1" + "0" * 400 + "\n", "font.table_pt"),
        ('[font]\nname = " "\n', "font.name"),
        ("[font]\nname = 5\n", "font.name"),
        ('[fonts]\nname = "Arial"\n', "fonts"),
        ('[font]\nnames = "Arial"\n', "font.names"),
        ("font = 5\n", "font"),
        ('[table]\nrows_break = "так"\n', "table.rows_break"),
        ('[columns.title]\nalign = "justify"\n', "columns.title.align"),
        ("[columns.title]\nwidth_mm = 120\n", "257"),
        ('[columns.tittle]\nheading = "x"\n', "columns.tittle"),
        ('[columns.title]\nheading = "\\u0001"\n', "columns.title.heading"),
        ('[[title]]\ntext = "{court}"\nalign = "left"\nbold = true\n', "{court_genitive}"),
        ('[[title]]\ntext = "x"\nalign = "left"\n', "title 1.bold"),
        ('title = "Звіт"\n', "title"),
        ('[date]\nday = "31.06.2025"\n', "date.day"),
        ("[date]\nday = 2025-05-25T10:00:00\n", "date.day"),
        ("[page]\nleft_mm = 60\n", "227"),
        ("[excel]\ncell_links = 1\n", "excel.cell_links"),
    ],
)
def test_mistake_is_named_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadInput) as refusal:
        own(tmp_path, text)
    message = str(refusal.value)
    assert said in message
    assert "форма.toml" in message
    assert "стандартна форма" in message


def test_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "f.toml"
    file.write_bytes('[font]\nname = "Таймс"\n'.encode("cp1251"))
    with pytest.raises(BadInput, match="UTF-8"):
        load_form(file)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="немає"):
        load_form(tmp_path / "нема.toml")
