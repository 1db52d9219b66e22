"""The marks of links in the table: a form for each group, words for the mouse and for the ear."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from fake_register import FakeRegister
from hands import Q3, settle
from looks import ALL, FINE, GONE, LOOKS, MOVED, WALLED
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from courtcomms.model import Anchor, Cells, Column, Finding, LinkGroup, Repair, Severity, Verdict
from ui import theme
from ui.columns import COLUMNS
from ui.links import statuses as statuses_module
from ui.main_window import MainWindow
from ui.register import link_marks, link_shapes
from ui.register.text_layout import Laid

SITE = COLUMNS.index(Column.SITE_LINKS)
MEDIA = COLUMNS.index(Column.MEDIA)
MARKED = (LinkGroup.WRONG, LinkGroup.MOVED, LinkGroup.LOOK, LinkGroup.FINE)
Make = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_marks, "_SOON", 0)
    monkeypatch.setattr(statuses_module, "_SOON", 0)


@pytest.fixture
def shown(make_window: Make, fake: FakeRegister) -> MainWindow:
    fake.looks.update(LOOKS)
    fake.add_rows(1, Q3, [Cells(title="Посилання", site_links=ALL, media=f"«Вісті» {FINE}")], label="Імпорт")
    window = make_window(fake)
    rest()
    return window


def rest() -> None:
    """Paint, read, ask, answer, paint again."""
    for _ in range(4):
        settle()


def row_of_links(window: MainWindow) -> int:
    return next(
        row
        for row in range(window.table.rowCount())
        if "http" in (window.table.index(row, SITE).data() or "")
    )


def drawn(group: LinkGroup, scale: float = 1.0, *, selected: bool = False) -> QImage:
    """A line in black, so that only its form is left."""
    palette = QPalette()
    for role in (theme.DOUBT, theme.QUIET, QPalette.ColorRole.Accent, QPalette.ColorRole.HighlightedText):
        palette.setColor(role, QColor("black"))
    image = QImage(round(60 * scale), round(8 * scale), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    painter = QPainter(image)
    place = QRectF(0, 2, 60, link_shapes.HEIGHT)
    link_shapes.draw_lines(painter, group, [place], palette, selected=selected)
    painter.end()
    return image


def ink(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 140
    }


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_forms_are_told_apart_without_colour(scale: float) -> None:
    forms = {group: ink(drawn(group, scale)) for group in MARKED}
    for one, other in combinations(MARKED, 2):
        either = forms[one] | forms[other]
        assert len(forms[one] ^ forms[other]) > len(either) / 4, (one, other)


def test_the_gravest_form_has_most_ink_and_the_quiet_one_is_one_pixel_high() -> None:
    heights = {group: len({y for _x, y in ink(drawn(group))}) for group in MARKED}
    assert heights[LinkGroup.FINE] == 1
    assert heights[LinkGroup.WRONG] > heights[LinkGroup.LOOK] >= heights[LinkGroup.FINE]


def test_a_selected_cell_has_the_same_forms() -> None:
    for group in MARKED:
        assert ink(drawn(group)) == ink(drawn(group, selected=True))


@pytest.mark.parametrize("width", [60.0, 200.0, 900.0])
def test_a_link_is_underlined_on_each_of_its_lines(qapp: object, width: float) -> None:
    text = f"«Вісті»\n{GONE}"
    laid = Laid(text, QFont(), width)
    lines = laid.underlines(text.index(GONE), len(text), 4.0, laid.height)
    first = laid.underlines(0, 7, 4.0, laid.height)
    assert len(lines) >= (1 if width > 800 else 2)
    assert len({line.top() for line in lines}) == len(lines)
    assert all(0 <= line.left() <= line.right() <= width + 1 for line in lines)
    assert max(line.bottom() for line in first) <= min(line.top() for line in lines)


def test_a_row_cut_short_underlines_what_is_left_of_the_link(qapp: object) -> None:
    laid = Laid(GONE, QFont(), 60.0)
    every = laid.underlines(0, len(GONE), 4.0, laid.height)
    two = laid.underlines(0, len(GONE), 4.0, laid.height * 2 / len(every))
    assert two == every[:2]


def test_each_link_of_a_cell_is_marked_where_it_stands(shown: MainWindow) -> None:
    event = shown.table.event_at(row_of_links(shown))
    assert event is not None
    strokes = shown.table.marks.strokes(event, Column.SITE_LINKS)
    assert [stroke.group for stroke in strokes] == [
        LinkGroup.FINE,
        LinkGroup.WRONG,
        LinkGroup.MOVED,
        LinkGroup.LOOK,
    ]
    assert [ALL[stroke.start : stroke.end] for stroke in strokes] == [FINE, GONE, MOVED, WALLED]
    assert shown.table.marks.strokes(event, Column.TITLE) == ()


def test_places_are_told_as_layouts_count_them(make_window: Make, fake: FakeRegister) -> None:
    fake.looks.update(LOOKS)
    fake.add_rows(1, Q3, [Cells(title="Посилання", site_links=f"📷 {GONE}")], label="Імпорт")
    window = make_window(fake)
    rest()
    event = window.table.event_at(row_of_links(window))
    assert event is not None
    (stroke,) = window.table.marks.strokes(event, Column.SITE_LINKS)
    assert (stroke.start, stroke.end) == (3, 3 + len(GONE))


def test_the_table_draws_a_line_only_under_what_is_known(shown: MainWindow) -> None:
    row, view = row_of_links(shown), shown.page.view
    view.choose(shown.table.ids[0])
    rest()
    with_marks = view.viewport().grab(view.visualRect(shown.table.index(row, SITE))).toImage()
    shown.parts.links.forget()
    shown.table.marks.mark_links(link_marks.LinkMarks(shown.parts.links, shown.parts.jobs))
    without = view.viewport().grab(view.visualRect(shown.table.index(row, SITE))).toImage()
    rest()
    again = view.viewport().grab(view.visualRect(shown.table.index(row, SITE))).toImage()
    assert with_marks != without
    assert with_marks == again


def test_the_links_are_told_in_words(shown: MainWindow) -> None:
    row = row_of_links(shown)
    tip = shown.table.index(row, SITE).data(Qt.ItemDataRole.ToolTipRole)
    assert "Посилання 1 з 5: працює\nПосилання 2 з 5: сторінки немає (404)" in tip
    assert "Посилання 3 з 5: переїхало\nПосилання 4 з 5: погляньте самі" in tip
    assert "5 з 5" not in tip
    spoken = shown.table.index(row, SITE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "; посилання 2 з 5: сторінки немає (404); посилання 3 з 5: переїхало" in spoken
    media = shown.table.index(row, MEDIA).data(Qt.ItemDataRole.AccessibleTextRole)
    assert media.endswith("; посилання: працює")


def test_so_many_links_are_told_but_no_more(make_window: Make, fake: FakeRegister) -> None:
    fake.looks.update(LOOKS)
    fake.add_rows(1, Q3, [Cells(title="Посилання", site_links="\n".join([GONE] * 30))], label="Імпорт")
    window = make_window(fake)
    rest()
    event = window.table.event_at(row_of_links(window))
    assert event is not None
    words = window.table.marks.of_links(event, Column.SITE_LINKS)
    assert len(words) == 13
    assert words[-1] == "і ще 18"


def test_what_the_report_tells_of_a_link_marks_it_too(shown: MainWindow) -> None:
    event = shown.table.event_at(row_of_links(shown))
    assert event is not None
    place = (ALL.index(FINE), ALL.index(FINE) + len(FINE))
    repair = Repair("Прибрати повтор", *place, "")
    twice = Finding(Severity.WARN, "link_twice", event.id, Column.SITE_LINKS, "Удруге.", *place, repair)
    marks = shown.table.marks
    marks.take(frozenset(), (twice,))
    assert marks.strokes(event, Column.SITE_LINKS)[0].group is LinkGroup.LOOK, "a warning is no error"
    marks.take(frozenset(), (replace(twice, severity=Severity.ERROR),))
    assert marks.strokes(event, Column.SITE_LINKS)[0].group is LinkGroup.WRONG
    marks.take(frozenset(), (replace(twice, severity=Severity.HINT), replace(twice, code="blanks_double")))
    assert marks.strokes(event, Column.SITE_LINKS)[0].group is LinkGroup.FINE


def test_a_graver_word_of_the_page_stays(shown: MainWindow) -> None:
    event = shown.table.event_at(row_of_links(shown))
    assert event is not None
    place = (ALL.index(GONE), ALL.index(GONE) + len(GONE))
    other = Finding(Severity.WARN, "link_other_court", event.id, Column.SITE_LINKS, "Інший суд.", *place)
    shown.table.marks.take(frozenset(), (other,))
    assert shown.table.marks.strokes(event, Column.SITE_LINKS)[1].group is LinkGroup.WRONG


def test_the_headings_explain_the_lines(window: MainWindow) -> None:
    tips = {
        column: window.table.headerData(
            COLUMNS.index(column), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
        )
        for column in Column
    }
    for column in (Column.SITE_LINKS, Column.MEDIA):
        for word in ("зигзаг", "риски", "крапки", "тонка"):
            assert word in tips[column]
    assert "зигзаг" not in tips[Column.TITLE]


def test_a_flaw_of_the_text_needs_no_look(make_window: Make, fake: FakeRegister) -> None:
    fake.add_rows(
        1, Q3, [Cells(title="Посилання", site_links="file:///C:/new.docx\nhttp://")], label="Імпорт"
    )
    window = make_window(fake)
    rest()
    row = next(
        row for row in range(window.table.rowCount()) if "file" in window.table.index(row, SITE).data()
    )
    event = window.table.event_at(row)
    assert event is not None
    groups = {stroke.group for stroke in window.table.marks.strokes(event, Column.SITE_LINKS)}
    assert groups == {LinkGroup.WRONG}


def test_painting_again_asks_neither_the_register_nor_the_text(
    shown: MainWindow, fake: FakeRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.calls.clear()
    monkeypatch.setattr("ui.links.reading.read_text", None)
    for _ in range(3):
        shown.page.view.viewport().grab()
        rest()
    assert fake.calls == []


def test_a_fresh_look_draws_the_table_anew_under_the_model_testers_eye(shown: MainWindow) -> None:
    tester = QAbstractItemModelTester(shown.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    spy = QSignalSpy(shown.table.marks.links_changed)
    shown.parts.links.learn([LOOKS[GONE][0].__class__(ALL.split()[4], Verdict.GONE, Severity.ERROR, "Нема.",
                             LOOKS[GONE][0].checked_at, 410)])  # fmt: skip
    rest()
    assert spy.count() == 1
    tip = shown.table.index(row_of_links(shown), SITE).data(Qt.ItemDataRole.ToolTipRole)
    assert "Посилання 5 з 5: сторінки немає (410)" in tip
    assert tester.model() is shown.table


def test_only_so_many_cells_are_kept(shown: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_marks, "KEPT", 2)
    marks = link_marks.LinkMarks(shown.parts.links, shown.parts.jobs)
    marks._begin(None)
    event = shown.table.event_at(row_of_links(shown))
    assert event is not None
    for number in range(5):
        cells = event.cells.with_text(Column.SITE_LINKS, f"{GONE}{number}")
        marks.words(type(event)(1, 1, 1, cells, event.date_span, event.participants), Column.SITE_LINKS)
    assert marks.kept == 2


def test_an_anchor_is_judged_by_where_it_leads(make_window: Make, fake: FakeRegister) -> None:
    fake.looks.update(LOOKS)
    anchor = Anchor(Column.SITE_LINKS, "Новина суду", GONE)
    fake.add_rows(1, Q3, [Cells(title="Якір", site_links="Новина суду", anchors=(anchor,))], label="Імпорт")
    window = make_window(fake)
    rest()
    row = next(
        n for n in range(window.table.rowCount()) if window.table.index(n, SITE).data() == "Новина суду"
    )
    assert "сторінки немає" in window.table.index(row, SITE).data(Qt.ItemDataRole.ToolTipRole)
