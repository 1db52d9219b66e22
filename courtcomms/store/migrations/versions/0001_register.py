"""Courts, events, reports, what was done, and the search index."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make everything; referred tables first."""
    _courts()
    _events()
    _reports()
    _journal()
    _facts()
    op.execute(
        "CREATE VIRTUAL TABLE event_words USING fts5(words, tokenize='unicode61 remove_diacritics 0', "
        "prefix='1 2 3', detail=none)"
    )


def _courts() -> None:
    op.create_table(
        "court",
        _id(),
        _text("site"),
        _text("code"),
        sa.PrimaryKeyConstraint("id", name="pk_court"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "court_name",
        _id(),
        _number("court_id"),
        _text("nominative"),
        _text("genitive"),
        sa.Column("valid_from", sa.Date(), nullable=True),
        _refers("court_name", "court_id", "court"),
        sa.PrimaryKeyConstraint("id", name="pk_court_name"),
        sqlite_autoincrement=True,
    )
    _index("court_name", "court_id", "valid_from")


def _events() -> None:
    op.create_table(
        "event",
        _id(),
        _number("court_id"),
        _word("state"),
        _number("version"),
        *_derived_columns(),
        sa.Column("standing", sa.Boolean(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        _word("created_at", 32),
        _word("updated_at", 32),
        *(_text(name) for name in ("number", "title", "goal", "date", "site_links", "media", "audience")),
        *(_text(name) for name in ("responsible", "participants")),
        _json("anchors"),
        _text("note"),
        _json("tags"),
        sa.CheckConstraint("state IN ('live', 'trashed', 'withdrawn')", name=op.f("ck_event_state")),
        _refers("event", "court_id", "court"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    _order("date", "date_start", "date_end", "date_kind")
    _order("number", "number")
    _order("title", "title_key")
    _order("goal", "goal_key")
    _order("site_links", "site_links_key")
    _order("media", "media_count")
    _order("audience", "audience_key")
    _order("responsible", "responsible_key")
    _order("participants", "participants_low", "participants_high")
    _index("event", "rules_version")
    op.create_table(
        "event_link",
        _id(),
        _number("event_id"),
        _word("column"),
        _number("place"),
        _text("target"),
        _text("shown"),
        _number("text_start"),
        _number("text_end"),
        _word("flaw", nullable=True),
        _refers("event_link", "event_id", "event"),
        sa.PrimaryKeyConstraint("id", name="pk_event_link"),
    )
    _index("event_link", "event_id")


def _derived_columns() -> list[sa.Column[Any]]:
    return [
        _number("rules_version"),
        _word("date_kind"),
        sa.Column("date_start", sa.Date(), nullable=True),
        sa.Column("date_end", sa.Date(), nullable=True),
        _json("date_list"),
        _word("date_confidence"),
        _word("participants_kind"),
        _number("participants_low", nullable=True),
        _number("participants_high", nullable=True),
        _number("media_count", nullable=True),
        _number("link_count"),
        *(_text(f"{name}_key") for name in ("title", "goal", "site_links", "audience", "responsible")),
    ]


def _reports() -> None:
    op.create_table(
        "report",
        _id(),
        _number("court_id"),
        _word("period", 8),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        _word("state"),
        _number("version"),
        _refers("report", "court_id", "court"),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.UniqueConstraint("court_id", "period", name="uq_report_court_id_period"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "report_row",
        _id(),
        _number("report_id"),
        _number("event_id"),
        _number("position", nullable=True),
        sa.Column("included", sa.Boolean(), nullable=False),
        _refers("report_row", "report_id", "report"),
        _refers("report_row", "event_id", "event"),
        sa.PrimaryKeyConstraint("id", name="pk_report_row"),
        sa.UniqueConstraint("report_id", "event_id", name="uq_report_row_report_id_event_id"),
        sqlite_autoincrement=True,
    )
    _index("report_row", "event_id")
    op.create_table(
        "report_frozen",
        _number("report_id"),
        _word("frozen_at", 32),
        _json("content"),
        _refers("report_frozen", "report_id", "report"),
        sa.PrimaryKeyConstraint("report_id", name="pk_report_frozen"),
    )


def _journal() -> None:
    op.create_table(
        "step",
        _id(),
        _word("at", 32),
        _text("who"),
        _text("title"),
        _number("turn"),
        _number("reverts", nullable=True),
        _refers("step", "reverts", "step"),
        sa.PrimaryKeyConstraint("id", name="pk_step"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        _id(),
        _number("step_id"),
        _word("subject"),
        _number("subject_id"),
        _word("field"),
        _text("before", nullable=True),
        _text("after", nullable=True),
        _refers("change", "step_id", "step"),
        sa.PrimaryKeyConstraint("id", name="pk_change"),
    )
    _index("change", "step_id")
    _index("change", "subject", "subject_id")


def _facts() -> None:
    op.create_table(
        "source_file",
        _id(),
        _number("step_id"),
        _text("name"),
        _word("sha256", 64),
        _number("size"),
        _refers("source_file", "step_id", "step"),
        sa.PrimaryKeyConstraint("id", name="pk_source_file"),
    )
    _index("source_file", "sha256")
    op.create_table(
        "outlet", _text("domain"), _text("name"), sa.PrimaryKeyConstraint("domain", name="pk_outlet")
    )
    op.create_table("meta", _text("key"), _text("value"), sa.PrimaryKeyConstraint("key", name="pk_meta"))


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _word(name: str, length: int = 16, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _order(name: str, *columns: str) -> None:
    op.create_index(f"ix_event_by_{name}", "event", ["court_id", "state", *columns])
