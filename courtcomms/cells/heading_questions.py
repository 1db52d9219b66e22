"""Headings that ask instead of naming: «Коли відбувся захід», «Для кого», «Хто відповідав від суду».

A question is known as a whole, from its first word to its last: «Коли» as a single word would be found in
any sentence.
"""

from __future__ import annotations

import re

_HELD = r"(?:від)?був(?:ся|ався|алися|ались|лися|лось|лося)|проведен\w+|провод\w+|провели|провів|пройш\w+"
_EVENT = r"захід|заходи|заходу|подія"
_FOR = r"організован\w+|призначен\w+|розрахован\w+|спрямован\w+|направлен\w+|був|були"
_PLACED = "розміщен[оаі]|оприлюднен[оаі]|опублікован[оаі]"
_HEADS = "осіб|людей|учасників|присутніх|громадян"

#: Keys are those of :class:`courtcomms.cells.headings.Heading`.
_QUESTIONS = {
    "title": rf"що (?:{_HELD}|зроблено)|як(?:ий|і) (?:{_EVENT})(?: (?:{_HELD}))?",
    "goal": rf"(?:навіщо|для чого|з якою метою)(?: (?:{_HELD}|{_EVENT}))*",
    "date": rf"коли(?: (?:саме|{_HELD}|{_EVENT}))*",
    "site_links": rf"де (?:{_PLACED})(?: (?:інформаці[яю]|новин[ау]|на|(?:веб-?)?сайті|суду|про|{_EVENT}))*",
    "audience": rf"(?:для|на) кого(?: (?:саме|{_FOR}|{_HELD}|{_EVENT}))*",
    "responsible": (
        rf"хто (?:був |були )?(?:відповіда\w+|організ\w+|провод\w+|провів)(?: (?:за|від|суду|{_EVENT}))*"
        r"|(?:хто (?:брав|взяв|брали|взяли) участь(?: [ув] заході)?|учасники|спікери?) від суду"
        r"(?: посад[аи])?"
    ),
    "participants": (
        rf"скільки (?:було )?(?:{_HEADS})(?: (?:було|прийшло|охоплено|взял[ои]|брал[ои]|участь|[ув]|заході))*"
    ),
}
_PATTERNS = tuple((key, re.compile(pattern)) for key, pattern in _QUESTIONS.items())


def asked_for(words: str) -> str | None:
    """The key of the heading that a question stands for; ``words`` are lower-case with single blanks."""
    return next((key for key, pattern in _PATTERNS if pattern.fullmatch(words)), None)
