"""The links of a cell."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.model import Anchor, Link


def read_links(text: str, anchors: Sequence[Anchor] = ()) -> tuple[Link, ...]:
    """The links of a cell's text, ordered by where they start."""
    return ()
