"""Fair timing: every measured run is a fresh process, and peers take turns within one session.

A child reports about itself (see :mod:`benchmarks.child`); this side starts it, collects and takes medians.
Turns go A B A B …, so that a noisy minute of the machine hits all peers alike.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.child import STARTED

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to measure: ``arguments`` for the interpreter, a label, and the number of rows (0: none)."""

    name: str
    arguments: tuple[str, ...]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: CPU and wall in seconds, memory in MB."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Result:
    """All measured runs of one case."""

    case: Case
    samples: tuple[Sample, ...]

    @property
    def cpu(self) -> float:
        """Median CPU seconds."""
        return statistics.median(sample.cpu for sample in self.samples)

    @property
    def wall(self) -> float:
        """Median wall seconds."""
        return statistics.median(sample.wall for sample in self.samples)

    @property
    def memory(self) -> float:
        """Median memory in MB."""
        return statistics.median(sample.memory for sample in self.samples)


class CaseFailed(Exception):
    """A child ended badly or reported nothing; the text is what it said."""


def measure(cases: Sequence[Case], repeats: int, *, warm_ups: int = 0) -> tuple[Result, ...]:
    """Run the cases in turns; the first ``warm_ups`` turns fill the disk cache and are not counted.

    Raises:
        CaseFailed: a child failed.
    """
    samples: dict[Case, list[Sample]] = {case: [] for case in cases}
    for turn in range(warm_ups + repeats):
        for case in cases:
            sample = run_once(case)
            if turn >= warm_ups:
                samples[case].append(sample)
    return tuple(Result(case, tuple(taken)) for case, taken in samples.items())


def run_once(case: Case) -> Sample:
    """One fresh process that reports its CPU and wall time and its memory.

    Raises:
        CaseFailed: it ended badly.
    """
    told = reported(case)
    return Sample(told["cpu"], told["wall"], told["memory"])


def reported(case: Case) -> dict[str, Any]:
    """One fresh process; its last line of output is its own report as JSON.

    Raises:
        CaseFailed: it ended badly.
    """
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))
    environment[STARTED] = repr(time.monotonic())
    command = [sys.executable, *case.arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CaseFailed(f"{case.name}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def growth(smaller: Result, larger: Result, time: str = "cpu") -> float:
    """Exponent of CPU (or ``wall``) time in the number of rows: 1 is linear, 2 quadratic."""
    times: float = getattr(larger, time) / getattr(smaller, time)
    return math.log(times) / math.log(larger.case.size / smaller.case.size)
