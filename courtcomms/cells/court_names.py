"""A court's name in the nominative and the genitive.

The words before the head noun «суд» decline, the rest of the name stays as it is.
"""

from __future__ import annotations

import re

from courtcomms.cells.look_alikes import mend_words
from courtcomms.cells.title_mending import together, written_out
from courtcomms.cells.typography import APOSTROPHES, DASHES, visible
from courtcomms.model import CourtName

#: A word that gives back no letters, so that a long run of them is looked at once.
_WORD = rf"(?<![А-ЯІЇЄҐа-яіїєґ])[А-ЯІЇЄҐа-яіїєґ]++(?:[{DASHES}{APOSTROPHES}][А-ЯІЇЄҐа-яіїєґ]++)*+"

#: A longer line is prose, not a title.
_LONGEST = 1000

#: Endings of masculine adjectives in every case but the nominative, and what that is.
_TO_NOMINATIVE = (
    ("ього", "ій"),
    ("ьому", "ій"),
    ("його", "їй"),
    ("йому", "їй"),
    ("ого", "ий"),
    ("ому", "ий"),
    ("ім", "ій"),
    ("їм", "їй"),
    ("им", "ий"),
)
_TO_GENITIVE = (("ий", "ого"), ("ій", "ього"), ("їй", "його"))

_HEAD = re.compile(
    rf"(?P<before>(?:(?:{_WORD})(?<=ого|ому)\s|(?:{_WORD})(?<=ий|ій|їй|ім|їм|им)\s)+)(?P<head>суд(?:у|і|ом|)(?![\w'’]))",
    re.IGNORECASE,
)

_DIRECT_NAME = re.compile(rf"((?:{_WORD}(?<=ий|ій|їй)\s+)+)(суд)(?!\w)", re.IGNORECASE)
_GENITIVE_NAME = re.compile(rf"((?:{_WORD}(?<=ого)\s+)+)(суд)у(?!\w)", re.IGNORECASE)

#: Words that say what kind of court it is; without one of them «суд» may be anything («наш суд»).
_KIND_WORDS = (
    "районний міський міськрайонний міжрайонний обласний апеляційний окружний господарський адміністративний "
    "цивільний кримінальний касаційний вищий верховний конституційний антикорупційний військовий арбітражний "
    "спеціалізований районий"
)
_KINDS = frozenset(_KIND_WORDS.split())
_GENERAL = _KINDS | frozenset(("місцевий", "загальний", "модельний", "український", "наший", "міжнародний"))

#: What a name typed in small letters can begin with: «печерський», «сьомий апеляційний».
_PROPER = re.compile(
    r".*[сцз]ький|перший|другий|третій|четвертий|п.?ятий|шостий|сьомий|восьмий"
    r"|.*(?:північний|південний|східний|західний)"
    r"|центральний"
)
_UNIQUE = frozenset({"верховний", "конституційний"})
_HIGHEST = _UNIQUE | frozenset({"вищий"})

_NAME = r"(?!(?:щодо|про|за|на|по|та|від|у|в|і|з|із|для|до|станом|стосовно|звіт|обл|області|щод\w*)\b)"
_ADJECTIVE_F = r"[А-ЯІЇЄҐ][\w'’ʼ-]*(?:ої|ій)"
_REGION = rf"{_ADJECTIVE_F}\s+(?:області|обл\.?)(?!\w)"
_CAPITALISED = r"[А-ЯІЇЄҐ][\w'’ʼ-]*"
_FIRST_OF_TWO = (
    rf"(?:{_CAPITALISED}(?:(?<![сц]ького)(?<=ого)|(?<=ої|их|ий|ій))|Біла|Нова|Стара|Велика|Мала|Гола|Рава)"
)
_CITY = rf"(?:{_FIRST_OF_TWO}\s+(?!{_REGION}){_NAME}{_CAPITALISED}|{_CAPITALISED})"
_PLACE = rf"(?:міста|місті|м\.?)\s?{_NAME}{_CITY}"
_TAIL = re.compile(
    rf"\s+(?:(?:з\s+питань\s+інтелектуальної\s+власності)|(?:[ву]\s+складі\s+Верховного\s+Суду)"
    rf"|(?:[ву]\s+)?Автономн(?:ої|ій)\s+Республі(?:ки|ці)\s+Крим|України(?!\w)|Центрального\s+регіону"
    rf"|{_PLACE}(?:\s+{_REGION})?|{_ADJECTIVE_F}\s+району\s+{_REGION}|[А-ЯІЇЄҐ][\w'’ʼ-]*ого\s+району\s+{_REGION}|{_REGION})",
)
_TAIL_ANY_CASE = re.compile(_TAIL.pattern, re.IGNORECASE)
_SMALL_WORDS = "міста місті м області обл району регіону з питань інтелектуальної власності у в складі"
_SMALL = frozenset(_SMALL_WORDS.split())


