"""Ways to do one thing at several sizes, measured in turns, as one table."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.measure import Case, Result, growth, measure
from benchmarks.table import markdown, megabytes, ratio, seconds


@dataclass(frozen=True, slots=True)
class Way:
    """One way to write the report; ``limit`` and ``full_limit`` are the most rows it is tried with."""

    name: str
    target: str
    limit: int | None = None
    full_limit: int | None = None

    def case(self, size: int) -> Case:
        """The case of one size."""
        return Case(self.name, ("-m", "benchmarks.child", f"benchmarks.{self.target}", str(size)), size)

    def takes(self, size: int, *, full: bool) -> bool:
        """Whether this size is tried."""
        limit = self.full_limit if full else self.limit
        return limit is None or size <= limit


def ways_table(
    title: str,
    ways: Sequence[Way],
    sizes: Sequence[int],
    repeats: int,
    *,
    full: bool = False,
    time: str = "cpu",
) -> str:
    """Measure all ways at all sizes; ratios are of ``cpu`` or ``wall`` time to the second way's.

    Raises:
        CaseFailed: a child failed.
    """
    results = {}
    for size in sizes:
        cases = [way.case(size) for way in ways if way.takes(size, full=full)]
        results.update({(result.case.name, size): result for result in measure(cases, repeats)})
    header = [title]
    for size in sizes:
        header += [f"{size:,} rows", "×"]
    rows = [_row(way.name, ways[1].name, sizes, results, time) for way in ways]
    return markdown([*header, "growth"], rows)


def print_as_asked(
    run: Callable[..., str], description: str | None, sizes: Sequence[int], repeats: int
) -> int:
    """A script's own command line: measure as it asks and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--full", action="store_true", help="the cases that take minutes too")
    parser.add_argument("--repeats", type=int, default=repeats)
    parser.add_argument("--sizes", default=",".join(map(str, sizes)), help="rows, comma-separated")
    options = parser.parse_args()
    print(run([int(size) for size in options.sizes.split(",")], options.repeats, full=options.full))
    return 0


def _row(
    name: str, peer: str, sizes: Sequence[int], results: dict[tuple[str, int], Result], time: str
) -> list[str]:
    cells = [name]
    for size in sizes:
        result, other = results.get((name, size)), results.get((peer, size))
        cells += [_figures(result), _times(result, other, time)]
    measured = [results[name, size] for size in sizes if (name, size) in results]
    growths = [f"{growth(smaller, larger, time):.2f}" for smaller, larger in pairwise(measured)]
    return [*cells, " · ".join(growths) or "–"]


def _times(result: Result | None, other: Result | None, time: str) -> str:
    return ratio(getattr(result, time), getattr(other, time)) if result and other else "–"


def _figures(result: Result | None) -> str:
    if result is None:
        return "–"
    return f"{seconds(result.cpu)} / {seconds(result.wall)} / {megabytes(result.memory)}"
