"""What the table tells of a row beside its texts: standing, new in the quarter, with findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from courtcomms.model import Column, Event, Finding, Severity
from ui import wording
from ui.columns import LINKED, full

if TYPE_CHECKING:
    from ui.register.link_marks import LinkMarks, LinkStroke

#: From what must not be sent down; a row shows the form of its worst finding.
GRAVITY: tuple[Severity, ...] = (Severity.ERROR, Severity.WARN, Severity.HINT)
#: One, two and five findings of a severity.
WORDS: Mapping[Severity, tuple[str, str, str]] = {
    Severity.ERROR: ("помилка", "помилки", "помилок"),
    Severity.WARN: ("попередження", "попередження", "попереджень"),
    Severity.HINT: ("порада", "поради", "порад"),
}
#: What the forms under a row's number mean; told over the column of numbers.
LEGEND = "№ заходу у звіті. Під ним: ⟳ постійний · ✦ новий у цьому кварталі · зауваження з їх кількістю"
#: What the lines under links mean; told over the columns of links.
LINK_LEGEND = (
    "Лінія під посиланням: зигзаг — помилка · риски — переїхало · крапки — погляньте самі · "
    "тонка — придатне · без лінії — не перевірено"
)


@dataclass(frozen=True, slots=True)
class RowMarks:
    """The marks of one row: ``severity`` of its worst finding and the ``count`` of all of them."""

    standing: bool = False
    fresh: bool = False
    severity: Severity = Severity.OK
    count: int = 0

    def __bool__(self) -> bool:
        return self.standing or self.fresh or self.count > 0

    @property
    def words(self) -> str:
        """The marks in words, for tooltips and screen readers."""
        kinds = [
            "постійний" if self.standing else "",
            "новий у цьому кварталі" if self.fresh else "",
            wording.counted(self.count, "зауваження", "зауваження", "зауважень") if self.count else "",
        ]
        return ", ".join(kind for kind in kinds if kind)


class Marks(QObject):
    """The marks of all rows; ``changed`` when the table should be drawn anew, ``links_changed`` when only
    its columns of links should."""

    changed = Signal()
    links_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fresh: frozenset[int] = frozenset()
        self._rows: dict[int, tuple[Severity, int]] = {}
        self._cells: dict[tuple[int, Column], tuple[Finding, ...]] = {}
        self._links: LinkMarks | None = None

    def mark_links(self, links: LinkMarks) -> None:
        """From now on mark the links too."""
        self._links = links
        links.changed.connect(self.links_changed)

    def take(self, fresh: frozenset[int], findings: Iterable[Finding]) -> None:
        """Mark these events as new in the report, and the cells of these findings."""
        rows: dict[int, tuple[Severity, int]] = {}
        cells: dict[tuple[int, Column], tuple[Finding, ...]] = {}
        for finding in findings:
            worst, count = rows.get(finding.event_id, (finding.severity, 0))
            rows[finding.event_id] = (graver(worst, finding.severity), count + 1)
            key = (finding.event_id, finding.column)
            cells[key] = (*cells.get(key, ()), finding)
        if (fresh, cells) != (self._fresh, self._cells):
            self._fresh, self._rows, self._cells = fresh, rows, cells
            self.changed.emit()

    def of_row(self, event: Event) -> RowMarks:
        """The marks under the number of an event."""
        severity, count = self._rows.get(event.id, (Severity.OK, 0))
        return RowMarks(event.is_standing, event.id in self._fresh, severity, count)

    def of_cell(self, event_id: int, column: Column) -> Severity:
        """The worst finding of a cell; ``OK`` where there is none."""
        found = self._cells.get((event_id, column))
        return worst(found) if found else Severity.OK

    def strokes(self, event: Event, column: Column) -> tuple[LinkStroke, ...]:
        """What is to be drawn under the links of a cell: by its addresses, and by what the report tells."""
        if self._links is None:
            return ()
        strokes, found = self._links.strokes(event, column), self._cells.get((event.id, column))
        return self._links.remarked(strokes, found, event.cells[column]) if found else strokes

    def of_links(self, event: Event, column: Column) -> tuple[str, ...]:
        """«посилання 2 з 3: сторінки немає (404)», for each marked link of a cell."""
        return self._links.words(event, column) if self._links is not None else ()

    def tip(self, event: Event, column: Column) -> str:
        """What stands over a cell under the mouse; nothing where nothing is marked."""
        if column is Column.NUMBER:
            return self.of_row(event).words.capitalize()
        messages = [finding.message for finding in self._cells.get((event.id, column), ())]
        links = [words[:1].upper() + words[1:] for words in self.of_links(event, column)]
        return "\n".join(messages + links)

    def spoken(self, event: Event, column: Column) -> str:
        """What a screen reader says after a cell's text; begins with the sign that parts them."""
        if column is Column.NUMBER:
            words = self.of_row(event).words
            return f", {words}" if words else ""
        found = self._cells.get((event.id, column), ())
        links = "".join(f"; {words}" for words in self.of_links(event, column))
        return (f"; зауваження: {' '.join(finding.message for finding in found)}" if found else "") + links


def told_over(column: Column) -> str:
    """What stands over a column of the table under the mouse: its full name and what its marks mean."""
    if column is Column.NUMBER:
        return LEGEND
    return f"{full(column)}\n{LINK_LEGEND}" if column in LINKED else full(column)


def graver(one: Severity, other: Severity) -> Severity:
    """The graver of two severities."""
    return min(one, other, key=GRAVITY.index)


def worst(findings: Iterable[Finding]) -> Severity:
    """The gravest severity of findings, of which there is at least one."""
    return min((finding.severity for finding in findings), key=GRAVITY.index)


def tally(findings: Iterable[Finding]) -> str:
    """«2 помилки · 3 поради»; empty where there are none."""
    severities = [finding.severity for finding in findings]
    numbers = [(severities.count(severity), WORDS[severity]) for severity in GRAVITY]
    return " · ".join(wording.counted(number, *words) for number, words in numbers if number)
