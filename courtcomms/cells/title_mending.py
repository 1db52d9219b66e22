"""Titles as they are typed: torn words, letters apart, slips, abbreviations, made readable for the rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from courtcomms.cells.typos import one_edit_apart

_LETTER = "А-ЩЬЮЯҐЄІЇа-щьюяґєії"
_APART = re.compile(rf"(?<![\w.])(?:[{_LETTER}\dIVXivx] ){{3,}}[{_LETTER}\dIVXivx](?![\w.])")
_ROMAN_APART = re.compile(r"(?<!\w)[IІ] [IІ](?: [IІ])?(?= +квартал| +кв\b)", re.IGNORECASE)
_TORN = re.compile(rf"(?<=[{_LETTER}])-[ \t]*\n[ \t]*(?=[а-щьюяґєії])")
#: The words of a period torn by a hyphen where lines were joined by a blank.
_TORN_WORDS = re.compile(
    r"\bк-? ?вартал|\bкв-? ?артал|\bква-? ?ртал|\bквар-? ?тал|\bкварт-? ?ал|\bкварта-? ?л", re.IGNORECASE
)
_DIGIT_WITHIN = re.compile(rf"(?<=[{_LETTER}])1(?=[{_LETTER}])")
_FRAMES = re.compile(r"[()\[\]_«»\"]+")
_QUARTER_SLIP = re.compile(r"\b[кk][а-яіїєґ]{4,9}\b", re.IGNORECASE)
_QUARTER = ("квартал", "кварталі", "кварталу", "квартали")
_YEAR_AND_NUMBER = re.compile(r"(?<![\d/.-])(20\d\d)\s*/\s*([1-4]|[IІivі]{1,3}|[IІiі][VvУу])(?![\w/.-])")
_OTHER_LANGUAGE = (
    (re.compile(r"\bперв(?:ый|ого)\b", re.IGNORECASE), "перший"),
    (re.compile(r"\bвтор(?:ой|ого)\b", re.IGNORECASE), "другий"),
    (re.compile(r"\bтрет(?:ий|ый|ьего)\b", re.IGNORECASE), "третій"),
    (re.compile(r"\bчетв[её]рт(?:ый|ого)\b", re.IGNORECASE), "четвертий"),
    (re.compile(r"\bгода?\b", re.IGNORECASE), "року"),
)
_MONTH_COUNTS = (
    (re.compile(r"\bтри(?=\s+місяц)", re.IGNORECASE), "3"),
    (re.compile(r"\bшіст[ьи]\w*(?=\s+місяц)", re.IGNORECASE), "6"),
    (re.compile(r"\bдев.?ят[ьи]\w*(?=\s+місяц)", re.IGNORECASE), "9"),
    (re.compile(r"\bдванадцят[ьи]\w*(?=\s+місяц)", re.IGNORECASE), "12"),
)
#: Stems of the adjectives and the abbreviations that stand for them with «суд».
_COURTS = (
    (("районн",), r"р\s?/\s?с|рс|рай\.?\s?суд"),
    (("міськрайонн",), r"мр\s?/\s?с|мрс|міськрай\.?\s?суд"),
    (("міськ",), r"міськ\.?\s?суд"),
    (("окружн", "адміністративн"), r"оас"),
    (("адміністративн",), r"адмін\.?\s?суд"),
    (("господарськ",), r"госп\.?\s?суд"),
)
_ABBREVIATED = tuple(
    (stems, re.compile(rf"(?<=(?:ого|кий|ний|вий)\s)(?:{short})у?(?![\w/])", re.IGNORECASE))
    for stems, short in _COURTS
)


def together(text: str) -> str:
    """The text with words that were torn over lines or typed letter by letter put together.

    >>> together("Інгулець-\\nкого районного суду за ІІІ к в а р т а л")
    'Інгулецького районного суду за ІІІ квартал'
    """
    text = _TORN.sub("", text)
    text = _APART.sub(lambda match: match[0].replace(" ", ""), text)
    text = _ROMAN_APART.sub(lambda match: match[0].replace(" ", ""), text)
    return _TORN_WORDS.sub("квартал", text)


def without_digits_in_words(text: str) -> str:
    """«трет1й» is «третій»; the digit is no number there."""
    return _DIGIT_WITHIN.sub("і", text)


def guessed_period(text: str) -> str:
    """The text with slips and words of another language mended, frames around blanks to be filled removed.

    Whoever reads a period from it has guessed.
    """
    text = _FRAMES.sub(" ", text)
    text = _QUARTER_SLIP.sub(lambda match: "квартал" if _is_quarter(match[0].lower()) else match[0], text)
    for pattern, word in _OTHER_LANGUAGE:
        text = pattern.sub(word, text)
    return _YEAR_AND_NUMBER.sub(r"\2 квартал \1 року", text)


def with_counted_months(text: str) -> str:
    """«дев'ять місяців» in digits."""
    for pattern, digits in _MONTH_COUNTS:
        text = pattern.sub(digits, text)
    return text


def written_out(text: str) -> str:
    """Abbreviated names of courts in full, in the case of the adjective before them.

    >>> written_out("Печерського райсуду м. Києва")
    'Печерського районного суду м. Києва'
    """
    for stems, pattern in _ABBREVIATED:
        text = pattern.sub(partial(_in_full, stems), text)
    return text


def _in_full(stems: Sequence[str], match: re.Match[str]) -> str:
    genitive = match.string[: match.start()].rstrip().lower().endswith("ого")
    ending, noun = ("ого", "суду") if genitive else ("ий", "суд")
    return " ".join([*(stem + ending for stem in stems), noun])


def _is_quarter(word: str) -> bool:
    return any(word == known or one_edit_apart(word, known) for known in _QUARTER)
