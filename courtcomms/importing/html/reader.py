"""A page of HTML as a grid: its tables, and the lines before, between and behind them."""

from __future__ import annotations

from dataclasses import dataclass

from courtcomms.importing.files.xml_safe import Element
from courtcomms.importing.grid import Block, Grid, GridCell, GridLine, GridTable
from courtcomms.importing.html.source import OWN_MARK, Maker, Source, open_html, too_much
from courtcomms.importing.html.tables import Page, read_table
from courtcomms.importing.html.text import HtmlText, Seen, name_of
from courtcomms.importing.left_words import REVISIONS, left_sentences


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page shows.

    ``words`` is a page without tables as one cell. ``lists``: automatic numbers or bullets stand in it.
    ``mark`` is what our own clip says of itself, empty for all others.
    """

    grid: Grid
    words: GridCell
    maker: Maker
    lists: bool
    mark: str

    @property
    def has_tables(self) -> bool:
        """Whether any table holds a cell."""
        return any(isinstance(block, GridTable) for block in self.grid.blocks)


def read_html(markup: str | bytes) -> HtmlPage | None:
    """Read markup of any program; ``None`` where it holds nothing.

    Raises:
        Refusal: larger or deeper than any table that people copy.
    """
    source = open_html(markup)
    if source is None:
        return None
    try:
        return _Reader(source).read()
    except RecursionError as error:
        raise too_much("надто складна будова") from error


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._page = Page(source)
        self._blocks: list[Block] = []
        self._stretch = self._page.stretch(self._take_table)

    def read(self) -> HtmlPage:
        root = self._source.root
        marked = root.find(f".//table[@{OWN_MARK}]")
        loose = _loose_rows(root)
        if loose is not None:
            self._take_table(self._stretch, loose)
        else:
            self._stretch.read(root)
        words = self._stretch.builder.cell(0, 1)
        self._end_stretch(self._stretch)
        seen = self._page.seen
        return HtmlPage(
            Grid(tuple(self._blocks), notes(seen)),
            words,
            self._source.maker,
            seen.lists,
            marked.get(OWN_MARK, "") if marked is not None else "",
        )

    def _take_table(self, text: HtmlText, element: Element) -> None:
        self._end_stretch(text)
        text.restart()
        caption = next((item for item in element if name_of(item) == "caption"), None)
        if caption is not None:
            text.read(caption)
            self._end_stretch(text)
            text.restart()
        table = read_table(self._page, element)
        if any(row.cells for row in table.rows):
            self._blocks.append(table)

    def _end_stretch(self, text: HtmlText) -> None:
        self._blocks += [GridLine(line) for line in text.builder.text().split("\n") if line.strip()]


def _loose_rows(root: Element) -> Element | None:
    """Where rows or cells stand without their table, as some programs cut them out of a page."""
    if root.find(".//table") is not None:
        return None
    first = next((found for tag in ("tr", "td") if (found := root.find(f".//{tag}")) is not None), None)
    parent = first.getparent() if first is not None else None
    while parent is not None and name_of(parent) in ("thead", "tbody", "tfoot"):
        parent = parent.getparent()
    return parent


def notes(seen: Seen) -> tuple[str, ...]:
    """What the page holds beside words and tables, as Ukrainian sentences."""
    told = [f"У тексті є {REVISIONS}"] if seen.deleted else []
    return (*told, *left_sentences(seen.footnotes, seen.comments, seen.pictures))
