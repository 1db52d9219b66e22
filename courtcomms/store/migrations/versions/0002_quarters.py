"""Submitted reports as sent, hidden findings, defaults of columns, names of outlets, courts taken back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make what is new; nothing has ever been written into the tables that are made anew."""
    _frozen_reports()
    _outlets()
    _readings()
    _dismissals()
    _defaults()
    op.add_column("court", sa.Column("withdrawn", sa.Boolean(), server_default=sa.text("0"), nullable=False))
    standing = ["court_id", "standing", "date_kind"]
    op.create_index("ix_event_court_id_standing_date_kind", "event", standing)


def _frozen_reports() -> None:
    op.drop_table("report_frozen")
    op.create_table(
        "report_frozen",
        _id(),
        _number("report_id"),
        _word("frozen_at", 32),
        _text("who"),
        _number("row_count"),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("files", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_report_frozen"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_report_frozen_report_id", "report_frozen", ["report_id"])
    op.add_column("report", sa.Column("frozen_id", sa.Integer(), nullable=True))
    # A report's making is taken back only where the report still is as the journal tells it.
    for column in ("before", "after"):
        op.execute(
            f"UPDATE change SET {column} = json_set({column}, '$.frozen_id', NULL) "
            f"WHERE subject = 'report' AND field = '' AND {column} IS NOT NULL"
        )


def _outlets() -> None:
    op.drop_table("outlet")
    op.create_table(
        "outlet",
        _id(),
        _text("domain"),
        _text("name"),
        sa.PrimaryKeyConstraint("id", name="pk_outlet"),
        sa.UniqueConstraint("domain", name="uq_outlet_domain"),
        sqlite_autoincrement=True,
    )


def _readings() -> None:
    """What is read from the cells: the search knows columns, media are kept by name.

    All events are read anew, of a great register only after it was opened: until then their words stand
    together in ``more``.
    """
    op.execute("CREATE TEMP TABLE words_before AS SELECT rowid AS id, words FROM event_words")
    op.execute("DROP TABLE event_words")
    op.execute(
        "CREATE VIRTUAL TABLE event_words USING fts5(number, title, goal, date, site_links, media, audience, "
        "responsible, participants, more, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3', "
        "detail=column)"
    )
    op.execute("INSERT INTO event_words (rowid, more) SELECT id, words FROM temp.words_before")
    op.execute("DROP TABLE temp.words_before")
    op.create_table(
        "event_outlet",
        _id(),
        _number("event_id"),
        _text("domain"),
        _text("name"),
        _text("key"),
        _refers("event_outlet", "event_id", "event"),
        sa.PrimaryKeyConstraint("id", name="pk_event_outlet"),
    )
    for columns in (["event_id"], ["domain", "name"], ["key"]):
        op.create_index(f"ix_event_outlet_{'_'.join(columns)}", "event_outlet", columns)
    op.execute("UPDATE event SET rules_version = 0")


def _dismissals() -> None:
    op.create_table(
        "dismissal",
        _id(),
        _number("event_id"),
        _word("code", 32),
        _word("column", 16),
        _text("excerpt"),
        _refers("dismissal", "event_id", "event"),
        sa.PrimaryKeyConstraint("id", name="pk_dismissal"),
        sa.UniqueConstraint(
            *("event_id", "code", "column", "excerpt"), name="uq_dismissal_event_id_code_column_excerpt"
        ),
        sqlite_autoincrement=True,
    )


def _defaults() -> None:
    op.create_table(
        "column_default",
        _id(),
        _number("court_id"),
        _word("column", 16),
        _text("text"),
        _refers("column_default", "court_id", "court"),
        sa.PrimaryKeyConstraint("id", name="pk_column_default"),
        sa.UniqueConstraint("court_id", "column", name="uq_column_default_court_id_column"),
        sqlite_autoincrement=True,
    )


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _word(name: str, length: int) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=False)


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")
