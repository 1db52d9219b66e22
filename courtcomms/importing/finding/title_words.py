"""Words of which a title's period consists: whether a row is such a title or says something else too."""

from __future__ import annotations

import re
from functools import lru_cache

from courtcomms.cells.court_names import read_court
from courtcomms.cells.periods import read_period
from courtcomms.cells.roman import read_roman
from courtcomms.cells.typography import plain

_LONGEST = 300
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLE_WORDS = re.compile(
    r"звіт\w*|таблиц\w+|додат\w+|за|про|щодо|по|у|в|з|до|та|і|й|комунікаційн\w+|діяльн\w+|суд\w*|період\w*"
    r"|звітн\w+|рік|року|роки|році|р|рр|q|квартал\w*|кв|півріч\w+|пів|місяц\w+|місяць|ій|й|ий|го|тий|ого"
    r"|перш\w+|друг\w+|трет\w+|четверт\w+|січ\w+|лют\w+|берез\w+|квіт\w+|трав\w+|черв\w+|лип\w+|серп\w+"
    r"|верес\w+|жовт\w+|листоп\w+|груд\w+|на|від|продовження|n"
)
_EVENT_WORDS = re.compile(r"заход\w*|захід|проведен\w+|інформац\w+|робот\w+|комунікац\w+|здійснен\w+")
_FORM_AND_COURT = re.compile(r"суд(?:у|ом)?(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def names_period_only(text: str) -> bool:
    """Whether a line names a quarter, half-year or year and nothing beside it but a title's words.

    «за ІІ квартал 2021 року» and «Звіт за ІІ квартал» do, «Заходи, перенесені з І кварталу» does not.
    """
    return _names_period(text, with_events=False)


@lru_cache(maxsize=1024)
def names_events_of_period(text: str) -> bool:
    """Whether a line names a period and beside it at most that events were held: «Заходи ІІ кварталу»."""
    return _names_period(text, with_events=True)


def _names_period(text: str, *, with_events: bool) -> bool:
    if len(text) > _LONGEST:
        return False
    reading = read_period(text)
    if reading.quarter is None and reading.half is None and reading.period is None:
        return False
    if _FORM_AND_COURT.search(text) and read_court(text) is not None:
        return True
    return not any(_says_more(word, with_events=with_events) for word in _WORD.findall(plain(text)))


def _says_more(word: str, *, with_events: bool) -> bool:
    if _TITLE_WORDS.fullmatch(word) or read_roman(word) is not None:
        return False
    if all(_TITLE_WORDS.fullmatch(half) or read_roman(half) for half in word.split("-")):
        return False
    return not (with_events and _EVENT_WORDS.fullmatch(word))
