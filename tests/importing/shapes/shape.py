"""A shape: one file as people make it, and all that must be read from it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docx_files import ROW, docx, report, row_with

_ADDRESS = re.compile(r"https?://\S+")
Rows = tuple[tuple[str, ...], ...]
Links = Mapping[tuple[int, int], list[tuple[str, str]]]

WORD: list["Shape"] = []
EXCEL: list["Shape"] = []


@dataclass(frozen=True)
class Shape:
    """What a file holds.

    ``links`` are (target, shown words) by row and column from 0, beside the addresses written as text.
    ``told`` are all sentences and fragments of the reader, in order; ``left`` what stands in no cell (kind,
    text, place); ``warned`` pieces of the document's warnings.
    """

    name: str
    build: Callable[[], bytes]
    file: str
    rows: Rows = (ROW,)
    links: Links = field(default_factory=dict)
    told: tuple[str, ...] = ()
    left: tuple[tuple[str, str, str], ...] = ()
    warned: tuple[str, ...] = ()

    def all_links(self) -> list[list[list[tuple[str, str]]]]:
        """The links of each cell: those named, else the addresses that its text shows."""
        return [
            [self.links.get((row, column), _written(text)) for column, text in enumerate(texts)]
            for row, texts in enumerate(self.rows)
        ]


def _written(text: str) -> list[tuple[str, str]]:
    return [(address, address) for address in _ADDRESS.findall(text)]


def word(name: str, file: str = "звіт.docx", **expected) -> Callable:
    """Makes a shape of Word from its builder."""
    return _adder(WORD, name, file, expected)


def excel(name: str, file: str = "звіт.xlsx", **expected) -> Callable:
    """Makes a shape of Excel from its builder."""
    return _adder(EXCEL, name, file, expected)


def _adder(shapes: list[Shape], name: str, file: str, expected: dict) -> Callable:
    def add(build: Callable[[], bytes]) -> Callable[[], bytes]:
        shapes.append(Shape(name, build, file, **expected))
        return build

    return add


def changed(column: int, text: str, texts: tuple[str, ...] = ROW) -> tuple[str, ...]:
    """A row with another text in one cell."""
    return (*texts[:column], text, *texts[column + 1 :])


def one(content: str, column: int = 1, **options) -> bytes:
    """A document of the usual row with ready-made content in one cell."""
    return docx(report(row_with(column, content)), **options)
