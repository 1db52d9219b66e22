"""The words that headings of Table 1 are made of, and what each contributes."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache


class Sense(Enum):
    """What a word contributes to a heading."""

    NAME = auto()
    EVENT = auto()
    GOAL = auto()
    DATE = auto()
    LINK = auto()
    SITE = auto()
    PLACING = auto()
    AMOUNT = auto()
    PUBLICATION = auto()
    MEDIA = auto()
    AUDIENCE = auto()
    TARGET = auto()
    GROUP = auto()
    RESPONSIBLE = auto()
    PEOPLE = auto()
    PARTAKERS = auto()
    PEOPLE_TAIL = auto()
    REACH = auto()
    COMMUNICATION = auto()
    HELD = auto()
    ARTICLE = auto()
    COURT = auto()
    FILLER = auto()


_WORDS = {
    Sense.NAME: "назва назви назву найменування вид види форма тематика тема зміст опис",
    Sense.EVENT: "захід заходи заходу заходів заході заходах",
    Sense.GOAL: "мета мети ціль цілі",
    Sense.DATE: "дата дати термін терміни строк строки період час місяць",
    Sense.LINK: (
        "посилання посиланням посиланнями лінк лінки гіперпосилання інтернет-посилання url адреса адреси"
    ),
    Sense.SITE: (
        "сайт сайті сайту сайтів сайтах веб-сайт веб-сайті веб-сайту вебсайт вебсайті вебсайту "
        "вебсайтах веб-сайтах веб-сторінка веб-сторінку вебсторінка вебсторінку сторінка сторінку "
        "сторінки сторінці веб-портал веб-порталі вебпортал портал порталі інтернет-сторінку facebook "
        "фейсбук інтернет інтернеті мережі мереж мережа мережах"
    ),
    Sense.PLACING: ("розміщення розміщено оприлюднення опублікування висвітлення публікація новина новину"),
    Sense.AMOUNT: "кількість к-ть к-сть кіл-ть кіл-сть кільк кількості чисельність число",
    Sense.PUBLICATION: "публікацій публікації публікацію публікаціями публікаціях",
    Sense.MEDIA: ("змі медіа преса пресі пресу мас-медіа масмедіа масової засобах засоби засобів"),
    Sense.AUDIENCE: "аудиторія аудиторії аудиторію",
    Sense.TARGET: "цільова цільову цільові",
    Sense.GROUP: "група групи групу",
    Sense.RESPONSIBLE: (
        "відповідальний відповідальна відповідальні відповідальних відповідальної посада посади"
    ),
    Sense.PEOPLE: ("осіб людей чол чоловік відвідувачів слухачів охоплених громадян"),
    Sense.PARTAKERS: "учасн учасник учасники учасників учасникі присутніх присутні",
    Sense.PEOPLE_TAIL: ("брали брав взяли взяв беруть участь заходу заході заходів заходах у в які який що"),
    Sense.REACH: "охоплення охоплено",
    Sense.COMMUNICATION: (
        "комунікаційна комунікаційні комунікаційний комунікаційного комунікаційної комунікаційних "
        "комунікативна комунікативні комунікативний комунікативного комунікативної комунікативних"
    ),
    Sense.HELD: "проведений проведеного проведені проведених проводився проводилися проводились",
    Sense.ARTICLE: "статті статей згадки згадок",
    Sense.COURT: "суд суду судом судів",
    Sense.FILLER: (
        "на про від до з із за та і й або де яка яку якого якої якою яких якому котрі офіційний "
        "офіційному офіційного офіційної офіційну розміщена розміщено розміщеної "
        "розміщену розміщені опублікована оприлюднена інформація інформацію інформації матеріал "
        "матеріали матеріалів перелік проведено и проведення проведенні "
        "провели реалізації виконання завершення початку початок направлений направлено направлена "
        "направлені спрямований спрямовано спрямована розрахований орієнтований особа особи особу піб "
        "прізвище ім'я імя ініціали по батькові посадові посадова брали взяли участь у в які який що "
        "приймали приймав прийняли задіяні задіяних залучені залучених апарату судді суддя загальна "
        "всього подія події подій відповідному відповідний наявності наявність інформаційна масової "
        "соціальних соціальній соціальна соціальні інших місце терміни конкретна планована "
        "запланована звітний звітного кожного їх його її є веб разом коротко короткий час організацію "
        "організація завдання завдань кого виступів виконавці орієнтовна приблизна"
    ),
}


def _index() -> dict[str, Sense]:
    index: dict[str, Sense] = {}
    for sense, words in _WORDS.items():
        for word in words.split():
            index.setdefault(word, sense)
    return index


_INDEX = _index()
_BY_LENGTH: dict[int, list[str]] = {}
for _word in _INDEX:
    _BY_LENGTH.setdefault(len(_word), []).append(_word)


def sense_of(word: str, *, exact: bool) -> Sense | None:
    """What a lower-case word means in a heading; unless ``exact``, slips of the finger are forgiven.

    One wrong, missing, added or swapped letter in words from six letters on, two in known words from nine.
    """
    if exact or word in _INDEX:
        return _INDEX.get(word)
    return _nearest(word)


@lru_cache(maxsize=4096)
def _nearest(word: str) -> Sense | None:
    for slips in (1, 2) if len(word) > 5 else ():
        for length in range(len(word) - slips, len(word) + slips + 1):
            for known in _BY_LENGTH.get(length, ()):
                if (
                    len(known) > (8 if slips == 2 else 4)
                    and known[0] == word[0]
                    and _slips(word, known, slips)
                ):
                    return _INDEX[known]
    return None


def _slips(one: str, other: str, most: int) -> bool:
    """Whether at most so many single edits (a swap of neighbours is one) turn one word into the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
