"""Text files: whichever encoding and separators, the same cells come out; what is doubtful is told."""

import pytest
from docx_files import HEADINGS, ROW, TITLE
from hypothesis import given, settings
from hypothesis import strategies as st
from page_files import ROWS, TRICKY, csv_text
from refusals import is_one_good_sentence, refusal

from courtcomms.cells.typography import trim_layout
from courtcomms.importing.files.encodings import decode
from courtcomms.importing.plain.csv_file import read_table
from courtcomms.period import Period

THIRD_QUARTER = Period.quarter(2021, 3)
WORDS = (
    "Проведення дня відкритих дверей для учнів загальноосвітніх шкіл міста з метою підвищення рівня "
    "обізнаності громадян про діяльність суду, розміщення інформації на офіційному вебсайті. "
    "Їжак, ґанок, щастя."
)


def texts(document) -> list[tuple[str, ...]]:
    return [tuple(text for _, text in row.cells.texts()) for row in document.rows]


@pytest.fixture
def reads_well(read):
    """Reads bytes and checks that both rows came in whole."""

    def check(content: bytes, name: str = "звіт.csv"):
        document = read(content, name)
        assert texts(document) == [tuple(ROW), TRICKY]
        assert document.period == THIRD_QUARTER
        assert document.court is not None
        return document

    return check


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251"])
def test_table_in_every_usual_form(separator, encoding, reads_well):
    assert reads_well(csv_text(separator).encode(encoding)).warnings == ()


@pytest.mark.parametrize("end", ["\n", "\r"])
def test_line_ends_of_other_systems(end, reads_well):
    reads_well(csv_text(end=end).replace("\nДругий", f"{end}Другий").encode())


def test_excels_own_word_on_the_separator(reads_well):
    reads_well(("sep=|\r\n" + csv_text("|")).encode("utf-8-sig"))
    reads_well(("sep=^\r\n" + csv_text("^")).encode("utf-8-sig"))


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("koi8-u", "KOI8-U"), ("cp1125", "DOS"), ("mac-cyrillic", "Macintosh")],
)
def test_rarer_encoding_is_read_and_told(encoding, name, reads_well):
    (told,) = reads_well(csv_text().replace("№", "N").encode(encoding)).warnings
    assert name in told


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "mac-cyrillic", "cp1125"])
def test_encoding_is_certain_where_words_tell_it(encoding):
    decoded = decode(WORDS.encode(encoding))
    assert decoded.text == WORDS
    assert decoded.certain


def test_few_letters_are_what_windows_writes_with_a_doubt():
    decoded = decode("Суд".encode("koi8-u"))
    assert (decoded.encoding, decoded.certain) == ("windows-1251", False)


def test_doubtful_encoding_is_told(read):
    # The one «я» alone tells this from a Macintosh's text.
    doubtful = "n;назва заходу;мета;дата проведення;учасники\r\n1;рада громад;порада;13.08.2021;5\r\n"
    (told,) = [told for told in read(doubtful.encode("cp1251"), "a.csv").warnings if "Кодування" in told]
    assert "збережіть файл у кодуванні UTF-8" in told
    certain = read(doubtful.replace("порада", WORDS).encode("cp1251"), "a.csv").warnings
    assert not [told for told in certain if "Кодування" in told]


@given(st.binary(max_size=300))
def test_any_bytes_are_some_text(raw):
    assert isinstance(decode(raw).text, str)


def test_bytes_that_mean_no_letter_are_counted(read):
    content = csv_text(rows=(ROW,)).encode("cp1251").replace(b"\r\n", b"\x98\r\n", 1)
    assert any("не вдалося прочитати 1 знак" in told for told in read(content, "a.csv").warnings)


def test_lines_with_tabs_in_a_text_file(reads_well):
    assert reads_well(csv_text("\t").encode("cp1251"), "звіт.txt").warnings == ()


