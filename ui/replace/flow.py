"""The way of a replacement: what is looked for, what is found, one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from ui import wording
from ui.columns import COLUMNS
from ui.places import ALL, TRASH, TableQuery
from ui.register.desk import Outcome
from ui.replace.dialog import ReplaceDialog, Scope
from ui.replace.hits import Hit, Hits, Wanted, find, replaced

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class ReplaceFlow(QObject):
    """``finished`` says what was replaced."""

    finished = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._parts = window.parts
        self._dialog: ReplaceDialog | None = None
        self._chosen: frozenset[int] = frozenset()
        self._places = 0
        window.parts.service.changed.connect(self._look_again)

    def begin(self) -> None:
        """Open the window, or bring it to the front; what the search field holds is taken over."""
        self._window.panel.save()
        ids = self._window.page.view.selected_ids
        self._chosen = frozenset(ids)
        dialog = self.dialog
        if dialog is None:
            dialog = self._dialog = ReplaceDialog(self._window.table.place_of, self._window)
            dialog.wished.connect(self._look)
            dialog.agreed.connect(self._replace)
            dialog.visited.connect(self._visit)
        dialog.begin(self._window.search.text, some_chosen=len(ids) > 1)
        dialog.show()
        dialog.activateWindow()

    @property
    def dialog(self) -> ReplaceDialog | None:
        """The window, while it is open."""
        return self._dialog if self._dialog is not None and shiboken6.isValid(self._dialog) else None

    def _look(self) -> None:
        dialog, wanted = self.dialog, self._wanted()
        if dialog is None:
            return
        if wanted is None or not wanted.needle:
            dialog.show_nothing()
            return
        self._parts.service.ask(find, wanted, done=self._show, failed=self._refuse, key="replace")

    def _look_again(self, _outcome: Outcome) -> None:
        """Something changed: what is listed may stand elsewhere now."""
        if self.dialog is not None:
            self._look()

    def _wanted(self) -> Wanted | None:
        dialog, workspace = self.dialog, self._parts.workspace
        court, place = workspace.overview.court, workspace.place
        if dialog is None or court is None or place is None or place == TRASH:
            return None
        scope = dialog.scope.currentData()
        everywhere = Scope(scope) is Scope.ALL
        return Wanted(
            TableQuery(court.id, ALL if everywhere else place),
            dialog.needle.text(),
            dialog.columns,
            dialog.match_case.isChecked(),
            dialog.whole_words.isChecked(),
            self._chosen if Scope(scope) is Scope.CHOSEN else None,
        )

    def _show(self, hits: Hits) -> None:
        dialog = self.dialog
        if dialog is not None and hits.wanted == self._wanted():
            dialog.show_hits(hits)

    def _replace(self) -> None:
        dialog = self.dialog
        if dialog is None or not dialog.table.chosen:
            return
        self._places = len(dialog.table.chosen)
        needle, replacement = dialog.needle.text(), dialog.replacement.text()
        cells = replaced(dialog.table.chosen, replacement)
        label = f"Заміна «{_brief(needle)}» на «{_brief(replacement)}»"
        self._parts.service.write(cells, label=label, done=self._tell, failed=self._refuse)

    def _tell(self, outcome: Outcome) -> None:
        places = wording.counted(self._places, "місце", "місця", "місць")
        self.finished.emit(f"Замінено {places}: {wording.events(len(outcome.changed))}")

    def _visit(self, hit: Hit) -> None:
        self._window.page.view.choose(hit.event_id, COLUMNS.index(hit.column))

    def _refuse(self, error: BaseException) -> None:
        self._window.messenger.refuse(error)


def _brief(text: str) -> str:
    """What fits into the name of a step."""
    return text if len(text) <= 20 else f"{text[:19]}…"
