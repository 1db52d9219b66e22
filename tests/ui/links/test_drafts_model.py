"""Lists of addresses, the model of drafts, and the cells that drafts become, without a window."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from courtcomms.model import Column
from ui.clipboard.addresses import pasted_addresses
from ui.clipboard.pasting import Target, read
from ui.columns import COLUMNS
from ui.editor.naming import Style
from ui.links.drafts import LinkDraft, Pasted, cells_of, read_list
from ui.links.drafts_model import DraftsModel, Part

A, B = "https://zr.court.gov.ua/sud1/1/", "https://gazeta.example/2"
Role = Qt.ItemDataRole


def draft(address: str = A, **more: object) -> LinkDraft:
    return LinkDraft(Pasted(address, address, address), **{"column": Column.MEDIA, **more})  # type: ignore[arg-type]


@pytest.fixture
def model(qapp: object) -> DraftsModel:
    made = DraftsModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show([draft(A), draft(B, known="Уже є у звіті: № 1")])
    return made


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{A}\n{B}", (A, B)),
        (f"  {A}\r\n\r\n{B}  \n", (A, B)),
        (A, (A,)),
        (f"  {A}\n", (A,)),
        ("www.gazeta.example/2", ("www.gazeta.example/2",)),
        ("gazeta.example", ()),
        (f"Новина: {A}", ()),
        (f"{A}\nі ще", ()),
        ("file:///etc/passwd", ()),
        ("ftp://gazeta.example/1", ()),
        ("mailto:inbox@zr.court.gov.ua", ()),
        ("", ()),
        (f"{A} " * 30_000, ()),
    ],
)
def test_nothing_but_addresses_of_pages_is_recognised(text: str, found: tuple[str, ...]) -> None:
    assert pasted_addresses(text) == found


@pytest.mark.parametrize(
    ("column", "wanted", "text", "events"),
    [
        (Column.TITLE, False, f"{A}\n{B}", True),
        (Column.DATE, False, f"{A}\n{B}", True),
        (Column.SITE_LINKS, False, f"{A}\n{B}", False),
        (Column.MEDIA, False, f"{A}\n{B}", False),
        (Column.MEDIA, True, f"{A}\n{B}", True),
        (Column.TITLE, False, A, False),
        (Column.TITLE, True, A, True),
        (None, False, A, True),
        (Column.TITLE, False, "Слова", False),
    ],
)
def test_where_addresses_are_pasted_decides_what_they_become(
    column: Column | None, wanted: bool, text: str, events: bool
) -> None:
    target = Target((1,), COLUMNS.index(column), frozenset({(0, 0)})) if column is not None else None
    reading = read(None, text, target, rows_wanted=wanted)
    assert bool(reading.addresses) is events
    assert not (reading.addresses and (reading.writes or reading.rows))


def test_cells_copied_in_a_spreadsheet_stay_cells() -> None:
    html = f"<table><tr><td>{A}</td></tr><tr><td>{B}</td></tr></table>"
    target = Target((1, 2), COLUMNS.index(Column.TITLE), frozenset({(0, 0)}))
    assert [one.text for one in read(html, f"{A}\n{B}", target, rows_wanted=False).writes] == [A, B]
    assert read(html, f"{A}\n{B}", target, rows_wanted=True).addresses == (A, B)


def test_spellings_of_one_page_are_one_draft_as_first_written() -> None:
    found = read_list(f"http://www.gazeta.example/2/\n{B}\n{A}\n{A}?utm_source=fb")
    assert [page.text for page in found.pages] == ["http://www.gazeta.example/2/", A]
    assert found.repeated == 2
    assert found.wordy == 0


def test_lines_without_an_address_are_counted() -> None:
    found = read_list(f"Новини\n{A}\n\nдив. також {B}\nрешта")
    assert [page.text for page in found.pages] == [A, B]
    assert found.wordy == 2


def test_more_addresses_than_a_list_takes_are_counted() -> None:
    found = read_list("\n".join(f"https://gazeta.example/{number}" for number in range(205)))
    assert len(found.pages) == 200
    assert found.beyond == 5


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="абhtps:/.ua?#@[]%1 \n\u202e\u200b", max_size=120))
def test_any_list_can_be_read(text: str) -> None:
    found = read_list(text)
    assert all(page.text in text and page.target for page in found.pages)
    assert len({page.key for page in found.pages}) == len(found.pages)


def test_ticks_follow_the_user_and_what_is_known(model: DraftsModel) -> None:
    assert [one.page.text for one in model.chosen] == [A]
    model.tick_all(True)
    assert len(model.chosen) == 2
    box = model.index(0, Part.TICK)
    assert model.setData(box, Qt.CheckState.Unchecked, Role.CheckStateRole)
    assert model.data(box, Role.CheckStateRole) == Qt.CheckState.Unchecked
    assert model.data(box, Role.AccessibleTextRole) == "Рядок 1: не брати"
    model.show([draft(A, title="Нове"), draft(B)])
    assert [one.page.text for one in model.chosen] == [B], "ticks outlive what is read"


def test_the_same_addresses_are_renewed_in_place(model: DraftsModel) -> None:
    resets, renewed = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, _last: renewed.append(first.row()))
    model.show([draft(A, title="Прочитано"), draft(B, known="Уже є у звіті: № 1")])
    assert not resets
    assert renewed == [0]
    model.show([draft(B)])
    assert resets


def test_only_what_was_changed_by_the_user_is_her_own(model: DraftsModel) -> None:
    model.show([draft(A, title="З сторінки", outlet="Газета", source=A), draft(B)])
    assert model.setData(model.index(0, Part.OUTLET), "Газета"), "left as it was offered"
    assert not model.draft(0).named
    assert model.setData(model.index(0, Part.OUTLET), "  Інша \n газета ")
    assert model.draft(0).outlet == "Інша газета"
    assert model.draft(0).named
    assert not model.setData(model.index(0, Part.ADDRESS), "https://inshe.example/")
    assert not model.setData(model.index(0, Part.NOTE), "x")


def test_a_page_being_read_says_so(model: DraftsModel) -> None:
    model.await_(frozenset({A}))
    assert model.data(model.index(0, Part.NOTE)) == "Читаю сторінку…"
    model.await_(frozenset())
    assert model.data(model.index(0, Part.NOTE)) == ""


@pytest.mark.parametrize(
    ("style", "media"),
    [
        (Style(), f"Газета: {A}"),
        (Style("«", "»\n"), f"«Газета»\n{A}"),
        (Style("", " – "), f"Газета – {A}"),
    ],
)
def test_an_outlet_is_written_as_the_register_does(style: Style, media: str) -> None:
    cells = cells_of(draft(A, title=" Назва ", outlet="Газета"), {Column.GOAL: "Довіра"}, style)
    assert (cells.title, cells.goal, cells.media, cells.site_links) == ("Назва", "Довіра", media, "")


def test_braces_in_a_name_are_letters() -> None:
    cells = cells_of(draft(A, outlet="{0} {} %s"), {}, Style())
    assert cells.media == f"{{0}} {{}} %s: {A}"


def test_what_is_not_offered_leaves_the_usual_values() -> None:
    usual = {Column.TITLE: "Розміщення на сайті", Column.MEDIA: "-"}
    cells = cells_of(draft(A, column=Column.SITE_LINKS, outlet="Газета"), usual, Style())
    assert (cells.title, cells.media, cells.site_links) == ("Розміщення на сайті", "-", A)
