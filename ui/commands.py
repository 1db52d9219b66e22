"""What each action of the table of actions does: the flows by name, and the shortest slots themselves."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from ui.editor.joining import EditorJoin
from ui.file_commands import FileCommands
from ui.first_steps import FirstSteps
from ui.places import TRASH
from ui.register.flow import EventFlow
from ui.register.habits_commands import RowCommands
from ui.view_commands import ViewCommands

if TYPE_CHECKING:
    from ui.clipboard.flow import ClipboardFlow
    from ui.editor.flow import DetailsFlow
    from ui.findings.flow import FindingsFlow
    from ui.help.flow import HelpFlow
    from ui.imports.flow import ImportFlow
    from ui.links.drafts_flow import DraftsFlow
    from ui.links.flow import LinksFlow
    from ui.main_window import MainWindow
    from ui.pages.flow import PagesFlow
    from ui.replace.flow import ReplaceFlow
    from ui.report.export_flow import ExportFlow
    from ui.report.inclusion_flow import InclusionFlow
    from ui.report.quarter_flow import QuarterFlow
    from ui.report.standing_flow import StandingFlow
    from ui.report.submission_flow import SubmissionFlow
    from ui.report.summary_flow import SummaryFlow
    from ui.settings.form_flow import FormsFlow


#: The findings of what is shown and its links are sought so long after its rows are on the screen, in
#: milliseconds: what they need is loaded then.
FINDINGS_LATER, LINKS_LATER = 60, 1000


class Commands(QObject):
    """The slots that the table of actions names by their path from here.

    Flows and dialogs are imported when first asked for, so that the window is there sooner.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        parts, messenger = window.parts, window.messenger
        self.events = EventFlow(parts.service, parts.workspace, window.table, window.page.view, messenger)
        self.events.finished.connect(window.status.note)
        self.rows = RowCommands(window, self)
        self.files = FileCommands(window, self)
        self.steps = FirstSteps(window, self)
        self.view = ViewCommands(window, self)
        self.editing = EditorJoin(window, self)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._meet_findings)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._meet_links)

    def prepare(self) -> None:
        """Before any action: what is being typed in the table is kept, as a spreadsheet does."""
        self._window.page.view.finish_typing()

    @cached_property
    def importing(self) -> ImportFlow:
        """The way of an import."""
        from ui.imports.flow import ImportFlow

        flow = ImportFlow(self._window, self._parts, self._window.messenger)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def exporting(self) -> ExportFlow:
        """The way of an export."""
        from ui.report.export_flow import ExportFlow

        flow = ExportFlow(self._window, self._parts, self._window.messenger)
        flow.remark = self.findings.remark
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def summary(self) -> SummaryFlow:
        """The way of a table over several quarters."""
        from ui.report.summary_flow import SummaryFlow

        flow = SummaryFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def pages(self) -> PagesFlow:
        """The report on sheets, on the screen and on paper."""
        from ui.pages.flow import PagesFlow

        flow = PagesFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    def _lay_anew(self) -> None:
        """A form is another one: the sheets follow."""
        if "pages" in self.__dict__:
            self.pages.look()

    @cached_property
    def clipboard(self) -> ClipboardFlow:
        """Copying out of the table and pasting into it."""
        from ui.clipboard.flow import ClipboardFlow

        flow = ClipboardFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def replacing(self) -> ReplaceFlow:
        """Find and replace."""
        from ui.replace.flow import ReplaceFlow

        flow = ReplaceFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def help(self) -> HelpFlow:
        """The manual, the keys, the versions."""
        from ui.help.flow import HelpFlow

        return HelpFlow(self._window)

    @cached_property
    def quarter(self) -> QuarterFlow:
        """The way of a new quarter."""
        from ui.report.quarter_flow import QuarterFlow

        flow = QuarterFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def standing(self) -> StandingFlow:
        """Ending standing events."""
        from ui.report.standing_flow import StandingFlow

        flow = StandingFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def inclusion(self) -> InclusionFlow:
        """Rows into a report and out of it."""
        from ui.report.inclusion_flow import InclusionFlow

        flow = InclusionFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def submission(self) -> SubmissionFlow:
        """The way of a report out."""
        from ui.report.submission_flow import SubmissionFlow

        flow = SubmissionFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    def follow_report(self) -> None:
        """Another report is shown, or it became another: the submitted ones have their banner."""
        if self._window.situation.submitted or "submission" in self.__dict__:
            self.submission.follow()

    def show_report_menu(self, where: QPoint) -> None:
        """What can be done with the report that is shown, at a point of the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Дії зі звітом")
        self._window.actions_.fill_report_menu(menu)
        menu.popup(where)

    @cached_property
    def forms(self) -> FormsFlow:
        """The forms of the report."""
        from ui.settings.form_flow import FormsFlow

        flow = FormsFlow(self._window)
        flow.finished.connect(self._window.status.note)
        flow.changed.connect(self._lay_anew)
        return flow

    @cached_property
    def findings(self) -> FindingsFlow:
        """The check of the report that is shown, and its findings."""
        from ui.findings.flow import FindingsFlow

        flow = FindingsFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    def wake_findings(self) -> None:
        """The rows are on the screen: from now on the report is checked by itself."""
        if "findings" in self.__dict__:
            self.findings.look()
        else:
            self._soon.start(FINDINGS_LATER)

    def _meet_findings(self) -> None:
        self.findings.look()

    @cached_property
    def links(self) -> LinksFlow:
        """The links of what is shown: their list, their check, their repair."""
        from ui.links.flow import LinksFlow

        flow = LinksFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    @cached_property
    def drafts(self) -> DraftsFlow:
        """From pasted addresses to rows."""
        from ui.links.drafts_flow import DraftsFlow

        flow = DraftsFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    def wake_links(self) -> None:
        """The rows are on the screen: from now on their links are listed; at once where the list is open."""
        if self._window.panes.page == "links":
            self.links.look()
        elif "links" not in self.__dict__:
            self._later.start(LINKS_LATER)

    def _meet_links(self) -> None:
        self.links.look()

    def stop_checks(self) -> None:
        """The window closes: nothing more is asked of the network."""
        if "links" in self.__dict__:
            self.links.close()

    def check_again(self) -> None:
        """The events are understood otherwise: what was found in them may be too."""
        self.findings.checker.read_again()

    @cached_property
    def details(self) -> DetailsFlow:
        """What is done around the editor."""
        from ui.editor.flow import DetailsFlow

        flow = DetailsFlow(self._window)
        flow.finished.connect(self._window.status.note)
        return flow

    def undo(self) -> None:
        self._window.panel.save()
        self._parts.history.undo()

    def redo(self) -> None:
        self._window.panel.save()
        self._parts.history.redo()

    def add_event(self) -> None:
        self._window.panel.save()
        self.events.add()

    def trash_event(self) -> None:
        self._window.panel.save()
        self.events.trash()

    def restore_event(self) -> None:
        self.events.restore()

    def find(self) -> None:
        self._window.search.begin()

    def step(self) -> None:
        """The one step that an empty table offers."""
        if self._window.search.text:
            self._window.search.clear()
        elif self._parts.workspace.place != TRASH:
            self.add_event()

    def edit_first(self) -> None:
        """Begin to fill in the chosen event."""
        self._window.actions_["editor"].setChecked(True)
        self._window.panel.focus_first()
