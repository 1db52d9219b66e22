"""What the program understood of a cell, said in one Ukrainian phrase; a doubt is said as a doubt.

Pure functions of derived values; the quarter at hand only adds «у межах кварталу» or «поза кварталом».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from courtcomms.model import (
    Confidence,
    DateKind,
    DateSpan,
    Link,
    LinkFlaw,
    Media,
    MediaItem,
    Participants,
    ParticipantsKind,
)
from courtcomms.period import ROMAN_QUARTERS, Period, PeriodKind
from ui import wording


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and whether it is a doubt that deserves a second look."""

    text: str = ""
    doubt: bool = False


def date_phrase(span: DateSpan, period: Period | None = None) -> Phrase:
    """«13 серпня 2021, у межах кварталу», «триває з 25.06.2018», «дату не зрозуміло»."""
    if span.kind is DateKind.EMPTY:
        return Phrase("дату не вказано")
    if span.kind is DateKind.INVALID:
        return Phrase("такої дати немає в календарі, перевірте", doubt=True)
    if span.kind is DateKind.TEXT:
        return Phrase("дату не зрозуміло", doubt=True)
    said = _DATES[span.kind](span)
    if span.confidence is Confidence.SUSPICIOUS:
        return Phrase(f"сумнівно: {said}, перевірте", doubt=True)
    if span.confidence is Confidence.PROBABLE:
        return Phrase(f"імовірно, {said}", doubt=True)
    return _placed(said, span, period)


def _placed(said: str, span: DateSpan, period: Period | None) -> Phrase:
    """A dated event is told apart by where it lies; a standing one belongs to every quarter."""
    if period is None or span.kind.standing or span.start is None:
        return Phrase(said)
    word = {PeriodKind.QUARTER: "кварталу", PeriodKind.HALF_YEAR: "півріччя", PeriodKind.YEAR: "року"}[
        period.kind
    ]
    if not period.overlaps(span.start, span.end or span.start):
        outer = {PeriodKind.QUARTER: "кварталом", PeriodKind.HALF_YEAR: "півріччям", PeriodKind.YEAR: "роком"}
        return Phrase(f"{said}, поза {outer[period.kind]}", doubt=True)
    inside = span.start >= period.start and (span.end or span.start) <= period.end
    return Phrase(f"{said}, у межах {word}" if inside else f"{said}, частково у межах {word}")


def _days(span: DateSpan) -> str:
    shown = [wording.digits(day) for day in span.dates]
    return f"{wording.counted(len(shown), 'день', 'дні', 'днів')}: {wording.listed(shown)}"


def _day(span: DateSpan) -> str:
    return wording.day(span.start) if span.start else "один день"


def _range(span: DateSpan) -> str:
    if span.start is None or span.end is None:
        return "проміжок часу"
    return f"з {wording.digits(span.start)} до {wording.digits(span.end)}"


def _months(span: DateSpan) -> str:
    if span.start is None or span.end is None:
        return "кілька місяців"
    first, last = wording.MONTHS[span.start.month - 1], wording.MONTHS[span.end.month - 1]
    if (span.start.year, span.start.month) == (span.end.year, span.end.month):
        return f"{first} {span.start.year}"
    if span.start.year == span.end.year:
        return f"{first}–{last} {span.start.year}"
    return f"{first} {span.start.year} – {last} {span.end.year}"


