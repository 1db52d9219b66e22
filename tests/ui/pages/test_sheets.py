"""The view of sheets: size, keys, mouse, and how much it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hands import press, settle
from paper import snapshot_of, usual, usual_row
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from ui import theme
from ui.pages import pixmaps
from ui.pages.layout import PagedReport, lay_out
from ui.pages.measures import SHEET
from ui.pages.page import SheetsPage
from ui.pages.sheets import SheetsView
from ui.pages.zoom import GAP, STEPS, Fit, next_step, scale_of, words

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
Seen = Callable[[PagedReport], SheetsView]


@pytest.fixture
def view(qapp: QApplication) -> Iterator[SheetsView]:
    shown = SheetsView()
    shown.resize(900, 600)
    shown.show_report(lay_out(usual(30)))
    shown.show()
    settle()
    yield shown
    shown.deleteLater()
    settle()


def click(view: SheetsView, place: QPoint, modifiers: Qt.KeyboardModifier, kind: QEvent.Type) -> None:
    left = Qt.MouseButton.LeftButton
    where = view.viewport().mapToGlobal(place)
    event = QMouseEvent(kind, QPointF(place), QPointF(where), left, left, modifiers)
    QApplication.sendEvent(view.viewport(), event)


def middle_of_link(view: SheetsView, number: int = 0) -> QPoint:
    """A point over a link of the first sheet."""
    assert view.report is not None
    area = view.report.sheet(0).links()[number].area
    return view.frame_of(0).topLeft() + (area.center() * view._scale).toPoint()


def test_it_begins_as_wide_as_the_room(view: SheetsView) -> None:
    assert view.zoom is Fit.WIDTH
    assert view.frame_of(0).width() == pytest.approx(view.viewport().width() - 2 * GAP, abs=1)
    assert view.horizontalScrollBar().maximum() == 0
    width = view.frame_of(0).width()
    view.resize(700, 600)
    assert view.frame_of(0).width() < width


def test_a_whole_sheet_goes_into_the_room(view: SheetsView) -> None:
    view.set_zoom(Fit.PAGE)
    assert view.viewport().rect().contains(view.frame_of(0))


def test_a_hundred_per_cent_is_the_size_on_paper(view: SheetsView) -> None:
    view.set_zoom(1.0)
    assert view.frame_of(0).width() == pytest.approx(297 / 25.4 * view.logicalDpiX(), abs=1)
    assert view.horizontalScrollBar().maximum() > 0


def test_keys_turn_the_sheets(view: SheetsView) -> None:
    told: list[tuple[int, int]] = []
    view.turned.connect(lambda *place: told.append(place))
    press(view, Qt.Key.Key_End)
    assert view.page == view.page_count - 1
    press(view, Qt.Key.Key_Home)
    assert (view.page, view.verticalScrollBar().value()) == (0, 0)
    press(view, Qt.Key.Key_PageDown)
    below = view.verticalScrollBar().value()
    assert 0 < below < view.viewport().height()
    press(view, Qt.Key.Key_PageUp)
    assert view.verticalScrollBar().value() == 0
    assert (view.page_count - 1, view.page_count) in told


def test_keys_and_wheel_change_the_size(view: SheetsView) -> None:
    view.set_zoom(1.0)
    press(view, Qt.Key.Key_Plus, CTRL)
    assert view.zoom == 1.25
    press(view, Qt.Key.Key_Minus, CTRL)
    press(view, Qt.Key.Key_Minus, CTRL)
    assert view.zoom == 0.75
    turn(view, 120, CTRL)
    assert view.zoom == 1.0
    place = view.verticalScrollBar().value()
    turn(view, -120, NONE)
    assert view.zoom == 1.0
    assert view.verticalScrollBar().value() > place
    press(view, Qt.Key.Key_0, CTRL)
    assert view.zoom is Fit.WIDTH


def turn(view: SheetsView, degrees: int, modifiers: Qt.KeyboardModifier) -> None:
    place = QPointF(100, 100)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, degrees), Qt.MouseButton.NoButton, modifiers, phase, False
    )
    QApplication.sendEvent(view.viewport(), event)


def test_what_is_under_the_mouse_stays_there_when_the_size_changes(view: SheetsView) -> None:
    view.set_zoom(1.0)
    view.go_to(3)
    point = QPoint(400, 300)
    page, place = view._place(point)
    view.step_zoom(larger=True, about=point)
    after_page, after = view._place(point)
    assert after_page == page
    assert (after - place).manhattanLength() < 12


def test_a_change_of_the_report_keeps_the_place(view: SheetsView) -> None:
    view.go_to(2)
    before = view.verticalScrollBar().value()
    view.show_report(lay_out(usual(31)))
    assert view.verticalScrollBar().value() == before
    view.show_report(lay_out(usual(1)))
    assert view.page == 0
    view.show_report(None)
    assert view.page_count == 0
    view.grab()


def test_it_says_where_one_is(view: SheetsView) -> None:
    assert view.accessibleName() == "Аркуші звіту"
    assert view.accessibleDescription() == f"Аркуш 1 з {view.page_count}"
    press(view, Qt.Key.Key_End)
    assert view.accessibleDescription() == f"Аркуш {view.page_count} з {view.page_count}"


def test_sheets_are_white_on_a_grey_ground_also_in_the_dark(view: SheetsView, qapp: QApplication) -> None:
    for dark in (False, True):
        theme.wear(qapp, dark=dark)
        try:
            settle()
            picture = view.grab().toImage()
            ratio = picture.devicePixelRatio()
            corner = view.frame_of(0).topLeft() * ratio
            assert picture.pixelColor(corner + QPoint(5, 5)) == QColor(Qt.GlobalColor.white)
            assert picture.pixelColor(corner - QPoint(5, 5)) != QColor(Qt.GlobalColor.white)
        finally:
            theme.wear(qapp, dark=False)


def test_a_link_has_a_hand_and_a_tip(view: SheetsView, monkeypatch: pytest.MonkeyPatch) -> None:
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: tips.append(text))
    over, beside = middle_of_link(view), QPoint(2, 2)
    for place, shape in ((over, Qt.CursorShape.PointingHandCursor), (beside, Qt.CursorShape.ArrowCursor)):
        click(view, place, NONE, QEvent.Type.MouseMove)
        assert view.viewport().cursor().shape() == shape
        where = view.viewport().mapToGlobal(place)
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, where))
    assert tips[0].startswith("https://vyhadanyi.example.court.gov.ua/")
    assert "Ctrl" in tips[0]
    assert tips[1] == ""


def test_a_link_opens_with_ctrl_only(view: SheetsView) -> None:
    asked: list[str] = []
    view.link_chosen.connect(asked.append)
    place = middle_of_link(view)
    click(view, place, NONE, QEvent.Type.MouseButtonRelease)
    click(view, QPoint(2, 2), CTRL, QEvent.Type.MouseButtonRelease)
    assert asked == []
    click(view, place, CTRL, QEvent.Type.MouseButtonRelease)
    assert asked == ["https://vyhadanyi.example.court.gov.ua/sud0000/pres-centr/news/900001/"]


def test_two_clicks_choose_the_row(view: SheetsView) -> None:
    rows: list[int] = []
    view.row_chosen.connect(rows.append)
    click(view, middle_of_link(view, 0), NONE, QEvent.Type.MouseButtonDblClick)
    click(view, view.frame_of(0).topLeft() + QPoint(3, 3), NONE, QEvent.Type.MouseButtonDblClick)
    assert rows == [0]


def test_only_sheets_in_sight_are_drawn(view: SheetsView, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    paint = PagedReport.paint
    monkeypatch.setattr(
        PagedReport, "paint", lambda self, page, painter: (drawn.append(page), paint(self, page, painter))
    )
    view.set_zoom(1.0)
    drawn.clear()
    view.go_to(4)
    view.grab()
    assert set(drawn) <= {3, 4, 5}
    drawn.clear()
    view.grab()
    assert drawn == [], "what is drawn is kept"


def test_what_is_kept_is_bounded(view: SheetsView) -> None:
    for page in range(view.page_count):
        view.go_to(page)
        view.grab()
        assert 0 < view._pixmaps.size <= pixmaps._BOUND


def test_a_sheet_too_large_to_be_kept_is_drawn_all_the_same(
    view: SheetsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = view.grab().toImage()
    monkeypatch.setattr(pixmaps, "_BOUND", 1)
    view._pixmaps.clear()
    straight = view.grab().toImage()
    assert view._pixmaps.size == 0
    assert straight.size() == kept.size()
    place = middle_of_link(view)
    around = [(x, y) for x in range(-40, 40) for y in range(-6, 6)]
    colours = [straight.pixelColor(place + QPoint(x, y)) for x, y in around]
    blue = [colour for colour in colours if colour.blue() == 255 and colour.red() < 64]
    assert blue, "the link is there in its colour"


def test_a_row_comes_into_sight(view: SheetsView) -> None:
    assert view.report is not None
    page, top = view.report.place_of(20)
    view.go_to(page, top)
    place = round(view.frame_of(page).top() + top * view._scale)
    assert 0 <= place < view.viewport().height()
    held = view.verticalScrollBar().value()
    view.go_to(page, top)
    assert view.verticalScrollBar().value() == held, "it stays where it is already in sight"


def test_sizes_are_between_half_and_twice(view: SheetsView) -> None:
    for _ in range(10):
        view.step_zoom(larger=True)
    assert view.zoom == STEPS[-1]
    for _ in range(10):
        view.step_zoom(larger=False)
    assert view.zoom == STEPS[0]
    assert next_step(1.1, larger=True) == 1.25
    assert next_step(1.1, larger=False) == 1.0
    assert scale_of(Fit.WIDTH, QSize(100_000, 100), 96) == scale_of(2.0, QSize(1, 1), 96)
    assert scale_of(Fit.PAGE, QSize(1, 1), 96) * SHEET.width() > 100
    assert [words(choice) for choice in (Fit.PAGE, 1.5)] == ["Аркуш цілком", "150 %"]


def test_the_head_follows_and_leads(qapp: QApplication) -> None:
    page = SheetsPage()
    page.resize(900, 600)
    page.describe("ІІІ квартал 2021 року")
    page.say("Зачекайте")
    assert page.hint == "Зачекайте"
    assert not page._zoom.isEnabled()
    page.show_report(lay_out(snapshot_of([usual_row(1)])))
    assert (page.hint, page.detail) == ("", "Аркуш 1 з 1")
    page._zoom.setCurrentIndex(4)
    page._zoom.activated.emit(4)
    assert page.view.zoom == 1.0
    page._larger.click()
    assert page._zoom.currentText() == "125 %"
    page._smaller.click()
    page._smaller.click()
    assert page._zoom.currentText() == "75 %"
    page.deleteLater()


def test_the_switch_shows_its_own_side_and_asks_for_the_other(qapp: QApplication) -> None:
    page = SheetsPage()
    asked: list[bool] = []
    page.left.connect(lambda: asked.append(True))
    assert page.switch.tabText(page.switch.currentIndex()) == "Аркуші"
    page.switch.setCurrentIndex(0)
    assert asked == [True]
    assert page.switch.tabText(page.switch.currentIndex()) == "Аркуші"
    page.deleteLater()
