"""Long lists of ids, or of other keys, in portions that fit into one statement."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

SIZE = 500

Key = TypeVar("Key", int, str)


def chunks(ids: Collection[Key]) -> Iterator[list[Key]]:
    """The ids in their order, ``SIZE`` at a time."""
    listed = list(ids)
    return (listed[start : start + SIZE] for start in range(0, len(listed), SIZE))
