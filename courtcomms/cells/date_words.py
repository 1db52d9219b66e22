"""Words that carry a date's meaning, each with its role; other words are nobody's."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from courtcomms.cells.date_months import MONTH_NAMES, UKRAINIAN_MONTHS
from courtcomms.cells.typos import TypoIndex


class Role(Enum):
    """What a word does in a date phrase."""

    MONTH = auto()
    WEEKDAY = auto()
    ORDINAL = auto()
    YEAR = auto()
    QUARTER = auto()
    HALF = auto()
    HALF_OF = auto()
    DECADE = auto()
    MONTH_UNIT = auto()
    DAY_UNIT = auto()
    FROM = auto()
    SINCE = auto()
    TO = auto()
    BETWEEN = auto()
    AND = auto()
    OR = auto()
    DURING = auto()
    EDGE_START = auto()
    EDGE_END = auto()
    EDGE = auto()
    WEEK = auto()
    SEASON = auto()
    ABOUT = auto()
    FILL = auto()
    CLOCK = auto()
    HOUR = auto()
    MINUTE = auto()
    REFERENCE = auto()
    STREET = auto()
    TELEPHONE = auto()
    MEASURE = auto()


class Entry(NamedTuple):
    """A word's role, its number where it has one, and whether letters or language had to be guessed."""

    role: Role
    value: int = 0
    guessed: bool = False
    short: bool = False


_WORDS: dict[Role, str] = {
    Role.YEAR: "рік року роки років році роком роках рокам рокові р рр",
    Role.QUARTER: "квартал кварталу кварталі кварталом квартали кварталів кварталах кварталам кварт кв q",
    Role.HALF: "півріччя півріччі півріччю півріччям півріч півр піврік піврічний",
    Role.HALF_OF: "половина половини половині половину половиною",
    Role.DECADE: "декада декади декаді декаду декадою декад",
    Role.MONTH_UNIT: "місяць місяця місяці місяцю місяцем місяців м-ць міс",
    Role.DAY_UNIT: "число числа числі день дня дні днів",
    Role.FROM: "з із зі починаючи from since starting",
    Role.SINCE: "від",
    Role.TO: "по до to till until through",
    Role.BETWEEN: "між",
    Role.AND: "та і й також плюс and",
    Role.OR: "або чи or далі надалі потім згодом",
    Role.DURING: "протягом впродовж упродовж за у в во на протязі весь увесь усього всього цілий during in",
    Role.EDGE_START: "початок початку початком beginning",
    Role.EDGE_END: "кінець кінця кінцем закінчення завершення",
    Role.EDGE: ("кінці наприкінці середина середини середині посередині числах чисел зима зими взимку"),
    Role.WEEK: "тиждень тижні тижня тижнів",
    Role.ABOUT: (
        "орієнтовно орієнтовна приблизно близько попередньо ймовірно імовірно станом напередодні "
        "оновлено оновлення оновлена актуалізовано"
    ),
    Role.FILL: (
        "дата дати дату датою період періоді періоду строк строки термін терміни поточний поточного "
        "поточному цього цьому звітний звітного звітному календарний календарного календарному бюджетного "
        "включно лише тільки проведення планується заплановано щодо орієнтовний the of"
    ),
    Role.CLOCK: "о об at",
    Role.HOUR: "год година години годині годину годин годинах",
    Role.MINUTE: "хв хвилин хвилини хвилина",
    Role.REFERENCE: (
        "№ no п пп пункт пункту пункти пунктів підпункт підпункту ст стаття статті статтею статей ч частина "
        "частини частиною розділ розділу додаток додатку таблиця таблиці каб "
        "корпус корп поверх офіс школа школі ліцей ліцеї гімназія кабінет "
        "кабінеті кімн кімната кімнаті ауд аудиторія аудиторії зал залі зала буд справа справі "
        "справи провадження дсту дбн iso isbn протокол протоколу протоколом"
    ),
    Role.STREET: "вул вулиця вулиці вулицею пл площа площі площею просп проспект проспекті пров провулок",
    Role.TELEPHONE: "тел телефон телефони телефоном моб факс",
    Role.MEASURE: (
        "осіб особи особа чол чоловік людей учасників учасника учасники учасник грн гривень тис млн "
        "відсотків відсотки примірників сторінок справ заходів заходи заходу публікацій шт"
    ),
}
_FOREIGN_WORDS: dict[Role, str] = {
    Role.YEAR: "год года году годы годов годах г гг year",
    Role.QUARTER: "квартале кварталы quarter",
    Role.HALF: "полугодие полугодия полугодии",
    Role.MONTH_UNIT: "месяц месяца месяце",
    Role.FROM: "с со начиная",
    Role.SINCE: "от",
    Role.AND: "и",
    Role.OR: "или",
    Role.DURING: "течение",
}
_WEEKDAYS = (
    "понеділок понеділка понеділку понеділком пн понед понедельник",
    "вівторок вівторка вівторку вівторком вт вівт вторник",
    "середа середи середу середі середою ср среда среду",
    "четвер четверга четвергу четвергом чт четв четверг",
    "пятниця пятниці пятницю пятницею пт пятн пятница пятницу",
    "субота суботи суботу суботі суботою сб суббота субботу",
    "неділя неділі неділю неділею нд нед воскресенье",
)
#: By their first month; winter lies in two years and is only an unclear part of one.
_SEASONS = {3: "весна весни весну навесні", 6: "літо літа літом влітку", 9: "осінь осені осінню восени"}
_ORDINAL_STEMS = (
    *("перш", "друг", "трет", "четверт", "пят", "шост", "сьом", "восьм", "девят", "десят"),
    *("одинадцят", "дванадцят", "тринадцят", "чотирнадцят", "пятнадцят"),
    *("шістнадцят", "сімнадцят", "вісімнадцят", "девятнадцят", "двадцят"),
)
_ORDINAL_ENDINGS = (
    *("ий", "ій", "а", "я", "е", "є", "ого", "ього", "ому", "ьому", "ої", "ьої"),
    *("им", "ім", "у", "ю", "і", "их"),
)

