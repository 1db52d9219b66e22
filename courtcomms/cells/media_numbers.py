"""The number of publications that a media cell names itself, and words for «none»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from courtcomms.cells.number_words import read_number_words
from courtcomms.cells.outlets import quoted
from courtcomms.cells.typography import plain

#: What is counted: publications, outlets («у 2 газетах», but «24 канал» is a name), mere links.
_WORKS = (
    r"(?:публікаці\w+|статт\w+|статей|матеріал\w*|повідомлен\w+|(?:відео)?сюжет\w*|новин[аиу]?\b|шт\b\.?|замітк\w*|"
    r"заміток|репортаж\w*|згад\w+|інтерв['’ʼ]?ю|допис\w*|пост(?:и|ів|ах)?\b|анонс\w*|прес-?реліз\w*|ефір\w*|виступ\w*|"
    r"разів\b|рази?\b)"
)
_OUTLETS = r"(?:змі\b|видан(?:ь|ня|нях|ні)\b|сайт(?:и|ів|ах|і)\b|мас-?медіа\b|медіа\b)"
_PLACES = r"(?:газет(?:и|ах)?\b|(?:(?:теле)?канал|журнал|портал)(?:и|ів|ах)\b)"
_NOUN = rf"(?:{_WORKS}|{_OUTLETS}|посилан\w+)"
_KINDS = [re.compile(pattern, re.IGNORECASE) for pattern in (_WORKS, rf"{_OUTLETS}|{_PLACES}", r"посилан\w+")]
_DIGITS = r"(?<![\d.,№/+-])(?<!№ )(?P<n>\d{1,3})(?![\d/]|[.,]\d|\s*[+–—-]\s*\d)"
_SAID_AGAIN = r"(?:\s*\([а-яіїєґ'’ʼ\s-]{3,40}\))?"
_BLANK = r"[ \t\xa0]"
_LABELLED = re.compile(
    rf"(?:(?P<total>(?:загальна\s+)?к(?:ількі|-|іл-)?с?ть|всього|усього|разом|загалом)|(?<!\d\s){_NOUN})"
    rf"(?:\s+(?:{_NOUN}|[ву]|суду|з)){{0,6}}"
    rf"{_BLANK}*[:–—=-]?{_BLANK}*{_DIGITS}(?![.)]){_SAID_AGAIN}(?:{_BLANK}*{_NOUN})?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"{_DIGITS}(?:-?(?:[хиі]|ох|ьох|ма)(?!\w))?{_SAID_AGAIN}\s*(?:онлайн-|інтернет-)?(?:{_NOUN}|{_PLACES})",
    re.IGNORECASE,
)
#: «Вісті» – 2, «Зоря» (1)
_OF_EACH = re.compile(rf"[»\"”“]\s*[-–—:(]\s*{_DIGITS}(?=\)?\s*(?:[,;.\n]|та\b|$))")
_IN_WORDS = re.compile(rf"(?<!\w)((?:[а-яіїєґ'’ʼ]{{1,20}}\s+){{1,3}}){_NOUN}", re.IGNORECASE)
_FIRST = re.compile(rf"\s*{_DIGITS}{_SAID_AGAIN}{_BLANK}*(?P<then>[:;–—-]|(?=\(|\n|$|\ue000))", re.IGNORECASE)
_ALONE = re.compile(r"([а-яіїєґ']{2,30}(?: [а-яіїєґ']{2,30}){0,2})(?: ?\((\d{1,3})\))?[. ]*")
#: «друковані ЗМІ – 2, телебачення – 3»: kinds of outlets, told one by one.
_MORE_KINDS = re.compile(rf"\w\s*[-–—:]\s*{_DIGITS}")
_TIMES = re.compile(r"(?<!\w)(?:(двічі)|тричі)(?!\w)", re.IGNORECASE)
_INEXACT = re.compile(
    r"(?:понад|більше|близько|біля|до|не\s+менше|менше|кілька|декілька|майже|від|приблизно|орієнтовно|[~≈><]|"
    r"(?<![\d.])\d{1,3}\s*[-–—])\s*$",
    re.IGNORECASE,
)
_INEXACT_AFTER = re.compile(r"[\s,(]*(?:приблизно|орієнтовно|(?:і|та|або|чи)\s+більше)", re.IGNORECASE)

_NOT_PUBLISHED = re.compile(
    r"\bне (?:публік|опублік|висвітл|розміщ|оприлюдн|надсил|друк|здійсн|провод|транслю|поширюв)\w+"
    r"|\bне було\b"
)
_NO_WORD = re.compile(r"немає|нема|відсутн\w+|жодн\w+|нікого|без|ні|нуль|none")
_ABOUT_THEM = re.compile(
    r"публікаці\w+|змі|медіа|в|у|на|інших|захід|заходу|ніде|мас-?медіа|пресі|посилан\w+|сайтах|статей|матеріалів"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """The number a cell states (``None``: none or not exactly), and its text without that statement."""

    number: int | None
    rest: str


def says_none(text: str) -> bool:
    """Whether a cell says in words that nothing was published."""
    if len(text) > 120:
        return False
    words = re.findall(r"[^\s,.!:;-]+(?:-[^\s,.!:;-]+)?", _NOT_PUBLISHED.sub("none", plain(text)))
    denied = [word for word in words if _NO_WORD.fullmatch(word)]
    return bool(denied) and all(_NO_WORD.fullmatch(word) or _ABOUT_THEM.fullmatch(word) for word in words)


def read_stated(text: str, links: int) -> Stated:
    """The number of publications that a cell states; in ``text`` each of its links is one U+E000.

    A number before a link that only counts on («1) …», «2) …») is a list's, not a statement.
    """
    told = _statements(text)
    if told:
        rest = _without(text, told)
        inexact = any(_inexact(text, match) for match in told)
        partly = _kind(told[0]) == 1 and _MORE_KINDS.search(rest) is not None
        number = None if inexact or partly else sum(int(match["n"]) for match in told)
        return Stated(number, text if number is None else rest)
    of_each = list(_OF_EACH.finditer(text))
    if of_each and len(of_each) == len(quoted(text)):
        return Stated(sum(int(match["n"]) for match in of_each), _without(text, of_each, "» "))
    first = _FIRST.match(text)
    if first and not _begins_list(text, first, links):
        return Stated(int(first["n"]), text[first.end() :])
    return _in_words(text)


def _statements(text: str) -> list[re.Match[str]]:
    """Where the number is told: the total, or all numbers of one kind; publications go before outlets."""
    labelled = list(_LABELLED.finditer(text))
    elsewhere = _LABELLED.sub(lambda match: "|" * len(match[0]), text)
    counted = list(_COUNTED.finditer(elsewhere))
    totals = [match for match in labelled if match["total"]]
    told = sorted(totals or labelled + counted, key=re.Match.start)
    best = min(map(_kind, told), default=0)
    same = [match for match in told if _kind(match) == best]
    return same[:1] if totals else same


def _kind(match: re.Match[str]) -> int:
    """0: publications or not said, 1: outlets, 2: links."""
    return next((rank for rank, noun in enumerate(_KINDS) if noun.search(match[0])), 0)


def _inexact(text: str, match: re.Match[str]) -> bool:
    """Whether a number is «понад …», «близько …» or the like."""
    before = text[max(0, match.start("n") - 20) : match.start("n")]
    return _INEXACT.search(before) is not None or _INEXACT_AFTER.match(text, match.end()) is not None


def _begins_list(text: str, first: re.Match[str], links: int) -> bool:
    number, then = int(first["n"]), text[first.end() : first.end() + 2].strip()
    if first["then"] or then[:1] in {"", "("} or text[first.end() : first.end() + 1] == "\n":
        return number == 1 and links > 1
    return number == 1 or re.search(rf"(?m)^\s*{number + 1}\b", text) is not None


def _in_words(text: str) -> Stated:
    alone = _ALONE.fullmatch(plain(text))
    if alone and (number := _whole(alone[1].split())) and alone[2] in {None, str(number)}:
        return Stated(number, "")
    for match in _IN_WORDS.finditer(text):
        words = plain(match[1]).split()
        for begin in range(len(words)):
            if number := _whole(words[begin:]):
                inexact = begin and _INEXACT.search(" ".join(words[:begin]))
                return Stated(None if inexact else number, _without(text, [match]))
    times = _TIMES.search(text)
    return Stated(2 if times[1] else 3, _without(text, [times])) if times else Stated(None, text)


def _whole(words: list[str]) -> int | None:
    """The exact number that the words are to their end."""
    number = read_number_words(words)
    return number.value if number and not number.loose and number.words == len(words) else None


def _without(text: str, matches: list[re.Match[str]], instead: str = " ") -> str:
    ends = [0, *(match.end() for match in matches)]
    begins = [*(match.start() for match in matches), len(text)]
    return instead.join(text[end:begin] for end, begin in zip(ends, begins, strict=True))
