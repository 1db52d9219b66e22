"""The numbers of a row: publications and participants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from courtcomms.cells.media import read_media
from courtcomms.cells.participants import read_participants
from courtcomms.cells.typography import is_blank
from courtcomms.model import Column, Finding, ParticipantsKind, Repair, Severity
from courtcomms.plural import plural
from courtcomms.review.row import Row

#: Letters typed for digits that look like them, where a digit stands beside.
_LETTER_AS_DIGIT = re.compile(r"(?<![^\W\d_])(?=[lIіІOОоoЗз]*\d)[lIіІOОоoЗз\d]+(?![^\W\d_])")
#: A longer text is a story, not a number.
_LONGEST_NUMBER = 600
_DIGITS = str.maketrans("lIіІOoОоЗз", "1111000033")


def media_number(row: Row) -> Iterator[Finding]:
    """The number that the cell names against the publications that it names."""
    text = row.text(Column.MEDIA)
    if is_blank(text):
        return
    media = read_media(text, row.event.cells.anchors_of(Column.MEDIA))
    if media.stated is not None and media.items and media.stated != len(media.items):
        message = f"Указано публікацій: {media.stated}, а названо: {len(media.items)}."
        yield row.find(Severity.WARN, "media_count", Column.MEDIA, message)
    elif media.stated and not media.items:
        noun = plural(media.stated, "публікація", "публікації", "публікацій")
        message = f"Лише кількість ({media.stated} {noun}): форма просить і посилання на них."
        yield row.find(Severity.HINT, "media_no_links", Column.MEDIA, message)


def participants_number(row: Row) -> Iterator[Finding]:
    """A participants cell with words where a number is wanted."""
    if row.event.participants.kind is not ParticipantsKind.TEXT:
        return
    repair = _with_digits(row.text(Column.PARTICIPANTS))
    if repair is not None:
        message = f"У числі літера замість цифри; схоже, це {repair.replacement}."
        yield row.find(
            Severity.WARN,
            "participants_text",
            Column.PARTICIPANTS,
            message,
            (repair.start, repair.end),
            repair,
        )
        return
    message = "Кількість учасників не зрозуміло: у підсумки цей рядок не ввійде."
    yield row.find(Severity.HINT, "participants_text", Column.PARTICIPANTS, message)


def _with_digits(text: str) -> Repair | None:
    """«З0 осіб» with a letter З: certain where the text then is an exact number."""
    if len(text) > _LONGEST_NUMBER:
        return None
    doubtful = [match for match in _LETTER_AS_DIGIT.finditer(text) if not match[0].isdecimal()]
    if len(doubtful) != 1:
        return None
    match, number = doubtful[0], doubtful[0][0].translate(_DIGITS)
    mended = text[: match.start()] + number + text[match.end() :]
    if read_participants(mended).kind is not ParticipantsKind.EXACT:
        return None
    return Repair(f"Написати «{number}»", match.start(), match.end(), number)