#: Words of phrases, to be recognised with one wrong letter before their last two.
_PHRASE_WORDS = (
    *("постійно", "постійній", "щомісяця", "щомісячно", "щоквартально", "щокварталу", "щотижня"),
    *("щотижнево", "щоденно", "щороку", "щорічно", "карантину", "закінчення", "скасування"),
    *("завершення", "потреби", "необхідності", "теперішній", "воєнного", "понеділка", "пятниці"),
)


def _entries() -> dict[str, Entry]:
    words: dict[str, Entry] = {}
    for stem_number, stem in enumerate(_ORDINAL_STEMS, start=1):
        words |= {stem + ending: Entry(Role.ORDINAL, stem_number) for ending in _ORDINAL_ENDINGS}
    words |= {"тридцят" + ending: Entry(Role.ORDINAL, 30) for ending in _ORDINAL_ENDINGS}
    for first_month, forms in _SEASONS.items():
        words |= {form: Entry(Role.SEASON, first_month) for form in forms.split()}
    for weekday, forms in enumerate(_WEEKDAYS):
        words |= {form: Entry(Role.WEEKDAY, weekday) for form in forms.split()}
    for role, forms in _FOREIGN_WORDS.items():
        words |= {form: Entry(role, guessed=True) for form in forms.split()}
    for role, forms in _WORDS.items():
        words |= {form: Entry(role) for form in forms.split()}
    for form, name in MONTH_NAMES.items():
        words[form] = Entry(Role.MONTH, name.month, name.foreign, name.short)
    return words


_ENTRIES = _entries()
_MONTH_TYPOS = TypoIndex(UKRAINIAN_MONTHS)
_WORD_TYPOS = TypoIndex(
    [
        *_PHRASE_WORDS,
        *(word for word, entry in _ENTRIES.items() if entry.role in {Role.QUARTER, Role.HALF, Role.DURING}),
    ],
    shortest=6,
)
_STUTTER = re.compile(r"([^\W\d_]{2,3})\1")
_LATIN_LIKE_CYRILLIC = str.maketrans("aceikmoptxyhbn", "асеікмортхунвп")


def lookup(word: str) -> Entry | None:
    """A word's entry by its exact spelling."""
    return _ENTRIES.get(word)


def in_cyrillic(word: str) -> str:
    """The word with Latin letters replaced by the Cyrillic ones that look like them."""
    return word.translate(_LATIN_LIKE_CYRILLIC)


def guess_phrase_word(word: str) -> str | None:
    """The known word that differs from this one by a single letter before the last two, if there is one.

    Other endings are other grammatical forms of other words («постійної комісії»), never typing errors.
    """
    nearest = [
        known
        for known in _WORD_TYPOS.nearest(word)
        if known[-2:] == word[-2:] or _ENTRIES.get(known) == Entry(Role.DURING)
    ]
    return nearest[0] if len(nearest) == 1 else None


def guess_month(word: str) -> Entry | None:
    """The month whose form differs from the word by one letter or a doubled syllable, if only one's does."""
    single = _STUTTER.sub(r"\1", word)
    nearest = (single,) if single != word and single in UKRAINIAN_MONTHS else _MONTH_TYPOS.nearest(word)
    months = {UKRAINIAN_MONTHS[known].month for known in nearest}
    return Entry(Role.MONTH, months.pop(), guessed=True) if len(months) == 1 else None
