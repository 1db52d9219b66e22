"""Keys under which Ukrainian text is found and sorted; never shown."""

from __future__ import annotations

import re
import unicodedata

from courtcomms.cells.look_alikes import mend_words
from courtcomms.cells.typography import APOSTROPHES, visible

_LETTER = r"[^\W\d_]"

#: An apostrophe of any kind inside a word; also the quotation mark and the asterisk typed for one.
_INNER_APOSTROPHE = re.compile(
    f'(?<={_LETTER})[{APOSTROPHES}](?={_LETTER})|(?<=[бпвмфрнкзгджтсх])["*“”](?=[яюєї])'
)

_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_NOT_A_TOKEN = re.compile(r"[\W_]+")

#: Latin letters to their Cyrillic twins, in the shapes of both cases. It is done to every word alike, so a
#: Latin word is still found by its own beginning, and «COPC» finds «СОРС» whichever alphabet was on.
_TWINS = str.maketrans("abcehikmoptxyï", "авсенікмортхуї") | str.maketrans("ґ", "г")

#: Beginnings that the spelling of 2019 writes together with the word and older texts with a hyphen. Both
#: are cut in two, so that «сайт» finds «вебсайт» as well as «веб-сайт».
_COMPOUNDS = re.compile(
    r"\b(?:(веб|інтернет|онлайн|офлайн|медіа|відео|аудіо|фото|екс|віце|міні|флеш|бізнес)(?=\w)"
    r"|(прес)(?=с(?:\b|е|л)|ц(?:\b|е)|р(?:\b|е)|к(?:\b|о)|б(?:\b|р)|д(?:\b|о)))"
)

#: Words that the spelling of 2019 writes otherwise than older texts: проєкт, траєкторія, фоє, священник. What
#: follows does not decide, so that a word is found by its beginning in either spelling.
_RESPELT = re.compile(r"(?<=про)є|(?<=тра)є|(?<=\bфо)(?:й?[єе]|й\b)|(?<=свяще)нн")
_ONE_SPELLING = {"є": "е", "йє": "е", "йе": "е", "е": "е", "й": "", "нн": "н"}


def search_key(text: str) -> str:
    """The text folded for search: words of letters and digits, separated by single blanks.

    Case, apostrophes, ґ/г, stress marks, NBSP, invisible signs, Latin letters inside Cyrillic words, the
    hyphen of «прес-секретар» and «веб-сайт» and the spellings «проект» and «проєкт» make no difference.
    The key has no sign that FTS5's ``unicode61`` cuts at, so each of its words can be searched as a prefix.
    """
    composed = visible(unicodedata.normalize("NFC", text)).casefold()
    unstressed = "".join(char for char in composed if not unicodedata.combining(char))
    words = _APOSTROPHE.sub(" ", _INNER_APOSTROPHE.sub("", unstressed))
    folded = _NOT_A_TOKEN.sub(" ", words).translate(_TWINS)
    return " ".join(_COMPOUNDS.sub(_apart, _RESPELT.sub(_one_spelling, folded)).split())


def _one_spelling(match: re.Match[str]) -> str:
    return _ONE_SPELLING[match[0]]


def _apart(match: re.Match[str]) -> str:
    return f"{match[0]} "


_ALPHABET = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"
_RANKS = {letter: chr(0x41 + rank) for rank, letter in enumerate(_ALPHABET)}
_AFTER_CYRILLIC = "\u0100"
_TOKEN = re.compile(r"(\d+)|([^\W\d_]+)")


def sort_key(text: str) -> str:
    """Ukrainian alphabetical order as a string that compares by code points (SQLite's BINARY does).

    Case, apostrophes, quotation marks and other signs do not count; words are compared one by one; numbers
    come first and by their value; then а б в г ґ д е є …, then Latin and all other letters.
    """
    composed = mend_words(visible(unicodedata.normalize("NFC", text)))
    parts = _TOKEN.finditer(_APOSTROPHE.sub("", composed.casefold()))
    return " ".join(_number_rank(part[1]) if part[1] else _word_rank(part[2]) for part in parts)


def _number_rank(digits: str) -> str:
    value = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return f"0{chr(0x100 + min(len(value), 0x1000))}{value}"


def _word_rank(word: str) -> str:
    return "".join(_RANKS.get(letter) or _AFTER_CYRILLIC + letter for letter in word)
