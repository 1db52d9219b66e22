"""Table: the report as a PDF against QTextDocument and LibreOffice.

``python -m benchmarks.pdf``; ``--full`` adds the cases of minutes, ``--sizes 5,10`` is a quick look.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from benchmarks.table import circumstances
from benchmarks.ways import Way, print_as_asked, ways_table

SIZES = (60, 1_000, 10_000)
REPEATS = 3
#: Rows beyond which a slow way is measured with ``--full`` only.
SLOW = 1_000

OURS = Way("courtcomms", "pdf_ways:paginator")
QT = Way("QTextDocument (cuts rows)", "pdf_ways:text_document", SLOW)
OFFICE = Way("LibreOffice from our DOCX", "pdf_ways:libre_office", SLOW, SLOW)

_NOTE = (
    "A case is CPU s / wall s / added MB (of LibreOffice: all of it); × is wall time against QTextDocument "
    "at that size; growth is the exponent of wall time between neighbouring sizes."
)


def run(sizes: Sequence[int] = SIZES, repeats: int = REPEATS, *, full: bool = False) -> str:
    """Measure and return the table as Markdown; without LibreOffice its line is absent."""
    ways = (OURS, QT, OFFICE) if shutil.which("soffice") else (OURS, QT)
    table = ways_table("PDF", ways, sizes, repeats, full=full, time="wall")
    return "\n\n".join(
        ["## PDF", circumstances(repeats, "each process makes three rows first"), _NOTE, table]
    )


if __name__ == "__main__":
    raise SystemExit(print_as_asked(run, __doc__, SIZES, REPEATS))
