"""The register's schema: made at once for a new file, migrated by Alembic for an older one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert
from sqlalchemy.exc import SQLAlchemyError

import courtcomms
from courtcomms.errors import RegisterUnusable
from courtcomms.store.engine import WRITING, make_engine
from courtcomms.store.failures import is_busy
from courtcomms.store.identity import APPLICATION_ID, REVISION, SCHEMA_VERSION
from courtcomms.store.journal import MetaRecord
from courtcomms.store.side_tables import METADATA
from courtcomms.store.tables import EVENT_WORDS

#: Beside this module in a checkout, an installed package and a frozen program alike.
SCRIPTS = Path(__file__).resolve().parent / "migrations"

_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def create(path: Path) -> None:
    """Make a new register; the same schema as all migrations give, without the time to load Alembic."""
    engine = make_engine(path)
    try:
        with engine.connect().execution_options(**WRITING) as connection, connection.begin():
            METADATA.create_all(connection)
            connection.exec_driver_sql(EVENT_WORDS)
            connection.exec_driver_sql(_VERSION_TABLE)
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))
            _sign(connection)
    finally:
        engine.dispose()


def migrate(path: Path) -> None:
    """Bring an older register to this program's schema in one transaction.

    Foreign keys are off meanwhile, because rebuilding a table would delete what refers to it; they are
    checked before the commit.

    Raises:
        RegisterUnusable: a migration failed; the file is as it was.
        OperationalError: another window holds the register.
    """
    engine = make_engine(path, foreign_keys=False)
    try:
        with engine.connect().execution_options(**WRITING) as connection, connection.begin():
            _upgrade(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RegisterUnusable(_FAILED.format(name=path.name))
            _sign(connection)
    except SQLAlchemyError as error:
        if is_busy(error):
            raise
        raise RegisterUnusable(_FAILED.format(name=path.name)) from error
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    # Alembic costs up to a second of start: only whoever migrates pays it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _sign(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    signature = insert(MetaRecord).prefix_with("OR REPLACE")
    connection.execute(signature, {"key": "schema_written_by", "value": courtcomms.__version__})


_FAILED = (
    "Не вдалося оновити реєстр «{name}» до нової версії програми: його залишено як був, копія лежить у "
    "теці backups. Користуйтеся попередньою версією і повідомте розробників."
)
