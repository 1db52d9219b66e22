"""The number of publications that a media cell names itself, and words for «none»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from courtcomms.cells.number_words import read_number_words
from courtcomms.cells.typography import plain

_NOUN = (
    r"(?:публікаці\w+|статт\w+|статей|матеріал\w*|повідомлен\w+|сюжет\w*|новин[аиу]?\b|посилан\w+|шт\b\.?|замітк\w*|"
    r"заміток|репортаж\w*|згад\w+|інтерв['’ʼ]?ю|допис\w*|пост(?:и|ів|ах)?\b|анонс\w*|прес-?реліз\w*|ефір\w*|виступ\w*|"
    r"змі\b|видан(?:ь|ня|нях|ні)\b|сайт(?:и|ів|ах|і)\b|разів\b|рази?\b|мас-?медіа\b|медіа\b)"
)
_DIGITS = r"(?<![\d.,№/-])(?<!№ )(\d{1,3})(?![\d/]|[.,]\d)"
_SAID_AGAIN = r"(?:\s*\([а-яіїєґ'’ʼ\s-]{3,40}\))?"
_BLANK = r"[ \t\xa0]"
_LABELLED = re.compile(
    rf"(?:(?:загальна\s+)?к(?:ількіс|-)ть|всього|усього|разом|загалом|{_NOUN})"
    rf"(?:\s+(?:{_NOUN}|[ву]|змі|медіа|суду|з|посиланням)){{0,6}}"
    rf"{_BLANK}*[:–—=-]?{_BLANK}*{_DIGITS}(?![.)]){_SAID_AGAIN}(?:{_BLANK}*{_NOUN})?",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{_DIGITS}{_SAID_AGAIN}\s*(?:онлайн-|інтернет-)?{_NOUN}", re.IGNORECASE)
_IN_WORDS = re.compile(rf"(?<!\w)((?:[а-яіїєґ'’ʼ]{{1,20}}\s+){{1,3}}){_NOUN}", re.IGNORECASE)
_FIRST = re.compile(rf"\s*{_DIGITS}{_SAID_AGAIN}{_BLANK}*(?P<then>[:;–—-]|(?=\(|\n|$|\ue000))", re.IGNORECASE)
_INEXACT = re.compile(
    r"(?:понад|більше|близько|біля|до|не\s+менше|менше|кілька|декілька|майже|від|приблизно)\s*$", re.I
)

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
    labelled = _LABELLED.search(text)
    if labelled and not _inexact(text, labelled.start(1)):
        return Stated(int(labelled[1]), _without(text, [labelled]))
    counted = [match for match in _COUNTED.finditer(text) if not _inexact(text, match.start())]
    if counted:
        return Stated(sum(int(match[1]) for match in counted), _without(text, counted))
    first = _FIRST.match(text)
    if first and not _begins_list(text, first, links):
        return Stated(int(first[1]), text[first.end() :])
    return _in_words(text)


def _inexact(text: str, at: int) -> bool:
    """Whether the number at a place is «понад», «близько» or the like."""
    return _INEXACT.search(text[max(0, at - 20) : at]) is not None


def _begins_list(text: str, first: re.Match[str], links: int) -> bool:
    number, then = int(first[1]), text[first.end() : first.end() + 2].strip()
    if first["then"] or then[:1] in {"", "("} or text[first.end() : first.end() + 1] == "\n":
        return number == 1 and links > 1
    return number == 1 or re.search(rf"(?m)^\s*{number + 1}\b", text) is not None


def _in_words(text: str) -> Stated:
    for match in _IN_WORDS.finditer(text):
        words = plain(match[1]).split()
        for begin in range(len(words)):
            number = read_number_words(words[begin:])
            if number and not number.loose and begin + number.words == len(words):
                inexact = begin and _INEXACT.search(" ".join(words[:begin]))
                return Stated(None if inexact else number.value, _without(text, [match]))
    return Stated(None, text)


def _without(text: str, matches: list[re.Match[str]]) -> str:
    for match in reversed(matches):
        text = text[: match.start()] + " " + text[match.end() :]
    return text
