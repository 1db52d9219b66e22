"""The way to the newest schema: at once, step by step, or not at all."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

import courtcomms
from courtcomms.errors import RegisterUnusable
from courtcomms.model import Cells
from courtcomms.store import EventQuery, Register, events, identity, opening, schema

_NEXT = """
import sqlalchemy as sa
from alembic import op
revision = "0005"
down_revision = "0004"
def upgrade():
    with op.batch_alter_table("event") as batch:
        batch.add_column(sa.Column("place_name", sa.Text(), nullable=False, server_default=""))
    op.create_table("plan", sa.Column("id", sa.Integer(), primary_key=True))
    {failure}
"""


def describe(path):
    """Everything that the schema consists of, table by table, in SQLite's own words."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
        described = {(kind, name, table): _clauses(sql) for kind, name, table, sql in made}
        for name in [name for kind, name, _table, _sql in made if kind == "table"]:
            described["columns", name] = connection.execute(f"PRAGMA table_xinfo('{name}')").fetchall()
            indexes = connection.execute(f"PRAGMA index_list('{name}')").fetchall()
            described["indexes", name] = {index[1:] for index in indexes}
            references = connection.execute(f"PRAGMA foreign_key_list('{name}')").fetchall()
            described["references", name] = {reference[2:] for reference in references}
        for pragma in ("application_id", "user_version"):
            described[pragma] = connection.execute(f"PRAGMA {pragma}").fetchone()
        described["revision"] = connection.execute("SELECT * FROM alembic_version").fetchall()
        return described


def _clauses(sql):
    """Constraints may be told in another order, and blanks do not count."""
    flat = " ".join((sql or "").split()).replace("( ", "(").replace(" )", ")")
    head, _, body = flat.removesuffix(")").partition("(")
    return [head.strip(), *sorted(clause.strip() for clause in body.split(", "))]


def test_a_register_made_at_once_equals_a_migrated_one(tmp_path):
    made, migrated = tmp_path / "made.sqlite3", tmp_path / "migrated.sqlite3"
    schema.create(made)
    schema.migrate(migrated)
    assert describe(made) == describe(migrated)
    assert len(describe(made)) > 40


@pytest.fixture
def later(tmp_path, monkeypatch):
    """This program, one version later: with one migration more, which may fail."""

    def become(failure="pass"):
        scripts = tmp_path / "migrations"
        shutil.copytree(schema.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        (scripts / "versions" / "0005_more.py").write_text(_NEXT.format(failure=failure), encoding="utf-8")
        monkeypatch.setattr(schema, "SCRIPTS", scripts)
        monkeypatch.setattr(schema, "SCHEMA_VERSION", 5)
        monkeypatch.setattr(identity, "SCHEMA_VERSION", 5)
        monkeypatch.setattr(opening, "REVISION", "0005")

    return become


def test_an_older_register_is_migrated_and_copied_before(register, add, file, later):
    for number in range(5):
        add(title=f"Захід {number}", site_links="https://a.ua/1")
    register.close()
    later()
    with Register.open(file) as migrated:
        events = migrated.events(migrated.event_ids(EventQuery(1)))
        assert [event.cells.title for event in events] == [f"Захід {number}" for number in range(5)]
        assert [event.link_count for event in events] == [1] * 5
        assert migrated.integrity() != ()  # this program still knows version 4 only
    with contextlib.closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT place_name FROM event LIMIT 1").fetchone() == ("",)
        assert connection.execute("SELECT count(*) FROM event_link").fetchone() == (5,)
        assert connection.execute("PRAGMA user_version").fetchone() == (5,)
    (copy,) = file.parent.glob("backups/before_update_*.sqlite3")
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0004",)
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (5,)


@pytest.mark.parametrize("failure", ["op.execute('nonsense')", "op.execute('DELETE FROM court')"])
def test_a_migration_that_fails_leaves_the_register_as_it_was(register, add, file, later, failure):
    add(title="Захід")
    register.close()
    before = describe(file)
    later(failure)
    with pytest.raises(RegisterUnusable, match="залишено як був"):
        Register.open(file)
    assert describe(file) == before
    assert len(list(file.parent.glob("backups/before_update_*.sqlite3"))) == 1


def test_a_migration_that_is_killed_leaves_the_register_as_it_was(register, add, file, later):
    """The power goes while the next migration runs: the process ends without a word."""
    add(title="Захід")
    register.close()
    before = describe(file)
    later("import os; os._exit(9)")
    script = (
        "import sys; from pathlib import Path; from courtcomms.store import schema\n"
        "schema.SCRIPTS = Path(sys.argv[2]); schema.migrate(Path(sys.argv[1]))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script, file, schema.SCRIPTS], cwd=root, check=False)
    assert done.returncode == 9
    assert describe(file) == before


def test_a_newer_register_is_refused_untouched(register, add, file):
    add(title="Захід")
    register.close()
    for revision in ("0005", "a1b2c3"):
        with contextlib.closing(sqlite3.connect(file)) as connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
            connection.commit()
        content = file.read_bytes()
        with pytest.raises(RegisterUnusable, match="новішою версією"):
            Register.open(file)
        assert file.read_bytes() == content
    assert not (file.parent / "backups").exists()


def test_a_register_tells_which_program_wrote_its_schema(register):
    with register._reading() as session:
        rows = session.connection().exec_driver_sql("SELECT key, value FROM meta").all()
    assert rows == [("schema_written_by", courtcomms.__version__)]


def test_every_court_report_and_event_has_its_court(register):
    """Foreign keys are more than words."""
    with pytest.raises(IntegrityError), register._step("x") as step:
        events.create(step, 99, [Cells()])
