"""What a report says, ready to be written: strings and links only, the same for every writer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from courtcomms.cells.link_targets import document_target
from courtcomms.cells.links import read_links
from courtcomms.cells.typography import clean
from courtcomms.model import Anchor, Column, Court, Event, Link
from courtcomms.period import Period
from courtcomms.reports.form_model import COURT_PLACE, NAME_PLACE, PERIOD_PLACE, ReportForm, TitleLine
from courtcomms.reports.form_model import Letterhead as Letterhead
from courtcomms.reports.form_model import LetterheadLine as LetterheadLine

NO_BREAK_SPACE = "\u00a0"
#: What the form has in a cell with nothing to tell.
DASH = "-"
_BESIDE_NUMBER = tuple(column for column in Column if column is not Column.NUMBER)
#: Texts longer than this are hardly ever repeated.
_SHORT = 80


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line; ``target`` is the address it leads to, if it is a link."""

    text: str
    target: str | None = None


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ContentLink:
    """A link of a cell: the text that is linked (it may hold line ends) and where it leads.

    ``hidden``: it was told by an anchor, so the cell's text may not show the address.
    """

    text: str
    target: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class CellContent:
    """A cell: its text, its lines as runs (joined they are the text), and its links in their order."""

    text: str
    lines: tuple[Line, ...]
    links: tuple[ContentLink, ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """The addresses in their order, each once."""
        return tuple(dict.fromkeys(link.target for link in self.links))


Row = tuple[CellContent, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report as a document, and in Ukrainian what of the report its format cannot do."""

    data: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A line over the full width of the table, before the row at ``place`` (from 0)."""

    place: int
    text: str


@dataclass(frozen=True, slots=True)
class ReportSnapshot:
    """A report as it is sent.

    ``titles`` are filled in; ``header`` and every row have nine cells in the form's order; ``court`` is the
    nominative. ``event_count`` is 0 for a quarter without events: then ``rows`` is one row of dashes, as
    the form marks what there is nothing to tell about. ``sent`` holds the documents of a submitted report
    by suffix: they are written again as they were. ``sections`` part the rows of a table over several
    periods, in the order of their places; a place after the last row is the table's end. ``letterhead``
    stands above the titles. ``notes`` are Ukrainian sentences on how the report was put together, told to
    the user and not written.
    """

    form: ReportForm
    court: str
    period: Period
    titles: tuple[TitleLine, ...]
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    event_count: int
    sent: Mapping[str, Rendered] = field(default_factory=dict, repr=False)
    sections: tuple[SectionRow, ...] = ()
    letterhead: Letterhead | None = None
    notes: tuple[str, ...] = ()

    def sections_by_place(self) -> dict[int, list[str]]:
        """The texts of the section rows before each row; under ``len(rows)`` those at the table's end."""
        found: dict[int, list[str]] = {}
        for section in self.sections:
            found.setdefault(section.place, []).append(section.text)
        return found


def take_snapshot(form: ReportForm, court: Court, period: Period, events: Sequence[Event]) -> ReportSnapshot:
    """Freeze a report: ``events`` in their order, numbered by their places.

    The court's name is the one in force on the period's last day. The user's text is carried over as it
    is; the only signs dropped are those that no Office document can hold.
    """
    name = court.name_on(period.end)
    court_words = {COURT_PLACE: clean(name.genitive).text, NAME_PLACE: clean(name.nominative).text}
    numbered = tuple(_row(place, event) for place, event in enumerate(events, 1))
    return ReportSnapshot(
        form=form,
        court=court_words[NAME_PLACE],
        period=period,
        titles=tuple(_filled(line, court_words, period) for line in form.titles if line.show),
        header=tuple(column.heading for column in form.columns),
        rows=numbered or (_empty_row(),),
        event_count=len(events),
        letterhead=form.letterhead.content if form.letterhead else None,
        notes=(form.remark,) if form.remark else (),
    )


def unbroken_period(period: Period) -> str:
    """«ІІІ квартал 2021 року» that a line breaks only between the quarter and the year."""
    words = period.title.split(" ")
    pairs = [NO_BREAK_SPACE.join(words[place : place + 2]) for place in range(0, len(words), 2)]
    return " ".join(pairs)


def plain_cell(text: str) -> CellContent:
    """A cell of plain lines."""
    return CellContent(text, tuple((Run(line),) if line else () for line in text.split("\n")))


def cell_content(text: str, anchors: Sequence[Anchor] = ()) -> CellContent:
    """A cell's text cut into lines and links; a link over several lines leads there from each of them."""
    if not anchors and len(text) <= _SHORT:
        return _short_cell(text)
    return _cell(text, anchors)


@lru_cache(maxsize=1_000)
def _short_cell(text: str) -> CellContent:
    """Dashes, posts and audiences stand in a report again and again."""
    return _cell(text, ())


def _cell(text: str, anchors: Sequence[Anchor]) -> CellContent:
    text = clean(text).text
    links = _usable(read_links(text, anchors))
    if not links:
        return plain_cell(text)
    lines: list[list[Run]] = [[]]
    for piece in _pieces(text, links):
        for place, part in enumerate(piece.text.split("\n")):
            if place:
                lines.append([])
            if part:
                lines[-1].append(Run(part, piece.target))
    anchored = {anchor.text for anchor in anchors}
    shown = tuple(ContentLink(link.text, link.target, link.text in anchored) for link in links)
    return CellContent(text, tuple(tuple(line) for line in lines), shown)


def _usable(links: Sequence[Link]) -> list[Link]:
    """The links that become hyperlinks: a safe address, in order, none over another."""
    usable: list[Link] = []
    for link in sorted(links, key=lambda link: link.start):
        target = document_target(link.target)
        if target is not None and (not usable or usable[-1].end <= link.start):
            usable.append(link if target == link.target else replace(link, target=target))
    return usable


def _pieces(text: str, links: Sequence[Link]) -> Iterator[Run]:
    """The text in order, linked and unlinked stretches apart; they may hold line ends."""
    place = 0
    for link in links:
        yield Run(text[place : link.start])
        yield Run(text[link.start : link.end], link.target)
        place = link.end
    yield Run(text[place:])


def _filled(line: TitleLine, court_words: Mapping[str, str], period: Period) -> TitleLine:
    text = line.text.replace(PERIOD_PLACE, unbroken_period(period))
    for place, words in court_words.items():
        text = text.replace(place, words)
    return replace(line, text=text)


def _row(place: int, event: Event) -> Row:
    number = plain_cell(str(place))
    cells = event.cells
    if not cells.anchors:
        return (number, *[cell_content(cells[column]) for column in _BESIDE_NUMBER])
    return (number, *[cell_content(cells[column], cells.anchors_of(column)) for column in _BESIDE_NUMBER])


def _empty_row() -> Row:
    return (plain_cell(DASH),) * len(Column)
