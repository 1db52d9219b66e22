"""The command line: everything but looking, without Qt.

JSON goes to stdout and is stable, messages to stderr. Exit codes: 0 done, 1 findings of severity error,
2 bad input or usage, with one sentence and nothing written.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from courtcomms import __version__
from courtcomms.errors import BadInput, CourtcommsError
from courtcomms.period import Period

if TYPE_CHECKING:
    from courtcomms.paths import DataDir
    from courtcomms.store import Register

log = logging.getLogger(__name__)

_UNEXPECTED = (
    "Сталася помилка, якої програма не передбачила: команду не виконано до кінця. Подробиці в журналі "
    "courtcomms.log у теці даних; надішліть його розробникам.\n"
)

COLUMNS = ("date", "participants", "site_links", "media", "heading", "period")

#: How argparse's own complaints begin, and what is said instead.
_COMPLAINTS = (
    ("the following arguments are required", "бракує аргументів"),
    ("unrecognized arguments", "зайві аргументи"),
    ("invalid choice", "немає такої команди чи значення"),
    ("expected one argument", "після ключа бракує значення"),
    ("invalid int value", "очікується число"),
)


class _Help(argparse.HelpFormatter):
    """argparse's help with the Ukrainian word for «usage»."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "використання: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Ukrainian; its refusals are one sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **options)
        self._positionals.title = "аргументи"
        self._optionals.title = "ключі"
        self.add_argument("-h", "--help", action="help", help="показати цю довідку")

    def error(self, message: str) -> NoReturn:
        reason = next((ours for theirs, ours in _COMPLAINTS if theirs in message), "не вдалося розібрати")
        detail = message.partition(": ")[2] or message
        detail = detail.removeprefix("invalid choice: ").partition(" (choose")[0]
        raise BadInput(f"Команду не виконано: {reason} ({detail}). Довідка: courtcomms --help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    try:
        options = build_parser().parse_args(arguments)
        code: int = options.run(options)
    except CourtcommsError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception:
        # The one place that catches everything: a traceback is for the log, not for the user.
        log.exception("uncaught")
        sys.stderr.write(_UNEXPECTED)
        return 2
    return code


def _speak_utf8(stream: TextIO) -> None:
    """A Windows console's own code page cannot hold Ukrainian and «»."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def build_parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    parser = _Parser(
        prog="courtcomms", description="Реєстр і квартальний звіт комунікаційної діяльності суду."
    )
    parser.add_argument("--version", action="version", version=f"courtcomms {__version__}", help="версія")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="тека з реєстром, копіями і налаштуваннями"
    )
    parser.add_argument("--database", metavar="URL", help="адреса бази даних замість теки")
    commands = parser.add_subparsers(title="команди", metavar="КОМАНДА", required=True, parser_class=_Parser)
    _add_document_commands(commands)
    _add_register_commands(commands)
    _add_explain(commands)
    return parser


def _command(commands: Any, name: str, run: Callable[[Any], int], text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    return parser


def _add_document_commands(commands: Any) -> None:
    load = _command(commands, "import", _import, "прочитати звіт із Word чи Excel до реєстру")
    load.add_argument("file", type=Path, metavar="ФАЙЛ")
    load.add_argument("--period", type=_period, help="квартал, наприклад 2021-Q3")
    load.add_argument("--dry-run", action="store_true", help="лише показати, нічого не записувати")
    load.add_argument("--json", action="store_true", help="вивести як JSON")
    report = commands.add_parser("report", help="рядки звіту та його документ")
    actions = report.add_subparsers(metavar="ДІЯ", required=True, parser_class=_Parser)
    rows = _command(actions, "rows", _report_rows, "рядки звіту як JSON")
    rows.add_argument("--period", type=_period, required=True, help="квартал, наприклад 2021-Q3")
    rows.add_argument("--json", action="store_true", help="вивести як JSON")
    export = _command(actions, "export", _export, "записати звіт у .docx або .xlsx")
    export.add_argument("--period", type=_period, required=True, help="квартал, наприклад 2021-Q3")
    export.add_argument("--out", type=Path, required=True, metavar="ФАЙЛ")
    submit = _command(actions, "submit", _submit, "позначити звіт як поданий і зберегти його незмінним")
    submit.add_argument("--period", type=_period, required=True, help="квартал, наприклад 2021-Q3")
    reopen = _command(actions, "reopen", _reopen, "повернути поданий звіт у роботу")
    reopen.add_argument("--period", type=_period, required=True, help="квартал, наприклад 2021-Q3")


def _add_register_commands(commands: Any) -> None:
    events = _command(commands, "events", _events, "заходи реєстру")
    events.add_argument("--period", type=_period, help="квартал, наприклад 2021-Q3")
    events.add_argument("--search", default="", metavar="ТЕКСТ")
    events.add_argument("--json", action="store_true", help="вивести як JSON")
    carry = _command(commands, "carry-over", _carry_over, "почати звіт: перенести постійні заходи")
    carry.add_argument("--to", type=_period, required=True, help="квартал, наприклад 2021-Q4")
    carry.add_argument("--json", action="store_true", help="вивести як JSON")
    check = _command(commands, "check", _check, "зауваження до звіту перед поданням")
    check.add_argument("--period", type=_period, help="квартал, наприклад 2021-Q3")
    check.add_argument("--json", action="store_true", help="вивести як JSON")
    backup = _command(commands, "backup", _backup, "зберегти перевірену резервну копію")
    backup.add_argument("file", type=Path, nargs="?", metavar="ФАЙЛ")
    restore = _command(commands, "restore", _restore, "відновити реєстр із резервної копії")
    restore.add_argument("file", type=Path, metavar="ФАЙЛ")
    _command(commands, "integrity", _integrity, "перевірити цілість реєстру")
    sample = _command(commands, "sample", _sample, "створити приклад у порожній теці")
    sample.add_argument("dir", type=Path, metavar="ТЕКА")


def _add_explain(commands: Any) -> None:
    explain = _command(commands, "explain", _explain, "що програма зрозуміла з клітинки")
    explain.add_argument("column", choices=COLUMNS, metavar="КОЛОНКА", help=", ".join(COLUMNS))
    explain.add_argument("--year", type=int, metavar="РІК", help="рік звіту, у якому стоїть клітинка")
    explain.add_argument("--quarter", type=int, metavar="1-4", help="квартал звіту")
    explain.add_argument("--json", action="store_true", help="вивести як JSON")


def _period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise BadInput(f"Немає такого періоду: «{text}». Пишіть рік і квартал, наприклад 2021-Q3.") from error


def _data_dir(options: Any) -> DataDir:
    from courtcomms.paths import DataDir, default_data_dir

    return DataDir(options.data_dir or default_data_dir())


def _register(options: Any) -> Register:
    from courtcomms.log import start_log
    from courtcomms.store import Register
    from courtcomms.user import user_name

    data = _data_dir(options)
    start_log(data.log)
    return Register.open(options.database or data.database, who=user_name(), backups=data.backups)


def _import(options: Any) -> int:
    from courtcomms.commands import documents

    if options.dry_run:
        return documents.show_document(options.file, as_json=options.json)
    with _register(options) as register:
        return documents.import_document(register, options.file, options.period, as_json=options.json)


def _report_rows(options: Any) -> int:
    from courtcomms.commands import documents

    with _register(options) as register:
        return documents.report_rows(register, options.period)


def _export(options: Any) -> int:
    from courtcomms.commands import documents

    with _register(options) as register:
        return documents.export(register, _data_dir(options), options.period, options.out)


def _submit(options: Any) -> int:
    from courtcomms.commands import quarters

    with _register(options) as register:
        return quarters.submit(register, _data_dir(options), options.period)


def _reopen(options: Any) -> int:
    from courtcomms.commands import quarters

    with _register(options) as register:
        return quarters.reopen(register, options.period)


def _carry_over(options: Any) -> int:
    from courtcomms.commands import quarters

    with _register(options) as register:
        return quarters.carry_over(register, options.to, as_json=options.json)


def _events(options: Any) -> int:
    from courtcomms.commands import register as commands

    with _register(options) as register:
        return commands.list_events(register, options.period, options.search, as_json=options.json)


def _check(options: Any) -> int:
    from courtcomms.commands.check import check

    with _register(options) as register:
        return check(register, options.period, as_json=options.json)


def _backup(options: Any) -> int:
    from courtcomms.commands import register as commands

    with _register(options) as register:
        return commands.back_up(register, options.file)


def _restore(options: Any) -> int:
    from courtcomms.commands import register as commands

    return commands.restore_backup(options.file, _data_dir(options))


def _integrity(options: Any) -> int:
    from courtcomms.commands import register as commands

    with _register(options) as register:
        return commands.integrity(register)


def _sample(options: Any) -> int:
    from courtcomms.commands import register as commands

    return commands.sample(options.dir)


def _explain(options: Any) -> int:
    from courtcomms.commands.explain import explain

    return explain(options.column, _report_period(options.year, options.quarter))


def _report_period(year: int | None, quarter: int | None) -> Period | None:
    """The report in which a cell stands, from `--year` and `--quarter`."""
    if year is None:
        if quarter is not None:
            raise BadInput("Разом із --quarter потрібен --year.")
        return None
    return _period(str(year) if quarter is None else f"{year}-Q{quarter}")
