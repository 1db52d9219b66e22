"""«Форми звіту»: the forms on the left, the fields of one in the middle, the report in it on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTabWidget, QWidget

from courtcomms.reports.form import load_form
from courtcomms.reports.form_library import STANDARD
from ui import theme
from ui.dialogs import Dialog
from ui.jobs import Lane
from ui.marked_tabs import MarkedTabs
from ui.messages import sentence
from ui.parts import Parts
from ui.settings import form_work
from ui.settings.form_columns import ColumnsPart
from ui.settings.form_deeds import FormDeeds, shown_report
from ui.settings.form_drafts import FormDrafts
from ui.settings.form_letterhead import LetterheadPart
from ui.settings.form_list import FormList
from ui.settings.form_page import PagePart
from ui.settings.form_part import FormPart, scrolled
from ui.settings.form_preview import FormPreview
from ui.settings.form_tail import TailPart
from ui.settings.form_titles import TitlesPart
from ui.settings.form_work import Shelf

_LEAD = "Форма визначає, що стоїть над таблицею, у ній та під нею. Зміни набудуть чинності після збереження."
_SIZE = (1320, 660)
_PANES = (210, 500, 580)
#: The least width in which every field of the editor is seen whole.
_FIELDS = 440
#: The width in which the name of the question about unsaved changes is seen whole.
_QUESTION = 480
_NAMES = ("Рядки", "Колонки", "Сторінка і шрифт", "Підписи", "Бланк")
#: The page of which the last sheet shows what is changed.
_AT_THE_END = _NAMES.index("Підписи")


class FormsDialog(Dialog):
    """``said`` tells what was saved, ``chosen`` that reports have another form; nothing of a form is written
    until «Зберегти»."""

    TOPIC = "forms"

    said = Signal(str)
    chosen = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Форми звіту", _LEAD, "Зберегти")
        self._parts = parts
        self._drafts: FormDrafts | None = None
        self._shelf = Shelf({}, ())
        self.list = FormList(self)
        self.titles, self.columns, self.page = TitlesPart(self), ColumnsPart(self), PagePart(self)
        self.tail, self.letterhead = TailPart(self), LetterheadPart(self)
        self.preview = FormPreview(parts.jobs, self)
        self.tabs = QTabWidget(self)
        self.tabs.setTabBar(MarkedTabs(self.tabs))
        self.note = QLabel(self)
        self._build()
        self._connect()
        self.deeds = FormDeeds(self, parts)
        self._show_state()
        court, period = shown_report(parts)
        self.work(form_work.open_shelf, court.id if court else 0, period, done=self.take)
        parts.service.ask(form_work.read_example, court, period, done=self.preview.take)

    @property
    def pages(self) -> tuple[FormPart, ...]:
        """The pages of the editor."""
        return self.titles, self.columns, self.page, self.tail, self.letterhead

    @property
    def shelf(self) -> Shelf:
        """The forms as they lie on disk."""
        return self._shelf

    @property
    def drafts(self) -> FormDrafts | None:
        """The forms as they are being edited, once they are read."""
        return self._drafts

    def accept(self) -> None:
        """Save what was changed and close; with a mistake in a form nothing is written."""
        drafts = self._drafts
        if drafts is None or drafts.unsound():
            return
        if not drafts.unsaved:
            super().accept()
            return
        for pane in (self.action, self.list, self.tabs):
            pane.setEnabled(False)  # what is typed now would not be saved
        self.work(form_work.save_forms, drafts.unsaved, done=self._saved)

    def reject(self) -> None:
        """Close; changes that are not saved are asked about first."""
        unsaved = self._drafts.unsaved if self._drafts is not None else {}
        if not unsaved:
            super().reject()
            return
        lead = f"Є незбережені зміни: {_quoted(unsaved)}. Якщо закрити це вікно, їх не буде."
        question = Dialog(self, "Закрити без збереження?", lead, "Закрити без збереження", topic=self.TOPIC)
        question.cancel.setText("&Повернутися")
        question.cancel.setDefault(True)
        question.cancel.setFocus()
        question.setMinimumWidth(_QUESTION)
        question.accepted.connect(self._give_up)
        question.open()

    def _give_up(self) -> None:
        super().reject()

    def work(self, work: Callable[..., Any], *arguments: object, done: Callable[[Any], None]) -> None:
        """Do something with the forms on disk; a refusal is told at the foot."""
        self._parts.jobs.start(
            Lane.DOCUMENTS,
            partial(work, self._parts.forms, *arguments),
            kept=True,
            done=done,
            failed=self._refuse,
        )

    def take(self, made: tuple[str, Shelf]) -> None:
        """Show the forms as they lie on disk, and one of them."""
        self._take(made)

    def take_renamed(self, made: tuple[str, str, Shelf]) -> None:
        """Show the forms after one got another name; what is unsaved of it goes with it."""
        old, new, shelf = made
        self._take((new, shelf), (old, new))

    def _take(self, made: tuple[str, Shelf], renamed: tuple[str, str] | None = None) -> None:
        current, self._shelf = made
        if self._drafts is None:
            self._drafts = FormDrafts(self._shelf.forms, STANDARD)
        self._drafts.taken(self._shelf.forms, current, renamed)
        self.list.show_drafts(self._drafts)
        self._load()
        self.tell(" ".join(self._shelf.told))

    def show_uses(self, shelf: Shelf) -> None:
        """The choices lie on disk otherwise now."""
        self._shelf = shelf
        self.chosen.emit()
        if self._drafts is not None:
            self.list.show_uses(shelf.choices, self._drafts.current)

    def tell(self, words: str) -> None:
        """Say something at the foot."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _build(self) -> None:
        for page, name in zip(self.pages, _NAMES, strict=True):
            self.tabs.addTab(scrolled(page, name), name)
        self.tabs.setAccessibleName("Поля форми")
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.setChildrenCollapsible(False)
        for pane in (self.list, self.tabs, self.preview):
            panes.addWidget(pane)
        self.tabs.setMinimumWidth(_FIELDS)
        panes.setSizes(list(_PANES))
        panes.setStretchFactor(2, 1)
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        theme.quiet(self.note)
        self.note.setForegroundRole(theme.DOUBT)
        self.body.addWidget(panes, 1)
        self.body.addWidget(self.note)
        room = self.screen().availableSize()
        if (parent := self.parentWidget()) is not None:
            room = room.expandedTo(parent.size())
        self.resize(min(_SIZE[0], room.width() - 20), min(_SIZE[1], room.height() - 60))

    def _connect(self) -> None:
        for page in self.pages:
            page.changed.connect(self._change)
        self.tabs.currentChanged.connect(self._turn)
        self.list.chosen.connect(self._go)
        self.list.restoring.clicked.connect(self._restore)

    def _saved(self, _nothing: object) -> None:
        assert self._drafts is not None
        self.said.emit(f"Збережено форму {_quoted(self._drafts.unsaved)}")
        super().accept()

    def _refuse(self, error: BaseException) -> None:
        self._show_state()
        self.tell(sentence(error))

    def _go(self, name: str) -> None:
        if self._drafts is not None:
            self._drafts.current = name
            self._load()

    def _load(self) -> None:
        drafts = self._drafts
        assert drafts is not None
        for page in self.pages:
            page.load(drafts.form)
        self.columns.count(drafts.form)
        self.list.show_uses(self._shelf.choices, drafts.current)
        self._show_state()
        self.preview.show_form(drafts.form)

    def _change(self) -> None:
        drafts = self._drafts
        if drafts is None:
            return
        form = drafts.form
        for page in self.pages:
            form = page.applied(form)
        self.columns.count(form)
        drafts.put(form)
        self.tell("")
        self._show_state()
        if not drafts.unsound():
            self.preview.show_form(form)

    def _show_state(self) -> None:
        drafts = self._drafts
        self.action.setEnabled(drafts is not None and bool(drafts.unsaved) and not drafts.unsound())
        for pane in (self.list, self.tabs):
            pane.setEnabled(drafts is not None)  # nothing is typed that reading would overwrite
        if drafts is None:
            self.tell("")
            return
        told = drafts.remarks()
        for place, page in enumerate(self.pages):
            page.show_remarks(told)
            grave = any(told[field].grave for field in page.remarks if field in told)
            self.tabs.setTabText(place, f"{_NAMES[place]} (!)" if grave else _NAMES[place])
        self.list.mark(drafts)
        others = [name for name in drafts.unsound() if name != drafts.current]
        if others:
            self.tell(f"У формі {_quoted(others)} є помилка: виправте її, щоб зберегти зміни.")

    def _turn(self, place: int) -> None:
        self.preview.turn_to(last=place == _AT_THE_END)

    def _restore(self) -> None:
        """The fields as the standard form has them; saved only when the user says so."""
        if self._drafts is not None:
            self._drafts.put(load_form())
            self._load()


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)
