"""An Excel workbook as a grid: each sheet one table, read row by row within limits."""

from __future__ import annotations

from dataclasses import replace

from courtcomms.importing.files.package import Package
from courtcomms.importing.finding.link_list import SHEET_NAME
from courtcomms.importing.grid import MOST_COLUMNS, MOST_ROWS, Grid, GridCell, GridLeft, GridLink
from courtcomms.importing.xlsx.formulas import formula_link
from courtcomms.importing.xlsx.names import read_address
from courtcomms.importing.xlsx.sheet import MOST_LINKS, SheetReader
from courtcomms.importing.xlsx.workbook import read_workbook

_UNREAD = "адресу з формули HYPERLINK не прочитано"


def read_xlsx(package: Package, main: str) -> Grid:
    """The workbook whose main part is ``main``.

    Raises:
        Refusal: damaged, hostile, or no workbook.
    """
    workbook = read_workbook(package, main)
    readers: list[SheetReader] = []
    rows_left = MOST_ROWS
    for sheet in workbook.sheets:
        lists_links = sheet.name == SHEET_NAME  # it has a row for each link, several for a row of the report
        most = MOST_LINKS + 1 if lists_links else rows_left
        reader = SheetReader(workbook, sheet, package.relations(sheet.part), most)
        reader.read(package)
        rows_left -= 0 if lists_links else len(reader.cells)
        readers.append(reader)
    by_name = {reader.sheet.name.lower(): reader for reader in readers}
    for reader in readers:
        _lay_formula_links(reader, by_name)
        reader.finish()
    notes = [note for reader in readers for note in reader.notes()]
    notes += [f"Аркуш «{name}» без клітинок (діаграму) не взято." for name in workbook.drawn]
    left = [item for reader in readers for item in reader.left.items]
    left += [GridLeft("image", "", f"аркуш «{name}»") for name in workbook.drawn]
    return Grid(tuple(reader.table() for reader in readers), tuple(notes), tuple(left))


def _lay_formula_links(reader: SheetReader, by_name: dict[str, SheetReader]) -> None:
    """Give the cells with HYPERLINK formulas their links; formulas may refer to any sheet."""

    def lookup(sheet: str, address: str) -> str | None:
        return _words_at(by_name.get(sheet.lower()) if sheet else reader, address)

    for row, column, formula in reader.formulas.links:
        if column < MOST_COLUMNS:
            cells = reader.cells.setdefault(row, {})
            cells[column] = _with_link(cells.get(column, GridCell(column)), formula_link(formula, lookup))


def _words_at(reader: SheetReader | None, address: str) -> str | None:
    """The words that a formula takes from a cell; ``None`` where they are not what the cell shows."""
    place = read_address(address)
    if reader is None or place is None or place in reader.formulas.formatted:
        return None
    cell = reader.cells.get(place[0], {}).get(place[1])
    return cell.text if cell is not None else ""


def _with_link(cell: GridCell, link: tuple[str, str] | None) -> GridCell:
    if link is None:
        return replace(cell, notes=(*cell.notes, _UNREAD))
    target, words = link
    text = cell.text or words or target
    return replace(cell, text=text, links=(*cell.links, GridLink(target, 0, len(text))))
