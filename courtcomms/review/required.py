"""What the form asks for in every row."""

from __future__ import annotations

from collections.abc import Iterator

from courtcomms.cells.typography import is_blank
from courtcomms.model import Column, Finding, Severity
from courtcomms.review.row import Row

_NEEDED = {
    Column.TITLE: "Немає назви заходу.",
    Column.GOAL: "Немає комунікаційної цілі заходу.",
    Column.DATE: "Немає дати проведення.",
    Column.AUDIENCE: "Не вказано цільову аудиторію.",
    Column.RESPONSIBLE: "Не вказано відповідальну особу.",
}

NEEDED: frozenset[Column] = frozenset(_NEEDED)


def needed_cells(row: Row) -> Iterator[Finding]:
    """The form asks for a title, goal, date, audience and responsible in every row."""
    for column, message in _NEEDED.items():
        if is_blank(row.text(column)):
            severity = Severity.ERROR if column is Column.TITLE else Severity.WARN
            yield row.find(severity, f"no_{column.value}", column, message)