def read_court(line: str) -> CourtName | None:
    """The court that a title line names, in whatever case, capitals or surroundings it stands there.

    Blanks are collapsed. ``None`` where the line names no particular court: «комунікаційної діяльності
    суду», «районного суду», a court of another kind.
    """
    text = " ".join(visible(mend_words(together(line[:_LONGEST]))).split())
    text = written_out(text)
    for found in _HEAD.finditer(text):
        name = _name(text, found)
        if name is not None:
            return name
    return None


def _name(text: str, found: re.Match[str]) -> CourtName | None:
    before = [_nominative_word(word) for word in found["before"].split()]
    words = _own_words(before) or _kind_alone(before)
    if not words:
        return None
    whole = text[found.start() : found.end()]
    shouted = whole.upper() == whole
    tail_match = (_TAIL_ANY_CASE if shouted or whole.lower() == whole else _TAIL).match(text, found.end())
    tail = tail_match[0] if tail_match else ""
    if not _names_one_court(words, tail):
        return None
    head = "Суд" if words[0].lower() in _UNIQUE else "суд"
    names = [_capital(words[0]), *(_small(word) for word in words[1:])]
    if not shouted and whole.lower() != whole:
        names = words
    else:
        tail = " ".join(_tail_word(word) for word in tail.split(" "))
    nominative = " ".join([*names, head]) + tail
    return CourtName(nominative, to_genitive(nominative))


def _own_words(words: list[str]) -> list[str]:
    """The adjectives of the name: from the first that can begin one («новий Печерський районний»)."""
    for index, word in enumerate(words):
        if word[0].isupper() or word.lower() in _HIGHEST:
            return words[index:]
    proper = (index for index, word in enumerate(words) if _PROPER.fullmatch(word) and word not in _GENERAL)
    begin = next(proper, len(words))
    return words[begin:]


def _kind_alone(words: list[str]) -> list[str]:
    """A court whose name is its kind and its place, in small letters: «господарський суд м. Києва»."""
    return words[-1:] if words[-1].lower() in _KINDS else []


def _names_one_court(words: list[str], tail: str) -> bool:
    small = [word.lower() for word in words]
    if not any(word in _KINDS for word in small):
        return False
    if small[0] in _UNIQUE or (small[0] == "вищий" and len(small) > 1) or (small[0] == "вищий" and tail):
        return True
    return bool(tail.strip()) or small[0] not in _GENERAL


def _capital(word: str) -> str:
    if word.lower().startswith(("північно-", "південно-")):
        return word.capitalize()
    return re.sub(rf"(^|[{DASHES}])(\w)", lambda match: match[1] + match[2].upper(), word.lower())


def _small(word: str) -> str:
    return word.lower() if word.lower() in _KINDS else _capital(word)


def _tail_word(word: str) -> str:
    if word.lower().rstrip(".") in _SMALL:
        return word.lower()
    glued = re.fullmatch(r"(м\.)(\w.*)", word, re.IGNORECASE)
    return f"м.{_capital(glued[2])}" if glued else _capital(word)


def to_genitive(nominative: str) -> str:
    """The genitive of a court's name; a name without «суд» in the nominative comes back as it is.

    >>> to_genitive("Третій апеляційний адміністративний суд")
    'Третього апеляційного адміністративного суду'
    """
    return _declined(nominative, _DIRECT_NAME, _TO_GENITIVE, "у")


def to_nominative(genitive: str) -> str:
    """The nominative of a court's name in the genitive; what is none comes back as it is.

    >>> to_nominative("Печерського районного суду м. Києва")
    'Печерський районний суд м. Києва'
    """
    collapsed = " ".join(genitive.split())
    if _DIRECT_NAME.search(collapsed[:_LONGEST]):
        return collapsed
    return _declined(genitive, _GENITIVE_NAME, _TO_NOMINATIVE, "")


def _declined(name: str, pattern: re.Pattern[str], endings: tuple[tuple[str, str], ...], head: str) -> str:
    collapsed = " ".join(name.split())
    found = pattern.search(collapsed[:_LONGEST])
    if found is None:
        return collapsed
    words = [_with_ending(word, endings) for word in found[1].split()]
    noun = found[2] + (head.upper() if found[2].isupper() else head)
    return collapsed[: found.start()] + " ".join([*words, noun]) + collapsed[found.end() :]


def _nominative_word(word: str) -> str:
    return _with_ending(word, _TO_NOMINATIVE)


def _with_ending(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for old, new in endings:
        if word.lower().endswith(old):
            return word[: -len(old)] + (new.upper() if word.isupper() else new)
    return word
