"""Reading a document in a process of its own: whatever the file does, the program stays alive.

The process gets a path and gives back plain values; it has limits of time and memory, no network, no right
to write, and dies with everything it started. What it says is checked like a file of strangers.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from courtcomms.errors import BadInput, reason_of
from courtcomms.importing.document import NO_CHOICES, ImportedDocument, ReadingChoices
from courtcomms.importing.files.refusal import Refusal, protected, shown_name, too_large
from courtcomms.importing.files.sniff import FileKind
from courtcomms.importing.isolation.children import Child, environment
from courtcomms.importing.isolation.libreoffice import convert, copied, installed, source_suffix
from courtcomms.importing.isolation.listener import Listener, NoAnswer, Silent
from courtcomms.importing.isolation.wire import WireError, choices_to_wire, from_wire
from courtcomms.progress import SILENT, Progress

_LOG = logging.getLogger(__name__)
_MODULE = "courtcomms.importing.isolation.worker"
#: The folder that holds the package, for a Python that is not installed with it.
_ROOT = str(Path(__file__).resolve().parents[3])
#: The program's first argument that starts the worker where the program is frozen.
WORKER_ARGUMENT = "--read-document"

_LONGEST_STEM = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    ``seconds`` from the worker's start to its answer, ``start_seconds`` in which it must be ready at all,
    bytes of ``memory`` and of the ``answer``, ``convert_seconds`` of a conversion through LibreOffice.
    """

    seconds: float = 9.5
    start_seconds: float = 30.0
    memory: int = 700 << 20
    answer: int = 64 << 20
    convert_seconds: float = 50.0


LIMITS = Limits()


def read_isolated(
    path: Path,
    progress: Progress = SILENT,
    *,
    choices: ReadingChoices = NO_CHOICES,
    limits: Limits = LIMITS,
) -> tuple[ImportedDocument, ...]:
    """Every report of a file, read by a process of its own.

    Raises:
        BadInput: the file cannot be read, holds no report, takes too long or too much memory, or breaks the
            reader; the sentence says what to do.
        Cancelled: the document is no longer wanted; the process is gone.
    """
    name = path.name or str(path)
    try:
        message = _asked(path, progress, choices, limits)
        if "convert" in message:
            return _converted(path, message, progress, choices, limits)
        return _documents(message)
    except Refusal as refusal:
        raise refusal.for_user(name) from refusal
    except OSError as error:
        _LOG.exception("the reading process did not start")
        raise _not_started(error).for_user(name) from error


def worker_command() -> list[str]:
    """What starts the worker, in a checkout, an installed package and a frozen program alike."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT]
    # A virtual environment's python.exe only starts another process, which a job of one would refuse.
    python = getattr(sys, "_base_executable", sys.executable) if sys.platform == "win32" else sys.executable
    return [python, "-P", "-B", "-m", _MODULE]


def _variables(folder: Path) -> dict[str, str]:
    own = {"PYTHONPATH": _ROOT, "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1", "LC_ALL": "C.UTF-8"}
    if sys.platform == "win32" and not getattr(sys, "frozen", False):
        own["__PYVENV_LAUNCHER__"] = sys.executable
    return environment(folder) | own


def _asked(path: Path, progress: Progress, choices: ReadingChoices, limits: Limits) -> dict[str, object]:
    """The worker's last message."""
    request = {
        "path": os.path.abspath(path),  # noqa: PTH100 - resolve() would ask the disk
        "choices": choices_to_wire(choices),
        "memory": limits.memory,
        "seconds": limits.seconds + 1,
    }
    with tempfile.TemporaryDirectory(prefix="courtcomms-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        with Child(
            worker_command(),
            _variables(place),
            place,
            memory=limits.memory,
            seconds=limits.start_seconds + limits.seconds,
        ) as child:
            try:
                return Listener(child, progress, limits.answer).ask(
                    request, limits.start_seconds, limits.seconds
                )
            except Silent as silent:
                _LOG.warning("reading took more than %s s", limits.seconds)
                raise too_slow(limits.seconds) from silent
            except NoAnswer as problem:
                code = child.end()
                _LOG.error("the reading process ended with %s: %s", code, problem)
                raise crashed() from problem


def _converted(
    path: Path, message: dict[str, object], progress: Progress, choices: ReadingChoices, limits: Limits
) -> tuple[ImportedDocument, ...]:
    """What LibreOffice made of a file, read like any other, and told as the file's own."""
    kind = _kind(message)
    with tempfile.TemporaryDirectory(prefix="courtcomms-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        copy = place / f"document{source_suffix(kind)}"
        source = copied(path, copy)
        work = place / "work"
        work.mkdir()
        try:
            made = convert(copy, kind, work, progress, seconds=limits.convert_seconds)
        except Refusal as refusal:
            raise protected() if message.get("locked") and installed() else refusal from refusal
        # The period may stand in the file's name alone.
        named = made.rename(place / f"{path.stem[:_LONGEST_STEM]}{made.suffix}")
        documents = _documents(_named_as(path, named, _asked(named, progress, choices, limits)))
    told = f"Це {kind.value}: прочитано через LibreOffice, звірте рядки з документом."
    return tuple(replace(one, source=source, warnings=(told, *one.warnings)) for one in documents)


def _named_as(path: Path, made: Path, message: dict[str, object]) -> dict[str, object]:
    """A refusal of what LibreOffice made, told of the file that it was made of."""
    sentence = message.get("refused")
    if not isinstance(sentence, str):
        return message
    return {"refused": sentence.replace(f"«{shown_name(made.name)}»", f"«{shown_name(path.name)}»", 1)}


def _kind(message: dict[str, object]) -> FileKind:
    try:
        kind = FileKind(str(message["convert"]))
        source_suffix(kind)
    except (ValueError, KeyError) as error:
        _LOG.error("the reading process named no kind of file")
        raise crashed() from error
    return kind


def _documents(message: dict[str, object]) -> tuple[ImportedDocument, ...]:
    if isinstance(sentence := message.get("refused"), str):
        raise BadInput(sentence)
    if "failed" in message:
        _LOG.error("reading failed: %s", message["failed"])
        raise crashed()
    try:
        documents = from_wire(message)
    except WireError as error:
        _LOG.exception("the reading process gave another answer than it should")
        raise crashed() from error
    return documents


def too_slow(seconds: float) -> Refusal:
    """Reading was stopped by the clock."""
    return too_large(f"читання триває понад {round(seconds)} с")


def crashed() -> Refusal:
    """Reading broke off; the program itself is unharmed."""
    return Refusal(
        "не вдалося прочитати: читання обірвалося на пошкодженому чи надто складному місці",
        "Відкрийте його у Word чи Excel, збережіть заново як .docx або .xlsx і спробуйте ще раз.",
    )


def _not_started(error: OSError) -> Refusal:
    return Refusal(
        f"не вдалося прочитати: допоміжна програма не запустилася ({reason_of(error)})",
        "Спробуйте ще раз; якщо не допоможе, перезапустіть програму.",
    )
