"""An archived copy of a page that is gone: asked for with consent, offered, put in the link's place."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from hands import opened, press, settle, trigger
from linked import GONE, GOOD, Links, row
from played import Net
from PySide6.QtCore import Qt

from courtcomms.linkcheck.settings import LinkSettings
from courtcomms.model import Changes, Column, LinkCheck, LinkGroup, LinkPlace, LinkStatus, Severity, Verdict
from courtcomms.paths import DataDir
from courtcomms.services.link_values import ReportLink
from courtcomms.services.links import load_settings
from courtcomms.store import Register
from ui.links import archive_flow
from ui.links.archive_dialog import ArchiveConsentDialog, CopyDialog, describe
from ui.links.archive_flow import day_of, may_be_archived
from ui.links.checking import make_checker
from ui.main_window import MainWindow
from ui.report.submit_dialog import SubmitDialog

COPY = f"https://web.archive.org/web/20210818120000/{GONE}"
ROWS = (
    row("Зустріч", 16, "-", f"1 публікація: {GONE}"),
    row("Лекція", 17, GOOD, f"«Газета»\n{GONE}"),
)


@dataclass
class Archive:
    """The archive on loopback: ``answer`` is its body; ``asked`` are the questions' parameters."""

    base: str = ""
    status: int = 200
    answer: bytes = b"{}"
    asked: list[dict[str, str]] = field(default_factory=list)

    def has(self, copy: str) -> None:
        found = {"available": True, "url": copy.replace("https:", "http:", 1), "status": "200"}
        self.answer = json.dumps({"archived_snapshots": {"closest": found}}).encode()


@pytest.fixture
def archive() -> Iterator[Archive]:
    """A server that answers as https://archive.org/wayback/available does."""
    told = Archive()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            told.asked.append({key: values[0] for key, values in parse_qs(parts.query).items()})
            self.send_response(told.status if parts.path == "/wayback/available" else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(told.answer)))
            self.end_headers()
            self.wfile.write(told.answer)

        def log_message(self, *_words: object) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield told
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def lost(real_window: Callable[..., MainWindow], net: Net, qtbot: object, archive: Archive) -> Links:
    """A checked report in which one page is gone, twice."""
    made = Links(real_window(threads=True), net, qtbot)
    made.begin(*ROWS)
    made.check()
    flow = made.flow.archive
    # The real checker, through its own guard: loopback is a host that the user has allowed.
    flow.make = lambda settings: make_checker(LinkSettings(allowed_hosts=("127.0.0.1",)))
    flow.archive = archive.base
    return made


def seek(lost: Links) -> None:
    """Choose the lost page and the action of its menu."""
    lost.choose(GONE)
    (action,) = [one for one in lost.panel.list.actions() if one.text() == "Знайти копію в архіві…"]
    assert action.isEnabled()
    action.trigger()
    settle()


def agree(lost: Links) -> None:
    lost.wait(lambda: bool(lost.window.findChildren(ArchiveConsentDialog)))
    opened(lost.window, ArchiveConsentDialog).accept()


def offered(lost: Links) -> CopyDialog:
    lost.wait(lambda: bool(lost.window.findChildren(CopyDialog)))
    return opened(lost.window, CopyDialog)


def media(lost: Links, number: int) -> str:
    event = lost.window.table.event_at(number)
    assert event is not None
    return event.cells.media


def consented(lost: Links) -> bool:
    return load_settings(DataDir(lost.window.parts.folder)).ask_archive


def test_a_copy_takes_the_place_of_a_lost_page_in_one_step(lost: Links, archive: Archive) -> None:
    archive.has(COPY)
    seek(lost)
    agree(lost)
    shown = offered(lost)
    assert archive.asked == [{"url": GONE, "timestamp": "20210816"}], "address and day, nothing else"
    assert shown.address.text() == COPY
    assert "18.08.2021" in shown.said.text()
    assert "на 2 дні пізніша" in shown.said.text()
    shown.accept()
    lost.wait(lambda: media(lost, 0) == f"1 публікація: {COPY}")
    assert media(lost, 1) == f"«Газета»\n{COPY}"
    assert "Поставлено копію з архіву: 2 заходи" in lost.window.status.note_text
    trigger(lost.window, "undo")
    lost.wait(lambda: media(lost, 0) == f"1 публікація: {GONE}")
    assert media(lost, 1) == f"«Газета»\n{GONE}"


def test_the_archive_is_not_asked_without_consent(lost: Links, archive: Archive) -> None:
    seek(lost)
    lost.wait(lambda: bool(lost.window.findChildren(ArchiveConsentDialog)))
    press(opened(lost.window, ArchiveConsentDialog), Qt.Key.Key_Escape)
    lost.wait(lost.still)
    assert archive.asked == []
    assert not consented(lost)


def test_consent_is_asked_for_once(lost: Links, archive: Archive) -> None:
    archive.has(COPY)
    seek(lost)
    agree(lost)
    offered(lost).reject()
    settle()
    assert consented(lost)
    seek(lost)
    offered(lost).reject()
    settle()
    assert len(archive.asked) == 2
    assert media(lost, 0) == f"1 публікація: {GONE}"


