"""`import`: documents into the register, or only a look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from courtcomms.commands.import_output import print_read, tell_document, tell_imported_before, tell_outcome
from courtcomms.commands.output import print_json, say
from courtcomms.errors import BadInput
from courtcomms.importing import ImportedDocument, load_choices
from courtcomms.importing.isolation.isolated import read_isolated
from courtcomms.importing.to_json import refusal_to_json
from courtcomms.paths import DataDir
from courtcomms.period import Period
from courtcomms.plural import counted
from courtcomms.services import ImportWishes, apply_imports, plan_imports
from courtcomms.services.forms import forms_of
from courtcomms.store import Register

#: What may be a report, in a folder; a file that is named is read whatever it is called.
_SUFFIXES = frozenset(
    f".{suffix}"
    for suffix in (
        *("docx", "docm", "doc", "odt", "rtf", "xlsx", "xlsm", "xls", "ods", "csv"),
        *("txt", "htm", "html", "mht"),
    )
)


@dataclass(slots=True)
class Reading:
    """What was read of the files asked for.

    ``paths`` stand beside ``documents``; ``files`` are the paths by SHA-256; ``unread``: names with the
    reason. ``single``: one file was named, so its JSON is told without its name.
    """

    single: bool
    documents: list[ImportedDocument] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    unread: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The keys of `import`.

    ``period`` is that of documents that tell none, of a single one its period anyhow. ``sent``: reports are
    kept as sent. ``separate``: no row is joined with an event of another report.
    """

    period: Period | None = None
    sent: bool = False
    separate: bool = False


def read_files(named: Sequence[Path], data: DataDir, *, as_json: bool) -> Reading:
    """Read every file; one that cannot be read is told and does not keep the others back.

    Raises:
        BadInput: there is no file, or none could be read.
    """
    single = len(named) == 1 and not named[0].is_dir()
    reading = Reading(single)
    choices = load_choices(data.import_columns)
    for path in _files(named):
        try:
            documents = read_isolated(path, choices=choices)
        except BadInput as refusal:
            _refuse(reading, path, str(refusal), as_json=as_json)
            continue
        reading.documents += documents
        reading.paths += [path] * len(documents)
        reading.files.update((document.source.sha256, path) for document in documents)
    if not reading.documents:
        raise BadInput("Жодного файла не прочитано: нічого не імпортовано. Причини названо вище.")
    return reading


def _files(named: Sequence[Path]) -> list[Path]:
    """The files named and those of the folders named, by name; each once."""
    found: dict[Path, None] = {}
    for path in named:
        inside = _within(path) if path.is_dir() else [path]
        if not inside:
            raise BadInput(
                f"У теці «{path}» немає файлів, схожих на звіти: нічого не імпортовано. "
                "Виберіть теку з документами Word чи Excel."
            )
        found.update(dict.fromkeys(inside))
    return list(found)


def _within(folder: Path) -> list[Path]:
    """What Word and LibreOffice lay beside an open document begins with «~$» or a dot."""
    try:
        inside = [path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES and path.is_file()]
    except OSError as error:
        raise BadInput(
            f"Теку «{folder}» не вдалося прочитати: нічого не імпортовано. Перевірте права на неї."
        ) from error
    told = [path for path in inside if not path.name.startswith((".", "~$"))]
    return sorted(told, key=lambda path: (path.name.casefold(), path.name))


def _refuse(reading: Reading, path: Path, sentence: str, *, as_json: bool) -> None:
    if as_json:
        line = refusal_to_json(sentence)
        print_json(line if reading.single else {"file": str(path), **line})
    if reading.single:
        raise BadInput(sentence)
    say(sentence)
    reading.unread.append((path.name, sentence))


def show_documents(reading: Reading, *, as_json: bool) -> int:
    """`import --dry-run`: what is in the documents; touches no register."""
    if as_json:
        print_read(reading.documents, reading.paths, single=reading.single)
    else:
        for document in reading.documents:
            tell_document(document, named=len(reading.documents) > 1)
        say("Це лише перегляд: до реєстру нічого не записано.")
    return 0


def import_documents(
    register: Register, data: DataDir, reading: Reading, wanted: Wanted, *, as_json: bool
) -> int:
    """`import`: put the rows of the documents into the reports of their periods, as one step.

    Raises:
        BadInput: none of them is a report whose period is known. Frozen: all their reports were submitted.
    """
    documents = reading.documents
    plan = plan_imports(register, documents, _wishes(documents, wanted))
    periodless = [documents[place] for place in plan.periodless]
    told = [*(why for _name, why in plan.unread), *map(_without_period, periodless)]
    if not plan.reports:
        raise BadInput(told[0] if len(told) == 1 else _NOTHING)
    tell_imported_before(register, reading.documents)
    register.backup_if_due()
    apply_imports(register, plan, reading.files, forms_of(data).form_for)
    if as_json:
        print_read(documents, reading.paths, single=reading.single)
    for sentence in told:
        say(f"Увага: {sentence}")
    tell_outcome(plan, named=len(documents) > 1)
    if reading.unread:
        say(f"Не прочитано: {counted(len(reading.unread), 'файл', 'файли', 'файлів')}, причини названо вище.")
    return 0


def _wishes(documents: Sequence[ImportedDocument], wanted: Wanted) -> ImportWishes:
    wishes = ImportWishes(separate=wanted.separate)
    if wanted.period is not None:
        asked = [place for place, one in enumerate(documents) if len(documents) == 1 or one.period is None]
        wishes = replace(wishes, periods=dict.fromkeys(asked, wanted.period))
    if wanted.sent:
        wishes = replace(wishes, sent=dict.fromkeys(range(len(documents)), True))
    return wishes


def _without_period(document: ImportedDocument) -> str:
    return (
        f"У «{document.source.name}» не знайдено звітного періоду: нічого не імпортовано. "
        "Укажіть квартал, наприклад --period 2021-Q3."
    )


_NOTHING = (
    "Жоден документ не є звітом із відомим періодом: нічого не імпортовано. Укажіть квартал, наприклад "
    "--period 2021-Q3."
)
