"""Reports of the invented court as an earlier colleague would have left them: Word files in a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docx import Document

from courtcomms.model import Cells, Column
from courtcomms.period import Period
from courtcomms.sample import load_sample
from ui.columns import full

#: The columns of those reports, in another order than the form's.
_FIRST = (Column.NUMBER, Column.DATE)
_ORDER = (*_FIRST, *(column for column in Column if column not in _FIRST))


def lay_out(folder: Path) -> None:
    """Put two reports and a broken file into a folder.

    An older quarter's has standing events called a little otherwise; the sample's newest one comes again
    with a changed text; each has an event that the register does not have.
    """
    sample = load_sample()
    newest, earlier = sample.periods[-1], sample.periods[0].shifted(-1)
    court = sample.court.names[-1].genitive
    rows = [event.cells for event in sample.events if newest in event.periods]
    standing = [event.cells for event in sample.events if len(event.periods) > 1]
    renamed = [_put(cells, Column.TITLE, cells.title.replace("сайті", "веб-сайті")) for cells in standing]
    changed = _put(rows[0], Column.GOAL, f"{rows[0].goal} та довіра до суду")
    visit = _put(rows[-1], Column.TITLE, "Екскурсія судом для школярів")
    _write(folder, court, earlier, [*renamed, _put(visit, Column.DATE, earlier.start.strftime("%d.%m.%Y"))])
    _write(folder, court, newest, [changed, *rows[1:], _put(visit, Column.DATE, f"{newest.end:%d.%m.%Y}")])
    (folder / "zvit_staryi.docx").write_bytes(b"PK\x03\x04")


def _put(cells: Cells, column: Column, text: str) -> Cells:
    return cells.with_text(column, text)


def _write(folder: Path, court: str, period: Period, rows: Iterable[Cells]) -> None:
    document = Document()
    for line in ("Звіт", f"{court} щодо комунікаційної діяльності суду", f"за {period.title}"):
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=len(_ORDER))
    for cell, column in zip(table.rows[0].cells, _ORDER, strict=True):
        cell.text = full(column)
    for number, cells in enumerate(rows, 1):
        for cell, column in zip(table.add_row().cells, _ORDER, strict=True):
            cell.text = str(number) if column is Column.NUMBER else cells[column]
    document.add_paragraph("Керівник апарату суду                    Марія ГАЙОВА")
    document.save(str(folder / f"zvit_{period.year}_q{period.number}.docx"))
