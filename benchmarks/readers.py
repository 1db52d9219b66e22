"""Table: reading a report against python-docx, mammoth, openpyxl and python-calamine.

``python -m benchmarks.readers``; ``--full`` adds the cases of minutes, ``--sizes 5,10`` is a quick look.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.table import circumstances
from benchmarks.ways import Way, print_as_asked, ways_table

SIZES = (60, 1_000, 10_000)
REPEATS = 3
#: Rows beyond which a slow way is measured with ``--full`` only.
SLOW = 1_000

#: The first of each is the program's own reader, the second the peer that the ratio is to.
DOCX = (
    Way("courtcomms", "read_ours:docx"),
    Way("python-docx, `row.cells`, `hyperlinks`", "read_peers:python_docx", SLOW),
    Way("python-docx, its user walks the elements", "read_peers:python_docx_elements"),
    Way("mammoth, then lxml", "read_peers:mammoth_html"),
    Way("courtcomms, in its worker process", "read_ours:docx_isolated"),
)
XLSX = (
    Way("courtcomms", "read_ours:xlsx"),
    Way("openpyxl", "read_peers:openpyxl_sheet"),
    Way("openpyxl `read_only`, no links", "read_peers:openpyxl_read_only"),
    Way("python-calamine, no links", "read_peers:calamine"),
    Way("courtcomms, in its worker process", "read_ours:xlsx_isolated"),
)

_NOTE = (
    "A case is CPU s / wall s / added MB (of the worker process: all of it); × is CPU time against the plain "
    "python-docx or openpyxl at that size; growth is the exponent of CPU time between neighbouring sizes. "
    "The Word file is ours, the Excel file XlsxWriter's: 430 characters and two links a row. Peers give "
    "cells, and python-docx, mammoth and openpyxl links; ours also finds the table, maps its columns, reads "
    "the addresses in the texts, tells what it left out, and bounds everything that it does."
)


def run(sizes: Sequence[int] = SIZES, repeats: int = REPEATS, *, full: bool = False) -> str:
    """Measure and return the tables as Markdown."""
    parts = ["## Readers", circumstances(repeats, "each process reads three rows first"), _NOTE]
    for title, ways in (("DOCX", DOCX), ("XLSX", XLSX)):
        parts.append(ways_table(title, ways, sizes, repeats, full=full))
    return "\n\n".join(parts)


if __name__ == "__main__":
    raise SystemExit(print_as_asked(run, __doc__, SIZES, REPEATS))
