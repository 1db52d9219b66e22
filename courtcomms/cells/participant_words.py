"""Which words of a participants cell name people, and which things are counted that are no people."""

from __future__ import annotations

import re

_STEMS = (
    r"осіб\w*|особ[иауоаі]\w*|ос|чол|чоловік\w*|люд(?:ей|и|ям|ина|ини)|персон\w*|учасни\w*|присутн\w+|"
    r"уч(?:ень|ня|ні|нів|ням|нями)|учениц\w*|школяр\w*|студент\w*|слухач\w*|працівни\w*|працюючих|співробітни\w*|"
    r"судд\w+|суддів|помічни\w*|секретар\w*|громадян\w*|відвідувач\w*|журналіст\w*|кореспондент\w*|медійни\w*|"
    r"представни\w*|адвокат\w*|діт(?:ей|и|ям|ьми)|дитин\w*|підліт\w*|вчител\w*|учител\w*|викладач\w*|педагог\w*|"
    r"освітян\w*|гост(?:ей|і|я|ям)|гість|колег(?:и|а)?|волонтер\w*|глядач\w*|користувач\w*|респондент\w*|"
    r"опитан\w*|прокурор\w*|поліцейськ\w*|поліціян\w*|військов\w*|юрист\w*|правни[кц]\w*|правозахисни\w*|\w*службовц\w*|"
    r"\w*службовець|керівни\w*|начальни\w*|пенсіонер\w*|ветеран\w*|мешкан\w*|жител\w*|абітурієнт\w*|стаж(?:ист|ер|ор)\w*|"
    r"практикант\w*|запрошен(?:их|і)|спеціаліст\w*|фахів\w*|експерт\w*|батьк\w*|матер(?:ів|і)|жін(?:ок|ки|ка)|"
    r"дівч\w*|хлоп\w*|юнак\w*|випускни\w*|вихован(?:ець|ц)\w*|медіатор\w*|присяжн\w*|перекладач\w*|нотаріус\w*|"
    r"лікар(?:ів|і|я|ям|)|психолог\w*|блогер\w*|депутат\w*|делегат\w*|доповідач\w*|спікер\w*|тренер\w*|лектор\w*|"
    r"кандидат\w*|курсант\w*|кадет\w*|ліцеїст\w*|гімназист\w*|аспірант\w*|магістр\w*|бакалавр\w*|дошкільн\w*|малюк\w*|"
    r"малят\w*|член(?:ів|и|а|ам|)|консультант\w*|спостерігач\w*|екскурсант\w*|голов|голів|голов[иауі]|головою|розпорядни\w*|"
    r"діяч\w*|активіст\w*|переселен\w*|впо|дорослих|дорослі|діловод\w*|охорон(?:ець|ц)\w*|бібліотекар\w*|науков(?:ець|ц)\w*|"
    r"інспектор\w*|офіцер\w*|посадов(?:ець|ц)\w*|спортсмен\w*|архіваріус\w*|модератор\w*|організатор\w*|"
    r"переможц\w*|підсудн\w*|постраждал\w*|засуджен\w*|водії\w*|менеджер\w*|соціолог\w*|історик\w*|вчен(?:их|і)|"
    r"уч|студ|прац|співроб|"
    r"человек\w*|людей|учеников|ученик\w*|участник\w*|студентов|сотрудник\w*|судей|детей"
)
_PEOPLE = re.compile(rf"(?:{_STEMS})\.?(?:-\w+)?")

#: Words for anybody: another group beside them may be counted in them already.
_GENERIC = re.compile(
    r"(?:осіб|особ|ос|чол|люд|персон|учасни|присутн|громадян|відвідувач|гост|гість|слухач|глядач|діт|дитин|дорослих|"
    r"користувач|человек|участник)\w*\.?"
)
_GENDERS = re.compile(r"(?:жін|дівч|хлоп|юнак|чоловік)\w*")
_OUTSIDERS = re.compile(
    r"(?:уч(?:ень|н)|школяр|студент|в?учител|вчител|викладач|педагог|вихован|ліцеїст|гімназист|батьк|журналіст|адвокат|"
    r"прокурор|волонтер|пенсіонер|ветеран|мешкан|жител|депутат|переселен)\w*"
)
_PLAINLY_PEOPLE = re.compile(r"осіб|особи|особа|ос|чол|чоловік|чоловіка|людей|людини|человек")

#: Ways of taking part; a number may stand beside one with no noun at all.
_MODES = re.compile(
    r"(?:он-?лайн|офф?-?лайн|очно|заочно|дистанційно|особисто|віддалено|наживо)\w*"
    r"|zoom|зум|skype|скайп"
)

#: Words that announce a number of people.
_LABELS = re.compile(
    r"\b(?:кількість|кількості|кільк|к-ть|чисельність|чисельністю|число|всього|усього|разом|загалом|охопле\w*|взял\w*|"
    r"бра[влт]\w*|участь|участю|участі|залуч\w*|відвіда\w*|долучил\w*|приєднал\w*|прийнял\w*|опита\w*|складі|склад|"
    r"група|групи|групу|клас|екскурсія|аудиторія)"
)
_THINGS = re.compile(
    r"\b(?:перегляд|буклет|примірник|заход|захід|лист|хвилин|годин|грн|гривень|публікац|репост|лайк|вподоб|підписник|"
    r"анкет|коментар|звернен|справ|школ|команд|установ|організац|делегац|родин|сім[\'ї]|дні|днів|день|разів|"
    r"балів|місць|сторін|стенд|плакат|ролик|відео|охоплення|номер|тел|кабінет|зал|поверх|пам'ят|засідан)\w*"
)
_GENITIVE = re.compile(
    r".*(?:ів|їв|ей|ок|их|іх|ян|іб|иць|дівчат|малят|хлоп'ят|дітей|осіб|людей|чол|ос|впо)\.?"
)


def is_people(word: str) -> bool:
    """Whether a lower-case word names people («учнів», «суддя», «осіб»)."""
    return _PEOPLE.fullmatch(word) is not None


def is_generic(word: str) -> bool:
    """Whether it names people of any sort («осіб», «учасників»)."""
    return _GENERIC.fullmatch(word) is not None


def is_plain_people(word: str) -> bool:
    """Whether it is «осіб», «чоловік» or «людей», which before a number mean about so many."""
    return _PLAINLY_PEOPLE.fullmatch(word) is not None


def is_gender(word: str) -> bool:
    """Whether it tells people by sex."""
    return _GENDERS.fullmatch(word) is not None


def is_outside_court(word: str) -> bool:
    """Whether it names people who do not work in a court («учнів», «вчителів», «адвокатів»)."""
    return _OUTSIDERS.fullmatch(word) is not None


def is_mode(word: str) -> bool:
    """Whether it is a way of taking part («онлайн», «очно»)."""
    return _MODES.fullmatch(word) is not None


def stands_beside(word: str) -> bool:
    """Whether it names people in a case that a number does not govern: they come on top of the number."""
    return is_people(word) and _GENITIVE.fullmatch(word) is None


def announces_people(words: str) -> bool:
    """Whether a label announces a number of people and not of things."""
    if any(is_people(word) or is_mode(word) for word in re.findall(r"\w[\w'-]*\w", words)):
        return True
    return _LABELS.search(words) is not None and _THINGS.search(words) is None
