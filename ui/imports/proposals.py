"""What is proposed beyond taking rows: the same events of several quarters, reports kept as sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui import wording
from ui.imports.batch import Key, key_of
from ui.imports.words import doubts

if TYPE_CHECKING:
    from courtcomms.services.import_model import ImportPlan, PlannedRow

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_TITLE = 90


@dataclass(frozen=True, slots=True)
class Proposal:
    """``row`` is -1 for a report as a whole; one without a ``key`` follows from the others."""

    text: str
    on: bool
    key: Key | None = None
    row: int = -1


def proposals(plan: ImportPlan) -> tuple[Proposal, ...]:
    """The proposals of a plan: rows first, then reports."""
    found: list[Proposal] = []
    for report in plan.reports:
        if report.frozen:
            continue
        for number, row in enumerate(report.rows):
            if row.match is not None and not row.match.own_report:
                text, on = _joining(report.period.name, number, row), row.decision.value == "join"
                found.append(Proposal(text, on, key_of(report.document), number))
    for report in plan.reports:
        if report.sent and not report.frozen:
            key = None if report.required else key_of(report.document)
            found.append(Proposal(_sent(report.period.title), True, key))
    found += [Proposal(_sent(period.title), True) for period in plan.also_sent]
    return tuple(found)


def lead(found: Sequence[Proposal]) -> str:
    """What is proposed, in sentences."""
    joined = sum(one.on for one in found if one.row >= 0)
    apart = sum(not one.on for one in found if one.row >= 0)
    said = []
    if joined:
        rows = wording.counted(joined, "рядок", "рядки", "рядків")
        said.append(
            f"{rows} буде поєднано з тими самими заходами інших кварталів: кожен лишиться одним заходом "
            "з рядком у кожному звіті. Зніміть позначку, якщо це різні заходи."
        )
    if apart:
        rows = wording.counted(apart, "рядок схожий", "рядки схожі", "рядків схожі")
        said.append(f"{rows} на інші заходи: позначте, якщо це той самий захід.")
    return " ".join(said) or "Нічого поєднувати не треба: схожих заходів в інших кварталах немає."


def _joining(period: str, number: int, row: PlannedRow) -> str:
    title = " ".join(row.row.cells.title.split()) or "захід без назви"
    title = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    assert row.match is not None
    where = f"у звіті за {row.match.period.title}" if row.match.period is not None else "в реєстрі"
    likely = row.decision.value == "join" or not doubts(row)
    said = f"той самий, що {where}" if likely else f"схожий на захід {where}"
    changed = ", текст змінено" if row.differences else ""
    return f"{period}, рядок {number + 1}: «{title}» — {said}{changed}"


def _sent(title: str) -> str:
    return f"Звіт за {title} буде збережено як поданий, щоб його текст не змінився"


class ProposalModel(QAbstractListModel):
    """``answered`` tells a proposal and whether it is agreed to."""

    answered = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._proposals: tuple[Proposal, ...] = ()

    def fill(self, found: tuple[Proposal, ...]) -> None:
        """Show proposals; where there are as many as before, the place in them is kept."""
        if [(one.key, one.row) for one in found] == [(one.key, one.row) for one in self._proposals]:
            self._proposals = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self._proposals = found
        self.endResetModel()

    def proposal(self, row: int) -> Proposal | None:
        """What stands in a row."""
        return self._proposals[row] if 0 <= row < len(self._proposals) else None

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._proposals)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        proposal = self.proposal(index.row()) if index.isValid() else None
        if proposal is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return proposal.text
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if proposal.on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{proposal.text}: {'так' if proposal.on else 'ні'}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        proposal = self.proposal(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or proposal is None or proposal.key is None:
            return False
        self.answered.emit(proposal, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        proposal = self.proposal(index.row())
        if proposal is not None and proposal.key is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags
