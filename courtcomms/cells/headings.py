"""Which column a heading names.

A heading consists of a heading's words only: one word more, and it is a cell's text. So «Цільова аудиторія»
is a heading and «Громадяни – відвідувачі суду» is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from courtcomms.cells.heading_questions import asked_for
from courtcomms.cells.heading_words import Sense, sense_of
from courtcomms.cells.look_alikes import mend_words
from courtcomms.cells.typography import plain


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


#: The form's longest heading has 85 letters; a cell's text is soon longer than any heading.
_LONGEST = 200

_NUMBER = re.compile(
    r"(?:№{1,2}|nº?|#|n[oо]|номер(?: по порядку)?|порядковий номер)?\s*\.?\s*"
    r"(?:[пз]\s*[/\\.]?\s*п\.?|порядк\w*|пор\.?|)\s*\.?"
)
_LIST_NUMBER = re.compile(r"^(?:\d{1,2}\s?[.)]\s*|[ivxіх]{1,4}\s?[.)]\s*)(?=[^\W\d])")
_HYPHENATION = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_TOKEN = re.compile(r"[^\W\d_](?:[\w'-]*[^\W_])?")


def read_heading(text: str) -> Heading | None:
    """The column that a heading names, ``None`` for text that is no heading.

    Line breaks, hyphenation, capitals, numbering, Latin letters among Cyrillic ones, words glued together or
    torn apart and slips of one or two letters make no difference.
    """
    if len(text) > _LONGEST or not text.strip():
        return None
    folded = plain(mend_words(text))
    bare = _LIST_NUMBER.sub("", folded.replace("\n", " ")).strip(" .:;,*«»\"'")
    if bare and _NUMBER.fullmatch(bare):
        return Heading.NUMBER
    joined = _LIST_NUMBER.sub("", _HYPHENATION.sub("", folded).replace("\n", " "))
    if re.search(r"\d", joined):
        return None
    words = tuple(_TOKEN.findall(joined))
    return _by_senses(_senses(words)) or _by_question(words)


def _by_question(words: Sequence[str]) -> Heading | None:
    key = asked_for(" ".join(words))
    return None if key is None else Heading(key)


def _senses(words: tuple[str, ...]) -> tuple[Sense, ...] | None:
    """The sense of each word, ``None`` as soon as one is no heading's word."""
    senses: list[Sense] = []
    index = 0
    while index < len(words):
        taken, found = _longest(words, index)
        if not found:
            return None
        senses += found
        index += taken
    return tuple(senses)


def _longest(words: Sequence[str], index: int) -> tuple[int, tuple[Sense, ...]]:
    """What the word at a place means; torn words («прове дення») are tried together."""
    attempts = list(_attempts(words, index))
    for taken, attempt in attempts:
        if (sense := sense_of(attempt, exact=True)) is not None:
            return taken, (sense,)
    for taken, attempt in attempts:
        found = _meaning(attempt)
        if found:
            return taken, found
    return 1, ()


def _attempts(words: Sequence[str], index: int) -> Iterator[tuple[int, str]]:
    yield 1, words[index]
    for taken in (2, 3):
        if index + taken <= len(words):
            yield taken, "".join(words[index : index + taken])


@lru_cache(maxsize=4096)
def _meaning(word: str) -> tuple[Sense, ...]:
    """The senses within one typed word: one, or two or three where blanks were forgotten."""
    sense = sense_of(word, exact=True)
    if sense is not None:
        return (sense,)
    return _apart(word, 2) or _one(sense_of(word, exact=False))


def _one(sense: Sense | None) -> tuple[Sense, ...]:
    return () if sense is None else (sense,)


def _apart(word: str, cuts: int) -> tuple[Sense, ...]:
    for at in range(1, len(word)):
        head = sense_of(word[:at], exact=True)
        if head is None or (at < 2 and word[:at] not in {"у", "в", "і"}):
            continue
        tail = sense_of(word[at:].lstrip("-"), exact=True)
        if tail is not None:
            return (head, tail)
        if cuts > 1 and at > 2 and (rest := _apart(word[at:], cuts - 1)):
            return (head, *rest)
    return ()


def _by_senses(senses: tuple[Sense, ...] | None) -> Heading | None:
    if not senses:
        return None
    has = set(senses)
    if _counts_people(has):
        return None if has & {Sense.MEDIA, Sense.SITE} else Heading.PARTICIPANTS
    if Sense.AUDIENCE in has or {Sense.TARGET, Sense.GROUP} <= has:
        return Heading.AUDIENCE
    if Sense.RESPONSIBLE in has:
        return Heading.RESPONSIBLE
    if Sense.DATE in has and not has & {Sense.MEDIA, Sense.AMOUNT, Sense.LINK}:
        return Heading.TITLE if Sense.NAME in has else Heading.DATE
    return _media(has) or _other(has)


def _counts_people(has: set[Sense]) -> bool:
    """«Кількість осіб» and mere «Учасники», but not mere «Відвідувачі», who are an audience."""
    if Sense.REACH in has or (Sense.AMOUNT in has and has & {Sense.PEOPLE, Sense.PARTAKERS}):
        return True
    return Sense.PARTAKERS in has and has <= {Sense.PARTAKERS, Sense.PEOPLE_TAIL, Sense.EVENT}


def _media(has: set[Sense]) -> Heading | None:
    if not has & {Sense.PUBLICATION, Sense.MEDIA} or (Sense.SITE in has and not _in_media_and_net(has)):
        return None
    if Sense.ARTICLE in has and not has & {Sense.AMOUNT, Sense.LINK}:
        return None  # «Публікація статті у ЗМІ» is an event
    if Sense.AMOUNT in has:
        return Heading.MEDIA if Sense.LINK in has else Heading.MEDIA_COUNT
    if Sense.LINK in has:
        return Heading.MEDIA_LINKS
    return Heading.MEDIA


def _in_media_and_net(has: set[Sense]) -> bool:
    """«Кількість публікацій у ЗМІ та мережі Інтернет» is about media, although a site is named."""
    return Sense.MEDIA in has and bool(has & {Sense.AMOUNT, Sense.PUBLICATION})


def _other(has: set[Sense]) -> Heading | None:
    if Sense.AMOUNT in has:
        return None
    if Sense.SITE in has:
        return Heading.SITE_LINKS if has & {Sense.LINK, Sense.PLACING} else None
    if Sense.LINK in has:
        return Heading.SITE_LINKS
    if Sense.NAME in has:
        return None if Sense.COURT in has and Sense.EVENT not in has else Heading.TITLE
    if Sense.GOAL in has:
        return Heading.GOAL
    return (
        Heading.TITLE
        if Sense.EVENT in has and has <= {Sense.EVENT, Sense.COMMUNICATION, Sense.HELD}
        else None
    )
