"""What was seen of addresses, and which of them a person has confirmed."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make both tables; nothing that was there changes."""
    op.create_table(
        "link_check",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("url"),
        _word("verdict", 32),
        _word("severity", 8),
        _text("reason"),
        _word("checked_at", 32),
        sa.Column("http", sa.Integer(), nullable=True),
        _text("final_url"),
        sa.Column("chain", sa.JSON(), nullable=False),
        _text("title"),
        _text("repair"),
        sa.PrimaryKeyConstraint("id", name="pk_link_check"),
    )
    op.create_index("ix_link_check_url_checked_at", "link_check", ["url", "checked_at"])
    op.create_table(
        "link_confirmation",
        _text("url"),
        _text("who"),
        _word("confirmed_at", 32),
        sa.PrimaryKeyConstraint("url", name="pk_link_confirmation"),
    )


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _word(name: str, length: int) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=False)
