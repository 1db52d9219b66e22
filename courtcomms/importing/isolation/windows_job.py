"""A job object of Windows: a process in it has limits and dies with its children when the job is closed.

Structures and constants: Microsoft Learn, «JOBOBJECT_EXTENDED_LIMIT_INFORMATION» (winnt.h) and
«SetInformationJobObject». Only imported where processes are started; harmless on other systems.
"""

from __future__ import annotations

import ctypes
from typing import Any

_EXTENDED_LIMITS = 9
_PROCESS_TIME = 0x2
_ACTIVE_PROCESSES = 0x8
_PROCESS_MEMORY = 0x100
_DIE_ON_EXCEPTION = 0x400
_KILL_ON_CLOSE = 0x2000
#: LARGE_INTEGER counts 100 nanoseconds.
_TICKS = 10_000_000


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; ``IoInfo`` are the six counters of IO_COUNTERS."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limits_of(memory: int, seconds: float, processes: int | None) -> ExtendedLimits:
    """The limits as Windows takes them: bytes and seconds of one process, number of processes if any."""
    limits = ExtendedLimits()
    basic = limits.BasicLimitInformation
    basic.LimitFlags = _KILL_ON_CLOSE | _DIE_ON_EXCEPTION | _PROCESS_MEMORY | _PROCESS_TIME
    basic.PerProcessUserTimeLimit = int(seconds * _TICKS)
    if processes is not None:
        basic.LimitFlags |= _ACTIVE_PROCESSES
        basic.ActiveProcessLimit = processes
    limits.ProcessMemoryLimit = memory
    return limits


class Job:
    """A job with limits; :meth:`close` ends every process in it.

    ``kernel`` is kernel32, or what stands for it.

    Raises:
        OSError: the system made no job.
    """

    def __init__(
        self, memory: int, seconds: float, processes: int | None = 1, kernel: Any | None = None
    ) -> None:
        self._kernel = kernel if kernel is not None else _kernel32()
        self._handle = self._kernel.CreateJobObjectW(None, None)
        if not self._handle:
            raise OSError("CreateJobObjectW failed")
        limits = limits_of(memory, seconds, processes)
        done = self._kernel.SetInformationJobObject(
            self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not done:
            self.close()
            raise OSError("SetInformationJobObject failed")

    def take(self, process: int) -> None:
        """Put a process, given by its handle, into the job.

        Raises:
            OSError: the system refused; the process is not limited.
        """
        if not self._kernel.AssignProcessToJobObject(self._handle, process):
            raise OSError("AssignProcessToJobObject failed")

    def close(self) -> None:
        """End all processes of the job; harmless a second time."""
        handle, self._handle = self._handle, None
        if handle:
            self._kernel.CloseHandle(handle)


def _kernel32() -> Any:
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p)
    kernel.SetInformationJobObject.argtypes = (
        ctypes.c_void_p,
        ctypes.c_int,
        ctypes.c_void_p,
        ctypes.c_uint32,
    )
    kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
    return kernel
