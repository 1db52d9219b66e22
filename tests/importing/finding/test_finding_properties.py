"""Whatever the order of the columns and the wording of the headings, the same cells; any grid, no crash."""

import contextlib

from docx_files import HEADINGS, ROW
from grids import SECOND, document, documents, table, texts, titled
from hypothesis import given, settings
from hypothesis import strategies as st

from courtcomms.importing.files.refusal import Refusal
from courtcomms.importing.grid import GridCell, GridLine, GridRow, GridTable

WORDINGS = (
    ("№", "№ з/п", "№\nп/п", "N", "Номер"),
    ("Назва (вид) заходу", "Назва заходу", "НАЗВА ЗАХОДУ", "Найменування заходу", "Назва\nта вид заходу"),
    ("Комунікаційна ціль заходу", "Мета заходу", "Ціль", "КОМУНІКАЦІЙНА ЦІЛЬ"),
    ("Дата проведення", "Дата проведення заходу", "Дата", "Термін проведення", "ДАТА ПРО-\nВЕДЕННЯ"),
    (HEADINGS[4], "Посилання на сайт суду", "Посилання на веб-сайт", "Посилання на офіційний вебсайт суду"),
    (HEADINGS[5], "Публікації у ЗМІ", "ЗМІ", "Кількість публікацій у ЗМІ"),
    (HEADINGS[6], "Цільова аудиторія", "Аудиторія", "ЦІЛЬОВА АУДИТОРІЯ"),
    (HEADINGS[7], "Відповідальні особи", "Відповідальні особи (посада)", "Відповідальна особа"),
    (HEADINGS[8], "Кількість учасників", "К-ть учасників", "Кількість учасникі"),
)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(9)), st.tuples(*(st.sampled_from(words) for words in WORDINGS)))
def test_order_and_wording_make_no_difference(order, headings):
    rows = [[row[at] for at in order] for row in (headings, ROW, SECOND)]
    found = document(*titled("за ІІІ квартал 2021 року"), table(*rows))
    assert [texts(found), texts(found, 1)] == [ROW, SECOND]
    assert [row.doubts for row in found.rows] == [(), ()]
    assert found.warnings == ()


WORDS = st.sampled_from(
    [
        *HEADINGS,
        *ROW,
        "",
        " ",
        "за ІІ квартал 2021 року",
        "Звіт",
        "Всього",
        "Постійні заходи",
        "Керівник апарату",
        "Олена КОВАЛЬ",
        "\t",
        "а|б;в",
        "Термін виконання",
        "Виконавець",
        "1",
        "25.05.2025",
        "\ud7ff\u200b",
    ]
)
CELLS = st.builds(
    GridCell,
    st.integers(0, 11),
    WORDS,
    st.integers(1, 10),
    continues=st.booleans(),
    label=st.sampled_from(["", "1."]),
)
ROWS = st.builds(GridRow, st.lists(CELLS, max_size=10).map(tuple), st.integers(1, 9), st.booleans())
HEADED = st.just(GridRow(tuple(GridCell(at, text) for at, text in enumerate(HEADINGS)), 1))
TABLES = st.builds(
    GridTable,
    st.lists(ROWS | HEADED, max_size=8).map(tuple),
    st.sampled_from(["", "ІІ", "Посилання"]),
    st.booleans(),
)
LINES = st.builds(GridLine, WORDS | st.just("\t".join(HEADINGS)) | st.lists(WORDS, max_size=9).map("\t".join))


@settings(max_examples=120, deadline=None)
@given(st.lists(TABLES | LINES, max_size=6))
def test_any_grid_is_read_or_refused(blocks):
    found = ()
    with contextlib.suppress(Refusal):
        found = documents(*blocks)
    assert [(one.part, one.parts) for one in found] == [(at, len(found)) for at in range(len(found))]
    for one in found:
        assert one.kind in ("report", "plan")
        assert all(len(row.links) == 9 and row.place for row in one.rows)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.permutations(range(9)), min_size=1, max_size=3), st.booleans())
def test_every_event_of_every_part_comes_once(orders, same_table):
    parts = []
    for number, order in enumerate(orders, 1):
        row = (str(number), f"Захід {number}", *ROW[2:])
        parts.append([[HEADINGS[at] for at in order], [row[at] for at in order]])
    tables = (
        [table(*(row for part in parts for row in part))] if same_table else [table(*part) for part in parts]
    )
    found = document(*titled("за ІІІ квартал 2021 року"), *tables)
    assert [row.cells.title for row in found.rows] == [f"Захід {at}" for at in range(1, len(orders) + 1)]
