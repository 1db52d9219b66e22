"""The forms of the report: their editor, and which of them is for the report that is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.reports.form_choices import FormChoice
from ui.jobs import Lane
from ui.settings import form_work
from ui.settings.form_choice_dialog import FormChoiceDialog
from ui.settings.form_deeds import shown_report
from ui.settings.form_work import Shelf

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.settings.form_dialog import FormsDialog


class FormsFlow(QObject):
    """``finished`` says what was done; ``changed``: reports may have another form now."""

    finished = Signal(str)
    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._parts = window, window.parts
        self._said = ""
        self.dialog: FormsDialog | None = None

    def edit(self) -> None:
        """Show the editor of forms."""
        from ui.settings.form_dialog import FormsDialog

        self._window.panel.save()
        self.dialog = FormsDialog(self._parts, self._window)
        self.dialog.said.connect(self._tell)
        self.dialog.chosen.connect(self.changed)
        self.dialog.destroyed.connect(self._forget)
        self.dialog.open()

    def choose(self) -> None:
        """Ask which form the report that is shown has."""
        court, period = shown_report(self._parts)
        if court is not None and period is not None:
            work = partial(form_work.read_shelf, self._parts.forms)
            self._parts.jobs.start(Lane.DOCUMENTS, work, done=self._ask, failed=self._refuse)

    def _ask(self, shelf: Shelf) -> None:
        court, period = shown_report(self._parts)
        if court is None or period is None:
            return
        dialog = FormChoiceDialog(self._window, tuple(shelf.forms), shelf.choices, court.id, period)
        dialog.agreed.connect(self._choose)
        dialog.editing.connect(self.edit)
        dialog.open()

    def _choose(self, choice: FormChoice, dropped: tuple[FormChoice, ...]) -> None:
        self._said = f"Форма «{choice.name}»: {choice.words}"
        work = partial(form_work.choose_form, self._parts.forms, choice, dropped)
        self._parts.jobs.start(Lane.DOCUMENTS, work, kept=True, done=self._chosen, failed=self._refuse)

    def _chosen(self, _nothing: object) -> None:
        self._tell(self._said)

    def _tell(self, words: str) -> None:
        self.finished.emit(words)
        self.changed.emit()

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)

    def _forget(self) -> None:
        self.dialog = None
