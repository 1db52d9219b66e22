"""The list of links by itself: its model, its filters, its keys, what a screen reader hears."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hands import click, press, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from courtcomms.linkcheck.address_findings import AddressFinding
from courtcomms.model import (
    Column,
    Confirmation,
    LinkCheck,
    LinkGroup,
    LinkPlace,
    LinkStatus,
    Severity,
    Verdict,
)
from courtcomms.services.link_values import LinkRepair, ReportLink
from ui import theme
from ui.links import words
from ui.links.forms import draw_group
from ui.links.model import LinksModel, Part, Shown
from ui.links.panel import LinksPanel

NOW = datetime.now(UTC)
GONE_WORDS = "Сторінки за цією адресою немає (404): перевірте адресу."


def status(verdict: Verdict, severity: Severity, reason: str, **more: object) -> LinkStatus:
    check = LinkCheck("https://a.ua/", verdict, severity, reason, NOW, **more)  # type: ignore[arg-type]
    return LinkStatus(severity, reason, check)


def link(name: str, group: LinkGroup, known: LinkStatus | None = None, *events: int) -> ReportLink:
    url = f"https://{name}.ua/"
    places = tuple(LinkPlace(event, Column.SITE_LINKS, 0, len(url)) for event in events or (1,))
    return ReportLink(url, url, places, (), known, False, group)


GONE = link("gone", LinkGroup.WRONG, status(Verdict.GONE, Severity.ERROR, GONE_WORDS, http=404), 1, 2)
MOVED = link("moved", LinkGroup.MOVED, status(Verdict.MOVED, Severity.HINT, "Перенесено."), 2)
WALL = link("wall", LinkGroup.LOOK, status(Verdict.BLOCKED, Severity.WARN, "Відкрийте самі."), 3)
NEW = link("new", LinkGroup.UNCHECKED, None, 3)
FINE = link("fine", LinkGroup.FINE, status(Verdict.WORKS, Severity.OK, "Сторінка відкривається."), 1, 2, 3, 4)
MEND = LinkRepair(2, Column.SITE_LINKS, 0, 17, MOVED.target, "https://new.ua/", MOVED.url, "Перенесено.", 1)
LINKS = (GONE, MOVED, WALL, NEW, FINE)
SHOWN = Shown(
    LINKS,
    {number: number for number in (1, 2, 3, 4)},
    {one.target: one.target.removeprefix("https://") for one in LINKS},
    {MOVED.target: (MEND,)},
)


@pytest.fixture
def model() -> Iterator[LinksModel]:
    made = LinksModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show(SHOWN)
    yield made
    tester.deleteLater()
    made.deleteLater()


def column(model: LinksModel, part: Part) -> list[str]:
    return [model.index(row, part).data() for row in range(model.rowCount())]


def test_a_line_tells_state_address_place_sentence_day_and_what_to_do(model: LinksModel) -> None:
    line = [model.index(0, part).data() for part in Part]
    assert line == ["Помилка", "gone.ua/", "№ 1, 2", GONE_WORDS, "сьогодні", "До клітинки"]


def test_a_shortener_has_a_new_address_but_has_not_moved(model: LinksModel) -> None:
    hides = AddressFinding("shortener", Severity.WARN, "Скорочена адреса.")
    short = replace(MOVED, findings=(hides,))
    fresh = replace(short, status=None, group=LinkGroup.LOOK)
    model.show(replace(SHOWN, links=(short, replace(fresh, target="https://cutt.ly/1")), mends={}))
    assert column(model, Part.STATE) == ["Нова адреса", "Попередження"]
    assert column(model, Part.MESSAGE) == ["Перенесено.", "Скорочена адреса."]
    assert column(model, Part.ACTION) == ["Відкрити", "Перевірити"]
    assert "Скорочена" not in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_keyboard_comes_to_a_chosen_line(panel: LinksPanel) -> None:
    panel.show()
    panel.list.setFocus()
    assert panel.chosen == [GONE]


def test_each_group_has_its_word_and_its_deed(model: LinksModel) -> None:
    assert column(model, Part.STATE) == [
        "Помилка",
        "Переїхало",
        "Погляньте самі",
        "Не перевірено",
        "Придатне",
    ]
    assert column(model, Part.ACTION) == ["До клітинки", "Виправити", "Відкрити", "Перевірити", "Відкрити"]


def test_many_places_are_told_briefly_and_in_the_tip_whole(model: LinksModel) -> None:
    assert model.index(4, Part.WHERE).data() == "№ 1, 2, 3 +1"
    tip = model.index(4, Part.WHERE).data(Qt.ItemDataRole.ToolTipRole)
    assert "№ 4, Посилання на сайт суду" in tip


def test_the_tip_shows_what_would_stand_there(model: LinksModel) -> None:
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("Стане: https://new.ua/")


def test_a_place_without_rows_counts_events(model: LinksModel) -> None:
    model.show(replace(SHOWN, numbers={}))
    assert column(model, Part.WHERE) == ["2 заходи", "1 захід", "1 захід", "1 захід", "4 заходи"]


def test_a_screen_reader_hears_the_whole_line_at_once(model: LinksModel) -> None:
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Помилка: gone.ua/, № 1, 2, {GONE_WORDS.rstrip('.')}, сьогодні. До клітинки"


def test_a_result_changes_its_line_alone(model: LinksModel) -> None:
    changed: list[tuple[int, int]] = []
    reset: list[bool] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.modelReset.connect(lambda: reset.append(True))
    told = replace(NEW, status=FINE.status, group=LinkGroup.FINE)
    model.show(replace(SHOWN, links=(GONE, MOVED, WALL, told, FINE)))
    assert changed == [(3, 3)]
    assert reset == []
    assert model.index(3, Part.STATE).data() == "Придатне"


def test_waiting_ones_say_so_until_they_are_told(model: LinksModel) -> None:
    model.await_(frozenset({NEW.url}))
    assert column(model, Part.SEEN)[3] == "чекає"
    model.await_(frozenset())
    assert column(model, Part.SEEN)[3] == ""


def test_only_a_group(model: LinksModel) -> None:
    model.choose(LinkGroup.LOOK)
    assert column(model, Part.ADDRESS) == ["wall.ua/"]
    model.choose(None)
    assert model.rowCount() == 5


def test_an_opened_one_asks_for_the_users_word(model: LinksModel) -> None:
    model.mark_opened(WALL.url)
    assert column(model, Part.ACTION)[2] == "Підтвердити"


def test_the_rules_word_stands_where_nothing_was_checked(model: LinksModel) -> None:
    finding = AddressFinding("glued", Severity.ERROR, "Дві адреси злиплися.")
    wrong = replace(NEW, findings=(finding,), group=LinkGroup.WRONG, askable=False)
    model.show(Shown((wrong,)))
    assert column(model, Part.MESSAGE) == ["Дві адреси злиплися."]
    assert column(model, Part.ADDRESS) == [NEW.target]


@pytest.mark.parametrize(
    ("before", "said"),
    [(timedelta(), "сьогодні"), (timedelta(days=1), "вчора")],
)
def test_the_day_is_that_of_the_last_word(before: timedelta, said: str) -> None:
    assert WALL.status is not None
    old = replace(WALL.status.last, checked_at=NOW - timedelta(days=40))
    word = Confirmation(WALL.url, "Олена Коваль", NOW - before)
    confirmed = replace(WALL, status=replace(WALL.status, last=old, confirmation=word))
    assert words.seen(confirmed) == said


@pytest.fixture
def panel(qapp: object) -> Iterator[LinksPanel]:
    window = QWidget()
    made = LinksPanel(window)
    window.resize(870, 200)
    made.resize(870, 200)
    window.show()
    window.activateWindow()
    made.show_links(SHOWN)
    made.say("5 адрес")
    settle()
    yield made
    window.deleteLater()


def test_enter_leads_to_the_cell(panel: LinksPanel) -> None:
    led: list[ReportLink] = []
    panel.entered.connect(led.append)
    panel.list.setFocus()
    panel.list.go(2)
    press(panel.list, Qt.Key.Key_Return)
    assert led == [WALL]


def test_keys_do_what_the_menu_says(panel: LinksPanel) -> None:
    actions = [action for action in panel.list.actions() if not action.shortcut().isEmpty()]
    keys = {action.shortcut().toString(): action for action in actions}
    assert set(keys) == {
        QKeySequence(text).toString()
        for text in ("Ctrl+Return", "Shift+Return", "Shift+F8", "Alt+Return", "Ctrl+Shift+Return")
    }
    mended: list[tuple[ReportLink, ...]] = []
    panel.mended.connect(mended.append)
    panel.list.setFocus()
    panel.list.go(1)
    keys[QKeySequence("Ctrl+Return").toString()].trigger()
    assert mended == [(MOVED,)]


def test_what_cannot_be_done_cannot_be_chosen(panel: LinksPanel) -> None:
    actions = {action.text().partition("\t")[0]: action for action in panel.list.actions()}
    panel.list.go(0)
    assert not actions["Виправити"].isEnabled()
    assert actions["Перейти до клітинки"].isEnabled()
    panel.list.go(1)
    assert actions["Виправити"].isEnabled()
    assert not actions["Забрати підтвердження"].isVisible()
    panel.list.selectAll()
    assert actions["Виправити"].isEnabled(), "those of the chosen that have a repair"
    assert not actions["Відкрити у браузері"].isEnabled()
    assert actions["Перевірити цю адресу"].isEnabled()


def test_a_click_on_the_deed_does_it_and_elsewhere_does_not(panel: LinksPanel) -> None:
    asked: list[tuple[ReportLink, ...]] = []
    panel.asked.connect(asked.append)
    view = panel.list
    for part in (Part.MESSAGE, Part.ACTION):
        click(view.viewport(), view.visualRect(panel.model.index(3, part)).center())
    assert asked == [(NEW,)]


def test_the_same_link_stays_chosen_when_the_list_changes(panel: LinksPanel) -> None:
    panel.list.go(2)
    panel.show_links(replace(SHOWN, links=(MOVED, WALL, NEW)))
    assert panel.chosen == [WALL]
    panel.show_links(replace(SHOWN, links=(MOVED, NEW)))
    assert panel.chosen == [NEW], "the one that took its place"


def test_filters_name_their_numbers_and_keep_the_keyboard(panel: LinksPanel) -> None:
    texts = [button.text() for button in panel.filters.findChildren(QToolButton)]
    assert texts == [
        "Усі 5",
        "Помилки 1",
        "Нова адреса 1",
        "Зверніть увагу 1",
        "Не перевірено 1",
        "Придатні 1",
    ]
    panel.filters.button(LinkGroup.WRONG).click()
    assert panel.model.rowCount() == 1
    panel.show_links(replace(SHOWN, links=(MOVED,)))
    panel.say("1 адреса", "Таких немає.")
    assert panel.hint == "Таких немає."
    assert panel.focusProxy() is panel.filters.button(LinkGroup.WRONG)


def test_every_widget_has_a_name(panel: LinksPanel) -> None:
    nameless = []
    for widget in panel.findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if takes and not interface.text(QAccessible.Text.Name).strip():
            nameless.append(type(widget).__name__)
    assert nameless == []


def test_a_long_heading_ends_in_dots_and_is_whole_in_its_tip(panel: LinksPanel) -> None:
    long = "Перевіряю: 1 з 5 · " + "court.gov.ua: 2 одночасно · " * 12
    panel.say(long)
    assert panel.heading == long
    shown = panel._heading.text()
    assert shown.endswith("…")
    assert panel._heading.toolTip() == long


def test_the_button_of_a_check_keeps_the_keyboard(panel: LinksPanel) -> None:
    panel.check.setFocus()
    panel.run(under_way=True)
    assert QApplication.focusWidget() is panel.stop
    panel.run(under_way=False)
    assert QApplication.focusWidget() is panel.check


def test_each_group_has_a_form_of_its_own(qapp: QApplication) -> None:
    """Without any colour they are told apart."""
    drawn = {drawing(group) for group in LinkGroup}
    assert len(drawn) == len(LinkGroup)


def drawing(group: LinkGroup) -> bytes:
    image = QImage(16, 16, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_group(painter, image.rect().toRectF(), group, QApplication.palette())
    painter.end()
    ink = [image.pixelColor(x, y).lightness() < 200 for y in range(16) for x in range(16)]
    return bytes(ink)


@pytest.mark.parametrize("dark", [False, True])
def test_every_line_is_painted_in_both_looks(panel: LinksPanel, qapp: QApplication, dark: bool) -> None:
    theme.wear(qapp, dark=dark)
    settle()
    image = panel.list.viewport().grab().toImage()
    theme.wear(qapp, dark=False)
    height = panel.list.rowHeight(0)
    for number in range(5):
        line = {image.pixelColor(x, number * height + height // 2).name() for x in range(image.width())}
        assert len(line) > 4, "form, words and deed"


def test_the_pointer_over_a_deed_is_a_hand(panel: LinksPanel, move: Callable[[QPoint], None]) -> None:
    view = panel.list
    move(view.visualRect(panel.model.index(0, Part.ACTION)).center())
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    move(view.visualRect(panel.model.index(0, Part.MESSAGE)).center())
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


@pytest.fixture
def move(panel: LinksPanel) -> Callable[[QPoint], None]:
    from hands import mouse
    from PySide6.QtCore import QEvent

    return lambda place: mouse(panel.list.viewport(), QEvent.Type.MouseMove, place)


@pytest.mark.parametrize("width", [420, 560, 870, 1500])
def test_what_a_line_offers_is_in_sight_however_narrow_the_list(panel: LinksPanel, width: int) -> None:
    panel.parentWidget().resize(width, 240)
    panel.resize(width, 240)
    settle()
    deed = panel.list.visualRect(panel.model.index(0, Part.ACTION))
    assert 0 < deed.right() <= panel.list.viewport().width()
    assert panel.list.isColumnHidden(Part.SEEN) == (panel.list.viewport().width() < 620)
    assert "Перевірено: сьогодні" in panel.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
