"""What reading a document gives: the report in nine columns and everything to be told about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from courtcomms.model import Cells, CourtName
from courtcomms.period import Period

#: «Таблиця 1», a communication plan, or neither (only in the JSON of a refusal).
DocumentKind = Literal["report", "plan", "none"]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link of the document: where it leads and what is shown for it."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column of the document's table and what it was taken for.

    ``key`` is a heading key (``title``, ``media_count`` …), or ``None`` for a column that was not taken.
    ``index`` counts the table's columns from 0.
    """

    index: int
    source: str
    key: str | None


class LeftKind(StrEnum):
    """What of a document was not taken into any row."""

    TEXT = "text"
    TABLE = "table"
    ROW = "row"
    COLUMN = "column"
    NOTE = "note"
    COMMENT = "comment"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the document that no row holds.

    ``text`` is what it says (shortened; empty for an image), ``place`` where it stands, in Ukrainian.
    """

    kind: LeftKind
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One event of the document: its nine cells and the links of each, in the order of the form.

    ``links`` are those of the document, hyperlinks and addresses written as text alike; ``cells.anchors``
    keeps the hyperlinks whose target the text does not show. ``place`` tells in Ukrainian where the row
    stands («таблиця 1, рядок 7»); ``doubts`` are Ukrainian sentences on what had to be guessed in it.
    """

    cells: Cells
    links: tuple[tuple[ShownLink, ...], ...]
    place: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that was read: its name, the SHA-256 of its bytes in hex, its size in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A read document. ``warnings`` are Ukrainian sentences, each naming its place.

    ``court`` and ``period`` are ``None`` where neither the title nor (for the period) the file name tells.
    ``left`` is what no row holds. ``shape`` is one key for all tables with these headings in this order;
    by it the user's own word on the columns is remembered. ``part`` counts the reports of one file from 0,
    ``parts`` is their number.
    """

    kind: DocumentKind
    court: CourtName | None
    period: Period | None
    columns: tuple[SourceColumn, ...]
    rows: tuple[ImportedRow, ...]
    warnings: tuple[str, ...]
    source: SourceFile
    left: tuple[LeftOut, ...] = ()
    shape: str = ""
    part: int = 0
    parts: int = 1


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """What the user said of the columns of earlier files.

    ``columns``: by the shape of a table, for each of its columns the heading key it is to be taken for, or
    ``None`` for one that is not taken.
    """

    columns: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)


#: Nothing was said: every column is taken for what its heading says.
NO_CHOICES = ReadingChoices()
