"""What is done with whole forms in their editor: new ones, names, farewells, reports, letterheads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from courtcomms.model import Court
from courtcomms.period import Period
from courtcomms.reports.form import load_form
from courtcomms.reports.form_choices import FormChoice
from courtcomms.reports.form_model import FormLetterhead
from ui import files
from ui.dialogs import Dialog
from ui.jobs import Lane
from ui.messages import sentence
from ui.parts import Parts
from ui.settings import form_work
from ui.settings.form_choice_dialog import FormChoiceDialog
from ui.settings.form_name_dialog import FormNameDialog, free_name

if TYPE_CHECKING:
    from ui.settings.form_dialog import FormsDialog

_FOLDER = "letterhead"


class FormDeeds(QObject):
    """The buttons of the list and of the letterhead."""

    def __init__(self, dialog: FormsDialog, parts: Parts) -> None:
        super().__init__(dialog)
        self._dialog, self._parts = dialog, parts
        self._source = load_form()
        #: The form that a letterhead was chosen for.
        self._headed = ""
        shelf = dialog.list
        shelf.creating.clicked.connect(partial(self._ask_new, copied=False))
        shelf.copying.clicked.connect(partial(self._ask_new, copied=True))
        shelf.renaming.clicked.connect(self._ask_rename)
        shelf.deleting.clicked.connect(self._ask_delete)
        shelf.using.clicked.connect(self._ask_use)
        dialog.letterhead.wanted.connect(self._ask_letterhead)

    def _ask_new(self, *, copied: bool) -> None:
        drafts = self._dialog.drafts
        if drafts is None:
            return
        self._source = drafts.form if copied else load_form()
        offered = f"{drafts.current} (копія)" if copied else "Нова форма"
        title = "Копія форми" if copied else "Нова форма"
        self._ask_name(title, "Створити", free_name(offered, drafts.names), drafts.names, self._create)

    def _ask_rename(self) -> None:
        drafts = self._dialog.drafts
        if drafts is not None:
            others = [name for name in drafts.names if name != drafts.current]
            self._ask_name("Назва форми", "Перейменувати", drafts.current, others, self._rename)

    def _ask_name(
        self, title: str, action: str, name: str, taken: Sequence[str], done: Callable[[str], None]
    ) -> None:
        dialog = FormNameDialog(self._dialog, title, action, name, taken)
        dialog.named.connect(done)
        dialog.open()

    def _create(self, name: str) -> None:
        self._dialog.work(form_work.create_form, name, self._source, done=self._dialog.take)

    def _rename(self, name: str) -> None:
        drafts = self._dialog.drafts
        if drafts is not None and name != drafts.current:
            self._dialog.work(form_work.rename_form, drafts.current, name, done=self._dialog.take_renamed)

    def _ask_delete(self) -> None:
        drafts = self._dialog.drafts
        if drafts is None:
            return
        uses = [choice.words for choice in self._dialog.shelf.choices if choice.name == drafts.current]
        where = f" Її вибрано для: {'; '.join(uses)}. Там діятиме стандартна форма." if uses else ""
        lead = f"Форми «{drafts.current}» не буде в переліку.{where} Її файл лишиться в теці форм."
        question = Dialog(self._dialog, "Видалити форму?", lead, "Видалити", topic=self._dialog.TOPIC)
        question.accepted.connect(self._delete)
        question.open()

    def _delete(self) -> None:
        drafts = self._dialog.drafts
        if drafts is not None:
            self._dialog.work(form_work.delete_form, drafts.current, done=self._dialog.take)

    def _ask_use(self) -> None:
        drafts = self._dialog.drafts
        court, period = shown_report(self._parts)
        if drafts is None:
            return
        if court is None or period is None:
            self._dialog.tell("Спершу відкрийте звіт у вікні програми: форму вибирають для нього.")
            return
        choices = self._dialog.shelf.choices
        dialog = FormChoiceDialog(self._dialog, drafts.names, choices, court.id, period, drafts.current)
        dialog.edit.hide()
        dialog.agreed.connect(self._use)
        dialog.open()

    def _use(self, choice: FormChoice, dropped: tuple[FormChoice, ...]) -> None:
        self._dialog.work(form_work.choose_form, choice, dropped, done=self._used)

    def _used(self, _nothing: object) -> None:
        self._dialog.work(form_work.read_shelf, done=self._dialog.show_uses)

    def _ask_letterhead(self) -> None:
        folder = self._parts.memory.folder(_FOLDER)
        dialog = files.documents_dialog(self._dialog, "Бланк звіту", folder, [files.WORD])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def take_file(self, name: str) -> None:
        """Let a file be the letterhead of the form in hand."""
        if self._dialog.drafts is None:
            return
        path, self._headed = Path(name), self._dialog.drafts.current
        self._parts.memory.put_folder(_FOLDER, path.parent)
        self._parts.jobs.start(
            Lane.DOCUMENTS,
            partial(form_work.keep_letterhead, self._parts.forms, path),
            done=self._take_letterhead,
            failed=self._refuse_letterhead,
        )

    def _take_letterhead(self, made: tuple[FormLetterhead, tuple[str, ...]]) -> None:
        drafts = self._dialog.drafts
        if drafts is not None and self._headed in drafts.names:
            self._dialog.list.go(self._headed)  # another form may be looked at by now
            self._dialog.letterhead.take(*made)

    def _refuse_letterhead(self, error: BaseException) -> None:
        self._dialog.letterhead.refuse(sentence(error))


def shown_report(parts: Parts) -> tuple[Court | None, Period | None]:
    """The court, and the period of the report that is shown, if one is."""
    place = parts.workspace.place
    return parts.workspace.overview.court, place.period if place is not None else None
