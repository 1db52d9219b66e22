"""What each command opens, and whom it hands over to; commands are imported when they run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from courtcomms.errors import BadInput
from courtcomms.period import Period

if TYPE_CHECKING:
    from courtcomms.paths import DataDir
    from courtcomms.services import Layout
    from courtcomms.store import Register


def period_of(text: str) -> Period:
    """A period as the command line writes it.

    Raises:
        BadInput: there is no such period.
    """
    try:
        return Period.parse(text)
    except ValueError as error:
        raise BadInput(f"Немає такого періоду: «{text}». Пишіть рік і квартал, наприклад 2021-Q3.") from error


def layout_of(text: str) -> Layout:
    """How a table over several quarters is put together, as the command line writes it.

    Raises:
        BadInput: there is no such layout.
    """
    from courtcomms.services.summaries import Layout

    try:
        return Layout(text.lower())
    except ValueError as error:
        raise BadInput(
            f"Немає такого складання таблиці: «{text}». Пишіть together (кожен захід один раз) "
            "або by-quarters (за кварталами)."
        ) from error


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


def import_document(options: Any) -> int:
    """`import`, or only a look at what it would read."""
    from courtcomms.commands import imports

    data = _data_dir(options)
    reading = imports.read_files(options.files, data, as_json=options.json)
    if options.dry_run:
        return imports.show_documents(reading, as_json=options.json)
    wanted = imports.Wanted(options.period, options.sent, options.separate)
    with _register(options) as register:
        return imports.import_documents(register, data, reading, wanted, as_json=options.json)


def report_rows(options: Any) -> int:
    """`report rows`."""
    from courtcomms.commands import documents

    with _register(options) as register:
        return documents.report_rows(register, options.period)


def export(options: Any) -> int:
    """`report export`."""
    from courtcomms.commands import documents

    with _register(options) as register:
        return documents.export(register, _data_dir(options), options.period, options.out, options.layout)


def submit(options: Any) -> int:
    """`report submit`."""
    from courtcomms.commands import quarters

    with _register(options) as register:
        return quarters.submit(register, _data_dir(options), options.period)


def reopen(options: Any) -> int:
    """`report reopen`."""
    from courtcomms.commands import quarters

    with _register(options) as register:
        return quarters.reopen(register, options.period)


def carry_over(options: Any) -> int:
    """`carry-over`."""
    from courtcomms.commands import quarters

    with _register(options) as register:
        return quarters.carry_over(register, options.to, as_json=options.json)


def events(options: Any) -> int:
    """`events`."""
    from courtcomms.commands import register as commands

    with _register(options) as register:
        return commands.list_events(register, options.period, options.search, as_json=options.json)


def check(options: Any) -> int:
    """`check`."""
    from courtcomms.commands import check as commands
    from courtcomms.services.links import load_settings

    with _register(options) as register:
        if options.online:
            from courtcomms.commands.check_online import check_online

            return check_online(register, _data_dir(options), options.period, as_json=options.json)
        settings = load_settings(_data_dir(options))
        return commands.check(register, options.period, as_json=options.json, settings=settings)


def links_check(options: Any) -> int:
    """`links check`.

    Raises:
        BadInput: keys that go with a report only stand beside a list.
    """
    from courtcomms.commands import links as commands

    if options.urls is not None:
        if options.period is not None or options.out is not None:
            raise BadInput("Ключ --urls не поєднується з --period і --out: нічого не перевірено.")
        return commands.check_listed(
            _data_dir(options), options.urls, offline=options.offline, as_json=options.json
        )
    with _register(options) as register:
        return commands.check_report(
            register,
            _data_dir(options),
            options.period,
            offline=options.offline,
            again=options.again,
            as_json=options.json,
            out=options.out,
        )


def backup(options: Any) -> int:
    """`backup`."""
    from courtcomms.commands import register as commands

    with _register(options) as register:
        return commands.back_up(register, options.file)


def restore(options: Any) -> int:
    """`restore`."""
    from courtcomms.commands import register as commands

    return commands.restore_backup(options.file, _data_dir(options))


def integrity(options: Any) -> int:
    """`integrity`."""
    from courtcomms.commands import register as commands

    with _register(options) as register:
        return commands.integrity(register)


def sample(options: Any) -> int:
    """`sample`."""
    from courtcomms.commands import register as commands

    return commands.sample(options.dir)


def explain(options: Any) -> int:
    """`explain`."""
    from courtcomms.commands import explain as commands

    return commands.explain(options.column, _report_period(options.year, options.quarter))


def _report_period(year: int | None, quarter: int | None) -> Period | None:
    """The report in which a cell stands, from `--year` and `--quarter`."""
    if year is None:
        if quarter is not None:
            raise BadInput("Разом із --quarter потрібен --year.")
        return None
    return period_of(str(year) if quarter is None else f"{year}-Q{quarter}")
