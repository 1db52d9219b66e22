"""Formats that only LibreOffice reads, made into .docx or .xlsx in a folder that is thrown away afterwards.

It returns 0 for failures too, and takes random bytes for text: what came out is all that counts. It is never
given a web page, whose style sheets it would fetch whatever its settings are.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shutil
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

from courtcomms.errors import reason_of
from courtcomms.importing.document import SourceFile
from courtcomms.importing.files.refusal import Refusal, shown_name, too_large
from courtcomms.importing.files.sniff import FileKind
from courtcomms.importing.isolation.children import Child, environment
from courtcomms.importing.isolation.libreoffice_profile import write_profile
from courtcomms.progress import SILENT, Progress

_LOG = logging.getLogger(__name__)
#: Bytes of data of one process; with its libraries it stays below 700 MB.
_MEMORY = 512 << 20
_LARGEST_FILE = 100 << 20
_BLOCK = 1 << 20
_PAUSE = 0.1
#: Two at once would be no faster and take twice the memory.
_ONE_AT_A_TIME = threading.Lock()
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_WORD, _EXCEL = "docx:MS Word 2007 XML", "xlsx:Calc MS Excel 2007 XML"


class _Way(NamedTuple):
    """A kind's extension, by which LibreOffice knows it, what is made of it, and a filter if one is named."""

    suffix: str
    target: str
    filter: str = ""


_WAYS = {
    FileKind.OLD_WORD: _Way(".doc", _WORD),
    FileKind.RTF: _Way(".rtf", _WORD, "Rich Text Format"),
    FileKind.OPEN_TEXT: _Way(".odt", _WORD, "writer8"),
    FileKind.FLAT_TEXT: _Way(".fodt", _WORD, "OpenDocument Text Flat XML"),
    FileKind.WORD_XML: _Way(".xml", _WORD, "MS Word 2003 XML"),
    FileKind.OLD_EXCEL: _Way(".xls", _EXCEL),
    FileKind.BINARY_EXCEL: _Way(".xlsb", _EXCEL, "Calc MS Excel 2007 Binary"),
    FileKind.OPEN_SHEET: _Way(".ods", _EXCEL, "calc8"),
    FileKind.FLAT_SHEET: _Way(".fods", _EXCEL, "OpenDocument Spreadsheet Flat XML"),
    FileKind.EXCEL_XML: _Way(".xml", _EXCEL, "MS Excel 2003 XML"),
}


def installed() -> bool:
    """Whether there is a LibreOffice to be asked."""
    return _program() is not None


def source_suffix(kind: FileKind) -> str:
    """The extension under which a copy of the file must lie."""
    return _WAYS[kind].suffix


def copied(path: Path, to: Path) -> SourceFile:
    """Copy a file, and tell what it was that was copied.

    Raises:
        Refusal: it is gone, has become too large, or there is no place for the copy.
    """
    try:
        return _copied(path, to)
    except OSError as error:
        raise Refusal(f"не вдалося прочитати ({reason_of(error)})", "Спробуйте ще раз.") from error


def _copied(path: Path, to: Path) -> SourceFile:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, to.open("wb") as target:
        while block := source.read(_BLOCK):
            digest.update(block)
            size += len(block)
            if size > _LARGEST_FILE:
                raise too_large("понад 100 МБ")
            target.write(block)
    return SourceFile(shown_name(path.name), digest.hexdigest(), size)


def convert(
    path: Path, kind: FileKind, folder: Path, progress: Progress = SILENT, *, seconds: float = 60.0
) -> Path:
    """Make a .docx or .xlsx of a file; ``path`` is a copy with a plain name and the kind's extension.

    The result and everything LibreOffice writes on its way lie in ``folder``, which is empty before.

    Raises:
        Refusal: not installed, not done in time, or nothing came of it.
        Cancelled: no longer wanted.
        OSError: the folder cannot be written, or LibreOffice not started.
    """
    program = _program()
    if program is None:
        raise not_installed(kind)
    while not _ONE_AT_A_TIME.acquire(timeout=_PAUSE):
        progress.tell(0, 0)
    try:
        _run(_command(program, path, _WAYS[kind], folder), folder, progress, seconds)
    finally:
        _ONE_AT_A_TIME.release()
    return _result(folder, _WAYS[kind])


def not_installed(kind: FileKind) -> Refusal:
    """There is no LibreOffice here."""
    return Refusal(
        f"— це {kind.value}; такі читаються через LibreOffice, а його на цьому комп’ютері немає",
        "Збережіть документ у Word чи Excel як .docx або .xlsx чи встановіть безплатний LibreOffice.",
    )


def _program() -> str | None:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    folders = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"))
    windows = (str(Path(folder, "LibreOffice", "program", "soffice.exe")) for folder in folders if folder)
    return next((place for place in (*_PLACES, *windows) if Path(place).is_file()), None)


def _command(program: str, path: Path, way: _Way, folder: Path) -> list[str]:
    profile = folder / "profile"
    write_profile(profile)
    switches = [
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--nofirststartwizard",
    ]
    named = [f"--infilter={way.filter}"] if way.filter else []
    made = ["--convert-to", way.target, "--outdir", str(folder / "made"), str(path)]
    return [program, *switches, f"-env:UserInstallation={profile.as_uri()}", *named, *made]


def _run(command: list[str], folder: Path, progress: Progress, seconds: float) -> None:
    variables = environment(folder) | {"LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    until = time.monotonic() + seconds
    with Child(
        command, variables, folder, memory=_MEMORY, seconds=seconds, processes=None, heard=False
    ) as child:
        _limit_data(child.process.pid)
        while not child.ended():
            progress.tell(0, 0)
            if time.monotonic() > until:
                _LOG.warning("LibreOffice took more than %s s", seconds)
                raise too_large(f"перетворення через LibreOffice триває понад {round(seconds)} с")
            time.sleep(_PAUSE)


def _limit_data(process: int) -> None:
    """What it starts inherits the limit; it does so long after this, being a shell script first."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
            resource.prlimit(process, resource.RLIMIT_CORE, (0, 0))
            resource.prlimit(process, resource.RLIMIT_FSIZE, (_MEMORY, _MEMORY))


def _result(folder: Path, way: _Way) -> Path:
    """What came out, if it is what was asked for."""
    suffix = "." + way.target.partition(":")[0]
    made = [path for path in folder.glob("made/*") if path.suffix == suffix and path.is_file()]
    if len(made) == 1:
        with made[0].open("rb") as file:
            if file.read(4) == b"PK\x03\x04":
                return made[0]
    _LOG.error("LibreOffice made nothing of a file of kind %s", way.suffix)
    raise Refusal(
        "не вдалося відкрити через LibreOffice: його пошкоджено або захищено паролем",
        "Відкрийте його у Word чи Excel, зніміть пароль і збережіть як .docx або .xlsx.",
    )
