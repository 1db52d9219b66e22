"""Table: start of the program against an empty Qt window and the imports that it cannot avoid.

``python -m benchmarks.start``; ``--repeats 3`` is a quick look.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import ROOT, Case, Result, measure
from benchmarks.start_cases import IMPORTS
from benchmarks.table import circumstances, markdown, megabytes, milliseconds, ratio

REPEATS = 9
_WARM_UPS = 1

INTERPRETER = "bare interpreter"
WINDOW = "empty Qt window"
FLOOR = "empty Qt window, then all the imports"
PAINTED = "courtcomms: window painted"
USABLE = "courtcomms: rows of the report painted, ready for input"


def run(repeats: int = REPEATS) -> str:
    """Measure and return the table as Markdown."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _make_sample(Path(folder))
        measured = measure(_cases(folder), repeats, warm_ups=_WARM_UPS)
    results = {result.case.name: result for result in measured}
    rows = [_row(results, result) for result in measured]
    paragraph = circumstances(repeats, f"{_WARM_UPS} uncounted turn before, so files are in the disk cache")
    return "\n\n".join(["## Start", paragraph, _NOTE, markdown(_HEADER, rows)])


_HEADER = ("Start", "wall ms", "CPU ms", "peak MB", "× empty window", "× window and imports", "same in CPU")
_NOTE = (
    "From the start of the process until the event loop is free after the paint; an import's line is what it "
    "adds after Qt and the lines above it. Ratios are of wall time but for the last column; the budget is "
    "2 × window and imports. No screen (offscreen); the register is the sample's."
)


def _make_sample(folder: Path) -> None:
    command = [sys.executable, "-m", "ui", "sample", str(folder)]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)


def _cases(folder: str) -> list[Case]:
    def case(name: str, *arguments: str) -> Case:
        return Case(name, ("-m", "benchmarks.start_cases", *arguments))

    return [
        case(INTERPRETER, "nothing"),
        case(WINDOW, "window"),
        *(case(f"+ import {name}", "import", name) for name in IMPORTS),
        case(FLOOR, "window", *IMPORTS),
        case(PAINTED, "painted", folder),
        case(USABLE, "usable", folder),
    ]


def _row(results: dict[str, Result], result: Result) -> list[str]:
    whole = not result.case.name.startswith("+")
    window, floor = results[WINDOW], results[FLOOR]
    pairs = [(result.wall, window.wall), (result.wall, floor.wall), (result.cpu, floor.cpu)]
    ratios = [ratio(*pair) if whole else "" for pair in pairs]
    sign = "" if whole else "+"
    figures = [milliseconds(result.wall), milliseconds(result.cpu), megabytes(result.memory)]
    return [result.case.name, *(sign + figure for figure in figures), *ratios]


def main() -> int:
    """Measure as the command line asks and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=REPEATS)
    print(run(parser.parse_args().repeats))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
