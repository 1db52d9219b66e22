"""The nine columns of the form."""

from __future__ import annotations

from enum import StrEnum


class Column(StrEnum):
    """The nine columns of «Таблиця 1», in the order of the form."""

    NUMBER = "number"
    TITLE = "title"
    GOAL = "goal"
    DATE = "date"
    SITE_LINKS = "site_links"
    MEDIA = "media"
    AUDIENCE = "audience"
    RESPONSIBLE = "responsible"
    PARTICIPANTS = "participants"
