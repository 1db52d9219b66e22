"""Processes of our own that read strangers' files: started with nothing to inherit, ended with all theirs."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from courtcomms.importing.isolation.windows_job import Job

#: What a process needs of the environment to start at all; no proxies, no user's settings.
_KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_WINDOWS = sys.platform == "win32"


def environment(folder: Path) -> dict[str, str]:
    """The variables for a process whose own place is ``folder``."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    home = str(folder)
    return kept | dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "APPDATA"), home)


class Child:
    """A process in a session (Windows: a job) of its own; leaving the ``with`` block ends all of it.

    ``memory`` in bytes, ``seconds`` of processor time, ``processes``: how many it may consist of on Windows,
    ``None`` for any number. ``heard``: there are pipes to talk with it.

    Raises:
        OSError: it could not be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        variables: dict[str, str],
        folder: Path,
        *,
        memory: int,
        seconds: float,
        processes: int | None = 1,
        heard: bool = True,
    ) -> None:
        self._job = Job(memory, seconds, processes) if _WINDOWS else None
        pipe = subprocess.PIPE if heard else subprocess.DEVNULL
        self.process = subprocess.Popen(
            list(command),
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            cwd=folder,
            env=variables,
            start_new_session=not _WINDOWS,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if self._job is not None:
            self._take_into(self._job)

    def _take_into(self, job: Job) -> None:
        try:
            job.take(int(getattr(self.process, "_handle")))  # noqa: B009 - Windows alone has it
        except OSError:
            self.end()
            raise

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def ended(self) -> bool:
        """Whether it has ended by itself. It stays unburied, so that its group can still be ended."""
        if hasattr(os, "waitid"):
            flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
            return os.waitid(os.P_PID, self.process.pid, flags) is not None
        return self.process.poll() is not None

    def kill(self) -> None:
        """End it and whatever it has started, at once."""
        if self._job is not None:
            self._job.close()
        elif self.process.returncode is None:
            # The group lives as long as its leader is not waited for, so its number is nobody else's.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def end(self) -> int:
        """Kill and bury it; its exit code, negative for a signal."""
        self.kill()
        with contextlib.suppress(OSError):
            self.process.kill()
        code = self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        return code
