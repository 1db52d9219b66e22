"""Long lists of ids in portions that fit into one statement."""

from __future__ import annotations

from collections.abc import Collection, Iterator

SIZE = 500


def chunks(ids: Collection[int]) -> Iterator[list[int]]:
    """The ids in their order, ``SIZE`` at a time."""
    listed = list(ids)
    return (listed[start : start + SIZE] for start in range(0, len(listed), SIZE))