@pytest.mark.parametrize(
    ("status", "answer", "said"),
    [
        (200, b'{"archived_snapshots": {}}', "не має копії"),
        (200, b"<html>", "не має копії"),
        (503, b"", "не відповідає"),
        (429, b"{}", "не відповідає"),
    ],
)
def test_no_copy_is_a_sentence_and_changes_nothing(
    lost: Links, archive: Archive, status: int, answer: bytes, said: str
) -> None:
    archive.status, archive.answer = status, answer
    seek(lost)
    agree(lost)
    lost.wait(lambda: said in lost.window.status.note_text)
    assert media(lost, 0) == f"1 публікація: {GONE}"


def test_a_foreign_address_is_no_copy(lost: Links, archive: Archive) -> None:
    archive.has("https://lykho.example/web/20210818120000/x")
    seek(lost)
    agree(lost)
    lost.wait(lambda: "не має копії" in lost.window.status.note_text)


def test_no_network_is_told(lost: Links, archive: Archive) -> None:
    lost.net.online = False
    lost.flow.archive.make, lost.flow.archive.archive = lost.net.checker, ""
    seek(lost)
    agree(lost)
    lost.wait(lambda: "Немає зв'язку" in lost.window.status.note_text)


def test_a_cell_changed_meanwhile_is_not_touched(lost: Links, archive: Archive) -> None:
    archive.has(COPY)
    seek(lost)
    agree(lost)
    shown = offered(lost)
    service = lost.window.parts.service
    for number in (0, 1):
        event = lost.window.table.event_at(number)
        assert event is not None
        service.act(write_media, event.id, undoable=False)
    lost.wait(lambda: media(lost, 1) == "-")
    shown.accept()
    lost.wait(lambda: lost.window.messenger.box is not None)
    assert "нічого не виправлено" in lost.window.messenger.box.text()


def test_a_copy_is_opened_before_it_is_taken(
    lost: Links, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    class Browser:
        @staticmethod
        def openUrl(url: object) -> bool:
            seen.append(url.toString())  # type: ignore[attr-defined]
            return True

    monkeypatch.setattr(archive_flow, "QDesktopServices", Browser)
    archive.has(COPY)
    seek(lost)
    agree(lost)
    shown = offered(lost)
    shown.look.click()
    assert seen == [COPY]
    assert shown.isVisible()


def test_of_a_submitted_report_a_copy_is_only_looked_at(lost: Links, archive: Archive) -> None:
    trigger(lost.window, "submit")
    lost.wait(lambda: bool(lost.window.findChildren(SubmitDialog)))
    opened(lost.window, SubmitDialog).accept()
    lost.wait(lambda: lost.window.situation.submitted and lost.still())
    archive.has(COPY)
    seek(lost)
    agree(lost)
    shown = offered(lost)
    assert not shown.action.isEnabled()
    assert shown.look.isEnabled()


def test_only_a_lost_page_is_sought(lost: Links) -> None:
    lost.choose(GOOD)
    (action,) = [one for one in lost.panel.list.actions() if one.text() == "Знайти копію в архіві…"]
    assert not action.isEnabled()


def link(verdict: Verdict, day: date | None = None, *, dead: bool = False, url: str = GONE) -> ReportLink:
    check = LinkCheck(url, verdict, Severity.ERROR, "", datetime(2026, 1, 1, tzinfo=UTC))
    return ReportLink(
        url=url,
        target=url,
        places=(LinkPlace(1, Column.MEDIA, 0, 1),),
        findings=(),
        status=LinkStatus(Severity.ERROR, "", check, dead=dead, last_good=date(2020, 2, 3)),
        official=False,
        group=LinkGroup.WRONG,
        days=(None, day),
    )


@pytest.mark.parametrize(
    ("verdict", "dead", "may"),
    [
        (Verdict.GONE, False, True),
        (Verdict.SAYS_NOT_FOUND, False, True),
        (Verdict.NO_HOST, False, True),
        (Verdict.REDIRECTED_TO_ROOT, False, True),
        (Verdict.TEMPORARY, False, False),
        (Verdict.TEMPORARY, True, True),
        (Verdict.BLOCKED, False, False),
        (Verdict.WORKS, False, False),
    ],
)
def test_which_pages_count_as_lost(verdict: Verdict, dead: bool, may: bool) -> None:
    assert may_be_archived(link(verdict, dead=dead)) is may


def test_the_day_near_which_a_copy_is_wanted() -> None:
    assert day_of(link(Verdict.GONE, date(2021, 8, 16))) == date(2021, 8, 16)
    court = "https://ing.dp.court.gov.ua/sud0416/pres-centr/news/1055426/"
    assert abs(day_of(link(Verdict.GONE, url=court)) - date(2021, 1, 14)).days <= 31
    assert day_of(link(Verdict.GONE)) == date(2020, 2, 3), "else the last day on which it was seen"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2021, 8, 18), "Це день заходу."),
        (date(2021, 8, 17), "на 1 день пізніша"),
        (date(2021, 8, 23), "на 5 днів раніша"),
        (None, "День заходу невідомий"),
    ],
)
def test_how_far_a_copy_is_from_the_event(day: date | None, said: str) -> None:
    assert said in describe(date(2021, 8, 18), day)


def write_media(register: Register, event_id: int) -> Changes:
    (event,) = register.events([event_id])
    return register.set_cell(event_id, Column.MEDIA, "-", version=event.version)
