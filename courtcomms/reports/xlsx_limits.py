"""What Excel cannot hold: found before anything is written, refused or told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from courtcomms.errors import BadInput
from courtcomms.model import Column
from courtcomms.reports.snapshot import ReportSnapshot

#: Limits of Excel itself: characters of a cell (UTF-16 units), of a link, links of a sheet, points of a row.
CELL_LIMIT = 32_767
LINK_LIMIT = 2_079
LINKS_LIMIT = 65_530
ROW_LIMIT = 409.0

#: ``_x0041_`` in a cell is an escaped «A» for Excel; its first sign must be escaped in turn.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def cell_text(text: str) -> str:
    """A text as a cell's XML must hold it for Excel to show it as it is."""
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def check_cells(snapshot: ReportSnapshot) -> None:
    """Refuse a report with a cell longer than Excel's.

    Raises:
        BadInput: names the row and the column; a cut text would be a silent change of the user's words.
    """
    for place, row in enumerate(snapshot.rows, 1):
        for column, cell in zip(Column, row, strict=True):
            length = _excel_length(cell.text)
            if length > CELL_LIMIT:
                heading = snapshot.header[list(Column).index(column)]
                raise BadInput(
                    f"У рядку {place}, графа «{heading}», {length} знаків, а Excel вміщує в клітинці "
                    f"{CELL_LIMIT}: файл не записано. Збережіть звіт у форматі Word (.docx) або скоротіть "
                    "текст."
                )


def _excel_length(text: str) -> int:
    if len(text) * 7 <= CELL_LIMIT:
        return len(text)
    return len(cell_text(text).encode("utf-16-le")) // 2


def letterhead_notes(snapshot: ReportSnapshot) -> list[str]:
    """A Ukrainian sentence on pictures of the letterhead, which are for Word and paper."""
    if snapshot.letterhead is None or not any(line.image for line in snapshot.letterhead.lines):
        return []
    return ["Зображень бланка (герба) у книзі Excel немає, лише його слова. Для друку візьміть файл Word."]


class LinkBudget:
    """Which links of one sheet Excel can take; counts those that stay text."""

    def __init__(self) -> None:
        self._taken = 0
        self.too_long = 0
        self.too_many = 0

    def take(self, target: str) -> bool:
        """Whether one more cell may lead to ``target``."""
        if len(target) > LINK_LIMIT:
            self.too_long += 1
            return False
        if self._taken == LINKS_LIMIT:
            self.too_many += 1
            return False
        self._taken += 1
        return True


def link_notes(budgets: Iterable[LinkBudget]) -> list[str]:
    """Ukrainian sentences on the links that stayed text."""
    kept = list(budgets)
    too_long = sum(budget.too_long for budget in kept)
    too_many = sum(budget.too_many for budget in kept)
    notes = []
    if too_long:
        notes.append(
            f"Посилань, довших за {LINK_LIMIT} знаків: {too_long}. Excel таких не відкриває, у файлі вони "
            "текстом."
        )
    if too_many:
        notes.append(f"Аркуш Excel вміщує {LINKS_LIMIT} посилань; решта ({too_many}) лишилася текстом.")
    return notes


def height_notes(places: list[int]) -> list[str]:
    """A Ukrainian sentence on rows that Excel cannot show whole."""
    if not places:
        return []
    rows = ", ".join(str(place) for place in places[:10]) + (" та інші" if len(places) > 10 else "")
    return [
        f"Excel не показує рядків, вищих за {ROW_LIMIT:g} пт: у файлі текст увесь, але на аркуші видно не "
        f"весь (рядки {rows}). Для друку візьміть файл Word."
    ]
