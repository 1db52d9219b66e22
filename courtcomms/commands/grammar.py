"""The grammar of the command line: commands, their arguments and what runs each."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from courtcomms import __version__
from courtcomms.commands import runs
from courtcomms.errors import BadInput

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
    load = _command(commands, "import", runs.import_document, "прочитати звіт із Word чи Excel до реєстру")
    load.add_argument("files", type=Path, nargs="+", metavar="ФАЙЛ", help="файли або теки з ними")
    load.add_argument("--period", type=runs.period_of, help="квартал документа, який його не називає")
    load.add_argument("--dry-run", action="store_true", help="лише показати, нічого не записувати")
    load.add_argument("--sent", action="store_true", help="зберегти звіти як подані, точно як у файлах")
    load.add_argument("--separate", action="store_true", help="кожен рядок — окремий новий захід")
    load.add_argument("--json", action="store_true", help="вивести як JSON")
    report = commands.add_parser("report", help="рядки звіту та його документ")
    actions = report.add_subparsers(metavar="ДІЯ", required=True, parser_class=_Parser)
    rows = _command(actions, "rows", runs.report_rows, "рядки звіту як JSON")
    rows.add_argument("--period", type=runs.period_of, required=True, help="квартал, наприклад 2021-Q3")
    rows.add_argument("--json", action="store_true", help="вивести як JSON")
    export = _command(actions, "export", runs.export, "записати звіт у файл .docx, .xlsx, .html чи .pdf")
    export.add_argument(
        "--period",
        type=runs.period_of,
        required=True,
        help="квартал 2021-Q3, півріччя 2021-H1 чи рік 2021; довші складаються зі звітів за квартали",
    )
    export.add_argument("--out", type=Path, required=True, metavar="ФАЙЛ")
    export.add_argument(
        "--layout",
        type=runs.layout_of,
        metavar="together|by-quarters",
        help="зведена таблиця: кожен захід один раз або за кварталами",
    )
    submit = _command(actions, "submit", runs.submit, "позначити звіт як поданий і зберегти його незмінним")
    submit.add_argument("--period", type=runs.period_of, required=True, help="квартал, наприклад 2021-Q3")
    reopen = _command(actions, "reopen", runs.reopen, "повернути поданий звіт у роботу")
    reopen.add_argument("--period", type=runs.period_of, required=True, help="квартал, наприклад 2021-Q3")


def _add_register_commands(commands: Any) -> None:
    events = _command(commands, "events", runs.events, "заходи реєстру")
    events.add_argument("--period", type=runs.period_of, help="квартал, наприклад 2021-Q3")
    events.add_argument("--search", default="", metavar="ТЕКСТ")
    events.add_argument("--json", action="store_true", help="вивести як JSON")
    carry = _command(commands, "carry-over", runs.carry_over, "почати звіт: перенести постійні заходи")
    carry.add_argument("--to", type=runs.period_of, required=True, help="квартал, наприклад 2021-Q4")
    carry.add_argument("--json", action="store_true", help="вивести як JSON")
    check = _command(commands, "check", runs.check, "зауваження до звіту перед поданням")
    check.add_argument("--period", type=runs.period_of, help="квартал, наприклад 2021-Q3")
    check.add_argument("--online", action="store_true", help="перевірити також посилання в інтернеті")
    check.add_argument("--json", action="store_true", help="вивести як JSON")
    _add_links(commands)
    backup = _command(commands, "backup", runs.backup, "зберегти перевірену резервну копію")
    backup.add_argument("file", type=Path, nargs="?", metavar="ФАЙЛ")
    restore = _command(commands, "restore", runs.restore, "відновити реєстр із резервної копії")
    restore.add_argument("file", type=Path, metavar="ФАЙЛ")
    _command(commands, "integrity", runs.integrity, "перевірити цілість реєстру")
    sample = _command(commands, "sample", runs.sample, "створити приклад у порожній теці")
    sample.add_argument("dir", type=Path, metavar="ТЕКА")


def _add_links(commands: Any) -> None:
    links = commands.add_parser("links", help="посилання звіту")
    actions = links.add_subparsers(metavar="ДІЯ", required=True, parser_class=_Parser)
    check = _command(actions, "check", runs.links_check, "перевірити посилання звіту або переліку")
    check.add_argument("--period", type=runs.period_of, help="квартал, наприклад 2021-Q3")
    check.add_argument("--urls", metavar="ФАЙЛ", help="перелік адрес, по одному рядку JSON; «-» — зі входу")
    check.add_argument("--offline", action="store_true", help="лише правила, без інтернету")
    check.add_argument("--again", action="store_true", help="перевірити й ті, що нещодавно працювали")
    check.add_argument("--out", type=Path, metavar="ФАЙЛ", help="записати протокол перевірки у .xlsx")
    check.add_argument("--json", action="store_true", help="вивести як рядки JSON")


def _add_explain(commands: Any) -> None:
    explain = _command(commands, "explain", runs.explain, "що програма зрозуміла з клітинки")
    explain.add_argument("column", choices=COLUMNS, metavar="КОЛОНКА", help=", ".join(COLUMNS))
    explain.add_argument("--year", type=int, metavar="РІК", help="рік звіту, у якому стоїть клітинка")
    explain.add_argument("--quarter", type=int, metavar="1-4", help="квартал звіту")
    explain.add_argument("--json", action="store_true", help="вивести як JSON")
