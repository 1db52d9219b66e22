"""Where every imported row came from."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; rows that were imported before have no place in it."""
    op.create_table(
        "event_source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(8), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_event_source_event_id_event"),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source_file.id"], name="fk_event_source_source_id_source_file"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_event_source"),
        sqlite_autoincrement=True,
    )
    for column in ("event_id", "source_id"):
        op.create_index(f"ix_event_source_{column}", "event_source", [column])
