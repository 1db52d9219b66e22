"""Numbers that are no dates: times of day, counts with their measure, references."""

from __future__ import annotations

from collections.abc import Sequence

from courtcomms.cells.date_items import Mark, Unit
from courtcomms.cells.date_numeric import read_numeric
from courtcomms.cells.date_ordinals import token_at
from courtcomms.cells.date_references import Noise, after_point, read_reference
from courtcomms.cells.date_tokens import Kind, Token
from courtcomms.cells.date_words import Role

_HOURS = range(25)
_MINUTES = range(60)
_TIME_SIGNS = ".:-"


def read_noise(tokens: Sequence[Token], start: int) -> Noise | None:
    """A time, a reference or a count that begins at ``start``."""
    token = tokens[start]
    if token.kind is Kind.NUMBER:
        return _long_number(tokens, start) or _time(tokens, start) or _count(tokens, start)
    if token.role is Role.CLOCK:
        return _clock(tokens, start)
    return read_reference(tokens, start)


def _long_number(tokens: Sequence[Token], start: int) -> Noise | None:
    """``10.11.12.13``: four and more numbers joined by points are an address or a section."""
    end, numbers = start + 1, 1
    while end + 1 < len(tokens) and tokens[end].is_sign(".") and tokens[end + 1].kind is Kind.NUMBER:
        if tokens[end].spaced or tokens[end + 1].spaced or tokens[end + 1].digits > 3:
            break
        end, numbers = end + 2, numbers + 1
    return Noise(Mark.OTHER, end) if numbers > 3 else None


def _minutes_after(tokens: Sequence[Token], hours: int) -> int | None:
    """The place after «:30» or «.30» that follows the hours at ``hours`` without a blank."""
    parts = tokens[hours + 1 : hours + 3]
    if len(parts) < 2 or not parts[0].is_sign(_TIME_SIGNS) or parts[0].spaced or parts[1].spaced:
        return None
    return hours + 3 if parts[1].digits == 2 and parts[1].value in _MINUTES else None


def _continued(tokens: Sequence[Token], end: int) -> bool:
    """Whether a sign and a number follow at once: then it was no time."""
    parts = tokens[end : end + 2]
    return len(parts) == 2 and parts[0].is_sign("./:") and not parts[1].spaced and parts[1].digits > 0


def _time(tokens: Sequence[Token], start: int) -> Noise | None:
    """``10:00``, ``10:00:00``, ``10.30``, ``10-00``, ``10⁰⁰``, ``10 год. 30 хв.``, ``9-18 год.``."""
    if tokens[start].value not in _HOURS or tokens[start].digits > 2:
        return None
    end = _minutes_after(tokens, start)
    if end is not None and tokens[start + 1].is_sign(":"):
        seconds = tokens[end : end + 2]
        if len(seconds) == 2 and seconds[0].is_sign(":") and seconds[1].digits == 2:
            end += 2
        return None if _continued(tokens, end) and tokens[end].is_sign(":") else Noise(Mark.TIME, end)
    hours = _hours_named(tokens, end or start + 1)
    if hours is not None:
        return Noise(Mark.TIME, hours)
    if end is not None and not _continued(tokens, end) and _cannot_be_date(tokens, start):
        return Noise(Mark.TIME, end)
    raised = tokens[start + 1 : start + 3]
    small = len(raised) == 2 and all(token.is_sign("°") for token in raised)
    return Noise(Mark.TIME, start + 3) if small else None


def _cannot_be_date(tokens: Sequence[Token], start: int) -> bool:
    """Whether «10.30» or «10-00» has minutes that are no month and no day."""
    sign, minutes = tokens[start + 1], tokens[start + 2].value
    return minutes == 0 or (sign.is_sign(".") and minutes > 12)


def _hours_named(tokens: Sequence[Token], place: int) -> int | None:
    """The place after «год. 30 хв.», also behind a second number («9-18 год.»)."""
    token = token_at(tokens, place)
    if token is not None and (token.is_sign("-") or token.role is Role.TO):
        second = token_at(tokens, place + 1)
        if second is None or second.value not in _HOURS or second.digits > 2:
            return None
        place = _minutes_after(tokens, place + 1) or place + 2
        token = token_at(tokens, place)
    if token is None or token.role is not Role.HOUR:
        return None
    end = after_point(tokens, place + 1)
    minutes = tokens[end : end + 2]
    if len(minutes) == 2 and minutes[0].value in _MINUTES and minutes[1].role is Role.MINUTE:
        end = after_point(tokens, end + 2)
    return end


def _clock(tokens: Sequence[Token], start: int) -> Noise | None:
    """«о 10», «об 11.30», «о 10-00», «о 14 годині»."""
    hours = token_at(tokens, start + 1)
    if hours is None or hours.value not in _HOURS or hours.digits > 2:
        return None
    date = read_numeric(tokens, start + 1)
    following = token_at(tokens, start + 2)
    named = following is not None and following.role is Role.MONTH
    if named or (date is not None and date.point.unit is Unit.DAY and date.point.year is not None):
        return None
    end = _minutes_after(tokens, start + 1) or start + 2
    return Noise(Mark.TIME, _hours_named(tokens, end) or end)


def _count(tokens: Sequence[Token], start: int) -> Noise | None:
    """``25 осіб``, ``20-25 чол.``, ``4,5 %``."""
    place = start + 1
    parts = tokens[place : place + 2]
    if len(parts) == 2 and parts[0].is_sign(".,-") and parts[1].kind is Kind.NUMBER:
        place += 2
    token = token_at(tokens, place)
    if token is None or not (token.role is Role.MEASURE or token.is_sign("%")):
        return None
    if place > start + 1 and read_numeric(tokens, start) is not None and not token.is_sign("%"):
        return None
    return Noise(Mark.OTHER, place + 1)
