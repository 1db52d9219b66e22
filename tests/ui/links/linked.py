"""A report with links of every kind, and the hands and eyes of who checks it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from found import FINE
from hands import Q3, press, settle
from played import Net, Say, moved
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from courtcomms.model import Cells, Court, CourtName, LinkGroup
from ui.links.flow import LinksFlow
from ui.links.model import Part
from ui.links.panel import LinksPanel
from ui.main_window import MainWindow
from ui.register import queries

GOOD = "https://zr.court.gov.ua/sud1/robota/1/"
OLD, NEW = "https://zr.court.gov.ua/sud1/stare/", "https://zr.court.gov.ua/sud1/nove/"
GONE = "https://gazeta.example/statti/nemaie"
WALL = "https://sotsmerezha.example/posts/5"
NO_SCHEME = "gazeta.example/statti/2"

SAYS: Mapping[str, Say] = {
    "zr.court.gov.ua/sud1/robota/1/": Say(title="Як працює суд"),
    "zr.court.gov.ua/sud1/stare/": moved(NEW),
    "zr.court.gov.ua/sud1/nove/": Say(title="Нова сторінка"),
    "gazeta.example/statti/nemaie": Say(404, "Сторінку не знайдено"),
    "gazeta.example/statti/2": Say(title="Стаття"),
    "sotsmerezha.example/posts/5": Say(403, "Forbidden"),
}


def row(title: str, day: int, site: str = "-", media: str = "-") -> Cells:
    """One event of August."""
    return Cells(
        title=title,
        goal=FINE.goal,
        date=f"{day:02}.08.2021",
        site_links=site,
        media=media,
        audience=FINE.audience,
        responsible=FINE.responsible,
        participants=FINE.participants,
    )


ROWS = (
    row("Круглий стіл", 13, GOOD),
    row("День відкритих дверей", 14, f"Про це: {OLD} та на сторінці суду"),
    row("Зустріч", 16, "-", f"1 публікація: {GONE}"),
    row("Лекція", 17, GOOD, f"1 публікація: {WALL}"),
)


class Links:
    """The links of a report in the real window."""

    def __init__(self, window: MainWindow, net: Net, qtbot: Any) -> None:
        self.window, self.net, self.qtbot = window, net, qtbot

    @property
    def flow(self) -> LinksFlow:
        return self.window.commands.links

    @property
    def panel(self) -> LinksPanel:
        return self.flow.panel

    def begin(self, *rows: Cells) -> None:
        """Fill the register, open the list, and tell beforehand what a check does."""
        self.wait(lambda: self.window.panes.welcoming)
        court = Court(
            0, (CourtName("Зразківський суд", "Зразківського суду"),), site="https://zr.court.gov.ua"
        )
        service = self.window.parts.service
        service.act(queries.start_blank, court, Q3, undoable=False)
        service.act(_add_rows, rows or ROWS, undoable=False)
        self.wait(lambda: self.window.table.rowCount() == len(rows or ROWS))
        self.window.parts.memory.put("links/told", True)
        self.flow.checks.make = self.net.checker
        self.window.actions_["links"].setChecked(True)
        self.wait(lambda: self.panel.model.rowCount() > 0)

    def wait(self, met: Callable[[], bool]) -> None:
        """Let the window work until something is true."""
        self.qtbot.waitUntil(met, timeout=20_000)
        settle()

    def check(self, action: str = "links_check") -> None:
        """Check, and wait for the end."""
        self.window.actions_[action].trigger()
        self.wait(self.still)

    def still(self) -> bool:
        """Whether nothing is on its way."""
        settle()
        return not self.flow.checks.under_way and not self.window.parts.jobs.busy

    def groups(self) -> dict[str, str]:
        """The word of each address that is listed."""
        model = self.panel.model
        return {
            model.link(number).target: model.index(number, Part.STATE).data()
            for number in range(model.rowCount())
        }

    def cell(self, target: str, part: Part) -> str:
        """What a line says in a column."""
        model = self.panel.model
        return str(model.index(model.row_of(target), part).data())

    def choose(self, target: str) -> None:
        """Choose a line."""
        self.panel.list.setFocus()
        self.panel.list.go(self.panel.model.row_of(target))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the list."""
        press(self.panel.list, key, modifiers)
        settle()

    def filter(self, group: LinkGroup | None) -> QToolButton:
        """The button of a group."""
        return self.panel.filters.button(group)

    def site_text(self, number: int) -> str:
        """The text of a row's links in the table."""
        event = self.window.table.event_at(number - 1)
        assert event is not None
        return event.cells.site_links


def _add_rows(register: Any, rows: tuple[Cells, ...]) -> Any:
    return register.add_rows(register.courts()[0].id, Q3, rows, label="Імпорт")
