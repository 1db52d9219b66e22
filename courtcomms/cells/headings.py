"""Which column a heading names."""

from __future__ import annotations

from enum import StrEnum


class Heading(StrEnum):
    """What a column of a report may be; the media column is sometimes split in two."""

    NUMBER = "number"
    TITLE = "title"
    GOAL = "goal"
    DATE = "date"
    SITE_LINKS = "site_links"
    MEDIA = "media"
    MEDIA_COUNT = "media_count"
    MEDIA_LINKS = "media_links"
    AUDIENCE = "audience"
    RESPONSIBLE = "responsible"
    PARTICIPANTS = "participants"


def read_heading(text: str) -> Heading | None:
    """The column that a heading names, ``None`` for text that is no heading."""
    return None
