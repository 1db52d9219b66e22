"""Findings, marks and the list of links say the same of a link; hidden and mended findings as all others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hands import settle
from looks import ALL, FINE, GONE, LOOKS, MOVED, NEW, UNSEEN, WALLED, look

from courtcomms.linkcheck.settings import DEFAULT
from courtcomms.model import Cells, Column, Court, CourtName, LinkGroup, Severity, Verdict
from courtcomms.period import Period
from courtcomms.services.links import report_links
from ui.findings import checker
from ui.links import statuses as statuses_module
from ui.main_window import MainWindow
from ui.register import link_marks

Q3 = Period.quarter(2021, 3)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (link_marks, "_SOON"),
        (statuses_module, "_SOON"),
        (checker, "PAUSE"),
        (checker, "FIRST"),
    ):
        monkeypatch.setattr(module, name, 0)


@pytest.fixture
def window(real_window: Callable[..., MainWindow]) -> MainWindow:
    """A report of one event whose links were looked at."""
    window = real_window()
    register = window.parts.service._desk.register
    register.save_court(Court(0, (CourtName("Вигаданий суд", "Вигаданого суду"),)))
    register.add_report(1, Q3)
    row = Cells(title="Лекція", date="13.08.2021", site_links=ALL, media=f"«Вісті» {GONE}")
    register.add_rows(1, Q3, [row], label="Імпорт")
    register.add_link_checks([check for checks in LOOKS.values() for check in checks])
    window.parts.workspace.refresh()
    rest()
    return window


def rest() -> None:
    for _ in range(8):
        settle()


def told(window: MainWindow) -> list[tuple[str, str]]:
    """Code and words of each finding that a look gave."""
    codes = {"link_gone", "link_moved", "link_look_yourself"}
    found = window.commands.findings.checker.findings
    return [(one.code, one.excerpt) for one in found if one.code in codes]


def marked(window: MainWindow) -> dict[str, LinkGroup]:
    event = window.table.event_at(0)
    assert event is not None
    strokes = window.table.marks.strokes(event, Column.SITE_LINKS)
    return {event.cells.site_links[start:end]: group for start, end, group in strokes}


def test_what_the_looks_found_stands_among_the_findings(window: MainWindow) -> None:
    assert told(window) == [
        ("link_gone", GONE),
        ("link_moved", MOVED),
        ("link_look_yourself", WALLED),
        ("link_gone", GONE),
    ]


def test_marks_and_the_list_of_links_put_each_under_the_same_group(window: MainWindow) -> None:
    register = window.parts.service._desk.register
    court = register.courts()[0]
    listed = {
        link.target: link.group for link in report_links(register, court, Q3, DEFAULT, datetime.now(UTC))
    }
    drawn = marked(window)
    assert {target: drawn.get(target, LinkGroup.UNCHECKED) for target in listed} == listed
    assert listed == {
        FINE: LinkGroup.FINE,
        GONE: LinkGroup.WRONG,
        MOVED: LinkGroup.MOVED,
        WALLED: LinkGroup.LOOK,
        UNSEEN: LinkGroup.UNCHECKED,
    }


def test_a_mend_of_the_foot_puts_the_new_address_in(window: MainWindow) -> None:
    flow = window.commands.findings
    flow.mend(tuple(one for one in flow.checker.findings if one.code == "link_moved"))
    rest()
    event = window.table.event_at(0)
    assert event is not None
    assert event.cells.site_links == ALL.replace(MOVED, NEW)
    assert ("link_moved", MOVED) not in told(window)
    window.parts.history.undo()
    rest()
    assert ("link_moved", MOVED) in told(window)


def test_a_hidden_finding_stays_hidden_and_the_mark_stays_true(window: MainWindow) -> None:
    flow = window.commands.findings
    flow.hide(tuple(one for one in flow.checker.findings if one.code == "link_look_yourself"))
    rest()
    assert "link_look_yourself" not in dict(told(window))
    window.commands.findings.check()
    rest()
    assert "link_look_yourself" not in dict(told(window))
    assert marked(window)[WALLED] is LinkGroup.LOOK


def test_a_running_check_is_followed_by_marks_and_findings(window: MainWindow) -> None:
    fresh = look(UNSEEN, Verdict.GONE, Severity.ERROR, 404)
    window.parts.links.learn([fresh])
    rest()
    assert ("link_gone", UNSEEN) in told(window)
    assert marked(window)[UNSEEN] is LinkGroup.WRONG
    later = look(UNSEEN, Verdict.WORKS, Severity.OK)
    window.parts.links.learn([type(later)(UNSEEN, Verdict.WORKS, Severity.OK, "Є.",
                              datetime.now(UTC) + timedelta(seconds=1), 200)])  # fmt: skip
    rest()
    assert ("link_gone", UNSEEN) not in told(window)
    assert marked(window)[UNSEEN] is LinkGroup.FINE
