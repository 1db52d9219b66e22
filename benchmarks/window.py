"""Table: searching, scrolling and switching in a large register, against the models that Qt offers.

``python -m benchmarks.window``; ``--sizes 1000,10000`` and ``--repeats 1`` are a quick look;
``--registers DIR`` keeps the registers for the next time (to enter 100,000 events takes some minutes).
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measure import Case, reported
from benchmarks.table import circumstances, markdown, megabytes, ratio
from benchmarks.window_rows import build

SIZES = (1_000, 10_000, 100_000)
REPEATS = 3
PEERS = {
    "ours": "courtcomms: table",
    "whole": "courtcomms: whole window",
    "proxy": "QSortFilterProxyModel",
    "sql": "QSqlTableModel",
}
#: From so many rows on the ready-made models take minutes: they type one word and switch three times.
_FEW_FROM = 5_000

_WALL, _CPU = 0, 1

_HEADER = (
    *("Table", "events", "key to paint: median", "p95", "× ours", "a page: p95", "× ours"),
    *("a quarter: p95", "× ours", "hits told: p95", "added MB"),
)
_NOTE = (
    "CPU ms / wall ms from the key (the scroll, the switch) until the rows in sight are painted with all "
    "their texts and nothing more is to be done at once; × is CPU time against our table. That is the "
    "program's search field, table and worker thread on a real register; the whole window has its places, "
    "editor and findings too, which work on in pauses of 30 ms. QSortFilterProxyModel stands on a model in "
    "memory, QSqlTableModel on one SQLite table, both with rows of one height. Hits told: wall ms from the "
    "last key of a text until all its hits and their number are there. Added MB: peak over the same "
    "window on no events. No screen (offscreen), 1366×768."
)


def run(sizes: Sequence[int] = SIZES, repeats: int = REPEATS, registers: Path | None = None) -> str:
    """Measure and return the table as Markdown."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        files = {size: _prepared(registers or Path(folder), size) for size in (0, *sizes)}
        told: dict[tuple[str, int], list[dict[str, Any]]] = {}
        for _ in range(repeats):
            for size in (0, *sizes):
                for peer in PEERS:
                    told.setdefault((peer, size), []).append(reported(_case(peer, size, files[size])))
    rows = [_row(told, peer, size) for size in sizes for peer in PEERS]
    paragraph = circumstances(repeats, "all times of a case's processes are put together")
    return "\n\n".join(["## Window", paragraph, _NOTE, markdown(_HEADER, rows)])


def _prepared(folder: Path, size: int) -> Path:
    """The register of so many events, and its texts as a plain table."""
    from benchmarks.window_peers import write_sql

    file = folder / f"{size}.sqlite3"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        build(file, size)
        file.with_suffix(".sql").unlink(missing_ok=True)
        write_sql(file, size)
    return file


def _case(peer: str, size: int, file: Path) -> Case:
    few = "1" if peer in ("proxy", "sql") and size >= _FEW_FROM else "0"
    arguments = ("-m", "benchmarks.window_cases", peer, str(size), str(file), few)
    return Case(f"{PEERS[peer]} {size}", arguments, size)


def _row(told: dict[tuple[str, int], list[dict[str, Any]]], peer: str, size: int) -> list[str]:
    mine, ours = told[peer, size], told["ours", size]
    cells = [PEERS[peer], f"{size:,}", _both(mine, "keys", statistics.median)]
    for what in ("keys", "pages", "switches"):
        cells += [_both(mine, what, p95), ratio(p95(_all(mine, what, _CPU)), p95(_all(ours, what, _CPU)))]
    counts = [seconds for one in mine for seconds in one["counts"]]
    cells.append(f"{p95(counts) * 1000:.0f}")
    added = _memory(mine) - _memory(told[peer, 0])
    return [*cells, megabytes(max(added, 0.0))]


def p95(values: Iterable[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def _both(processes: Sequence[dict[str, Any]], what: str, average: Callable[[list[float]], float]) -> str:
    """CPU and wall time: on a busy machine the first is the one to trust."""
    times = (average(_all(processes, what, which)) for which in (_CPU, _WALL))
    return " / ".join(f"{value * 1000:.0f}" for value in times)


def _all(processes: Iterable[dict[str, Any]], what: str, which: int) -> list[float]:
    return [taken[which] for told in processes for taken in told[what]]


def _memory(processes: Iterable[dict[str, Any]]) -> float:
    return statistics.median(float(told["memory"]) for told in processes)


def main() -> int:
    """Measure as the command line asks and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--registers", type=Path)
    asked = parser.parse_args()
    print(run([int(size) for size in asked.sizes.split(",")], asked.repeats, asked.registers))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
