"""Words that tell no number of participants, whatever number stands beside them."""

from __future__ import annotations

import re

_NOBODY = re.compile(
    r"(?:учасник(?:и|ів|)(?: заходу)? -? ?)?(?:немає|нема|відсутн(?:і|ій|я|є)|не було|нікого|ніхто|жодного|"
    r"жодної особи|ні)(?: учасників| осіб| не було)?|без учасників"
)

_VAGUE = (
    r"кільк(?:а|ох|ома)|декільк\w+|багат\w+|чимал\w+|безліч\w*|половин\w*|частин\w*|більшість|необмеж\w+|невідом\w+|"
    r"пів|півтор\w*|відсотк\w+"
)
#: Numbers of one time, not of all: «щодня», «по 25», «одночасно», «у групі».
_EACH_TIME = (
    r"двічі|тричі|кожн\w+|щод\w+|щотижн\w*|щомісяц\w*|щомісячн\w*|щокварт\w*|щораз\w*|"
    r"що(?:понеділ|вівтор|серед|четвер|п'ятниц|субот|неділ)\w*|"
    r"середньому|середн(?:я|ю|ій|ьої) (?:кількість|кількістю|чисельність|відвідуваність)|"
    r"по|одночасно|[ву] (?:групі|класі|команді|зміні)$|на (?:день|тиждень|місяць|рік|захід|годину)"
)
_NOT_YET = (
    r"план\w+|запланов\w+|запрошено|очіку(?:ється|валось|ють)|зареєстр\w+|буде|будуть|уточнює\w*|ймовірно|"
    r"можливо(?!,? більше)|за (?:\w+ )?(?:даними|оцінками|підрахунками)"
)
_DENIED = r"без|крім|окрім|не(?! (?:менш|більш|перевищ|нижч|вищ))|відсутн\w+"
_UNTOLD = re.compile(
    rf"\b(?:{_VAGUE}|{_EACH_TIME}|{_NOT_YET}|{_DENIED})\b|[%=*№?]|\b[xх] ?\d|\d ?/ ?\d"
    r"|^20[0-3]\d(?: ?- ?20[0-3]\d)?$"  # years with no word beside them
)


def says_nobody(text: str) -> bool:
    """Whether a text made plain (``typography.plain``) is no more than words for «nobody»."""
    return _NOBODY.fullmatch(text) is not None


def tells_no_number(text: str) -> bool:
    """Whether a text made plain has a word or sign after which none of its numbers can be trusted."""
    return _UNTOLD.search(text) is not None
