"""The findings of the chosen event in the editor: each beneath its field, with what can be done."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from courtcomms.model import Column, Event, Finding
from ui import theme
from ui.editor.field import CellField
from ui.findings.model import HIDE, MEND
from ui.register.marks import WORDS

if TYPE_CHECKING:
    from ui.findings.flow import FindingsFlow
    from ui.main_window import MainWindow


class FindingsBeneath(QObject):
    """Keeps the notes beneath the fields in step with the findings and the event that is shown. An event
    that was just begun is not blamed for what is still empty, until the user has been elsewhere."""

    def __init__(self, window: MainWindow, flow: FindingsFlow) -> None:
        super().__init__(flow)
        self._panel = window.panel
        self._flow = flow
        self._notes: dict[Column, _Note] = {}
        self._begun = self._shown = 0
        window.commands.events.added.connect(self._begin)
        flow.changed.connect(self._show)
        # The window has shown the event by then: it was connected to both before.
        window.page.view.chosen.connect(self._show)
        window.table.dataChanged.connect(self._show)

    def _begin(self, event_id: int) -> None:
        self._begun = event_id

    def _show(self, *_signal: object) -> None:
        event = self._panel.event_shown
        found = self._of(event) if event is not None else ()
        for column, field in self._panel.fields.items():
            here = tuple(one for one in found if one.column is column)
            if column not in self._notes and here:
                self._notes[column] = _Note(field, self._flow)
            if column in self._notes:
                self._notes[column].tell(here)

    def _of(self, event: Event) -> tuple[Finding, ...]:
        """What is to be said of an event here."""
        if self._begun == self._shown != event.id:
            self._begun = 0
        self._shown = event.id
        found = self._flow.of(event.id)
        if event.id != self._begun:
            return found
        return tuple(one for one in found if one.column is None or event.cells[one.column].strip())


class _Note(QLabel):
    """The findings of one field, a line each. By keyboard the same is done in the list at the foot: Tab
    goes from field to field here."""

    def __init__(self, field: CellField, flow: FindingsFlow) -> None:
        super().__init__(field)
        self._flow = flow
        self._found: tuple[Finding, ...] = ()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        theme.quiet(self)
        self.setForegroundRole(theme.DOUBT)
        field.put_beneath(self)
        self.linkActivated.connect(self._act)

    def tell(self, found: tuple[Finding, ...]) -> None:
        """Show these findings; the same ones again change nothing."""
        if found == self._found:
            return
        self._found = found
        self.setText("<br>".join(_line(number, one) for number, one in enumerate(found)))
        plain = " ".join(one.message for one in found)
        self.setAccessibleName(f"Зауваження: {plain}")
        self.setVisible(bool(found))

    def _act(self, link: str) -> None:
        deed, number = link.split()
        finding = self._found[int(number)]
        if deed == "mend":
            self._flow.mend((finding,))
        else:
            self._flow.hide((finding,))


def _line(number: int, finding: Finding) -> str:
    """«Порада: Подвійний пробіл. Виправити · Приховати»."""
    mend = f'<a href="mend {number}">{MEND}</a> · ' if finding.repair is not None else ""
    severity = WORDS[finding.severity][0].capitalize()
    return f'{severity}: {escape(finding.message)} {mend}<a href="hide {number}">{HIDE}</a>'
