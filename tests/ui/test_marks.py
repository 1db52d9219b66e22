"""The marks of rows and cells: told apart by form, in words, sharp on every screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from hands import Q3, settle
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from courtcomms.model import (
    Cells,
    Column,
    Court,
    CourtName,
    DateKind,
    DateSpan,
    Event,
    Finding,
    Participants,
    ParticipantsKind,
    Severity,
)
from ui import theme
from ui.columns import COLUMNS
from ui.findings import checker
from ui.main_window import MainWindow
from ui.places import Place, PlaceKind
from ui.register import mark_shapes, queries
from ui.register.marks import LEGEND, Marks, RowMarks, tally

NUMBER = COLUMNS.index(Column.NUMBER)
EVENT = Event(1, 1, 1, Cells(), DateSpan(DateKind.TEXT), Participants(ParticipantsKind.NONE))
HINT = Finding(Severity.HINT, "blanks_double", 1, Column.TITLE, "Подвійний пробіл.")
WARN = Finding(Severity.WARN, "no_goal", 1, Column.GOAL, "Немає мети.")
ERROR = Finding(Severity.ERROR, "no_title", 1, Column.TITLE, "Немає назви.")
GRAVE = (Severity.ERROR, Severity.WARN, Severity.HINT)

Draw = Callable[[QPainter], None]


def drawn(draw: Draw, scale: float = 1.0, side: int = 60) -> QImage:
    """A picture of what is drawn, black on white as far as colours go."""
    image = QImage(round(side * scale), round(side * scale), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def ink(image: QImage) -> set[tuple[int, int]]:
    """Where something is drawn, whatever its colour."""
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 200
    }


def test_a_row_tells_its_worst_finding_and_their_number() -> None:
    marks = Marks()
    marks.take(frozenset({1}), (HINT, WARN, ERROR))
    assert marks.of_row(EVENT) == RowMarks(False, True, Severity.ERROR, 3)
    assert (
        marks.of_row(replace(EVENT, standing=True)).words == "постійний, новий у цьому кварталі, 3 зауваження"
    )
    assert marks.of_cell(1, Column.TITLE) is Severity.ERROR
    assert marks.of_cell(1, Column.GOAL) is Severity.WARN
    assert marks.of_cell(2, Column.TITLE) is Severity.OK
    assert not marks.of_row(replace(EVENT, id=2))


def test_the_same_marks_again_draw_nothing_anew() -> None:
    marks, drawings = Marks(), []
    marks.changed.connect(lambda: drawings.append(1))
    marks.take(frozenset(), (HINT,))
    marks.take(frozenset(), (HINT,))
    marks.take(frozenset({1}), (HINT,))
    assert len(drawings) == 2


def test_words_under_the_mouse_and_for_a_screen_reader() -> None:
    marks = Marks()
    marks.take(frozenset(), (HINT, ERROR))
    assert marks.tip(EVENT, Column.TITLE) == "Подвійний пробіл.\nНемає назви."
    assert marks.spoken(EVENT, Column.TITLE) == "; зауваження: Подвійний пробіл. Немає назви."
    assert marks.tip(EVENT, Column.NUMBER) == "2 зауваження"
    assert marks.spoken(EVENT, Column.NUMBER) == ", 2 зауваження"
    assert marks.tip(EVENT, Column.GOAL) == marks.spoken(EVENT, Column.GOAL) == ""


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ""),
        ([ERROR] * 2 + [HINT] * 3, "2 помилки · 3 поради"),
        ([HINT] * 5 + [ERROR] + [WARN] * 21, "1 помилка · 21 попередження · 5 порад"),
        ([WARN] * 5, "5 попереджень"),
    ],
)
def test_findings_are_counted_in_words(found: list[Finding], said: str) -> None:
    assert tally(found) == said


def forms() -> dict[str, Draw]:
    """Every mark in black, so that only its form is left."""
    palette = QPalette()
    for role in (theme.DOUBT, QPalette.ColorRole.Accent):
        palette.setColor(role, QColor("black"))
    palette.setColor(QPalette.ColorRole.Base, QColor("white"))
    spot, cell = QRectF(2, 2, mark_shapes.SIZE, mark_shapes.SIZE), QRect(0, 0, 40, 58)
    made: dict[str, Draw] = {}
    for severity in GRAVE:
        made[severity] = lambda painter, severity=severity: mark_shapes.draw_severity(
            painter, spot, severity, palette
        )
        made[f"{severity} corner"] = lambda painter, severity=severity: mark_shapes.draw_corner(
            painter, cell, severity, palette
        )
    for name, marks in (("standing", RowMarks(standing=True)), ("fresh", RowMarks(fresh=True))):
        made[name] = lambda painter, marks=marks: mark_shapes.draw_row_marks(
            painter, cell, marks, palette, (20, 20)
        )
    return made


def test_no_two_marks_have_the_same_form(qapp: QApplication) -> None:
    inks = {name: ink(drawn(draw)) for name, draw in forms().items()}
    assert all(inks.values())
    for one, other in combinations(inks, 2):
        assert len(inks[one] ^ inks[other]) >= 10, (one, other)


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_marks_are_drawn_in_the_screens_own_pixels(qapp: QApplication, scale: float) -> None:
    """A picture made for a plain screen and blown up would be made of blocks."""
    for name, draw in forms().items():
        sharp = drawn(draw, scale)
        plain = drawn(draw).scaled(sharp.size(), mode=Qt.TransformationMode.FastTransformation)
        plain.setDevicePixelRatio(scale)
        assert ink(sharp), name
        assert sharp != plain, name


@pytest.mark.parametrize("dark", [False, True])
def test_marks_stand_out_from_every_ground(qapp: QApplication, dark: bool) -> None:
    theme.wear(qapp, dark=dark)
    palette, role = qapp.palette(), QPalette.ColorRole
    try:
        for ground in (role.Base, role.AlternateBase, role.Highlight):
            for colour in (theme.DOUBT, role.Accent):
                assert contrast(palette.color(colour), palette.color(ground)) >= 3.0, (colour, ground)
    finally:
        theme.wear(qapp, dark=False)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's ratio of two colours' lightness."""

    def lightness(colour: QColor) -> float:
        parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((lightness(one), lightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("height", [58, 42, 24])
@pytest.mark.parametrize("states", [(False, False), (True, False), (True, True)])
def test_marks_stay_in_their_cell_and_the_findings_are_never_left_out(
    qapp: QApplication, height: int, states: tuple[bool, bool]
) -> None:
    palette = QPalette()
    palette.setColor(theme.DOUBT, QColor("red"))
    palette.setColor(QPalette.ColorRole.Accent, QColor("blue"))
    marks = RowMarks(*states, Severity.ERROR, 2)

    def draw(painter: QPainter) -> None:
        mark_shapes.draw_row_marks(painter, QRect(0, 0, 36, height), marks, palette, (20, 21))

    image = drawn(draw)
    inked = {(x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y) != QColor("white")}
    assert max(x for x, _ in inked) <= 36
    assert max(y for _, y in inked) <= height
    red = [place for place in inked if image.pixelColor(*place) == QColor("red")]
    assert len(red) > 40


@pytest.fixture
def two_quarters(real_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A standing event in two reports, and one event of the second quarter alone."""
    monkeypatch.setattr(checker, "FIRST", 0)
    monkeypatch.setattr(checker, "PAUSE", 0)
    window = real_window()
    court = Court(0, (CourtName("Зразківський суд", "Зразківського суду"),))
    window.parts.service.act(queries.start_blank, court, Q3.shifted(-1), undoable=False)
    standing = Cells(title="Сторінка суду", date="з 25.06.2018 на постійній основі")
    window.parts.service.act(_add, Q3.shifted(-1), [standing], undoable=False)
    window.parts.service.act(_stand_in_both, Q3, undoable=False)
    window.parts.service.act(_add, Q3, [Cells(title="Круглий стіл", date="13.08.2021")], undoable=False)
    settle()
    return window


def _add(register: object, period: object, rows: list[Cells]) -> object:
    return register.add_rows(register.courts()[0].id, period, rows, label="Рядки")  # type: ignore[attr-defined]


def _stand_in_both(register: object, period: object) -> object:
    (court,) = register.courts()  # type: ignore[attr-defined]
    return register.carry_over(court.id, period, [1])  # type: ignore[attr-defined]


def show(window: MainWindow, quarter: int) -> list[str]:
    """What is said of the numbers in a report."""
    window.parts.workspace.go(Place(PlaceKind.REPORT, Q3.shifted(quarter)))
    for _ in range(4):
        settle()
    table = window.table
    role = Qt.ItemDataRole.AccessibleTextRole
    return [table.index(row, NUMBER).data(role) for row in range(table.rowCount())]


def test_new_is_what_the_report_before_did_not_have(two_quarters: MainWindow) -> None:
    said = [text.split(", ") for text in show(two_quarters, 0)]
    assert [("постійний" in words, "новий у цьому кварталі" in words) for words in said] == [
        (True, False),
        (False, True),
    ]


def test_in_the_first_report_of_all_nothing_is_called_new(two_quarters: MainWindow) -> None:
    (said,) = show(two_quarters, -1)
    assert said.startswith("№: 1, постійний")
    assert "новий" not in said


def test_the_heading_explains_the_marks(two_quarters: MainWindow) -> None:
    tip = two_quarters.table.headerData(NUMBER, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == LEGEND


def test_the_table_draws_its_marks(two_quarters: MainWindow) -> None:
    show(two_quarters, 0)
    view = two_quarters.page.view
    place = view.visualRect(two_quarters.table.index(1, NUMBER))

    def inked() -> int:
        settle()
        image = view.viewport().grab(place).toImage()
        ground = image.pixelColor(image.width() - 4, image.height() - 6)
        return sum(
            image.pixelColor(x, y) != ground for x in range(image.width()) for y in range(image.height())
        )

    with_marks = inked()
    two_quarters.table.marks.take(frozenset(), ())
    assert with_marks > inked() + 20
