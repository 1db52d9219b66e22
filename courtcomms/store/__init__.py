"""The register on disk: the only room that knows SQL.

``Register`` is imported when first asked for, because it brings SQLAlchemy along: whoever only needs
the plain values starts without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from courtcomms.store.values import (
    CellEdit,
    ColumnFilter,
    Counts,
    EventDetails,
    EventQuery,
    HistoryEntry,
    LinkUse,
    Outlet,
)

if TYPE_CHECKING:
    from courtcomms.store.register import Register

__all__ = [
    "CellEdit",
    "ColumnFilter",
    "Counts",
    "EventDetails",
    "EventQuery",
    "HistoryEntry",
    "LinkUse",
    "Outlet",
    "Register",
]


def __getattr__(name: str) -> Any:
    if name != "Register":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from courtcomms.store.register import Register

    return Register
