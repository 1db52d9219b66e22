"""Table: both writers against plain python-docx, docxtpl, plain openpyxl, XlsxWriter and the limit.

``python -m benchmarks.writers``; ``--full`` adds the cases of minutes, ``--sizes 5,10`` is a quick look.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.table import circumstances
from benchmarks.ways import Way, print_as_asked, ways_table

SIZES = (60, 1_000, 10_000)
REPEATS = 5
#: Rows beyond which a slow way is measured with ``--full`` only, and beyond which never.
SLOW, HOPELESS = 1_000, 60


#: The first of each is the program's own writer, the second the peer that the ratio is to.
DOCX = (
    Way("courtcomms", "ours:docx"),
    Way("python-docx, `row.cells`, `relate_to`", "docx_peers:plain", SLOW),
    Way("python-docx, `table.cell(i, j)`", "docx_peers:by_cell", HOPELESS, HOPELESS),
    Way("docxtpl", "docx_peers:template", SLOW),
    Way("courtcomms, links found in the text too", "ours:docx_from_events"),
    Way("limit: deflating the ready XML", "ours:docx_limit"),
)
XLSX = (
    Way("courtcomms", "ours:xlsx"),
    Way("openpyxl, styles per cell", "xlsx_peers:plain"),
    Way("XlsxWriter", "xlsx_peers:xlsx_writer"),
    Way("courtcomms, links found in the text too", "ours:xlsx_from_events"),
    Way("limit: deflating the ready XML", "ours:xlsx_limit"),
)


def run(sizes: Sequence[int] = SIZES, repeats: int = REPEATS, *, full: bool = False) -> str:
    """Measure and return the tables as Markdown."""
    parts = ["## Writers", circumstances(repeats, "each process writes three rows first"), _NOTE]
    for title, ways in (("DOCX", DOCX), ("XLSX", XLSX)):
        parts.append(ways_table(title, ways, sizes, repeats, full=full))
    return "\n\n".join(parts)


_NOTE = (
    "A case is CPU s / wall s / added MB; × is CPU time against plain python-docx or openpyxl at that size; "
    "growth is the exponent of CPU time between neighbouring sizes (1 linear, 2 quadratic). About 430 "
    "characters and two links a row. “–” was not tried: `table.cell(i, j)` beyond 60 rows takes from half an "
    "hour to days; plain python-docx and docxtpl beyond 1,000 rows take minutes a run and need `--full`."
)


if __name__ == "__main__":
    raise SystemExit(print_as_asked(run, __doc__, SIZES, REPEATS))
