"""Time and memory of a command with all that it starts."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_EVERY = 0.03


@dataclass(frozen=True, slots=True)
class Watched:
    """How a command went: wall and CPU seconds, peak MiB of its process tree, its output."""

    wall: float
    cpu: float
    memory: float
    output: str


class CommandFailed(Exception):
    """A command ended badly, or not in time; the text is what it said."""


def watch(
    command: Sequence[str],
    *,
    cwd: Path,
    environment: Mapping[str, str],
    patience: float,
    codes: Sequence[int] = (0,),
) -> Watched:
    """Run a command and look at its processes all the while.

    Raises:
        CommandFailed: its code is none of ``codes``, or it took longer than ``patience`` seconds.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+") as errors:
        began = time.perf_counter()
        process = psutil.Popen(list(command), cwd=cwd, env=dict(environment), stdout=out, stderr=errors)
        peaks = _Peaks(process)
        try:
            code = process.wait(patience)
        except psutil.TimeoutExpired as error:
            process.kill()
            process.wait()
            raise CommandFailed(f"{command[0]}: not done in {patience:.0f} s") from error
        finally:
            peaks.end()
        wall = time.perf_counter() - began
        out.seek(0)
        errors.seek(0)
        if code not in codes:
            raise CommandFailed(f"{command[0]}: exit code {code}\n{errors.read()[-2000:]}")
        return Watched(wall, peaks.cpu, peaks.memory, out.read())


class _Peaks:
    """Looks at a process and its children every few milliseconds, in a thread of its own.

    The system keeps each process's peak (VmHWM), so that little is missed between two looks; the sum of the
    peaks is the most that the tree can have had.
    """

    def __init__(self, process: psutil.Process) -> None:
        self._process = process
        self._seen: dict[int, tuple[float, float]] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    @property
    def memory(self) -> float:
        """MiB of all processes together."""
        return sum(memory for memory, _ in self._seen.values())

    @property
    def cpu(self) -> float:
        """CPU seconds of all processes together, as seen last."""
        return sum(cpu for _, cpu in self._seen.values())

    def end(self) -> None:
        """Stop looking."""
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_EVERY):
            with suppress(psutil.Error):
                for process in (self._process, *self._process.children(recursive=True)):
                    self._look_at(process)

    def _look_at(self, process: psutil.Process) -> None:
        with suppress(psutil.Error, OSError, StopIteration):
            lines = (
                Path(f"/proc/{process.pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
            )
            peak = next(line for line in lines if line.startswith("VmHWM"))
            times = process.cpu_times()
            self._seen[process.pid] = (int(peak.split()[1]) / 1024, times.user + times.system)
