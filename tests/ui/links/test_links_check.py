"""A check of a report's links through the window, against servers on loopback."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hands import Q3, opened, settle
from linked import GONE, GOOD, NEW, OLD, ROWS, WALL, Links, row
from played import Net

from courtcomms.model import LinkGroup
from ui.links.check_flow import CheckFlow
from ui.links.consent_dialog import ConsentDialog
from ui.links.model import Part
from ui.main_window import MainWindow
from ui.places import ALL, TRASH, Place, PlaceKind

SLOW = "sotsmerezha.example/posts/5"
JUDGED = {GOOD: "Придатне", OLD: "Переїхало", GONE: "Помилка", WALL: "Погляньте самі"}


def test_one_button_judges_every_address(links: Links) -> None:
    assert set(links.groups().values()) == {"Не перевірено"}
    assert links.net.asked == [], "nothing is asked before the user wants it"
    links.check()
    assert links.groups() == JUDGED
    assert links.cell(GOOD, Part.WHERE) == "№ 1, 4"
    assert "404" in links.cell(GONE, Part.MESSAGE)
    assert links.cell(OLD, Part.MESSAGE) == f"Нова адреса: {NEW}"
    assert links.cell(GOOD, Part.SEEN) == "сьогодні"
    assert links.window.status.note_text == "·  Перевірено 4 адреси"
    assert links.window.panes.foot.title("links") == "Посилання 4"


def test_each_address_is_asked_once_however_often_it_stands(links: Links) -> None:
    links.check()
    assert links.net.asked.count("zr.court.gov.ua/sud1/robota/1/") == 1


def test_good_ones_are_remembered_and_asked_again_only_when_wanted(links: Links) -> None:
    links.check()
    links.net.asked.clear()
    links.check()
    assert "zr.court.gov.ua/sud1/robota/1/" not in links.net.asked
    assert "gazeta.example/statti/nemaie" in links.net.asked
    links.net.asked.clear()
    links.check("links_again")
    assert "zr.court.gov.ua/sud1/robota/1/" in links.net.asked


def test_nothing_due_is_said_and_nothing_asked(links: Links) -> None:
    links.window.parts.service.act(_keep_first, undoable=False)
    links.wait(lambda: list(links.groups()) == [GOOD])
    links.check()
    links.net.asked.clear()
    links.check()
    assert links.net.asked == []
    assert "нещодавно перевірено" in links.window.status.note_text


def test_results_come_one_by_one_with_the_pace_of_the_hosts(links: Links) -> None:
    release = links.net.hold(SLOW)
    links.window.actions_["links_check"].trigger()
    links.wait(lambda: links.groups()[GOOD] == "Придатне" and links.groups()[GONE] == "Помилка")
    assert links.groups()[WALL] == "Не перевірено"
    assert links.cell(WALL, Part.SEEN) == "чекає"
    # The paces are told some times in a second.
    links.wait(lambda: "sotsmerezha.example: 1 одночасно" in links.panel.heading)
    links.wait(lambda: "court.gov.ua: готово 2" in links.flow.checks.hosts)
    assert links.panel.heading.startswith("3 з 4 · ")
    assert links.panel.stop.isVisible()
    assert not links.panel.check.isVisible()
    release.set()
    links.wait(links.still)
    assert links.groups() == JUDGED
    assert links.panel.heading == "4 адреси"
    assert links.panel.check.isVisible()


def test_a_stopped_check_keeps_what_it_found(
    links: Links, real_window: Callable[..., MainWindow], qtbot: object
) -> None:
    links.net.hold(SLOW)
    links.window.actions_["links_check"].trigger()
    links.wait(lambda: links.groups()[GOOD] == "Придатне" and links.groups()[GONE] == "Помилка")
    links.panel.stop.click()
    links.wait(links.still)
    assert links.groups() == {**JUDGED, WALL: "Не перевірено"}
    assert links.window.status.note_text == "·  Перевірку зупинено: знайдене про 3 адреси лишилося"
    links.window.close()
    links.window.parts.close()
    again = Links(real_window(threads=True), links.net, qtbot)
    again.wait(lambda: again.window.table.rowCount() > 0)
    again.wait(lambda: again.panel.model.rowCount() == 4)
    assert again.groups() == {**JUDGED, WALL: "Не перевірено"}


def test_the_status_line_stops_it_too(links: Links) -> None:
    links.net.hold(SLOW)
    links.window.actions_["links_check"].trigger()
    links.wait(lambda: links.groups()[GONE] == "Помилка")
    links.window.parts.jobs.cancel_named()
    links.wait(links.still)
    assert links.groups()[WALL] == "Не перевірено"
    assert links.panel.check.isVisible()


def test_closing_the_window_ends_a_check_and_keeps_what_it_found(
    links: Links, real_window: Callable[..., MainWindow], qtbot: object
) -> None:
    links.net.hold(SLOW)
    links.window.actions_["links_check"].trigger()
    links.wait(lambda: links.flow.checks.waiting == {WALL})
    links.window.close()
    links.window.parts.close()
    assert not links.window.isVisible()
    again = Links(real_window(threads=True), links.net, qtbot)
    again.wait(lambda: again.window.table.rowCount() > 0)
    again.wait(lambda: again.panel.model.rowCount() == 4)
    assert again.groups()[GONE] == "Помилка"


def test_a_second_check_is_refused_calmly(links: Links) -> None:
    release = links.net.hold(SLOW)
    links.window.actions_["links_check"].trigger()
    links.wait(lambda: links.flow.checks.under_way)
    links.window.actions_["links_check"].trigger()
    settle()
    assert "уже триває" in links.window.status.note_text
    assert links.window.messenger.box is None
    release.set()
    links.wait(links.still)
    assert links.net.asked.count(SLOW) == 1


def test_the_first_check_says_what_it_does_and_waits_for_a_yes(links: Links) -> None:
    links.window.parts.memory.put("links/told", False)
    links.window.actions_["links_check"].trigger()
    settle()
    opened(links.window, ConsentDialog).reject()
    links.wait(links.still)
    assert links.net.asked == []
    links.window.actions_["links_check"].trigger()
    settle()
    opened(links.window, ConsentDialog).accept()
    links.wait(lambda: links.groups() == JUDGED)
    links.check("links_again")
    assert links.window.findChildren(ConsentDialog) == []


def test_no_network_is_one_sentence(links: Links) -> None:
    links.net.online = False
    links.check()
    assert "Немає зв'язку з інтернетом" in links.panel.warning
    assert set(links.groups().values()) == {"Не перевірено"}
    links.net.online = True
    links.check()
    assert links.panel.warning == ""
    assert links.groups() == JUDGED


def test_an_unexpected_error_leaves_the_list_usable(links: Links) -> None:
    def broken(_settings: object) -> Any:
        raise ZeroDivisionError

    links.flow.checks.make = broken
    links.check()
    assert links.window.messenger.box is not None
    assert links.panel.check.isVisible()
    assert len(links.groups()) == 4


def test_one_address_alone(links: Links) -> None:
    links.choose(GONE)
    links.panel.asked.emit(tuple(links.panel.chosen))
    links.wait(links.still)
    assert set(links.net.asked) <= {"gazeta.example/statti/nemaie"} | _made_up(links.net)
    assert links.groups()[GONE] == "Помилка"
    assert links.groups()[GOOD] == "Не перевірено"


def _made_up(net: Net) -> set[str]:
    """Addresses that a check invents to see what the host says of them."""
    return {place for place in net.asked if place not in net.says and place.startswith("gazeta.example")}


def test_the_whole_register_and_the_trash(links: Links) -> None:
    links.window.parts.workspace.go(ALL)
    links.wait(lambda: links.flow.book.place == ALL and links.panel.model.rowCount() == 4)
    assert links.cell(GOOD, Part.WHERE) == "2 заходи"
    links.check()
    assert links.groups() == JUDGED
    links.window.parts.workspace.go(TRASH)
    links.wait(lambda: not links.panel.isVisible())
    assert not links.window.actions_["links_check"].isEnabled()
    links.window.parts.workspace.go(Place(PlaceKind.REPORT, Q3))
    links.wait(lambda: links.groups() == JUDGED)
    assert links.panel.isVisible(), "what was seen is known in every place"


def test_a_check_goes_on_while_the_user_looks_elsewhere(links: Links) -> None:
    release = links.net.hold(SLOW)
    links.window.actions_["links_check"].trigger()
    links.wait(lambda: links.groups()[GONE] == "Помилка")
    links.window.parts.workspace.go(ALL)
    links.wait(lambda: links.flow.book.place == ALL and links.panel.model.rowCount() == 4)
    assert links.panel.check.isVisible(), "it is not this place's check"
    links.window.actions_["links_check"].trigger()
    settle()
    assert "ІІІ квартал 2021" in links.window.status.note_text
    release.set()
    links.wait(lambda: not links.window.parts.jobs.busy and links.flow.checks.waiting == set())
    links.wait(lambda: links.groups() == JUDGED)


def test_a_changed_cell_changes_the_list_and_not_what_is_chosen(links: Links) -> None:
    links.choose(GONE)
    event = links.window.table.event_at(0)
    assert event is not None
    links.window.parts.service.act(_write_site, event.id, f"{GOOD}\n{NEW}", undoable=False)
    links.wait(lambda: NEW in links.groups())
    assert [link.target for link in links.panel.chosen] == [GONE]
    assert links.window.panes.foot.title("links") == "Посилання 5"


def test_what_the_text_alone_tells_is_there_without_asking(
    real_window: Callable[..., MainWindow], net: Net, qtbot: object
) -> None:
    links = Links(real_window(threads=True), net, qtbot)
    links.begin(row("Захід", 13, "htps://zr.court.gov.ua/sud1/"), row("Інший", 14, GOOD))
    assert links.groups()[GOOD] == "Не перевірено"
    assert "Попередження" in links.groups().values()
    assert links.net.asked == []


def test_too_many_events_are_gathered_only_when_asked(links: Links, monkeypatch: pytest.MonkeyPatch) -> None:
    from ui.links import book

    monkeypatch.setattr(book, "MOST", 2)
    links.window.parts.workspace.go(ALL)
    links.wait(lambda: "на Ваше прохання" in links.panel.hint)
    links.check()
    assert links.groups() == JUDGED
    links.window.parts.service.act(_write_site, 1, NEW, undoable=False)
    links.wait(lambda: "відтоді змінено" in links.panel.heading)


def test_a_result_is_painted_before_anything_is_gathered_again(
    links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.links import book

    monkeypatch.setattr(book, "LATER", 600_000)
    release = links.net.hold(SLOW)
    links.window.actions_["links_check"].trigger()
    links.wait(lambda: links.groups() == {**JUDGED, WALL: "Не перевірено"})
    assert links.flow.checks.under_way
    release.set()
    links.wait(links.still)


def test_filters_list_one_group_with_its_number(links: Links) -> None:
    links.check()
    assert links.filter(LinkGroup.LOOK).text() == "Зверніть увагу 1"
    assert links.filter(None).text() == "Усі 4"
    links.filter(LinkGroup.WRONG).click()
    assert list(links.groups()) == [GONE]
    assert not links.filter(LinkGroup.UNCHECKED).isEnabled()
    links.filter(None).click()
    assert len(links.groups()) == 4


def test_the_flow_is_made_only_once(links: Links) -> None:
    assert links.window.findChildren(CheckFlow) == [links.flow.checks]
    assert len(ROWS) == links.window.table.rowCount()


def _write_site(register: Any, event_id: int, text: str) -> Any:
    from courtcomms.model import Column

    (event,) = register.events([event_id])
    return register.set_cell(event_id, Column.SITE_LINKS, text, version=event.version)


def _keep_first(register: Any) -> Any:
    from courtcomms.store import EventQuery

    ids = register.event_ids(EventQuery(register.courts()[0].id))
    events = [event for event in register.events(ids) if event.cells.title != "Круглий стіл"]
    return register.trash_events([event.id for event in events])