def test_table_named_as_a_book_is_told(reads_well):
    (told,) = reads_well(csv_text("\t").encode("utf-16"), "звіт.xls").warnings
    assert told == "Назва файла закінчується на «.xls», але це простий текст: прочитано як текст."


def test_name_without_an_extension_is_fine(reads_well):
    assert reads_well(csv_text().encode(), "звіт").warnings == ()


def test_text_without_a_table_is_refused(tmp_path):
    text = refusal(f"{WORDS}\n{WORDS}".encode(), tmp_path, "лист.txt")
    assert "без таблиць" in text
    assert is_one_good_sentence(text)


def test_nuls_are_no_text(tmp_path):
    assert "пошкоджено" in refusal(csv_text().encode() + b"\0" * 5000, tmp_path, "a.csv")


def test_a_few_unprintable_signs_are_left_out_and_counted(read):
    content = csv_text(rows=(ROW,) * 60).encode() + b";\0\0"
    assert any("Вилучено 2 недруковані знаки" in told for told in read(content, "a.csv").warnings)


def test_commas_of_prose_make_no_table():
    assert read_table(f"{WORDS}\n" * 5)[0] is None
    assert read_table("Суд, громада, школа\nПросто речення без нічого\nЩе одне, з комою")[0] is None


def test_even_lines_are_a_table_without_known_headings():
    table, _ = read_table("a;b;c;d\n1;2;3;4\n5;6;7;8\n")
    assert table is not None
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        list("abcd"),
        list("1234"),
        list("5678"),
    ]


def test_quote_that_quotes_nothing_is_a_sign_like_others():
    table, _ = read_table('№;Назва заходу;Дата;Учасники\n1;"Вісник" пише;x;"незакрита\n2;б;в;г\n')
    assert table is not None
    assert [cell.text for cell in table.rows[1].cells] == ["1", '"Вісник" пише', "x", '"незакрита']
    assert [cell.text for cell in table.rows[2].cells] == ["2", "б", "в", "г"]


def test_empty_cells_keep_their_columns():
    table, _ = read_table(";".join(HEADINGS) + "\n;;x\n\n;;;;;;;;y;\n")
    assert table is not None
    assert [(row.index, [(cell.column, cell.text) for cell in row.cells]) for row in table.rows[1:]] == [
        (2, [(2, "x")]),
        (4, [(8, "y")]),
    ]


cell_texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)


@settings(max_examples=40)
@given(st.lists(st.lists(cell_texts, min_size=9, max_size=9), min_size=1, max_size=4), st.sampled_from(";,|"))
def test_any_text_survives(rows, separator):
    table, _ = read_table(csv_text(separator, rows=rows, title=TITLE))
    assert table is not None
    found = {row.index: {cell.column: cell.text for cell in row.cells} for row in table.rows}
    for index, row in enumerate(rows, len(TITLE) + 2):
        for column, text in enumerate(row):
            shown = found.get(index, {}).get(column, "")
            if trim_layout(text):  # of blanks and soft hyphens alone nothing is to be seen
                assert shown.strip() == text.strip() or "\ufffe" in text or "\uffff" in text


def test_too_many_rows_and_too_much_text(tmp_path, monkeypatch):
    monkeypatch.setattr("courtcomms.importing.plain.csv_file.MOST_ROWS", 3)
    assert "рядків" in refusal(csv_text().encode(), tmp_path, "a.csv")
    monkeypatch.setattr("courtcomms.importing.plain.text_file._MOST_BYTES", 100)
    assert "МБ тексту" in refusal(csv_text().encode(), tmp_path, "a.csv")


def test_rows_of_the_page_are_the_same(read):
    assert texts(read(csv_text(rows=ROWS).encode(), "a.csv")) == [tuple(row) for row in ROWS]


def test_blanks_around_upright_strokes_are_none_of_the_text(read):
    document = read(csv_text("|", rows=(ROW,)).replace("|", " | ").encode(), "звіт.txt")
    assert texts(document) == [tuple(ROW)]
