"""What the program understood of a cell, said in one Ukrainian phrase; a doubt is said as a doubt.

Pure functions of derived values. Dates have a file of their own: :mod:`ui.editor.date_phrases`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from courtcomms.model import Link, LinkFlaw, Media, MediaItem, Participants, ParticipantsKind
from ui import wording


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and whether it is a doubt that deserves a second look."""

    text: str = ""
    doubt: bool = False


_FLAWS: dict[LinkFlaw, str] = {
    LinkFlaw.NO_SCHEME: "адреса без https://",
    LinkFlaw.OTHER_SCHEME: "незвичний початок адреси",
    LinkFlaw.GLUED: "дві адреси злиплися",
    LinkFlaw.BROKEN: "адресу розірвано на два рядки",
    LinkFlaw.NOT_AN_ADDRESS: "це не адреса",
}


def links_phrase(links: Sequence[Link], text: str = "") -> Phrase:
    """«2 посилання»; «3 посилання; дві адреси злиплися»; «посилання немає».

    That one of them stands there twice is said by the list of links beneath.
    """
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
    return [_FLAWS[flaw] for flaw in LinkFlaw if any(link.flaw is flaw for link in links)]


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
