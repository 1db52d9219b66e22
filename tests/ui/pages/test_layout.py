"""The rules of sheets: whole rows, a heading on each, nothing beyond the margins, nothing twice or lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper import (
    LONG_ADDRESS,
    NINE,
    SITE,
    cell_texts,
    kinds,
    lower_edge,
    signed_form,
    snapshot_of,
    usual,
    usual_row,
)

from courtcomms.progress import Cancelled, Progress
from courtcomms.reports.form import load_form
from courtcomms.reports.form_model import Align, Executor, Letterhead, LetterheadLine, ReportForm
from courtcomms.reports.snapshot import SectionRow
from ui.pages.layout import PagedReport, lay_out
from ui.pages.measures import PER_POINT, Room, units
from ui.pages.plan import Kind

WORDS = st.text("абвгґ іїє-АQz0/.,«»№ʼ’\n", max_size=160)
CELLS = st.one_of(
    st.just("-"),
    WORDS,
    st.integers(1, 10**9).map(SITE.format),
    st.just(LONG_ADDRESS),
    st.integers(20, 140).map(lambda count: "\n".join(f"рядок {number}" for number in range(count))),
)
ROWS = st.lists(st.lists(CELLS, min_size=NINE, max_size=NINE), min_size=1, max_size=7)


def check(report: PagedReport) -> None:
    """What holds for the sheets of any report."""
    snapshot, room = report.snapshot, Room(report.snapshot.form)
    shown = cell_texts(report)
    for place, row in enumerate(snapshot.rows):
        for column, cell in enumerate(row):
            assert shown[place, column] == cell.text
    for page, plan in enumerate(report.plans):
        assert plan.number == page + 1
        pieces = kinds(report, page)
        if Kind.ROW in pieces:
            assert Kind.HEADING in pieces
            assert pieces.index(Kind.HEADING) < pieces.index(Kind.ROW)
        assert pieces.count(Kind.HEADING) <= 1
        last = room.top
        for placed in plan.placed:
            assert placed.top >= last - 0.01, "one over another"
            last = placed.bottom
        assert last <= lower_edge(report) + 0.01
        for area, text in report.sheet(page).texts():
            if text.strip():
                assert area.left() >= room.left - 0.01
                assert area.right() <= room.left + room.width + 0.01


def cut_rows(report: PagedReport) -> set[int]:
    return {
        placed.index
        for plan in report.plans
        for placed in plan.placed
        if placed.kind is Kind.ROW and placed.starts
    }


@settings(max_examples=25)
@given(ROWS, st.booleans(), st.booleans())
def test_any_rows_are_shown_once_between_the_margins(
    rows: list[list[str]], rows_break: bool, signed: bool
) -> None:
    form = replace(signed_form() if signed else load_form(), rows_break=rows_break)
    report = lay_out(snapshot_of(rows, form))
    check(report)
    if not rows_break:
        for place in cut_rows(report):
            height = max(cell.height for cell in report._setter.row(place))
            heading = max(cell.height for cell in report._setter.heading)
            tail = 110 * PER_POINT if signed and place == len(rows) - 1 else 0
            assert height + heading + tail + 2 * PER_POINT > Room(form).height, (
                "it would have gone on a sheet"
            )


@settings(max_examples=15)
@given(ROWS)
def test_the_signature_stands_beneath_a_row(rows: list[list[str]]) -> None:
    report = lay_out(snapshot_of(rows, signed_form()))
    check(report)
    pieces = kinds(report, report.page_count - 1)
    signed = next(page for page in range(report.page_count) if Kind.SIGNATURE in kinds(report, page))
    assert Kind.ROW in kinds(report, signed)
    assert pieces[-1] is Kind.EXECUTOR


@settings(max_examples=15)
@given(st.lists(st.integers(1, 30), min_size=2, max_size=14), st.data())
def test_a_section_is_never_the_last_on_a_sheet(heights: list[int], data: st.DataObject) -> None:
    rows = [["1", "\n".join(["рядок"] * height)] for height in heights]
    places = sorted(data.draw(st.sets(st.integers(0, len(rows) - 1), min_size=1)))
    sections = tuple(SectionRow(place, f"{place + 1} квартал 2021 року") for place in places)
    report = lay_out(replace(snapshot_of(rows), sections=sections))
    check(report)
    found = []
    for page in range(report.page_count):
        pieces = kinds(report, page)
        assert pieces[-1] is not Kind.SECTION
        found += [placed.index for placed in report.plans[page].placed if placed.kind is Kind.SECTION]
        for placed, below in zip(report.plans[page].placed, report.plans[page].placed[1:], strict=False):
            if placed.kind is Kind.SECTION:
                assert (below.kind, below.index) == (Kind.ROW, sections[placed.index].place)
    assert found == list(range(len(sections)))


def test_a_usual_report_in_numbers() -> None:
    report = lay_out(usual(9, signed_form()))
    told = [
        [(placed.kind.name, placed.index, round(placed.top), round(placed.height)) for placed in plan.placed]
        for plan in report.plans
    ]
    assert told[0] == [
        ("TITLE", 0, 227, 55),
        ("TITLE", 1, 282, 55),
        ("TITLE", 2, 337, 55),
        ("TITLE", 3, 392, 55),
        ("HEADING", 0, 480, 232),
        *[("ROW", row, 712 + 232 * row, 232) for row in range(6)],
    ]
    assert [name for name, *_ in told[1]] == [
        "HEADING", *["ROW"] * 3, "SIGNATURE", "DATE", "EXECUTOR", "EXECUTOR",
    ]  # fmt: skip
    assert [(name, top) for name, _index, top, _high in told[1][-4:]] == [
        ("SIGNATURE", 1251), ("DATE", 1354), ("EXECUTOR", 2062), ("EXECUTOR", 2108),
    ]  # fmt: skip


def test_a_quarter_without_events_has_a_row_of_dashes() -> None:
    report = lay_out(snapshot_of([]))
    assert report.page_count == 1
    assert set(cell_texts(report).values()) == {"-"}


def test_a_row_taller_than_a_sheet_goes_on_and_on() -> None:
    tall = "\n".join(f"рядок {number}" for number in range(150))
    report = lay_out(snapshot_of([usual_row(1), ("2", tall, "коротко"), usual_row(3)]))
    check(report)
    assert cut_rows(report) == {1}
    assert report.page_count >= 5
    assert report.place_of(1)[0] == 0, "it begins where there is room"


def test_rows_are_cut_where_the_form_lets_them() -> None:
    rows = [("1", "\n".join(["рядок"] * 13)) for _ in range(5)]
    whole, cut = (
        lay_out(snapshot_of(rows, replace(load_form(), rows_break=choice))) for choice in (False, True)
    )
    assert not cut_rows(whole)
    assert cut_rows(cut)
    assert cut.page_count <= whole.page_count
    check(cut)


def test_pages_are_numbered_from_the_second_in_the_middle_of_the_top_margin() -> None:
    report = lay_out(usual(12))
    room = Room(report.snapshot.form)
    tops = [report.sheet(page).texts()[0] for page in range(report.page_count)]
    assert tops[0][1] == "Таблиця 1"
    for number, (area, text) in enumerate(tops[1:], 2):
        assert text == str(number)
        assert area.center().y() == pytest.approx(room.top / 2)
        assert area.center().x() == pytest.approx(room.left + room.width / 2)
    form = report.snapshot.form
    bare = lay_out(usual(12, replace(form, page=replace(form.page, page_numbers=False))))
    assert "2" not in [text for _area, text in bare.sheet(1).texts()][:1]


def test_the_name_ends_at_the_right_edge_with_the_date_beneath_and_the_executor_at_the_foot() -> None:
    report = lay_out(usual(2, signed_form()))
    texts = {text: area for area, text in report.sheet(0).texts()}
    room = Room(report.snapshot.form)
    signature = texts["Керівник апарату суду\tОлена ПЕТРЕНКО"]
    assert signature.right() == pytest.approx(room.left + room.width)
    block = report._setter.signature[0]
    ends = block._layout.lineAt(0).cursorToX(block._layout.text().__len__())[0]
    assert ends == pytest.approx(room.width, abs=1.0), "the name ends at the margin"
    assert texts["05.10.2021"].top() > signature.bottom()
    assert texts["(0352) 12-34-56"].bottom() == pytest.approx(lower_edge(report), abs=0.5)


def test_the_executor_takes_the_last_row_along_rather_than_a_sheet_of_its_own() -> None:
    for count in range(1, 14):
        report = lay_out(usual(count, signed_form()))
        last = kinds(report, report.page_count - 1)
        assert Kind.EXECUTOR in last
        assert Kind.ROW in last


def test_a_post_of_many_lines_is_no_trap() -> None:
    form = signed_form()
    long = replace(form, signatory=replace(form.signatory, post="\n".join(["рядок посади"] * 60)))
    report = lay_out(usual(3, long))
    check(report)
    assert sum(kinds(report, page).count(Kind.SIGNATURE) for page in range(report.page_count)) == 60


def test_an_executor_of_many_lines_is_no_trap() -> None:
    form = replace(load_form(), executor=Executor(True, "\n".join(["виконавець"] * 40), "1"))
    check(lay_out(usual(3, form)))


def narrow_form() -> ReportForm:
    form = load_form()
    first = replace(form.columns[0], width_mm=5.0, heading="Номер за порядком " * 9)
    return replace(form, columns=(first, *form.columns[1:]), font=replace(form.font, table_pt=16))


def test_a_heading_taller_than_a_sheet_is_not_repeated() -> None:
    report = lay_out(snapshot_of([usual_row(number) for number in range(1, 10)], narrow_form()))
    headings = [kinds(report, page).count(Kind.HEADING) for page in range(report.page_count)]
    assert headings[0] == 1
    assert headings[-1] == 0
    assert set(cell_texts(report)) == {(row, column) for row in range(9) for column in range(NINE)}


def test_the_letterhead_stands_over_the_titles() -> None:
    lines = (
        LetterheadLine("ВИГАДАНИЙ РАЙОННИЙ СУД", Align.CENTER, bold=True, size_pt=14),
        LetterheadLine("", Align.CENTER, image=b"no picture", width_mm=400, height_mm=20),
    )
    report = lay_out(replace(usual(2), letterhead=Letterhead(b"", lines)))
    assert kinds(report, 0)[:3] == [Kind.LETTERHEAD, Kind.LETTERHEAD, Kind.TITLE]
    picture = report.plans[0].placed[1]
    assert picture.height == pytest.approx(units(20) * 257 / 400), "made as wide as the room"
    check(report)


def test_long_addresses_wrap_inside_their_cells() -> None:
    report = lay_out(snapshot_of([["1", "", "", "", f"Новина\n{LONG_ADDRESS}"]]))
    block = report._setter.row(0)[4]
    layout = block._layout
    assert layout.lineCount() > 4
    for number in range(layout.lineCount()):
        assert layout.lineAt(number).naturalTextWidth() <= block.width + 0.01


def test_a_link_of_several_lines_has_an_area_on_each() -> None:
    report = lay_out(snapshot_of([["1", "", "", "", f"Новина\n{LONG_ADDRESS}"]]))
    links, block = report.sheet(0).links(), report._setter.row(0)[4]
    assert len(links) == block.count - 1
    assert {link.target for link in links} == {LONG_ADDRESS}
    room = Room(report.snapshot.form)
    for link in links:
        assert room.edges[4] < link.area.left() < link.area.right() < room.edges[5]


def test_nothing_is_laid_out_that_is_no_longer_wanted() -> None:
    with pytest.raises(Cancelled):
        lay_out(usual(3), Progress(cancelled=lambda: True))


def test_how_far_it_is_is_told() -> None:
    told: list[tuple[int, int]] = []
    lay_out(usual(3), Progress(lambda done, total: told.append((done, total))))
    assert told == [(0, 3), (1, 3), (2, 3)]