def _quarter(span: DateSpan) -> str:
    if span.start is None or span.end is None:
        return "квартал"
    first, last = (ROMAN_QUARTERS[(day.month - 1) // 3] for day in (span.start, span.end))
    if first == last:
        return f"{first} квартал {span.start.year}"
    return f"{first}–{last} квартали {span.start.year}"


def _half_year(span: DateSpan) -> str:
    if span.start is None:
        return "півріччя"
    return f"{'І' if span.start.month <= 6 else 'ІІ'} півріччя {span.start.year}"


def _year(span: DateSpan) -> str:
    return f"увесь {span.start.year} рік" if span.start else "увесь рік"


def _ongoing(_span: DateSpan) -> str:
    return "постійний захід, початок не вказано"


def _ongoing_from(span: DateSpan) -> str:
    return f"триває з {wording.digits(span.start)}" if span.start else "триває"


def _until_event(span: DateSpan) -> str:
    return f"{_ongoing_from(span)}, до певної події"


def _recurring(_span: DateSpan) -> str:
    return "повторюється, постійний захід"


def _as_needed(_span: DateSpan) -> str:
    return "за потреби, постійний захід"


_DATES: dict[DateKind, Callable[[DateSpan], str]] = {
    DateKind.DAY: _day,
    DateKind.DAYS: _days,
    DateKind.RANGE: _range,
    DateKind.MONTH: _months,
    DateKind.MONTHS: _months,
    DateKind.QUARTER: _quarter,
    DateKind.HALF_YEAR: _half_year,
    DateKind.YEAR: _year,
    DateKind.ONGOING: _ongoing,
    DateKind.ONGOING_FROM: _ongoing_from,
    DateKind.UNTIL_EVENT: _until_event,
    DateKind.RECURRING: _recurring,
    DateKind.AS_NEEDED: _as_needed,
}

_FLAWS: dict[LinkFlaw, str] = {
    LinkFlaw.NO_SCHEME: "адреса без https://",
    LinkFlaw.OTHER_SCHEME: "незвичний початок адреси",
    LinkFlaw.GLUED: "дві адреси злиплися",
    LinkFlaw.BROKEN: "адресу розірвано на два рядки",
    LinkFlaw.NOT_AN_ADDRESS: "це не адреса",
}


def links_phrase(links: Sequence[Link], text: str = "") -> Phrase:
    """«2 посилання»; «3 посилання; те саме посилання двічі»; «посилання немає»."""
    if not links:
        return (
            Phrase("посилання не знайдено", doubt=True)
            if text.strip(" \n\u00a0-–—")
            else Phrase("посилань немає")
        )
    said = [wording.counted(len(links), "посилання", "посилання", "посилань")]
    doubts = _link_doubts(links)
    return Phrase("; ".join(said + doubts), doubt=bool(doubts))


def _link_doubts(links: Sequence[Link]) -> list[str]:
    doubts = [_FLAWS[flaw] for flaw in LinkFlaw if any(link.flaw is flaw for link in links)]
    if max(Counter(link.target for link in links).values()) > 1:
        doubts.append("те саме посилання двічі")
    return doubts


def media_phrase(media: Media, text: str = "") -> Phrase:
    """«3 публікації: «Весь Кривий Ріг», 1kr.ua»; «публікацій немає»."""
    if media.count is None:
        if not text.strip(" \n\u00a0-–—"):
            return Phrase("публікацій немає")
        return Phrase("скільки публікацій, не зрозуміло", doubt=True)
    if not media.count:
        return Phrase("публікацій немає")
    said = wording.counted(media.count, "публікація", "публікації", "публікацій")
    named = [_outlet(item) for item in media.items if item.outlet or item.url]
    phrase = f"{said}: {', '.join(named)}" if named else said
    doubts = _link_doubts(media.links) if media.links else []
    if media.stated is not None and named and media.stated != len(named):
        doubts.insert(0, f"названо число {media.stated}, а перелічено {len(named)}")
    return Phrase("; ".join([phrase, *doubts]), doubt=bool(doubts))


def _outlet(item: MediaItem) -> str:
    """The outlet as named, else its site."""
    if item.outlet:
        return item.outlet.strip()
    host = item.url.partition("://")[2] or item.url
    return host.partition("/")[0].removeprefix("www.")


def participants_phrase(participants: Participants) -> Phrase:
    """«25 учасників», «до 100 учасників», «кількість не вказано»."""
    low, high = participants.low or 0, participants.high or 0
    match participants.kind:
        case ParticipantsKind.EXACT:
            return Phrase(wording.counted(low, "учасник", "учасники", "учасників"))
        case ParticipantsKind.APPROX:
            return Phrase(f"близько {_people(low)}, точно не відомо")
        case ParticipantsKind.MIN:
            return Phrase(f"щонайменше {low}, точно не відомо")
        case ParticipantsKind.MAX:
            return Phrase(f"до {_people(high)}, точно не відомо")
        case ParticipantsKind.RANGE:
            return Phrase(f"від {low} до {_people(high)}, точно не відомо")
        case ParticipantsKind.NONE:
            return Phrase("кількість не вказано")
    return Phrase("скільки учасників, не зрозуміло", doubt=True)


def _people(number: int) -> str:
    """The genitive: «1 учасника», «21 учасника», «25 учасників»."""
    return wording.counted(number, "учасника", "учасників", "учасників")
