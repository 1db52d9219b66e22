"""A look at copied rows before they are added: which column is what, which rows are taken, what is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from courtcomms.model import Cells, Column
from ui import theme, wording
from ui.clipboard.preview_table import ColumnChoice, PasteModel, PasteTable
from ui.columns import short
from ui.dialogs import Dialog

if TYPE_CHECKING:
    from courtcomms.importing.clips.rows import RowsPlan, SourceOfColumn

_SIZE = (1240, 620)
_NOTES_SHOWN = 4
_LEAD = (
    "Поки що нічого не додано. Перевірте над кожним стовпцем, чим він є, і зніміть позначку з зайвих рядків."
)


class PasteDialog(Dialog):
    """``rechosen`` asks what other columns would give; ``agreed`` tells the rows to add.

    ``whither`` ends the sentence about them: «до звіту за …».
    """

    TOPIC = "table"

    rechosen = Signal(object)
    agreed = Signal(object)

    def __init__(
        self,
        sources: Sequence[SourceOfColumn],
        plan: RowsPlan,
        whither: str,
        lead: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "Вставлення рядків", lead + _LEAD, "Додати")
        self._whither = whither
        self._plan = plan
        self._known: tuple[str, ...] = ()
        self.choices = [self._choice(number, source) for number, source in enumerate(sources, 1)]
        headings = [source.heading or f"Стовпець {number}" for number, source in enumerate(sources, 1)]
        self.model = PasteModel(headings, self)
        self.table = PasteTable(self.model, self.choices, self)
        self.every = QCheckBox("Узяти &всі рядки", self)
        self._count = QLabel(self)
        self._notes = QPlainTextEdit(self)
        self._build()
        self.show_plan(plan)
        self.resize(*_SIZE)
        self.table.setFocus()

    def _choice(self, number: int, source: SourceOfColumn) -> ColumnChoice:
        choice = ColumnChoice(source.column, self)
        choice.setAccessibleName(
            f"Чим є стовпець {number}" + (f" «{source.heading}»" if source.heading else "")
        )
        choice.currentIndexChanged.connect(self._rechoose)
        choice.reached.connect(self._follow)
        return choice

    def _build(self) -> None:
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        theme.strong(self._count)
        self._notes.setReadOnly(True)
        self._notes.setTabChangesFocus(True)
        self._notes.setAccessibleName("Що буде залишено і на що зважити")
        self.every.setTristate(True)
        self.every.clicked.connect(self._tick_all)
        self.model.ticked.connect(self._recount)
        foot = QHBoxLayout()
        foot.addWidget(self.every)
        foot.addStretch(1)
        foot.addWidget(self._count)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(foot)
        self.body.addWidget(self._notes)
        order = [*self.choices, self.table, self.every, self._notes, self.cancel, self.action]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    @property
    def choice(self) -> tuple[Column | None, ...]:
        """What each copied column is, as chosen."""
        return tuple(choice.column for choice in self.choices)

    @property
    def summary(self) -> str:
        """What is said about the number of rows."""
        return self._count.text()

    @property
    def notes(self) -> str:
        """What is told beneath the rows."""
        return self._notes.toPlainText()

    def show_plan(self, plan: RowsPlan) -> None:
        """Show what the present choice of columns gives."""
        self._plan, self._known = plan, ()
        self.model.fill(plan.sources, [column is not None for column in self.choice])
        self._tell()

    def show_known(self, rows: Sequence[Cells], known: Sequence[bool]) -> None:
        """Say which rows stand in the report already. Where others do not, these are not ticked; all of them
        were copied to be there twice."""
        if rows is not self._plan.rows or not any(known):
            return
        left = not all(known)
        numbers = ", ".join(str(number) for number, here in enumerate(known, 1) if here)
        deed = "тому не позначено" if left else "буде додано ще раз"
        rows_of = "рядок" if sum(known) == 1 else "рядки"
        self._known = (f"Уже є у звіті (та сама назва і дата): {rows_of} {numbers} — {deed}.",)
        self.model.know(known, leave=left)
        self._tell()

    def _tell(self) -> None:
        """What to mind, beneath the rows."""
        notes = [*self._known, *self._doubts(), *self._plan.told]
        self._notes.setPlainText("\n".join(f"⚠ {note}" for note in notes))
        lines = min(len(notes), _NOTES_SHOWN)
        margins = round(self._notes.document().documentMargin()) + self._notes.frameWidth()
        around = 2 * margins + theme.GRID // 2
        self._notes.setFixedHeight(lines * self._notes.fontMetrics().lineSpacing() + around)
        self._notes.setVisible(bool(notes))
        self._recount()

    def accept(self) -> None:
        """Tell the ticked rows and close."""
        ticks = self.model.ticks
        self.agreed.emit([row for row, on in zip(self._plan.rows, ticks, strict=True) if on])
        super().accept()

    def _doubts(self) -> list[str]:
        """What the choice of columns means beside the obvious."""
        doubts = []
        if Column.TITLE not in self.choice:
            doubts.append(f"Жоден стовпець не позначено як «{short(Column.TITLE)}»: заходи будуть без назви.")
        counts = Counter(column for column in self.choice if column is not None)
        doubts += [
            f"«{short(column)}» вибрано для кількох стовпців: їхній текст буде з'єднано рядок під рядком."
            for column, count in counts.items()
            if count > 1
        ]
        return doubts

    def _rechoose(self) -> None:
        self.action.setEnabled(False)
        self.rechosen.emit(self.choice)

    def _follow(self) -> None:
        """The column whose choice has the focus comes into sight."""
        for section, choice in enumerate(self.choices, 1):
            if choice.hasFocus() and self.model.rowCount():
                row = max(self.table.rowAt(0), 0)
                self.table.scrollTo(self.model.index(row, section))

    def _tick_all(self) -> None:
        self.model.tick_all(not all(self.model.ticks))

    def _recount(self) -> None:
        taken, total = sum(self.model.ticks), len(self.model.ticks)
        every, none = taken == total and total > 0, taken == 0
        state = Qt.CheckState.Checked if every else Qt.CheckState.PartiallyChecked
        self.every.setCheckState(Qt.CheckState.Unchecked if none else state)
        self.every.setEnabled(total > 0)
        events = wording.events(taken)
        self._count.setText(f"Буде додано: {events} {self._whither}" if taken else "Нічого не буде додано")
        self.action.setText(f"Додати {wording.rows(taken)}" if taken else "Додати")
        self.action.setEnabled(taken > 0)
