"""The process that reads one stranger's document: ``python -m courtcomms.importing.isolation.worker``.

Standard input brings one request, standard output takes messages (:mod:`frames`): ``ready``, ``progress``,
and last one of ``documents``, ``refused``, ``convert`` (LibreOffice must make another file of it first) or
``failed``. A failure is told by its kind and places in the program alone, never by what the file says.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import time
import traceback
from pathlib import Path
from typing import IO, Any

from courtcomms.errors import BadInput
from courtcomms.importing.files.refusal import NeedsConversion
from courtcomms.importing.isolation import sandbox
from courtcomms.importing.isolation.frames import read_frame, write_frame
from courtcomms.importing.isolation.wire import choices_from_wire, to_wire
from courtcomms.importing.read import read_documents
from courtcomms.progress import Progress

#: Bytes of a request: a path, and columns that the user named for tables of older files.
MOST_REQUEST = 4 << 20
#: Seconds between two words on the progress.
_PAUSE = 0.05


def main() -> int:
    """Answer one request; returns the exit code."""
    answers = _private_output()
    faulthandler.enable()
    request = read_frame(sys.stdin.buffer, MOST_REQUEST)
    if request is None:
        return 0
    write_frame(answers, {"ready": True})
    sandbox.limit_system(int(request["memory"]), float(request["seconds"]))
    sandbox.forbid()
    write_frame(answers, _answer(request, answers))
    return 0


def _private_output() -> IO[bytes]:
    """The pipe of the answers, out of reach of anything that prints."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _answer(request: dict[str, Any], answers: IO[bytes]) -> dict[str, Any]:
    try:
        return _read(request, answers)
    except BadInput as refusal:
        wanted = refusal.__cause__
        if isinstance(wanted, NeedsConversion):
            return {"convert": wanted.kind, "locked": wanted.locked}
        return {"refused": str(refusal)}
    except (Exception, RecursionError, MemoryError) as error:  # noqa: BLE001 - told to the log of the program
        return {"failed": _places(error)}


def _read(request: dict[str, Any], answers: IO[bytes]) -> dict[str, Any]:
    progress = Progress(_Teller(answers).tell)
    choices = choices_from_wire(request["choices"])
    return to_wire(read_documents(Path(request["path"]), progress, choices=choices))


class _Teller:
    """Passes the progress on, not more often than anybody looks."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self._told_at = 0.0

    def tell(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told_at >= _PAUSE:
            self._told_at = now
            write_frame(self._answers, {"progress": [done, total]})


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__} at {' < '.join(reversed(tuple(places)))}"


if __name__ == "__main__":
    raise SystemExit(main())
