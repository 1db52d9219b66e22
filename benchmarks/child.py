"""The measured side: ``python -m benchmarks.child MODULE:FUNCTION SIZE`` does one job and reports on it.

``FUNCTION(size)`` prepares everything that is not measured and returns the job. A job of a few rows goes
first, so that imports and first-use caches are not charged to any peer.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

#: Names the variable with the monotonic clock's reading when a child was started, in seconds; there is one
#: such clock for the whole machine.
STARTED = "BENCHMARK_STARTED"
WARM_UP_ROWS = 3


def main(arguments: list[str]) -> int:
    """Do the job once and print the report."""
    module, _, function = arguments[0].partition(":")
    prepare: Callable[[int], Callable[[], object]] = getattr(importlib.import_module(module), function)
    prepare(WARM_UP_ROWS)()
    job = prepare(int(arguments[1]))
    gc.collect()
    before = start_of_memory()
    wall, cpu = time.perf_counter(), cpu_time()
    job()
    cpu, wall = cpu_time() - cpu, time.perf_counter() - wall
    report(cpu, wall, max(0.0, peak_memory() - before) + children_memory())
    return 0


def cpu_time() -> float:
    """CPU seconds of this process and of those that it started and waited for."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def children_memory() -> float:
    """Largest resident memory of a process that this one started, in MB; 0 where there was none."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def report(cpu: float, wall: float, memory: float) -> None:
    """One line of JSON for the parent: seconds, seconds, MB."""
    print(json.dumps({"cpu": cpu, "wall": wall, "memory": memory}), flush=True)


def start_of_memory() -> float:
    """MB in use now; where the system allows it the peak is reset, so that preparing does not hide it."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return peak_memory()


def peak_memory() -> float:
    """Largest resident memory of this process so far, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 2**20
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
