"""Pasting: what was copied is read in a worker, then written into cells or shown as rows to be added."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from courtcomms.model import Cells, Column
from ui import wording
from ui.clipboard import questions
from ui.clipboard.copy_flow import TOO_MANY
from ui.clipboard.pasting import Reading, Target, Write, read
from ui.clipboard.selection import Selection, selected
from ui.columns import COLUMNS
from ui.jobs import Lane
from ui.places import TRASH, Place
from ui.register.desk import Outcome

if TYPE_CHECKING:
    from courtcomms.importing.clips.rows import CopiedRows, RowsPlan
    from ui.clipboard.preview import PasteDialog
    from ui.main_window import MainWindow

_NOTHING = "У буфері обміну немає тексту, який можна вставити"
_NUMBER = "Номер рядка програма ставить сама: вставляйте в інші колонки"
_SAME = "Нічого не змінилося: у клітинках уже стоїть те саме"
_TRASHED = (
    "У кошику нічого не змінюють: не вставлено, скопійоване лишилося в буфері. "
    "Спершу відновіть захід із кошика."
)
_SUBMITTED = (
    "Цей звіт подано, тож його лише переглядають: не вставлено, скопійоване лишилося в буфері. "
    "Щоб змінити звіт, поверніть його до чернетки."
)
#: Signs to read and cells to write from which on the status line says what is under way.
_LONG, _MANY = 200_000, 500


class PasteFlow(QObject):
    """``finished`` says what was pasted."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._place: Place | None = None
        self._target: Target | None = None
        self._top = 0
        self._after = 0
        self._awaited = 0
        self._reading = Reading()
        self._dialog: PasteDialog | None = None
        window.table.listed.connect(self._choose_awaited)

    @property
    def dialog(self) -> PasteDialog | None:
        """The preview, while it is open."""
        return self._dialog if self._dialog is not None and shiboken6.isValid(self._dialog) else None

    def begin(self, *, rows_wanted: bool = False) -> None:
        """Paste into the chosen cells, or rows behind the current one."""
        self._window.panel.save()
        if self._window.table.hits is None:
            # Where the rows end, others would be added.
            self._window.table.when_whole(partial(self.begin, rows_wanted=rows_wanted))
            return
        situation, view = self._window.situation, self._window.page.view
        if not situation.writable:
            if situation.place == TRASH or situation.submitted:
                self._window.messenger.warn(_TRASHED if situation.place == TRASH else _SUBMITTED)
            return
        selection = selected(view)
        if selection is None:
            self._window.messenger.warn(TOO_MANY)
            return
        html, text = _copied()
        self._place, self._after = situation.place, view.current_id
        self._target = self._target_of(selection)
        work = partial(read, html, text, self._target, rows_wanted=rows_wanted)
        label = "Читаю скопійоване…" if len(html or text or "") > _LONG else ""
        self._parts.jobs.start(
            Lane.DOCUMENTS, work, label=label, key="paste", done=self._take, failed=self._refuse
        )

    def _target_of(self, selection: Selection) -> Target | None:
        if not selection:
            return None
        self._top, left = selection.rows[0], selection.columns[0]
        cells = frozenset((row - self._top, column - left) for row, column in selection.cells)
        return Target(self._window.table.ids[self._top :], left, cells)

    def _take(self, reading: Reading) -> None:
        if self._parts.workspace.place != self._place:
            return
        self._reading = reading
        if reading.empty:
            self.finished.emit(_NOTHING)
        elif reading.addresses:
            self._window.commands.drafts.begin_with(reading.addresses)
        elif reading.writes:
            self._write(reading.writes)
        elif reading.rows is not None:
            self._preview("")
        else:
            self.finished.emit(_NUMBER)

    def _write(self, writes: Sequence[Write]) -> None:
        table = self._window.table
        seen: dict[tuple[int, Column], str] = {}
        changed = 0
        for one in writes:
            event = table.event_at(table.row_of(one.event_id))
            if event is not None and not self._parts.service.writing:
                seen[one.event_id, one.column] = event.cells[one.column]
            same = event is not None and event.cells[one.column] == one.text
            changed += not same or event.cells.anchors_of(one.column) != one.anchors
        label = f"Вставлено: {wording.counted(changed, 'клітинка', 'клітинки', 'клітинок')}"
        self._parts.service.act(
            questions.write,
            tuple(writes),
            seen,
            label,
            label="Вставляю…" if len(writes) > _MANY else "",
            done=self._written,
            failed=self._refuse,
        )

    def _written(self, outcome: Outcome) -> None:
        said = [outcome.label if outcome else _SAME]
        left = self._reading.left_out
        if left:
            said.append(f"праворуч не вмістилося: {wording.counted(left, 'стовпець', 'стовпці', 'стовпців')}")
        notes = self._reading.notes
        if notes:
            said.append(f"⚠ {notes[0]}" + (f" і ще {len(notes) - 1}" if len(notes) > 1 else ""))
        self.finished.emit("; ".join(said))
        self._show_written()
        if self._reading.rows is not None:
            self._preview(f"{said[0]}. ")

    def _show_written(self) -> None:
        """What was pasted is chosen, as in a spreadsheet."""
        table, view = self._window.table, self._window.page.view
        rows = [table.row_of(one.event_id) for one in self._reading.writes]
        sections = [COLUMNS.index(one.column) for one in self._reading.writes]
        if len(rows) > 1 and min(rows) >= 0:
            first = table.index(min(rows), min(sections))
            last = table.index(max(rows), max(sections))
            mode = QItemSelectionModel.SelectionFlag.ClearAndSelect
            view.selectionModel().select(QItemSelection(first, last), mode)

    def _preview(self, before: str) -> None:
        from ui.clipboard.preview import PasteDialog

        rows, plan = self._reading.rows, self._reading.plan
        if rows is None or plan is None:
            return
        lead = before + (
            "Нижче таблиці рядків не вистачило: решту можна додати як нові заходи. " if before else ""
        )
        self._dialog = PasteDialog(rows.columns, plan, self._whither(), lead, self._window)
        self._dialog.rechosen.connect(self._replan)
        self._dialog.agreed.connect(self._add)
        self._dialog.open()
        self._ask_known(plan)

    def _ask_known(self, plan: RowsPlan) -> None:
        """Find out which rows the report has already."""
        court, place = self._parts.workspace.overview.court, self._place
        if court is not None and place is not None and place.period is not None and plan.rows:
            question = (questions.known_rows, court.id, place.period, plan.rows)
            self._parts.service.ask(*question, done=self._show_known, failed=self._refuse, key="paste-known")

    def _show_known(self, answer: tuple[Sequence[Cells], Sequence[bool]]) -> None:
        if self.dialog is not None:
            self.dialog.show_known(*answer)

    def _whither(self) -> str:
        """Where rows will go, as the end of a sentence."""
        if self._place is None or self._place.period is None:
            return "до реєстру"
        number = self._window.table.place_of(self._after)
        behind = f", після рядка № {number}" if number and not self._reading.writes else ""
        return f"до звіту за {self._place.period.title}{behind}"

    def _replan(self, choice: Sequence[Column | None]) -> None:
        rows: CopiedRows | None = self._reading.rows
        if rows is not None:
            work = partial(rows.plan, tuple(choice))
            self._parts.jobs.start(
                Lane.DOCUMENTS, work, key="paste-plan", done=self._show_plan, failed=self._refuse
            )

    def _show_plan(self, plan: RowsPlan) -> None:
        if self.dialog is not None:
            self.dialog.show_plan(plan)
            self._ask_known(plan)

    def _add(self, rows: Sequence[Cells]) -> None:
        court, place = self._parts.workspace.overview.court, self._place
        if court is None or place is None:
            return
        after = self._target.ids[-1] if self._reading.writes and self._target else self._after
        label = f"Вставлено: {wording.events(len(rows))}"
        self._parts.service.act(
            questions.add_rows,
            court.id,
            place.period,
            tuple(rows),
            label,
            (after or None) if place.period is not None else None,
            label="Вставляю…",
            done=self._added,
            failed=self._refuse,
        )

    def _added(self, outcome: Outcome) -> None:
        """What is looked for must not hide the new rows."""
        self.finished.emit(outcome.label)
        self._awaited = outcome.created[0] if outcome.created else 0
        if self._window.search.text:
            self._window.search.clear()
            self._window.page.search("")

    def _choose_awaited(self) -> None:
        awaited, self._awaited = self._awaited, 0
        if awaited and not self._window.page.view.choose(awaited):
            self._awaited = awaited if self._parts.workspace.place == self._place else 0

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)


def _copied() -> tuple[str | None, str | None]:
    """What the clipboard holds as HTML and as plain text; an empty one holds no data at all."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:
        return None, None
    return data.html() if data.hasHtml() else None, data.text() if data.hasText() else None
