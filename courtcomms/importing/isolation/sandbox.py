"""The walls around the reading process, put up from inside before a stranger's file is touched.

The system limits memory, time and writing; an audit hook of Python refuses sockets, processes and changes
of files. Neither can be taken down again.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any

#: Events of sys.audit (Python's library reference, «Audit events table») that reading never needs.
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "shutil.",
    "tempfile.",
    "ctypes.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "sqlite3.",
    "webbrowser.",
    "winreg.",
    "pty.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.kill",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.utime",
    "os.setxattr",
    "os.putenv",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_OPEN_FILES = 64


def limit_system(memory: int, seconds: float) -> None:
    """Bytes of memory, seconds of processor time, no written file, no further process, no core dump.

    Windows limits from outside, by the job that the process is in.
    """
    try:
        import resource
    except ImportError:
        return
    whole = max(1, int(seconds + 0.999))
    for name, soft in (
        ("RLIMIT_CORE", 0),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_NPROC", 0),
        ("RLIMIT_NOFILE", _OPEN_FILES),
        ("RLIMIT_CPU", whole),
        ("RLIMIT_AS", memory),
        ("RLIMIT_DATA", memory),
    ):
        # Not every system has each of them, and macOS refuses a limit of address space.
        with contextlib.suppress(AttributeError, ValueError, OSError):
            _lower(resource, getattr(resource, name), soft)


def _lower(resource: Any, which: int, value: int) -> None:
    _, hard = resource.getrlimit(which)
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(which, (bound, bound))


def forbid() -> None:
    """From now on Python itself opens no socket, starts no process and changes no file."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError("reading writes nothing")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"reading needs no {event}")
