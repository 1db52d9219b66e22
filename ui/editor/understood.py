"""What the program understands of a cell as it stands in the field, saved or not."""

from __future__ import annotations

from courtcomms.model import Anchor, Cells, Column, Event
from courtcomms.period import Period
from ui.editor.date_phrases import date_phrase
from ui.editor.phrases import Phrase, links_phrase, media_phrase, participants_phrase

#: The columns beneath which the program says what it understood.
UNDERSTOOD = (Column.DATE, Column.SITE_LINKS, Column.MEDIA, Column.PARTICIPANTS)


def load_readers() -> None:
    """Import what reads cells, in whatever thread: its patterns take a tenth of a second to compile."""
    import courtcomms.cells.dates
    import courtcomms.cells.links
    import courtcomms.cells.media
    import courtcomms.cells.participants  # noqa: F401
    from ui.links.reading import load_rules

    load_rules()


def understood(column: Column, text: str, event: Event, period: Period | None) -> Phrase:
    """The phrase for a column of :data:`UNDERSTOOD`.

    The stored reading is used while the text is the stored one: it knows the year of the event's first
    report. A text still being typed is read here.
    """
    anchors = event.cells.anchors_of(column)
    if column is Column.DATE:
        return _date(text, event, period)
    if column is Column.PARTICIPANTS:
        return _participants(text, event.cells, event)
    return _links(text, anchors) if column is Column.SITE_LINKS else _media(text, anchors)


def _date(text: str, event: Event, period: Period | None) -> Phrase:
    if text == event.cells.date:
        return date_phrase(event.date_span, period)
    from courtcomms.cells.dates import read_date

    return date_phrase(read_date(text, period), period)


def _participants(text: str, cells: Cells, event: Event) -> Phrase:
    if text == cells.participants:
        return participants_phrase(event.participants)
    from courtcomms.cells.participants import read_participants

    return participants_phrase(read_participants(text))


def _links(text: str, anchors: tuple[Anchor, ...]) -> Phrase:
    from courtcomms.cells.links import read_links

    return links_phrase(read_links(text, anchors), text)


def _media(text: str, anchors: tuple[Anchor, ...]) -> Phrase:
    from courtcomms.cells.media import read_media

    return media_phrase(read_media(text, anchors), text)
