"""Many ids at once: as one JSON text, because a row for each costs more than finding it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, TextClause, column, func, select
from sqlalchemy.orm import Session


def ids(session: Session, statement: Select[int]) -> list[int]:
    """What a statement of one column named ``id`` selects, in its order.

    SQLite keeps the order of a query inside of an aggregate other than count, min and max.
    """
    inner = statement.subquery()
    text = session.connection().scalars(select(func.json_group_array(inner.c.id))).one()
    found: list[int] = json.loads(text)
    return found


def given(session: Session, statement: TextClause, parameters: Mapping[str, Any]) -> tuple[int, ...]:
    """What a written statement gives as one JSON text."""
    return tuple(json.loads(session.connection().execute(statement, parameters).scalar_one()))


def values(some: Sequence[int]) -> Select[int]:
    """Many ids as a table of one column, handed over as one parameter."""
    listed = func.json_each(json.dumps(list(some))).table_valued(column("value"))
    return select(listed.c.value)
