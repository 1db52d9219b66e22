"""The publications of a media cell."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.model import Anchor, Media


def read_media(text: str, anchors: Sequence[Anchor] = ()) -> Media:
    """What a media cell means."""
    return Media()
