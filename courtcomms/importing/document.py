"""What reading a document gives: the report in nine columns and everything to be told about it."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One event of the document: its nine cells and the links of each, in the order of the form.

    ``links`` are those of the document, hyperlinks and addresses written as text alike; ``cells.anchors``
    keeps the hyperlinks whose target the text does not show.
    """

    cells: Cells
    links: tuple[tuple[ShownLink, ...], ...]


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
    """

    kind: DocumentKind
    court: CourtName | None
    period: Period | None
    columns: tuple[SourceColumn, ...]
    rows: tuple[ImportedRow, ...]
    warnings: tuple[str, ...]
    source: SourceFile
